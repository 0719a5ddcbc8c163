/**
 * Puts single questions together: those that come while an answer is under way are asked as one, next.
 *
 * @param ask answers several questions, in their order
 * @returns asks one; it rejects as the asking did in which it went
 */
export function createGathering<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  interface Asked {
    readonly question: Question
    readonly resolve: (answer: Promise<Answer>) => void
  }
  const waiting: Asked[] = []
  let isAsking = false

  const askAll = async (): Promise<void> => {
    while (waiting.length) {
      const asked = waiting.splice(0)
      const answering = ask(asked.map(({ question }) => question))
      asked.forEach(({ resolve }, at) => resolve(answering.then(answers => answers[at] as Answer)))
      await answering.catch(() => undefined)
    }
    isAsking = false
  }
  return question =>
    new Promise(resolve => {
      waiting.push({ question, resolve })
      if (isAsking) return
      isAsking = true
      queueMicrotask(() => void askAll())
    })
}
