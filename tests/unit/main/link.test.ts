import { expect, test } from '@playwright/test'
import { JobError } from '../../../main/ingest/journal'
import { createIngestLink, type HostEvents, type IngestHost } from '../../../main/ingest/link'
import type { FromIngest, ToIngest } from '../../../preload/contract'

/** A page that the test plays: it sees every start, stop and message. */
function createStage() {
  const posted: ToIngest[] = []
  let starts = 0
  let stops = 0
  let events: HostEvents | undefined
  const host: IngestHost = {
    start: listener => {
      starts++
      events = listener
    },
    stop: () => void stops++,
    post: message => void posted.push(message),
  }
  return {
    host,
    posted,
    starts: () => starts,
    stops: () => stops,
    say: (message: FromIngest) => events?.message(message),
    ready: () => events?.message({ kind: 'ready', credits: 2, empty: false }),
    die: () => events?.gone(),
    takePosted: () => posted.splice(0).filter(message => message.kind === 'job'),
  }
}

const UNCHANGED = { kind: 'unchanged', answer: { maxAgeSeconds: null, movedTo: null } } as const
const SILENT = {
  ready: () => undefined,
  schedule: () => undefined,
  waiting: () => undefined,
  changed: () => undefined,
  trouble: () => undefined,
}
const CONTENT = { contentHash: 'abc', address: 'https://example.org/feed' }

const eventually = (check: () => void): Promise<void> => expect(check).toPass({ timeout: 5_000 })

test('a job is posted when the page is ready, and resolves with its output', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT)
  const running = link.run('feeds.export', null)
  expect(stage.takePosted()).toEqual([])
  stage.ready()
  const [job] = stage.takePosted()
  expect(job?.name).toBe('feeds.export')
  stage.say({ kind: 'done', id: job?.id ?? 0, output: '<opml/>' })
  expect(await running).toBe('<opml/>')
  link.close()
})

test('a job that the page refuses rejects with the problem', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT)
  stage.ready()
  const running = link.run('feeds.export', null)
  stage.say({ kind: 'failed', id: stage.takePosted()[0]?.id ?? 0, problem: 'disk-full' })
  await expect(running).rejects.toEqual(new JobError('disk-full'))
  link.close()
})

test('after the page ended, what it had in hand goes one at a time before everything else', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT)
  stage.ready()
  const first = link.run('page.save', { kind: 'paste', html: null, text: 'one' })
  const second = link.run('page.save', { kind: 'paste', html: null, text: 'two' })
  const [one, two] = stage.takePosted()
  stage.die()
  const third = link.run('feeds.export', null)
  await eventually(() => expect(stage.starts()).toBe(2))
  stage.ready()
  expect(stage.takePosted()).toEqual([one])
  stage.say({ kind: 'done', id: one?.id ?? 0, output: 'first' })
  expect(stage.takePosted()).toEqual([two])
  stage.say({ kind: 'done', id: two?.id ?? 0, output: 'second' })
  const [last] = stage.takePosted()
  expect(last?.name).toBe('feeds.export')
  stage.say({ kind: 'done', id: last?.id ?? 0, output: 'third' })
  expect(await Promise.all([first, second, third])).toEqual(['first', 'second', 'third'])
  link.close()
})

test('content that ends the page twice is put in quarantine, and its neighbour is not', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT)
  stage.ready()
  const arrival = { feedId: 1, arrival: UNCHANGED } as const
  const guilty = link.run('feed.arrived', arrival, CONTENT)
  const innocent = link.run('feed.arrived', arrival, { ...CONTENT, contentHash: 'innocent' })
  const refused = expect(guilty).rejects.toEqual(new JobError('quarantined'))
  const [first] = stage.takePosted()
  stage.die()
  await eventually(() => expect(stage.starts()).toBe(2))
  stage.ready()
  expect(stage.takePosted()).toEqual([first])
  stage.die()
  await refused
  await eventually(() => expect(stage.starts()).toBe(3))
  stage.ready()
  const [again] = stage.takePosted()
  stage.say({ kind: 'done', id: again?.id ?? 0, output: { added: 1, problem: null } })
  expect(await innocent).toEqual({ added: 1, problem: null })
  const [quarantine] = stage.takePosted()
  expect(quarantine).toMatchObject({ name: 'quarantine', input: CONTENT })
  link.close()
})

test('a page that says nothing while it has a job is ended', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT, 1_000)
  stage.ready()
  const running = link.run('feeds.export', null)
  await eventually(() => expect(stage.stops()).toBe(1))
  await eventually(() => expect(stage.starts()).toBe(2))
  stage.ready()
  stage.say({ kind: 'done', id: stage.takePosted().at(-1)?.id ?? 0, output: 'after all' })
  expect(await running).toBe('after all')
  link.close()
})

test('no more feeds are let through than the page gave credits for, and a cancelled wait gives its place up', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT)
  const never = new AbortController()
  const cancelled = new AbortController()
  const first = link.credit(never.signal)
  stage.ready()
  const giveBack = await first
  await link.credit(never.signal)
  let third = false
  const waiting = link.credit(cancelled.signal)
  const after = link.credit(never.signal).then(() => (third = true))
  cancelled.abort(new Error('stop'))
  await expect(waiting).rejects.toThrow('stop')
  expect(third).toBe(false)
  giveBack()
  await after
  expect(third).toBe(true)
  link.close()
})

test('a page that never becomes ready is replaced', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT, 30)
  await eventually(() => expect(stage.starts()).toBe(2))
  link.close()
})

test('while the library cannot be used everything fails at once, and works again when it can', async () => {
  const stage = createStage()
  const told: (string | null)[] = []
  const link = createIngestLink(stage.host, { ...SILENT, trouble: trouble => void told.push(trouble) })
  const waiting = link.run('feeds.export', null)
  const refused = expect(waiting).rejects.toEqual(new JobError('disk-full'))
  stage.say({ kind: 'trouble', trouble: 'disk-full' })
  await refused
  await expect(link.run('feeds.export', null)).rejects.toEqual(new JobError('disk-full'))
  stage.ready()
  expect(told).toEqual(['disk-full', null])
  const running = link.run('feeds.export', null)
  stage.say({ kind: 'done', id: stage.takePosted().at(-1)?.id ?? 0, output: 'again' })
  expect(await running).toBe('again')
  link.close()
})

test('a page that says that it is at work is not ended, however long it takes', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT, 200)
  stage.ready()
  const running = link.run('feeds.export', null)
  const [job] = stage.takePosted()
  for (let step = 0; step < 8; step++) {
    await new Promise(resolve => setTimeout(resolve, 50))
    stage.say({ kind: 'alive' })
  }
  expect(stage.starts()).toBe(1)
  stage.say({ kind: 'done', id: job?.id ?? 0, output: 'done' })
  expect(await running).toBe('done')
  link.close()
})

test('the end waits for what the person asked for, and not for feeds', async () => {
  const stage = createStage()
  const link = createIngestLink(stage.host, SILENT)
  stage.ready()
  link.run('feed.arrived', { feedId: 1, arrival: UNCHANGED }).catch(() => undefined)
  await link.settle(60_000)
  const saving = link.run('page.save', { kind: 'paste', html: null, text: 'one' })
  let settled = false
  const settling = link.settle(60_000).then(() => (settled = true))
  await new Promise(resolve => setTimeout(resolve, 120))
  expect(settled).toBe(false)
  stage.say({ kind: 'done', id: stage.takePosted().at(-1)?.id ?? 0, output: 'saved' })
  await saving
  await settling
  link.close()
})
