/** Fewer words than this of a text say nothing about another one. */
const FEWEST_WORDS = 12
/** Words that are compared, from the beginning. */
const MOST_WORDS = 80
/** Share of a teaser's words that its page has, too; another article on the same site has about a fifth. */
const SHARED = 0.4

/** A text with its title and its address. */
interface Text {
  readonly title: string
  readonly text: string
}

/**
 * Whether a page is the one that a feed's entry stands for, and not a front page, a notice or another article to which
 * its address leads by now. In doubt it is: a feed that says next to nothing can be compared with nothing.
 *
 * @param asked the address that the entry links to, and `answered` the one that answered
 */
export function isPageOf(entry: Text, page: Text, asked: string, answered: string): boolean {
  if (isFrontPage(answered) && !isFrontPage(asked)) return false
  const words = wordsOf(`${entry.title} ${entry.text}`).slice(0, MOST_WORDS)
  if (words.length < FEWEST_WORDS) return true
  const found = new Set(wordsOf(`${page.title} ${page.text}`))
  return words.filter(word => found.has(word)).length >= words.length * SHARED
}

const isFrontPage = (address: string): boolean =>
  URL.canParse(address) && new URL(address).pathname === '/' && new URL(address).search === ''

/** Words of four letters and more, and single characters of scripts that write no spaces. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]{4,}/gu) ?? []
