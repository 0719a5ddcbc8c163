/** Version of the bytes described in FORMAT.md. Whoever changes them raises it and keeps a reader of the old ones. */
export const FORMAT_VERSION = 1
/** Length of every page but the last: larger values are stored by Chromium as separate files, two to three times slower. */
export const PAGE_BYTES = 60 * 1024
/** A dictionary block is what a lookup scans. */
export const TERMS_PER_BLOCK = 32

/** The two lowest bits of a posting: how many times the term stands in the title and in the text. */
export const ONCE_IN_TEXT = 0
/** Not in the title; a varint gives the count in the text less 2. */
export const OFTEN_IN_TEXT = 1
/** Once in the title, not in the text. */
export const ONCE_IN_TITLE = 2
/** Two varints give both counts. */
export const COUNTED = 3

/** Added to a position in the text, so that one number says field and position. */
export const TEXT_PLACE = 0x40000000
