import { bylineIn, endOfArticle, isAside, isTailHeading, isTailLine } from './furniture'
import { dateAtStart } from './dates'
import { contains, linkedLength, textOf, type TreeElement } from './tree'

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
 */
export function trimmed(blocks: readonly TreeElement[], passages: readonly string[]): readonly TreeElement[] {
  const all = blocks.map((block, index) => ({ block, text: passages[index] ?? '' }))
  const own = all.slice(0, endOfArticle(passages))
  const kept = withoutRepeats(own).filter(passage => !isForeign(passage))
  return kept.slice(0, tailOf(kept)).map(passage => passage.block)
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
  !hasPicture(block) &&
  isAside(text, linkedLength([block]) > text.length * 0.4)

/** The number of passages before the tail. */
function tailOf(passages: readonly Passage[]): number {
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
  while (end > 1 && isTail(passages[end - 1] as Passage)) end--
  return end
}

/** Whether a passage at the very end is none of the article's. */
function isTail({ block, text }: Passage): boolean {
  if (isHeading(block)) return true
  if (text === '' || hasPicture(block) || /^(?:pre|table|figure)$/.test(block.name))
    return block.name === 'hr'
  if (text.length > LONGEST_TAIL_LINE) return false
  const isLinks = linkedLength([block]) > text.length * 0.8
  return isLinks || isTailLine(text) || bylineIn(text) !== null || dateAtStart(text)?.rest === ''
}

void textOf
