import type { Problem } from '../../../preload/contract'
import type { Strings } from '../strings'

/**
 * What the library stored as a feed's problem, in words.
 *
 * @param own the words for problems that are said otherwise of something else than a feed
 * @returns null when there is none; a general sentence for a word that this version does not know
 */
export function problemSentence(
  problem: string | null | undefined,
  strings: Pick<Strings, 'problems'>,
  own: Readonly<Partial<Record<Problem, string>>> = {},
): string | null {
  if (!problem) return null
  if (!Object.hasOwn(strings.problems, problem)) return strings.problems['reading-failed']
  return own[problem as Problem] ?? strings.problems[problem as Problem]
}
