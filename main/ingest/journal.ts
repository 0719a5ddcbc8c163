import type { Problem, ToIngest } from '../../preload/contract'

/** Names content by its hash, so that it can be put aside when it ends the page that reads it. */
export interface Content {
  readonly contentHash: string
  readonly address: string
}

/** A job was not done. Nothing of it is stored. */
export class JobError extends Error {
  constructor(readonly problem: Problem) {
    super(`ingest: ${problem}`)
    this.name = 'JobError'
  }
}

/** A job that was not done, as a result like any other. */
export interface Failure {
  readonly kind: 'failed'
  readonly problem: Problem
}

/** @returns the output of a job, or why it was not done */
export async function settled<Output>(running: Promise<Output>): Promise<Output | Failure> {
  try {
    return await running
  } catch (error) {
    if (error instanceof JobError) return { kind: 'failed', problem: error.problem }
    throw error
  }
}

/** A job that is not finished. */
export interface Job {
  readonly message: ToIngest
  /** What the job has the page read, when it came from outside. */
  readonly content: Content | undefined
  readonly resolve: (output: never) => void
  readonly reject: (error: JobError) => void
}

interface Entry {
  readonly job: Job
  sent: boolean
  /** How often the page ended while it had this job. */
  deaths: number
}

/** What the ingest page has in hand and what it shall get. */
export interface Journal {
  add(job: Job): void
  /** The jobs to send now; they count as sent. */
  take(): readonly Job[]
  /** Whether the page has anything in hand. */
  busy(): boolean
  /** Whether the person waits for something: anything but what was fetched and can be fetched again. */
  wanted(): boolean
  /** Strikes out every job. @returns them */
  clear(): readonly Job[]
  /** Strikes out a finished job. */
  finish(id: number): Job | undefined
  /** The page ended: what it had in hand is to be sent again. @returns jobs that are to blame; they are struck out */
  pageEnded(): readonly Job[]
}

/** The page ended once with a job in hand, and again when it had that job alone: the job is to blame. */
const DEATHS_TO_BLAME = 2

/** Jobs that nobody waits for. */
const FETCHED: ReadonlySet<ToIngest['name']> = new Set([
  'feed.arrived',
  'completion.next',
  'page.next',
  'page.arrived',
  'picture.arrived',
  'pictures.done',
])

/** Makes an empty journal. Jobs that were in hand when the page ended go one at a time, before all others. */
export function createJournal(): Journal {
  const entries = new Map<number, Entry>()
  const all = (): readonly Entry[] => [...entries.values()]

  const sendable = (): readonly Entry[] => {
    const suspects = all().filter(entry => entry.deaths > 0)
    if (!suspects.length) return all().filter(entry => !entry.sent)
    return all().some(entry => entry.sent) ? [] : suspects.slice(0, 1)
  }
  return {
    add: job => void entries.set(job.message.id, { job, sent: false, deaths: 0 }),
    take: () =>
      sendable().map(entry => {
        entry.sent = true
        return entry.job
      }),
    busy: () => all().some(entry => entry.sent),
    wanted: () => all().some(({ job }) => !FETCHED.has(job.message.name)),
    clear: () => {
      const jobs = all().map(entry => entry.job)
      entries.clear()
      return jobs
    },
    finish: id => {
      const job = entries.get(id)?.job
      entries.delete(id)
      return job
    },
    pageEnded: () => {
      for (const entry of all().filter(({ sent }) => sent)) {
        entry.sent = false
        entry.deaths++
      }
      const guilty = all().filter(entry => entry.deaths >= DEATHS_TO_BLAME)
      for (const { job } of guilty) entries.delete(job.message.id)
      return guilty.map(entry => entry.job)
    },
  }
}
