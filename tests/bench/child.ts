import { fork } from 'node:child_process'
import path from 'node:path'

/** A Node process of the bench's own that answers each message with one. */
export interface Child<Question, Answer> {
  /** One question at a time. @throws when the process ends instead */
  readonly ask: (question: Question) => Promise<Answer>
  readonly stop: () => void
}

/** @param name of the bundle beside this one */
export function startChild<Question extends object, Answer>(name: string): Child<Question, Answer> {
  const child = fork(path.join(import.meta.dirname, `${name}.mjs`), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    ask: question =>
      new Promise<Answer>((resolve, reject) => {
        const ended = (code: number | null): void => reject(new Error(`${name} ended with code ${code}`))
        child.once('exit', ended)
        child.once('message', answer => {
          child.off('exit', ended)
          resolve(answer as Answer)
        })
        child.send(question)
      }),
    stop: () => void child.kill(),
  }
}
