/** Characters that a text may not keep as they are: control characters and surrogates, whole pairs among them. */
const UNCLEAN = /[^\t\n -~\u00a0-\ud7ff\ue000-\uffff]/

/** Text as an article keeps it: no control characters, no halves of surrogate pairs, no carriage returns. */
export const cleanText = (text: string): string =>
  UNCLEAN.test(text)
    ? text
        .replace(/\r\n?|\f/g, '\n')
        .replace(/[^\P{Cc}\t\n]/gu, '')
        .replace(/\p{Surrogate}/gu, '\ufffd')
    : text

/** One line of an attribute or a title; control characters become spaces, so that nothing grows together. */
export const attributeText = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()

/** The words of a text in lower case, to compare texts without their punctuation. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Whether a character shows nothing at the edge of a line: white space, no-break and zero-width spaces. */
export const isBlank = (character: string): boolean => /[\s\u200b\u00ad\u2060]/.test(character)
