import type { ParsedQuery, QueryPart } from '../../search'

/** What a correction is looked up with. */
export interface Speller {
  /** A word of the library that is nearly this one, or null. */
  readonly suggest: (word: string) => Promise<string | null>
  /** How many articles a query finds. */
  readonly count: (query: string) => Promise<number>
}

const WORD = /^[\p{L}\p{M}\p{N}]+$/u

/**
 * The query with its misspelt words written as the library has them.
 *
 * @returns null when no such query finds anything
 */
export async function suggestionFor(
  query: string,
  { parts }: Pick<ParsedQuery, 'parts'>,
  { suggest, count }: Speller,
): Promise<string | null> {
  let corrected = query
  // From the end, so that the places of the parts before stay.
  for (const part of parts.filter(isWord).toReversed()) {
    if ((await count(part.value)) > 0) continue
    const word = await suggest(part.value)
    if (word === null || word === part.value) continue
    corrected = corrected.slice(0, part.start) + word + corrected.slice(part.end)
  }
  return corrected !== query && (await count(corrected)) > 0 ? corrected : null
}

/** Phrases and what an operator asks for are not guessed at. */
const isWord = ({ operator, negated, value, start, end }: QueryPart): boolean =>
  operator === null && !negated && end - start === value.length && WORD.test(value)
