import { problemSentence } from '../sidebar/problem-sentence'
import type { Strings } from '../strings'

/** @returns why a picture is not in the library, in words */
export const pictureProblemSentence = (
  problem: string,
  strings: Pick<Strings, 'problems' | 'offline'>,
): string => problemSentence(problem, strings, strings.offline.problems) ?? strings.offline.notFetched
