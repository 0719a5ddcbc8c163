import type { Candidate } from './candidates'
import { linkedLength, textOf, type TreeElement } from './tree'

/** Readability has taken one part of an article for the whole of it when the container of all is so much longer. */
const MUCH_LONGER = 1.8
/** From here on Readability's text is an article by itself, and what is longer must not be a list of others. */
const ARTICLE_LENGTH = 1500
const MOST_LINKED = 0.1
const LARGEST_LIST = 0.6
/** Our own candidate leaves out so much of Readability's: other articles, readers' questions. */
const MUCH_LEFT_OUT = 0.25
const SHORTEST_OWN = 500
const MOSTLY = 0.5

/**
 * The better of two candidates. Readability's is the narrower one as a rule, and its beginning and end are right more
 * often; its two ways of failing show when it is compared with the container of the page's prose.
 */
export function chosenOf(own: Candidate | null, readability: Candidate | null): Candidate | null {
  if (!own || !readability) return own ?? readability
  const [length, ownLength] = [lengthOf(readability), lengthOf(own)]
  if (ownLength > length * MUCH_LONGER)
    return length < ARTICLE_LENGTH || !isListing(own.blocks, ownLength) ? own : readability
  const missing = missingIn(own, readability)
  const isPart = ownLength >= SHORTEST_OWN && length - missing > ownLength * MOSTLY
  return isPart && missing > length * MUCH_LEFT_OUT ? own : readability
}

const lengthOf = ({ passages }: Candidate): number =>
  passages.reduce((sum, passage) => sum + passage.length, 0)

/** Whether a text is made of links, or of one list. */
const isListing = (blocks: readonly TreeElement[], length: number): boolean =>
  linkedLength(blocks) > length * MOST_LINKED ||
  blocks.some(block => /^[uo]l$/.test(block.name) && textOf([block]).length > length * LARGEST_LIST)

/** How many characters of a candidate stand in lines that the other one has not. */
function missingIn(other: Candidate, candidate: Candidate): number {
  const lines = new Set(other.passages.flatMap(linesOf))
  return candidate.passages
    .flatMap(linesOf)
    .reduce((sum, line) => (lines.has(line) ? sum : sum + line.length), 0)
}

const linesOf = (passage: string): readonly string[] => passage.split('\n')
