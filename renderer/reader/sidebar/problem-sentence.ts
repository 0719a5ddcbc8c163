import type { Problem } from '../../../preload/contract'
import type { Strings } from '../strings'

/**
 * What the library stored as a feed's problem, in words.
 *
 * @returns null when there is none; a general sentence for a word that this version does not know
 */
export function problemSentence(
  problem: string | null | undefined,
  strings: Pick<Strings, 'problems'>,
): string | null {
  if (!problem) return null
  return Object.hasOwn(strings.problems, problem)
    ? strings.problems[problem as Problem]
    : strings.problems['reading-failed']
}
