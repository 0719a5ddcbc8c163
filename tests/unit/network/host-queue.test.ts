import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { createHostQueue, type QueueLimits } from '../../../main/network/host-queue'
import { createTimers } from '../../../main/network/timers'

const LIMITS: QueueLimits = { concurrency: 4, concurrencyPerHost: 2, slowRequests: 4, slowAfterMs: 60_000 }

/** A queue whose work ends when the test says so. */
function openQueue(limits: Partial<QueueLimits> = {}) {
  const queue = createHostQueue({ ...LIMITS, ...limits }, createTimers())
  const started: string[] = []
  const ends = new Map<string, () => void>()
  return {
    queue,
    started,
    /** Puts work in: its name is the host and a number, `a1`. */
    put: (name: string, urgent = false, signal?: AbortSignal) =>
      queue.run(
        name.charAt(0),
        urgent,
        () => {
          started.push(name)
          return new Promise<string>(resolve => ends.set(name, () => resolve(name)))
        },
        signal,
      ),
    /** Ends work and lets what follows begin. */
    end: async (name: string) => {
      ends.get(name)?.()
      await settle()
    },
  }
}

/** Everything that can begin has begun. */
const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

test('work gives its own result or error back', async () => {
  const { queue } = openQueue()
  expect(await queue.run('a', false, () => Promise.resolve(7))).toBe(7)
  await expect(queue.run('a', false, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

test('a host has no more than its places, the pool no more than its own', async () => {
  const { put, started, end } = openQueue()
  for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) void put(name)
  await settle()
  expect(started).toEqual(['a1', 'a2', 'b1', 'b2'])
  await end('b1')
  expect(started).toEqual(['a1', 'a2', 'b1', 'b2', 'c1'])
  await end('a1')
  expect(started.at(-1)).toBe('a3')
})

test('hosts take turns, however much one has waiting', async () => {
  const { put, started, end } = openQueue({ concurrency: 1 })
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) void put(name)
  await settle()
  for (let turn = 0; turn < 6; turn += 1) await end(started.at(-1) ?? '')
  expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
})

test('urgent work goes before what waits', async () => {
  const { put, started, end } = openQueue({ concurrency: 1 })
  for (const name of ['a1', 'a2', 'b1']) void put(name)
  void put('c1', true)
  await settle()
  await end('a1')
  expect(started).toEqual(['a1', 'c1'])
})

test('work that fails gives its place back', async () => {
  const { queue, put, started } = openQueue({ concurrency: 1 })
  await expect(queue.run('a', false, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  void put('a1')
  await settle()
  expect(started).toEqual(['a1'])
})

test('work that lasts leaves the pool to others, but not the places of its host', async () => {
  const { put, started, end } = openQueue({ concurrency: 2, slowAfterMs: 20 })
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) void put(name)
  await expect.poll(() => started).toEqual(['a1', 'a2', 'b1', 'c1'])
  await end('a1')
  // The places in the pool that it needs become free a moment later, when the others have lasted, too.
  await expect.poll(() => started.at(-1)).toBe('a3')
})

test('no more work than allowed counts as slow', async () => {
  const { put, started } = openQueue({ concurrency: 1, slowRequests: 1, slowAfterMs: 20 })
  for (const name of ['a1', 'b1', 'c1']) void put(name)
  await expect.poll(() => started).toEqual(['a1', 'b1'])
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(started).toEqual(['a1', 'b1'])
})

test('work given up while it waits never begins and holds no place', async () => {
  const { put, started, end } = openQueue({ concurrency: 1 })
  const control = new AbortController()
  void put('a1')
  const given = put('a2', false, control.signal)
  void put('a3')
  control.abort(new Error('no longer wanted'))
  await expect(given).rejects.toThrow('no longer wanted')
  await end('a1')
  expect(started).toEqual(['a1', 'a3'])
})

test('work given up before it is put in never begins', async () => {
  const { put, started } = openQueue()
  await expect(put('a1', false, AbortSignal.abort(new Error('no')))).rejects.toThrow('no')
  await settle()
  expect(started).toEqual([])
})

test('all work is done once and the limits hold, whatever the mix', async () => {
  const work = fc.record({ host: fc.constantFrom('a', 'b', 'c', 'd', 'e'), urgent: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(work, { maxLength: 40 }), async all => {
      const queue = createHostQueue(LIMITS, createTimers())
      const running: string[] = []
      let done = 0
      const begin = async (host: string): Promise<void> => {
        running.push(host)
        expect(running.length).toBeLessThanOrEqual(LIMITS.concurrency)
        expect(running.filter(other => other === host).length).toBeLessThanOrEqual(LIMITS.concurrencyPerHost)
        await settle()
        running.splice(running.indexOf(host), 1)
        done += 1
      }
      await Promise.all(all.map(({ host, urgent }) => queue.run(host, urgent, () => begin(host))))
      expect(done).toBe(all.length)
    }),
    { numRuns: 30 },
  )
})
