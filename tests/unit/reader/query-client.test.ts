import { expect, test } from '@playwright/test'
import { createQueryClient } from '../../../renderer/reader/query/client'
import type { FromWorker, ToWorker } from '../../../renderer/reader/query/protocol'

/** A worker that answers when it is told to. */
function fakeWorker() {
  const channel = new EventTarget()
  const received: ToWorker[] = []
  const worker = Object.assign(channel, { postMessage: (message: ToWorker) => void received.push(message) })
  const answer = (message: FromWorker): void => {
    channel.dispatchEvent(Object.assign(new Event('message'), { data: message }))
  }
  return { client: createQueryClient(worker as unknown as Worker), received, answer, channel }
}

test('answers reach the question they belong to, in any order', async () => {
  const { client, received, answer } = fakeWorker()
  const first = client.ask('related', 1)
  const second = client.ask('related', 2)
  const [one, two] = received.map(({ id }) => id)
  answer({ kind: 'answer', id: two ?? 0, output: ['second'] })
  answer({ kind: 'answer', id: one ?? 0, output: ['first'] })
  expect(await Promise.all([first, second])).toEqual([['first'], ['second']])
})

test('a question that was dropped is cancelled in the worker, and its late answer reaches nobody', async () => {
  const { client, received, answer } = fakeWorker()
  const controller = new AbortController()
  const dropped = client.ask('search', { query: 'la', order: 'date' }, controller.signal)
  controller.abort(new Error('newer query'))
  await expect(dropped).rejects.toThrow('newer query')
  const id = received[0]?.id ?? 0
  expect(received[1]).toEqual({ kind: 'cancel', id })
  answer({ kind: 'answer', id, output: [] })
  await expect(dropped).rejects.toThrow('newer query')
})

test('what the worker could not answer fails, and so does everything when it ends', async () => {
  const { client, received, answer, channel } = fakeWorker()
  const failing = client.ask('related', 1)
  answer({ kind: 'failure', id: received[0]?.id ?? 0, message: 'the index is gone' })
  await expect(failing).rejects.toThrow('the index is gone')
  const waiting = client.ask('related', 2)
  channel.dispatchEvent(Object.assign(new Event('error'), { message: 'crashed' }))
  await expect(waiting).rejects.toThrow('crashed')
})
