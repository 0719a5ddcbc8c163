import type { NewVersion, UpdateAction, UpdateProblem, UpdateState, UpdateStep } from '../../preload/contract'
import type { UpdateEngine } from './update-engine'
import type { UpdateRecord } from './update-record'

/** What updates need of the program. */
export interface UpdateWorld extends Pick<UpdateState, 'way' | 'version' | 'host'> {
  /** What was remembered, and the way to remember more; that must not reject. */
  readonly record: UpdateRecord
  readonly remember: (record: UpdateRecord) => Promise<void>
  /** Loaded when it is first needed. */
  readonly engine: () => Promise<UpdateEngine>
  /** Finishes what is under way and backs the library up. @returns whether nothing can be lost */
  readonly secure: () => Promise<boolean>
  readonly problemOf: (error: unknown) => UpdateProblem
  readonly online: () => boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly tell: (state: UpdateState) => void
}

/** Newer versions of the program: the person hears of them, and decides. */
export interface Updates {
  state(): UpdateState
  /** Does what the person chose; what makes no sense at the moment is left. */
  act(action: UpdateAction): Promise<void>
  setAutomatic(on: boolean): Promise<void>
  /** Looks whether it is time to look for a newer version by itself. */
  turn(): Promise<void>
}

const DAY = 24 * 60 * 60 * 1000

/** Follows one update from the question whether there is one to its installation. */
export function createUpdates(world: UpdateWorld): Updates {
  let record = world.record
  let step: UpdateStep = { kind: 'none' }
  let stopping = new AbortController()
  const state = (): UpdateState => {
    const { way, version, host } = world
    return { way, version, host, automatic: record.automatic, checkedAt: record.checkedAt, step }
  }
  const go = (next: UpdateStep): void => {
    step = next
    world.tell(state())
  }
  const remember = async (change: Partial<UpdateRecord>): Promise<void> => {
    record = { ...record, ...change }
    await world.remember(record)
    world.tell(state())
  }
  /** Does a piece of work; what it throws is told. */
  const attempt = async (
    retry: UpdateAction,
    update: NewVersion | null,
    work: (engine: UpdateEngine) => Promise<void>,
  ): Promise<void> => {
    try {
      await work(await world.engine())
    } catch (error) {
      console.error('update:', error)
      go({ kind: 'failed', problem: world.problemOf(error), retry, update })
    }
  }
  const check = async (isAsked: boolean): Promise<void> => {
    go({ kind: 'checking' })
    await attempt('check', null, async engine => {
      const found = await engine.check()
      await remember({ checkedAt: world.now() })
      if (!found) go({ kind: isAsked ? 'newest' : 'none' })
      else
        go(!isAsked && found.version === record.skipped ? { kind: 'none' } : { kind: 'found', update: found })
    })
    // Nobody asked, so nobody waits to hear that it failed.
    if (!isAsked && step.kind === 'failed') go({ kind: 'none' })
  }
  const download = async (update: NewVersion): Promise<void> => {
    const stop = (stopping = new AbortController())
    go({ kind: 'downloading', update, percent: 0 })
    await attempt('download', update, async engine => {
      const onProgress = (percent: number): void =>
        go({ kind: 'downloading', update, percent: Math.floor(percent) })
      await engine.download(onProgress, stop.signal)
      go({ kind: 'ready', update })
    })
    if (stop.signal.aborted) go({ kind: 'found', update })
  }
  const install = async (update: NewVersion): Promise<void> => {
    go({ kind: 'installing', update })
    const isSecure = await world.secure().catch(() => false)
    if (!isSecure) return go({ kind: 'failed', problem: 'backup', retry: 'install', update })
    await attempt('install', update, engine => engine.install())
  }
  const act = async (action: UpdateAction): Promise<void> => {
    if (world.way !== 'itself' || !isPossible(action, step)) return
    const update = 'update' in step ? step.update : null
    if (action === 'check') return check(true)
    if (action === 'stop') return stopping.abort()
    if (action === 'later') return go({ kind: 'none' })
    if (!update) return
    if (action === 'skip') {
      await remember({ skipped: update.version })
      return go({ kind: 'none' })
    }
    return action === 'download' ? download(update) : install(update)
  }
  const turn = async (): Promise<void> => {
    const isDue = record.checkedAt === null || Math.abs(world.now() - record.checkedAt) >= DAY
    const isIdle = step.kind === 'none' || step.kind === 'newest'
    if (world.way === 'itself' && record.automatic && isDue && isIdle && world.online()) await check(false)
  }
  return {
    state,
    act,
    setAutomatic: async on => {
      await remember({ automatic: on })
      if (on) await turn()
    },
    turn,
  }
}

/** Whether something can be done at a step: the window may have shown an older one. */
function isPossible(action: UpdateAction, step: UpdateStep): boolean {
  const isRetry = step.kind === 'failed' && step.retry === action
  switch (action) {
    case 'check':
      return !['checking', 'downloading', 'installing'].includes(step.kind)
    case 'download':
      return step.kind === 'found' || isRetry
    case 'stop':
      return step.kind === 'downloading'
    case 'install':
      return step.kind === 'ready' || isRetry
    case 'later':
    case 'skip':
      return ['found', 'ready', 'failed', 'newest'].includes(step.kind)
  }
}
