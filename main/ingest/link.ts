import type { FromIngest, IngestJobs, LibraryTrouble, ToIngest, WaitingAddress } from '../../preload/contract'
import { createCredits } from './credits'
import { createJournal, JobError, type Content, type Job } from './journal'

/** How messages reach the ingest page, and how its end is noticed. */
export interface IngestHost {
  /** Starts a page. It is called again after `stop`. */
  start(events: HostEvents): void
  /** Ends the page that runs, if one does; no event of it comes after this. */
  stop(): void
  post(message: ToIngest): void
}

export interface HostEvents {
  readonly message: (message: FromIngest) => void
  /** The page's process has ended. */
  readonly gone: () => void
}

/** What the page tells without being asked. */
export interface LinkEvents {
  /** @param isEmpty whether the library holds nothing that the person put there */
  readonly ready: (isEmpty: boolean) => void
  /** Something changed that cannot be fetched again. */
  readonly changed: () => void
  readonly schedule: (schedule: Schedule) => void
  /** The queue has changed. */
  readonly waiting: (addresses: readonly WaitingAddress[]) => void
  /** The library cannot be used; null: it can again. */
  readonly trouble: (trouble: LibraryTrouble | null) => void
}

/** Which feeds the person follows, and what the person wishes. */
export type Schedule = Omit<Extract<FromIngest, { kind: 'schedule' }>, 'kind'>

/** The ingest page as the rest of the main process sees it. The page may die at any time. */
export interface IngestLink {
  /**
   * Gives the page a job.
   *
   * @param content what the job has the page read, when it came from outside
   * @returns the job's output, after what it stores is stored
   * @throws JobError
   */
  run<Name extends keyof IngestJobs>(
    name: Name,
    input: IngestJobs[Name]['input'],
    content?: Content,
  ): Promise<IngestJobs[Name]['output']>
  /**
   * Waits until the page can take one more feed.
   *
   * @returns a function to call when that feed is finished
   */
  credit(signal: AbortSignal): Promise<() => void>
  /** Waits until nothing is under way that the person asked for, but not longer than this. */
  settle(milliseconds: number): Promise<void>
  /** Ends the page for good. */
  close(): void
}

/** A page that says nothing for so long, while it has a job, hangs. */
const SILENCE_MILLISECONDS = 30_000
/** Pauses before starts that follow one another without any job done in between. */
const RESTART_MILLISECONDS = [0, 500, 2_000, 10_000, 60_000] as const

/**
 * Starts the ingest page and keeps a journal of what it has in hand. When the page ends or hangs, a new one is started
 * and its jobs are tried again one by one; content that ends the page a second time, then alone, is put in quarantine.
 *
 * @param silenceMilliseconds how long the page may say nothing while it works
 */
export function createIngestLink(
  host: IngestHost,
  events: LinkEvents,
  silenceMilliseconds = SILENCE_MILLISECONDS,
): IngestLink {
  const journal = createJournal()
  const credits = createCredits()
  let nextId = 1
  let ready = false
  let closed = false
  let trouble: LibraryTrouble | null = null
  let starts = 0
  let silence: NodeJS.Timeout | undefined
  /** Since when the page is waited for; null while nothing is expected of it. */
  let silentSince: number | null = null

  /** Only what the page says puts the end of its silence off; what it is given does not. */
  const watch = (): void => {
    silentSince ??= performance.now()
    if (!closed) silence ??= setTimeout(look, silenceMilliseconds)
  }
  /** The timer runs on: during a sync the page speaks a hundred times a second, and a timer that is set wakes a thread. */
  const heard = (): void => {
    silentSince = null
  }
  const look = (): void => {
    silence = undefined
    if (closed || silentSince === null) return
    const left = silentSince + silenceMilliseconds - performance.now()
    if (left > 0) silence = setTimeout(look, left)
    else gone()
  }
  const pump = (): void => {
    if (ready) journal.take().forEach(job => host.post(job.message))
    if (journal.busy()) watch()
  }
  const start = (): void => {
    if (closed) return
    host.start({ message, gone })
    watch()
  }
  const startAgain = (): void => {
    ready = false
    heard()
    host.stop()
    setTimeout(start, RESTART_MILLISECONDS[Math.min(starts++, RESTART_MILLISECONDS.length - 1)])
  }
  const gone = (): void => {
    if (closed) return
    startAgain()
    journal.pageEnded().forEach(blame)
  }
  const blame = (job: Job): void => {
    if (job.content) run('quarantine', job.content).catch(() => undefined)
    job.reject(new JobError(job.content ? 'quarantined' : 'reading-failed'))
  }
  /** Nothing can be stored: what was asked for fails at once, and another page tries again in a while. */
  const suffer = (found: LibraryTrouble): void => {
    trouble = found
    events.trouble(found)
    journal.clear().forEach(job => job.reject(new JobError(found)))
    starts = Math.max(starts, RESTART_MILLISECONDS.length - 3)
    startAgain()
  }
  const finish = (id: number, end: (job: Job) => void): void => {
    const job = journal.finish(id)
    if (!job) return
    starts = 0
    end(job)
  }
  const beReady = (count: number, isEmpty: boolean): void => {
    ready = true
    credits.grant(count)
    if (trouble) events.trouble(null)
    trouble = null
    events.ready(isEmpty)
  }
  const message = (received: FromIngest): void => {
    heard()
    switch (received.kind) {
      case 'ready':
        beReady(received.credits, received.empty)
        break
      case 'alive':
        break
      case 'done':
        finish(received.id, job => job.resolve(received.output as never))
        break
      case 'failed':
        finish(received.id, job => job.reject(new JobError(received.problem)))
        break
      case 'schedule':
        events.schedule(received)
        break
      case 'waiting':
        events.waiting(received.addresses)
        break
      case 'changed':
        events.changed()
        break
      case 'trouble':
        return suffer(received.trouble)
    }
    pump()
  }
  const run: IngestLink['run'] = (name, input, content) =>
    new Promise((resolve, reject) => {
      if (trouble) return reject(new JobError(trouble))
      journal.add({
        message: { kind: 'job', id: nextId++, name, input } as ToIngest,
        content,
        resolve,
        reject,
      })
      pump()
    })
  const settle = async (milliseconds: number): Promise<void> => {
    const end = performance.now() + milliseconds
    while (journal.wanted() && performance.now() < end) await new Promise(resolve => setTimeout(resolve, 50))
  }
  const close = (): void => {
    closed = true
    clearTimeout(silence)
    host.stop()
  }
  start()
  return { run, credit: credits.take, settle, close }
}
