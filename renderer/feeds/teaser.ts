import type { Entry } from './types'

/** A summary of fewer words stands for a longer text, unless it is all that there is to say. */
const SHORT_SUMMARY = 80
/** What says at the end of a text that it goes on elsewhere: an ellipsis, with or without the words of a link. */
const GOES_ON =
  /(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))[\s\])»"”]*(?:[^.!?\n]{1,40}[→»›>]*)?$|(?:^|\n|[.!?…:]\s*)(?:read (?:more|on|the (?:full|rest|whole))|continue reading|keep reading|full (?:story|article)|weiterlesen|mehr lesen|zum artikel|lire (?:la suite|plus)|leer más|seguir leyendo|leggi (?:tutto|di più)|lees (?:meer|verder)|läs mer|les mer|læs mere|czytaj (?:dalej|więcej)|читать (?:далее|дальше)|ler mais|leia mais|続きを読む|阅读全文|閱讀全文|더 보기)[^\n]{0,60}$/iu

/**
 * Whether what a feed gives of an entry is the beginning, or a summary, of a longer text on its page.
 *
 * A short message without a title is whole: microblogs write no more. Content that the feed calls so is whole unless
 * it breaks off.
 *
 * @param text the plain text of the entry's content, or of its summary when it has none
 */
export function isTeaser(entry: Pick<Entry, 'link' | 'title' | 'content'>, text: string): boolean {
  if (entry.link === null || entry.title === '') return false
  const plain = text.trim()
  if (plain === '' || plain === entry.title) return true
  if (GOES_ON.test(plain.slice(-200))) return true
  return entry.content === '' && isShort(plain)
}

const WORD = /\S+/g
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Words end at spaces; scripts without them have about two characters to a word. */
function isShort(text: string): boolean {
  const beginning = text.slice(0, 2_000)
  const words = countMatches(WORD, beginning)
  return words < SHORT_SUMMARY && words + countMatches(DENSE, beginning) / 2 < SHORT_SUMMARY
}

/** Without a string for each match. */
function countMatches(pattern: RegExp, text: string): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count++
  return count
}
