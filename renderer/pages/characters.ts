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

/** A character that shows something at the edge of a line: no white space, no no-break or zero-width space. */
export const INK = /[^\s\u200b\u00ad\u2060]/

/** One line without markup references that were escaped twice; null for nothing. */
export function cleanLine(text: string | null | undefined): string | null {
  const line = attributeText(text ?? null)
    .replace(/&(?:[a-z]{2,6}|#0?\d{2,4}|#x[\da-f]{2,4});/gi, referenceOf)
    .trim()
  return line === '' ? null : line
}

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  bull: '•',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

function referenceOf(reference: string): string {
  const name = reference.slice(1, -1)
  if (!name.startsWith('#')) return REFERENCES[name] ?? reference
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code >= 32 ? String.fromCharCode(code) : ' '
}
