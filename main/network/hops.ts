import type { FetchProblem } from '../../preload/contract'
import { fetchableAddress } from './address'
import type { Reply } from './exchange'
import type { MayConnect, Passage } from './guard'
import type { Limits } from './limits'
import { isPermanentMove } from './problems'
import type { Sent } from './sender'

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
  readonly mayConnect: MayConnect
  /** What is left of the whole chain's time. */
  readonly totalMs: number
}

export interface Chain {
  readonly passage: Passage
  readonly limits: Pick<Limits, 'redirects' | 'totalMs' | 'firstByteMs'>
  /** @param number 0 for the first hop */
  readonly send: (hop: Hop, number: number) => Promise<Sent>
  readonly signal: AbortSignal | undefined
}

/** Follows redirects from an address to its end: an answer, a failure, a loop, a refused hop. */
export async function followHops(asked: URL, chain: Chain): Promise<Arrival> {
  const { passage, limits } = chain
  const seen = new Set([asked.href])
  let [url, isMove, leftMs] = [asked, true, limits.totalMs]
  for (let number = 0; ; number += 1) {
    const mayConnect = await inTime(passage.admit(url), limits.firstByteMs, chain.signal)
    if (mayConnect === null) return failure(url, 'private-network')
    if (typeof mayConnect === 'string') return failure(url, mayConnect)
    const { reply, tookMs } = await chain.send({ url, mayConnect, totalMs: leftMs }, number)
    if (reply.step === 'failure') return failure(url, reply.problem, reply.status)
    if (reply.step === 'answer') return { end: 'answer', answer: reply, url, isMove: isMove && number > 0 }
    const { status } = reply
    const next = fetchableAddress(reply.location, url)
    if (!next) return failure(url, 'bad-address', status)
    if (seen.has(next.href) || seen.size > limits.redirects) return failure(url, 'too-many-redirects', status)
    const left = await inTime(passage.left(url, reply.address), limits.firstByteMs, chain.signal)
    if (left) return failure(url, left, status)
    seen.add(next.href)
    isMove &&= isPermanentMove(status)
    leftMs -= tookMs
    url = next
  }
}

/** The value, or the problem that it took too long or is no longer wanted: names can hang as hosts can. */
function inTime<Value>(
  value: Promise<Value>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Value | 'timeout' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => resolve('cancelled')
    const timer = setTimeout(() => resolve('timeout'), milliseconds)
    signal?.addEventListener('abort', cancel, { once: true })
    void value.then(resolve, reject).finally(() => {
      clearTimeout(timer)
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
