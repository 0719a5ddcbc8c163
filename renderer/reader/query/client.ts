import type { FromWorker, Queries, ToWorker } from './protocol'

/** The reader's side of the query worker. */
export interface QueryClient {
  /**
   * Asks the worker.
   *
   * @param signal drops the question: the promise then rejects with its reason, and the worker stops working on it
   * @throws Error by rejecting when the worker fails
   */
  ask<Name extends keyof Queries>(
    name: Name,
    input: Queries[Name]['input'],
    signal?: AbortSignal,
  ): Promise<Queries[Name]['output']>
}

interface Pending {
  readonly resolve: (output: never) => void
  readonly reject: (reason: unknown) => void
}

/** @param worker the query worker, just started */
export function createQueryClient(worker: Worker): QueryClient {
  const pending = new Map<number, Pending>()
  let lastId = 0
  const take = (id: number): Pending | undefined => {
    const found = pending.get(id)
    pending.delete(id)
    return found
  }
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiting = take(data.id)
    if (data.kind === 'answer') waiting?.resolve(data.output as never)
    else waiting?.reject(new Error(data.message))
  })
  worker.addEventListener('error', event => {
    for (const id of [...pending.keys()])
      take(id)?.reject(new Error(event.message || 'the query worker ended'))
  })
  const ask: QueryClient['ask'] = (name, input, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const id = ++lastId
      pending.set(id, { resolve, reject })
      worker.postMessage({ kind: 'ask', id, name, input } as ToWorker)
      signal?.addEventListener('abort', () => {
        if (!take(id)) return
        worker.postMessage({ kind: 'cancel', id } satisfies ToWorker)
        reject(signal.reason as Error)
      })
    })
  return { ask }
}
