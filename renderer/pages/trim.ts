import { isAside, isTailHeading, isTailLine } from './asides'
import { dateAtStart } from './dates'
import { bylineIn, endOfArticle } from './furniture'
import { contains, linkedLength, type TreeElement } from './tree'

/** A block with its text, inner blocks on lines of their own. */
interface Passage {
  readonly block: TreeElement
  readonly text: string
}

const SHORTEST_REPEATED = 60
/** Fewer passages that stand there twice may be meant so: a refrain, a form letter. */
const FEWEST_REPEATED = 4
/** What may be cut off at the end under a heading such as "About the author". */
const LARGEST_TAIL = 0.35
const LONGEST_TAIL_LINE = 300

/**
 * The blocks of an article without what the page adds to it: text that stands there twice, advertisements, links to
 * other articles, and at the end whatever says nothing of the subject.
 *
 * @param passages the text of each block
 * @param byline who wrote it: a paragraph on one of them at the end is not about the subject
 */
export function trimmed(
  blocks: readonly TreeElement[],
  passages: readonly string[],
  byline: string | null,
): readonly TreeElement[] {
  const all = blocks.map((block, index) => ({ block, text: passages[index] ?? '' }))
  const own = all.slice(0, endOfArticle(passages))
  const kept = withoutRepeats(own).filter(passage => !isForeign(passage))
  return kept.slice(0, tailOf(kept, authorsOf(byline))).map(passage => passage.block)
}

/**
 * Pages carry their text twice, for small and for wide screens. A short passage (a heading) goes only together with
 * what it stands beside.
 */
function withoutRepeats(passages: readonly Passage[]): readonly Passage[] {
  const counts = new Map<string, number>()
  for (const { text } of passages)
    if (text.length >= SHORTEST_REPEATED) counts.set(text, (counts.get(text) ?? 0) + 1)
  if ([...counts.values()].filter(count => count > 1).length < FEWEST_REPEATED) return passages
  const seen = new Set<string>()
  let wasRepeated = false
  return passages.filter(({ block, text }) => {
    if (text === '' || block.name === 'pre') return true
    const isRepeated = seen.has(text) && (text.length >= SHORTEST_REPEATED || wasRepeated)
    seen.add(text)
    wasRepeated = isRepeated
    return !isRepeated
  })
}

const isHeading = (block: TreeElement): boolean => /^h\d$/.test(block.name)
const hasPicture = (block: TreeElement): boolean => contains([block], node => node.name === 'img')

/** A line that stands between the paragraphs and leads away from them. */
const isForeign = ({ block, text }: Passage): boolean =>
  text.length < LONGEST_TAIL_LINE &&
  block.name === 'p' &&
  !hasPicture(block) &&
  isAside(text, linkedLength([block]) / Math.max(1, text.length))

/** The number of passages before the tail. */
function tailOf(passages: readonly Passage[], authors: readonly string[]): number {
  const total = passages.reduce((sum, { text }) => sum + text.length, 0)
  let end = passages.length
  let rest = 0
  // From the end upwards: the highest heading of a tail that is short enough counts.
  for (let index = passages.length - 1; index > 0; index--) {
    const { block, text } = passages[index] as Passage
    rest += text.length
    if (rest > total * LARGEST_TAIL) break
    if (isTailHeading(text) && (isHeading(block) || text.length < 40)) end = index
  }
  rest = passages.slice(end).reduce((sum, { text }) => sum + text.length, 0)
  for (; end > 1; end--) {
    const last = passages[end - 1] as Passage
    rest += last.text.length
    if (rest > total * LARGEST_TAIL || !(isTail(last) || isOnAuthor(last, authors))) break
  }
  return end
}

const LONGEST_BIOGRAPHY = 700

const authorsOf = (byline: string | null): readonly string[] =>
  byline === null
    ? []
    : byline.split(/,| and | & |;/).flatMap(name => (name.trim().length > 4 ? [name.trim()] : []))

/** "Mary Alder is …", "Mary has been …" at the end. */
const isOnAuthor = ({ block, text }: Passage, authors: readonly string[]): boolean =>
  block.name === 'p' &&
  text.length <= LONGEST_BIOGRAPHY &&
  authors.some(author =>
    [author, author.split(' ')[0] ?? author].some(
      name =>
        name.length > 2 && text.startsWith(name) && ABOUT.test(text.slice(name.length, name.length + 60)),
    ),
  )
const ABOUT =
  /^[^.!?]{0,40}?\b(?:is|was|are|has|holds|writes|works|covers|lives|started|joined|leads|ist|war|schreibt|est|es)\b/

/** Whether a passage at the very end is none of the article's. */
function isTail({ block, text }: Passage): boolean {
  if (isHeading(block)) return true
  if (text === '' || hasPicture(block) || /^(?:pre|table|figure)$/.test(block.name))
    return block.name === 'hr'
  if (text.length > LONGEST_TAIL_LINE) return false
  const isLinks = linkedLength([block]) > text.length * 0.8
  return isLinks || isTailLine(text) || bylineIn(text) !== null || dateAtStart(text)?.rest === ''
}
