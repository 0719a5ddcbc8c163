import type { BackOff } from './backoff'
import { exchange, type Order, type Reply, type Tools } from './exchange'
import { retryAfterMs } from './headers'
import { createHostQueue } from './host-queue'
import type { Limits } from './limits'
import { asksForPause } from './problems'

/** A reply and how long its request took, without the wait for its turn. */
export interface Sent {
  readonly reply: Reply
  readonly tookMs: number
}

/** Sends single requests in their hosts' turns. Never rejects. */
export type Send = (order: Order, urgent: boolean, signal: AbortSignal | undefined) => Promise<Sent>

/**
 * @param backOff is told what each host answers; while a host pauses, nothing is sent to it
 * @param now milliseconds since 1970
 */
export function createSender(tools: Tools, limits: Limits, backOff: BackOff, now: () => number): Send {
  const queue = createHostQueue(limits, tools.timers)
  const note = (host: string, reply: Reply): void => {
    if (reply.step === 'failure') return
    if (reply.step === 'answer' && asksForPause(reply.status))
      backOff.pause(host, retryAfterMs(reply.headers, now()))
    else if (reply.status < 500) backOff.recovered(host)
  }
  return async (order, urgent, signal) => {
    const { host } = order.url
    const send = async (): Promise<Sent> => {
      // Asked when its turn has come, too: another answer of this host may have asked for a pause meanwhile.
      if (backOff.remainingMs(host) > 0) return PAUSED
      const begun = performance.now()
      const reply = await exchange(tools, order, signal)
      note(host, reply)
      return { reply, tookMs: performance.now() - begun }
    }
    if (backOff.remainingMs(host) > 0) return PAUSED
    try {
      return await queue.run(host, urgent, send, signal)
    } catch (error) {
      if (signal?.aborted) return CANCELLED
      throw error
    }
  }
}

const PAUSED: Sent = { reply: { step: 'failure', problem: 'rate-limited', status: null }, tookMs: 0 }
const CANCELLED: Sent = { reply: { step: 'failure', problem: 'cancelled', status: null }, tookMs: 0 }
