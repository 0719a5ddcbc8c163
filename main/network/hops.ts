import type { FetchProblem } from '../../preload/contract'
import { fetchableAddress } from './address'
import type { Reply } from './exchange'
import type { Admission, MayConnect, Passage } from './guard'
import type { Limits } from './limits'
import { isPermanentMove } from './problems'
import type { Sent } from './sender'
import type { Timers } from './timers'

type Answered = Extract<Reply, { readonly step: 'answer' }>

/** Where a chain of hops ended. */
export type Arrival =
  | {
      readonly end: 'answer'
      readonly answer: Answered
      /** The last address of the chain. */
      readonly url: URL
      /** Whether there were hops and all were permanent. */
      readonly isMove: boolean
    }
  | {
      readonly end: 'failure'
      readonly url: URL
      readonly problem: FetchProblem
      readonly status: number | null
    }

/** One hop as the chain needs it. */
export interface Hop {
  readonly url: URL
  /** `null`: anywhere. */
  readonly mayConnect: MayConnect | null
  /** What is left of the whole chain's time. */
  readonly totalMs: number
}

export interface Chain {
  readonly passage: Passage
  readonly limits: Pick<Limits, 'redirects' | 'totalMs' | 'firstByteMs'>
  /** @param number 0 for the first hop */
  readonly send: (hop: Hop, number: number) => Promise<Sent>
  readonly signal: AbortSignal | undefined
  readonly timers: Timers
}

/** Follows redirects from an address to its end: an answer, a failure, a loop, a refused hop. */
export async function followHops(asked: URL, chain: Chain): Promise<Arrival> {
  const { passage, limits } = chain
  const seen = new Set([asked.href])
  let [url, isMove, leftMs] = [asked, true, limits.totalMs]
  for (let number = 0; ; number += 1) {
    const admission = await admitted(url, chain)
    if (typeof admission === 'string') return failure(url, admission)
    const { reply, tookMs } = await chain.send({ url, mayConnect: admission, totalMs: leftMs }, number)
    if (reply.step === 'failure') return failure(url, reply.problem, reply.status)
    if (reply.step === 'answer') return { end: 'answer', answer: reply, url, isMove: isMove && number > 0 }
    const { status } = reply
    const next = fetchableAddress(reply.location, url)
    if (!next) return failure(url, 'bad-address', status)
    if (seen.has(next.href) || seen.size > limits.redirects) return failure(url, 'too-many-redirects', status)
    const left = await inTime(passage.left(url, reply.address), chain)
    if (left) return failure(url, left, status)
    seen.add(next.href)
    isMove &&= isPermanentMove(status)
    leftMs -= tookMs
    url = next
  }
}

/** Where a hop may connect, `null` for anywhere, or the problem that keeps it from being sent. */
async function admitted(url: URL, chain: Chain): Promise<MayConnect | null | FetchProblem> {
  const said = chain.passage.admit(url)
  const admission: Admission | FetchProblem = said instanceof Promise ? await inTime(said, chain) : said
  if (admission === 'anywhere') return null
  return admission === 'refused' ? 'private-network' : admission
}

/** The value, or the problem that it took too long or is no longer wanted: names can hang as hosts can. */
function inTime<Value>(
  value: Promise<Value>,
  { limits, signal, timers }: Chain,
): Promise<Value | 'timeout' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve('cancelled')
    const timer = timers.start(limits.firstByteMs, () => resolve('timeout'))
    signal?.addEventListener('abort', cancel, { once: true })
    void value.then(resolve, reject).finally(() => {
      timer.stop()
      signal?.removeEventListener('abort', cancel)
    })
  })
}

const failure = (url: URL, problem: FetchProblem, status: number | null = null): Arrival => ({
  end: 'failure',
  url,
  problem,
  status,
})
