import { expect, test } from '@playwright/test'
import { createLine } from '../../../main/sync/line'
import type { Attempt } from '../../../main/sync/save-waiting'
import { createWaiting } from '../../../main/sync/waiting'
import type { Problem, SavingState, WaitingAddress } from '../../../preload/contract'

const page = (id: number, address: string): WaitingAddress => ({ id, kind: 'page', address, folderId: 0 })

const SAVED: Attempt = { problem: null, isNoted: true, retryAfterMs: null }
const failure = (problem: Problem, retryAfterMs: number | null = null): Attempt => ({
  problem,
  isNoted: false,
  retryAfterMs,
})

/** A network that the test plays. */
function createStage(answer: (address: string) => Attempt | Promise<Attempt> = () => SAVED) {
  const asked: string[] = []
  const underWay: string[] = []
  const most = { all: 0, host: 0 }
  const saved: number[] = []
  const noted: { ids: readonly number[]; problem: string | null }[] = []
  const states: SavingState[] = []
  let online = true
  const save = async ({ id, address }: WaitingAddress, signal: AbortSignal): Promise<Attempt> => {
    asked.push(address)
    const { host } = new URL(address)
    underWay.push(host)
    most.all = Math.max(most.all, underWay.length)
    most.host = Math.max(most.host, underWay.filter(other => other === host).length)
    await new Promise(resolve => setTimeout(resolve))
    const givenUp = new Promise<Attempt>(resolve => {
      if (signal.aborted) resolve(failure('cancelled'))
      signal.addEventListener('abort', () => resolve(failure('cancelled')))
    })
    const attempt = await Promise.race([givenUp, answer(address)])
    underWay.splice(underWay.indexOf(host), 1)
    if (attempt.problem === null) saved.push(id)
    return attempt
  }
  const waiting = createWaiting(
    { save, note: async (ids, problem) => void noted.push({ ids, problem }) },
    () => online,
    state => void states.push(state),
  )
  return { waiting, asked, most, saved, noted, states, setOnline: (value: boolean) => void (online = value) }
}

const never = new Promise<Attempt>(() => undefined)
const eventually = (check: () => void): Promise<void> =>
  expect(check).toPass({ timeout: 5_000, intervals: [5] })

test('hosts take turns, and each host keeps its order', () => {
  const line = createLine(
    [
      'https://a.example/1',
      'https://a.example/2',
      'b.example/1',
      'https://c.example/1',
      'https://a.example/3',
    ].map((address, id) => page(id, address)),
  )
  expect(line.size()).toBe(5)
  const taken: number[] = []
  for (let next = line.take(() => true); next; next = line.take(() => true)) taken.push(next.id)
  expect(taken).toEqual([0, 2, 3, 1, 4])
  expect(line.size()).toBe(0)
})

test('a host that may not be asked is passed over, and its rest can be taken at once', () => {
  const line = createLine([
    page(1, 'https://a.example/1'),
    page(2, 'https://a.example/2'),
    page(3, 'https://b.example/'),
  ])
  expect(line.take(host => host !== 'a.example')?.id).toBe(3)
  expect(line.take(host => host !== 'a.example')).toBeUndefined()
  line.putBack(page(4, 'https://a.example/4'))
  expect(line.takeAllOf('a.example').map(({ id }) => id)).toEqual([1, 2, 4])
  expect(line.size()).toBe(0)
})

test('everything is saved once, eight at a time and two of a host', async () => {
  const stage = createStage()
  const addresses = Array.from({ length: 60 }, (_, id) => page(id, `https://h${id % 6}.example/${id}`))
  stage.waiting.reschedule(addresses)
  // The queue is told again while it is worked on.
  stage.waiting.reschedule(addresses)
  await eventually(() => expect(stage.saved).toHaveLength(60))
  expect(stage.asked).toHaveLength(60)
  expect(stage.most).toEqual({ all: 8, host: 2 })
  await eventually(() =>
    expect(stage.waiting.state()).toEqual({ running: false, stopped: false, done: 60, total: 60, failed: 0 }),
  )
  stage.waiting.reschedule(addresses)
  expect(stage.waiting.state().running).toBe(false)
})

test('a host that never answers delays no other', async () => {
  const stage = createStage(url => (url.includes('silent') ? never : SAVED))
  const silent = Array.from({ length: 20 }, (_, id) => page(id, `https://silent.example/${id}`))
  const others = Array.from({ length: 20 }, (_, id) => page(100 + id, `https://good.example/${id}`))
  stage.waiting.reschedule([...silent, ...others])
  await eventually(() => expect(stage.saved).toHaveLength(20))
  expect(stage.waiting.state()).toMatchObject({ running: true, done: 20, total: 40 })
})

