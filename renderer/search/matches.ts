import { createPool } from './pool'

/** Documents of a segment that match something, by ascending ordinal, and what each scores for it. */
export interface Matches {
  readonly ordinals: Uint32Array
  readonly scores: Float64Array
  /** In how many parts of the query that must match it needs a guess. */
  readonly guesses: Uint8Array
  length: number
}

const lists = createPool<Matches>(
  4,
  capacity => ({
    ordinals: new Uint32Array(capacity),
    scores: new Float64Array(capacity),
    guesses: new Uint8Array(capacity),
    length: 0,
  }),
  ({ ordinals }) => ordinals.length,
)

/** An empty list with room for so many matches. */
export function matchList(capacity: number): Matches {
  const list = lists.take(capacity)
  list.length = 0
  return list
}

/** Gives a list back that nobody reads any more. */
export function freeMatches(list: Matches): void {
  lists.give(list)
}

/** Appends a match; there must be room. */
export function addMatch(matches: Matches, ordinal: number, score: number, guesses = 0): void {
  matches.ordinals[matches.length] = ordinal
  matches.guesses[matches.length] = guesses
  matches.scores[matches.length++] = score
}

/** All documents of a segment, without a score. */
export function allDocuments(documentCount: number): Matches {
  const all = matchList(documentCount)
  for (let ordinal = 0; ordinal < documentCount; ordinal++) addMatch(all, ordinal, 0)
  return all
}

/** Adds to the scores of some of all matches what they scored so far. */
export function addScores(some: Matches, all: Matches): void {
  let at = 0
  for (let index = 0; index < some.length; index++) {
    const ordinal = some.ordinals[index] ?? 0
    while ((all.ordinals[at] ?? ordinal) < ordinal) at++
    some.scores[index] = (all.scores[at] ?? 0) + (some.scores[index] ?? 0)
    some.guesses[index] = (all.guesses[at] ?? 0) + (some.guesses[index] ?? 0)
  }
}

/** What either has, with the scores of both, or of the one that needs fewer guesses. */
export function either(first: Matches, second: Matches): Matches {
  const union = matchList(first.length + second.length)
  let [left, right] = [0, 0]
  while (left < first.length || right < second.length) {
    const one = left < first.length ? (first.ordinals[left] ?? 0) : Infinity
    const other = right < second.length ? (second.ordinals[right] ?? 0) : Infinity
    const guesses = one <= other ? (first.guesses[left] ?? 0) : Infinity
    const others = other <= one ? (second.guesses[right] ?? 0) : Infinity
    let score = 0
    if (guesses <= others) score += first.scores[left] ?? 0
    if (others <= guesses) score += second.scores[right] ?? 0
    if (one <= other) left++
    if (other <= one) right++
    addMatch(union, Math.min(one, other), score, Math.min(guesses, others))
  }
  return union
}

/** What matches, by one guess more. */
export function guessed(matches: Matches): Matches {
  for (let index = 0; index < matches.length; index++)
    matches.guesses[index] = (matches.guesses[index] ?? 0) + 1
  return matches
}

/** Those of `all` that `some`, a part of it, has not; without a score, and without a guess. */
export function without(all: Matches, some: Matches): Matches {
  const rest = matchList(all.length - some.length)
  let at = 0
  for (let index = 0; index < all.length; index++) {
    const ordinal = all.ordinals[index] ?? 0
    if (at < some.length && some.ordinals[at] === ordinal) at++
    else addMatch(rest, ordinal, 0)
  }
  return rest
}
