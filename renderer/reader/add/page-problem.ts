import type { Problem } from '../../../preload/contract'
import { problemSentence } from '../sidebar/problem-sentence'
import type { Strings } from '../strings'

/** @returns why a page was not saved; of a feed some of it is said in other words */
export function pageProblemSentence(problem: string, strings: Strings): string {
  const ofPages: Readonly<Partial<Record<Problem, string>>> = strings.saving.problems
  const own = Object.hasOwn(ofPages, problem) ? ofPages[problem as Problem] : undefined
  return own ?? problemSentence(problem, strings) ?? strings.problems['reading-failed']
}
