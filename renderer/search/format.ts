/** Version of the bytes described in FORMAT.md. Whoever changes them raises it: what another one wrote is built again. */
export const FORMAT_VERSION = 4
/**
 * A dictionary block is what a lookup scans, in some microseconds. Each has an entry in the header, which is to stay
 * small.
 */
export const TERMS_PER_BLOCK = 256
/** In bytes: one says how long a term is. */
export const LONGEST_TERM = 255
/** A list of more postings has a skip table: an entry before each so many. */
export const POSTINGS_PER_SKIP = 128
/** Three numbers of four bytes, lowest byte first. */
export const SKIP_BYTES = 12
/** More documents are in no segment: their numbers and what is made of them fit in 31 bits. */
export const MOST_DOCUMENTS = 2 ** 28

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

/** Stands before a term of a field and says which; below every letter and digit. */
export const FIELD_MARKS = {
  author: '\u0001',
  speaker: '\u0002',
  site: '\u0003',
  language: '\u0004',
  has: '\u0005',
} as const
/** Terms of title and text are not below this one. */
export const FIRST_PLAIN_TERM = '\u0020'
/** Positions left free between two texts of a field, so that no phrase goes from one to the other. */
export const FIELD_GAP = 64
