import { Dexie } from 'dexie'
import {
  allFeeds,
  INDEX_DAMAGE,
  isPresent,
  ledgerOf,
  nextTurn,
  openLibrary,
  reconnecting,
  segmentStore,
  type Database,
} from '../../library'
import { createSearcher, IndexFormatError, stemsFor } from '../../search'
import type { Stem } from '../../text'
import { answer, type Answering } from './answers'
import type { Facts } from './conditions'
import type { FromWorker, ToWorker } from './protocol'

// Searches run here, so that they never delay typing. The library is read only.

/** Segments that were replaced take room on the disk while they are open: nobody may ask anything for hours. */
const LETS_GO_AFTER = 1000
const TRIES_AGAIN = 30_000

async function prepare(): Promise<Answering> {
  const database = await openLibrary()
  let facts: Facts = { ledger: await ledgerOf(database), titles: await titlesOf(database) }
  let stems: readonly Stem[] = []
  const isDeleted = (id: number): boolean => !isPresent(facts.ledger, id)
  const searcher = createSearcher(segmentStore(database), { isDeleted, pause: nextTurn })
  const stale = { segments: true, feeds: false }
  const refreshOnce = async (from: 'memory' | 'store'): Promise<void> => {
    const segments = stale.segments || from === 'store'
    const { feeds } = stale
    Object.assign(stale, { segments: false, feeds: false })
    try {
      // The ledger is read after the segments: an article that it does not have counts as deleted.
      if (segments) {
        await searcher.refresh()
        stems = await stemsFor(searcher, navigator.languages, tellOfDamage)
      }
      const ledger = await ledgerOf(database, from)
      facts = { ledger, titles: feeds ? await titlesOf(database) : facts.titles }
    } catch (error) {
      stale.segments ||= segments
      stale.feeds ||= feeds
      throw error
    }
  }
  let last: Promise<void> = Promise.resolve()
  /** One after the other: what is asked while one goes on is not answered from before it. */
  const refreshed: Answering['refreshed'] = (from = 'memory') =>
    (last = last.catch(() => undefined).then(() => refreshOnce(from)))
  const letGoSoon = createSoon(async () => refreshed())
  Dexie.on('storagemutated', (parts: object) => {
    const names = (table: string): boolean =>
      Object.keys(parts).some(part => part === 'all' || part.includes(`/${table}/`))
    stale.feeds ||= names('feeds')
    if (!names('segments')) return
    stale.segments = true
    letGoSoon()
  })
  // Open before anybody asks.
  refreshed().catch(tellOfDamage)
  return { database, searcher, facts: () => facts, stems: () => stems, refreshed }
}

/** @returns has work done after a second, and again after half a minute when it fails; what is due sooner comes first */
function createSoon(work: () => Promise<void>): () => void {
  let dueAt = Infinity
  const doAfter = (milliseconds: number): void => {
    const at = performance.now() + milliseconds
    if (at >= dueAt) return
    dueAt = at
    setTimeout(() => {
      if (dueAt !== at) return
      dueAt = Infinity
      work().catch((error: unknown) => {
        tellOfDamage(error)
        doAfter(TRIES_AGAIN)
      })
    }, milliseconds)
  }
  return () => doAfter(LETS_GO_AFTER)
}

const titlesOf = async (database: Database): Promise<ReadonlyMap<number, string>> =>
  new Map((await allFeeds(database)).map(({ id, title }) => [id, title]))

const damage = new BroadcastChannel(INDEX_DAMAGE)
/** Who indexes looks for what cannot be read, and makes it again. */
function tellOfDamage(error: unknown): void {
  if (error instanceof IndexFormatError) damage.postMessage(null)
}

let preparing: Promise<Answering> | null = null
/** What failed once may succeed for the next question: there may be room on the disk again. */
const prepared = (): Promise<Answering> =>
  (preparing ??= prepare().catch((error: unknown) => {
    preparing = null
    throw error
  }))
prepared().catch(() => undefined)
const running = new Map<number, AbortController>()
const send = (message: FromWorker): void => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'cancel') return running.get(data.id)?.abort()
  const controller = new AbortController()
  running.set(data.id, controller)
  prepared()
    .then(answering => reconnecting(answering.database, () => answer(answering, data, controller.signal)))
    .then(
      output => send({ kind: 'answer', id: data.id, output }),
      (error: unknown) => {
        tellOfDamage(error)
        send({ kind: 'failure', id: data.id, message: String(error) })
      },
    )
    .finally(() => running.delete(data.id))
})