test('a host that did not answer three times is not asked for the rest, which is said of all of it', async () => {
  const stage = createStage(() => failure('timeout'))
  stage.waiting.reschedule(Array.from({ length: 500 }, (_, id) => page(id, `https://dead.example/${id}`)))
  await eventually(() => expect(stage.noted.flatMap(({ ids }) => ids)).toHaveLength(500))
  expect(stage.asked.length).toBeLessThan(6)
  expect(stage.noted.every(({ problem }) => problem === 'timeout')).toBe(true)
  expect(stage.waiting.state()).toMatchObject({ running: false, done: 500, failed: 500 })
})

test('pages that are missing say nothing of their host', async () => {
  const stage = createStage(() => failure('not-found'))
  stage.waiting.reschedule(Array.from({ length: 20 }, (_, id) => page(id, `https://a.example/${id}`)))
  await eventually(() => expect(stage.noted).toHaveLength(20))
  expect(stage.asked).toHaveLength(20)
})

test('a page without an article stays in the queue, where the ingest page has noted it', async () => {
  const stage = createStage(() => ({ ...failure('no-article'), isNoted: true }))
  stage.waiting.reschedule([page(1, 'https://a.example/')])
  await eventually(() => expect(stage.waiting.state()).toMatchObject({ done: 1, failed: 1, running: false }))
  expect(stage.noted).toEqual([])
})

test('without a network nothing is noted, and everything is tried when there is one', async () => {
  let online = false
  const stage = createStage(() => (online ? SAVED : failure('offline')))
  stage.waiting.reschedule([page(1, 'https://a.example/'), page(2, 'https://b.example/')])
  await eventually(() => expect(stage.waiting.state().running).toBe(false))
  expect(stage.noted).toEqual([])
  expect(stage.saved).toEqual([])
  stage.setOnline(false)
  const asked = stage.asked.length
  stage.waiting.check()
  expect(stage.asked).toHaveLength(asked)
  online = true
  stage.setOnline(true)
  stage.waiting.check()
  await eventually(() => expect(stage.saved.toSorted()).toEqual([1, 2]))
})

test('a host that asks for a pause is left alone, and its addresses keep their place', async () => {
  const stage = createStage(url => (url.includes('busy') ? failure('rate-limited', 60_000) : SAVED))
  const busy = Array.from({ length: 10 }, (_, id) => page(id, `https://busy.example/${id}`))
  stage.waiting.reschedule([...busy, page(50, 'https://good.example/')])
  await eventually(() => expect(stage.saved).toEqual([50]))
  await eventually(() => expect(stage.waiting.state()).toMatchObject({ running: false, done: 1, total: 11 }))
  expect(stage.asked.filter(url => url.includes('busy')).length).toBeLessThanOrEqual(2)
  expect(stage.noted).toEqual([])
})

test('what is stopped is given up at once and stays, also when the queue is told again, until it is started', async () => {
  const stage = createStage(url => (url.endsWith('/slow') ? never : SAVED))
  const addresses = [
    page(1, 'https://a.example/slow'),
    page(2, 'https://a.example/slow'),
    page(3, 'https://a.example/3'),
  ]
  stage.waiting.reschedule(addresses)
  stage.waiting.stop()
  await eventually(() =>
    expect(stage.waiting.state()).toMatchObject({ running: false, stopped: true, total: 3 }),
  )
  stage.waiting.reschedule(addresses)
  stage.waiting.check()
  expect(stage.waiting.state().running).toBe(false)
  expect(stage.noted).toEqual([])
  const asked = stage.asked.length
  stage.waiting.start()
  expect(stage.waiting.state()).toMatchObject({ running: true, stopped: false })
  expect(stage.asked.length).toBeGreaterThan(asked)
  stage.waiting.stop()
})

test('trouble of the library stops the work, and blames no address', async () => {
  let full = true
  const stage = createStage(() => (full ? failure('disk-full') : SAVED))
  stage.waiting.reschedule(Array.from({ length: 30 }, (_, id) => page(id, `https://h${id}.example/`)))
  await eventually(() => expect(stage.waiting.state().running).toBe(false))
  expect(stage.asked.length).toBeLessThan(30)
  expect(stage.noted).toEqual([])
  full = false
  stage.waiting.check()
  await eventually(() => expect(stage.saved).toHaveLength(30))
})

test('an address that was struck out while it was fetched counts as nothing', async () => {
  const stage = createStage(() => ({ ...failure('cancelled'), isNoted: true }))
  stage.waiting.reschedule([page(1, 'https://a.example/')])
  await eventually(() => expect(stage.waiting.state()).toMatchObject({ running: false, done: 0, total: 0 }))
  expect(stage.noted).toEqual([])
})
