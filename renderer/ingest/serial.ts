/** Does one piece of work at a time, in the order given. */
export type Serial = <Result>(work: () => Promise<Result>) => Promise<Result>

/** @returns a queue of its own */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
