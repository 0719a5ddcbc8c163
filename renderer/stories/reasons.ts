import type { Profile, Word } from './profile'
import type { RarityStatistics } from './types'

const MOST_REASONS = 3
const LONGEST_REASON = 40
/** How rare a word must be to be a reason, as a part of the rarest word's rarity; names may be more common. */
const LEAST_RARITY = 0.45
const LEAST_RARITY_OF_NAME = 0.25

/** Neighbouring words of the article that are neighbours in the other one, too. */
interface Run {
  readonly text: string
  readonly terms: readonly string[]
  readonly rarity: number
}

/** The terms that two articles share and that are rare enough to tell why they belong together. */
export function tellingTerms(
  own: Profile,
  other: Profile,
  statistics: RarityStatistics,
): ReadonlySet<string> {
  const shared = [...own.weights.keys()].filter(term => other.weights.has(term))
  const rarest = shared.reduce((rarity, term) => Math.max(rarity, statistics.idf(term)), 0)
  return new Set(
    shared.filter(term => {
      const isName = own.names.has(term) && other.names.has(term)
      return statistics.idf(term) >= rarest * (isName ? LEAST_RARITY_OF_NAME : LEAST_RARITY)
    }),
  )
}

/**
 * What two articles share, as the first writes it: at most three names or words, the most telling first.
 *
 * Words that stand side by side in both are one reason ("40,000 troops"); common words do not begin or end one.
 *
 * @param telling from `tellingTerms`
 */
export function reasonsOf(
  own: Profile,
  other: Profile,
  telling: ReadonlySet<string>,
  statistics: RarityStatistics,
): readonly string[] {
  const pairs = pairsOf(other)
  const isTelling = (term: string): boolean => telling.has(term)
  const runs = own.fields
    .flatMap(({ text, words }) =>
      runsOf(text, words, term => other.weights.has(term), pairs, isTelling, statistics),
    )
    .toSorted((first, second) => second.rarity - first.rarity)
  const reasons: string[] = []
  const used = new Set<string>()
  for (const { text, terms } of runs) {
    if (terms.every(term => used.has(term) || !isTelling(term))) continue
    terms.forEach(term => used.add(term))
    reasons.push(text)
    if (reasons.length === MOST_REASONS) break
  }
  return reasons
}

function pairsOf({ fields }: Profile): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { words } of fields)
    words.forEach(({ term }, index) => {
      const next = words[index + 1]
      if (next) pairs.add(`${term} ${next.term}`)
    })
  return pairs
}

function runsOf(
  text: string,
  words: readonly Word[],
  isShared: (term: string) => boolean,
  pairs: ReadonlySet<string>,
  isTelling: (term: string) => boolean,
  statistics: RarityStatistics,
): readonly Run[] {
  const runs: Run[] = []
  let run: Word[] = []
  const close = (): void => {
    const trimmed = trim(run, isTelling)
    const [first, last] = [trimmed[0], trimmed.at(-1)]
    const terms = trimmed.map(({ term }) => term)
    const rarity = terms.reduce((sum, term) => sum + statistics.idf(term), 0)
    if (first && last) runs.push({ text: text.slice(first.start, last.end), terms, rarity })
    run = []
  }
  for (const word of words) {
    const [first, previous] = [run[0], run.at(-1)]
    const isNeighbour = previous && pairs.has(`${previous.term} ${word.term}`)
    if (!isNeighbour || (first && word.end - first.start > LONGEST_REASON)) close()
    if (isShared(word.term) && word.end - word.start <= LONGEST_REASON) run.push(word)
  }
  close()
  return runs
}

/** Without the common words at both ends. */
function trim(run: readonly Word[], isTelling: (term: string) => boolean): readonly Word[] {
  const start = run.findIndex(({ term }) => isTelling(term))
  const end = run.findLastIndex(({ term }) => isTelling(term))
  return start < 0 ? [] : run.slice(start, end + 1)
}
