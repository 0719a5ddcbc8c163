import type { CompletionRow, Want } from '../../library'

/** A request of the person to have something fetched for an article. */
interface Request {
  /** When it was on its way, in milliseconds of this page; null until then. */
  readonly at: number | null
  /** Whether nobody is at it any more, as it was stopped or cannot go on. */
  readonly stopped: boolean
}

/** What the person asked to be fetched for the open article. */
export type Asked = Readonly<Partial<Record<Want, Request | undefined>>>

export const NOTHING_ASKED: Asked = {}

/** What was asked for, when nobody is at any of it any more. */
export const withStopped = ({ page, pictures }: Asked): Asked => ({
  ...(page && { page: { ...page, stopped: true } }),
  ...(pictures && { pictures: { ...pictures, stopped: true } }),
})

/** How something stands that an article lacks: `ended` when it was asked for and nobody is at it any more. */
export type Progress = 'idle' | 'wanted' | 'asked' | 'ended'

/** What is known of what an article lacks. */
interface Lacking {
  readonly lacks: readonly Want[]
  readonly fetched: Pick<CompletionRow, 'retryAt'>
  /** When that was read, in milliseconds of this page: what was read before one asked says nothing. */
  readonly readAt: number
}

/** @returns how something stands that the article lacks, or lacked */
export function progressOf(want: Want, asked: Asked, { lacks, fetched, readAt }: Lacking): Progress {
  const isLacking = lacks.includes(want)
  const request = asked[want]
  if (!request) return isLacking ? 'wanted' : 'idle'
  if (request.at === null || readAt < request.at) return 'asked'
  // What was tried in vain waits for another time.
  if (!isLacking || fetched.retryAt > 0) return 'ended'
  return request.stopped ? 'wanted' : 'asked'
}
