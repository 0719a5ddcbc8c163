import type {
  AddFeedResult,
  Problem,
  SavePageResult,
  SavingState,
  WaitingAddress,
} from '../../preload/contract'
import type { Adding } from './add'
import { createLine, hostOf } from './line'
import type { IngestLink } from '../ingest'
import type { Attempt, Saving } from './save-waiting'

/** The queue: addresses that were added without a network, or by a list of pages. */
export interface Waiting {
  /** The queue as the library has it. */
  reschedule(addresses: readonly WaitingAddress[]): void
  /** Tries what waits, if there is a network and the person did not stop it. */
  check(): void
  /** Goes on after it was stopped. */
  start(): void
  /** Gives up what is under way: it stays in the queue until it is started, or the program is. */
  stop(): void
  state(): SavingState
}

/** Addresses under way at a time, and of one host. */
const AT_A_TIME = 8
const PER_HOST = 2
/** A host that did not answer so many times in a row is not asked for the rest of its addresses. */
const SILENCES = 3
/** How often it is looked whether there is a network again, and whether a host may be asked again. */
const TICK = 15_000
/** A host that asks for a pause and does not say how long gets this one, in milliseconds; and so many in a row. */
const PAUSE = 60_000
const PAUSES = 5

/** What says of a host that it does not answer. */
const SILENT: ReadonlySet<Problem> = new Set(['host-not-found', 'refused', 'timeout', 'tls'])
/** What says nothing of the address: it stays as it is, and everything waits for better times. */
const ELSEWHERE: ReadonlySet<Problem> = new Set([
  'offline',
  'newer-program',
  'in-use',
  'disk-full',
  'damaged',
])

/** What is known of a host while it has addresses in the queue. */
interface Host {
  asking: number
  silences: number
  pauses: number
  /** When it may be asked again, as `performance.now` counts. */
  restsUntil: number
}

/**
 * Works through the queue: a few addresses at a time, hosts in turn, so that one that does not answer delays no other.
 *
 * @param onState told of every change
 */
export function createWaiting(
  saving: Saving,
  online: () => boolean,
  onState: (state: SavingState) => void,
): Waiting {
  const trying = new Map<number, AbortController>()
  /** What was saved stays away, also when a list of the queue comes that was read before. Numbers only grow. */
  const finished = new Set<number>()
  const hosts = new Map<string, Host>()
  let line = createLine([])
  let stopped = false
  /** Whether it rests until the next look: the trouble is not the addresses'. */
  let resting = false
  let done = 0
  let failed = 0

  const hostNamed = (name: string): Host => {
    const host = hosts.get(name) ?? { asking: 0, silences: 0, pauses: 0, restsUntil: 0 }
    hosts.set(name, host)
    return host
  }
  const mayAsk = (name: string): boolean => {
    const { asking, restsUntil } = hostNamed(name)
    return asking < PER_HOST && restsUntil <= performance.now()
  }
  const state = (): SavingState => {
    const total = done + trying.size + line.size()
    return { running: trying.size > 0, stopped: stopped && line.size() > 0, done, total, failed }
  }
  const finish = (ids: readonly number[], isFailure: boolean): void => {
    done += ids.length
    if (isFailure) failed += ids.length
    else ids.forEach(id => finished.add(id))
  }
  const note = async (waiting: readonly WaitingAddress[], problem: Problem | null): Promise<void> => {
    const ids = waiting.map(({ id }) => id)
    await saving.note(ids, problem)
    finish(ids, problem !== null)
  }
  const settle = async (waiting: WaitingAddress, attempt: Attempt): Promise<void> => {
    const { problem, isNoted, retryAfterMs } = attempt
    // The person does not wait for it any more.
    if (isNoted && problem === 'cancelled') return void finished.add(waiting.id)
    if (isNoted) return finish([waiting.id], problem !== null)
    const host = hostNamed(hostOf(waiting))
    host.silences = problem !== null && SILENT.has(problem) ? host.silences + 1 : 0
    host.pauses = problem === 'rate-limited' ? host.pauses + 1 : 0
    resting ||= problem !== null && ELSEWHERE.has(problem)
    if (host.pauses > 0) host.restsUntil = performance.now() + (retryAfterMs ?? PAUSE)
    const isPause = host.pauses > 0 && host.pauses <= PAUSES
    if (isPause || problem === 'cancelled' || (problem !== null && ELSEWHERE.has(problem)))
      return line.putBack(waiting)
    const isLost = host.silences >= SILENCES || host.pauses > PAUSES
    await note([waiting, ...(isLost ? line.takeAllOf(hostOf(waiting)) : [])], problem)
  }
  const attempt = async (waiting: WaitingAddress): Promise<void> => {
    const controller = new AbortController()
    const host = hostNamed(hostOf(waiting))
    trying.set(waiting.id, controller)
    host.asking++
    try {
      await settle(waiting, await saving.save(waiting, controller.signal))
    } catch (error) {
      // It stays in the queue and is tried again.
      console.error(waiting.address, error)
      resting = true
      line.putBack(waiting)
    }
    host.asking--
    trying.delete(waiting.id)
    run()
  }
  const run = (): void => {
    while (!stopped && !resting && trying.size < AT_A_TIME) {
      const next = line.take(mayAsk)
      if (!next) break
      void attempt(next)
    }
    onState(state())
  }
  const check = (): void => {
    resting = !online()
    run()
  }
  setInterval(() => line.size() > 0 && check(), TICK).unref()
  return {
    reschedule: addresses => {
      const isIdle = !trying.size && !line.size()
      line = createLine(addresses.filter(({ id }) => !trying.has(id) && !finished.has(id)))
      // What comes when everything else is done is counted anew.
      if (isIdle && line.size()) [done, failed] = [0, 0]
      check()
    },
    check,
    start: () => {
      stopped = false
      check()
    },
    stop: () => {
      stopped = true
      for (const controller of trying.values()) controller.abort()
      onState(state())
    },
    state,
  }
}

/** The ways of adding by hand, which keep an address for later when there is no network. */
export function keepingForLater(adding: Adding, link: IngestLink): Adding {
  const keep = async <Result extends AddFeedResult | SavePageResult>(
    result: Result,
    address: Omit<WaitingAddress, 'id'>,
  ): Promise<Result | { readonly kind: 'waiting' }> => {
    if (result.kind !== 'failed' || result.problem !== 'offline') return result
    await link.run('queue.add', address)
    return { kind: 'waiting' }
  }
  return {
    addFeed: async (address, folderId) =>
      keep(await adding.addFeed(address, folderId), { kind: 'feed', address, folderId }),
    savePage: async source => {
      const result = await adding.savePage(source)
      if (source.kind !== 'address') return result
      return keep(result, { kind: 'page', address: source.address, folderId: 0 })
    },
  }
}
