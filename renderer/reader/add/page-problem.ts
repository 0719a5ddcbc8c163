import { problemSentence } from '../sidebar/problem-sentence'
import type { Strings } from '../strings'

/** @returns why a page was not saved; of a feed some of it is said in other words */
export const pageProblemSentence = (problem: string, strings: Strings): string =>
  problemSentence(problem, strings, strings.saving.problems) ?? strings.problems['reading-failed']
