import type { Problem } from '../../../preload/contract'
import { problemSentence } from '../sidebar/problem-sentence'
import type { Strings } from '../strings'

/** @returns why a picture is not in the library; of a feed some of it is said in other words */
export function pictureProblemSentence(
  problem: string,
  strings: Pick<Strings, 'problems' | 'offline'>,
): string {
  const ofPictures: Readonly<Partial<Record<Problem, string>>> = strings.offline.problems
  const own = Object.hasOwn(ofPictures, problem) ? ofPictures[problem as Problem] : undefined
  return own ?? problemSentence(problem, strings) ?? strings.problems['reading-failed']
}
