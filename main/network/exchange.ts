import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron'
import type { FetchProblem } from '../../preload/contract'
import type { Connection, OpenConnection } from './connections'
import type { MayConnect } from './guard'
import { header, type Headers } from './headers'
import { isNotModified, isSuccess, problemOfError } from './problems'
import type { Timers } from './timers'

/** One request and how far it may go. */
export interface Order {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** `null`: anywhere, and the address that answers is not asked for. */
  readonly mayConnect: MayConnect | null
  readonly firstByteMs: number
  readonly idleMs: number
  readonly totalMs: number
  readonly maximumBytes: number
}

/** What one request came to. The body is empty unless the status is a success. */
export type Reply =
  | {
      readonly step: 'redirect'
      readonly status: number
      readonly location: string
      readonly address: string | null
    }
  | {
      readonly step: 'answer'
      readonly status: number
      readonly headers: Headers
      readonly body: Uint8Array<ArrayBuffer>
    }
  | { readonly step: 'failure'; readonly problem: FetchProblem; readonly status: number | null }

/** What requests are made with. */
export interface Tools {
  readonly session: Session
  readonly openConnection: OpenConnection
  readonly timers: Timers
}

/** How the end of one request is told; only the first telling counts. */
interface Ending {
  /** @param isOver whether Chromium is through with the request, too */
  readonly reply: (reply: Reply, isOver?: boolean) => void
  readonly fail: (problem: FetchProblem) => void
}

/**
 * Sends one GET and stops at a redirect, a whole body, or the first thing that goes wrong. Never rejects.
 *
 * @param signal ends it with the problem `cancelled`
 */
export function exchange(tools: Tools, order: Order, signal?: AbortSignal): Promise<Reply> {
  if (signal?.aborted) return Promise.resolve({ step: 'failure', problem: 'cancelled', status: null })
  const connection = tools.openConnection(order.mayConnect)
  const request = begin(tools.session, order, connection)
  return new Promise<Reply>(resolve => {
    let status: number | null = null
    const deadlines = startDeadlines(tools.timers, order, () => ending.fail('timeout'))
    const cancel = (): void => ending.fail('cancelled')
    const reply = (last: Reply, isOver = false): void => {
      deadlines.stop()
      signal?.removeEventListener('abort', cancel)
      connection.close()
      resolve(last)
      // Chromium keeps no request that nobody waits for.
      if (!isOver) request.abort()
    }
    const ending: Ending = { reply, fail: problem => reply({ step: 'failure', problem, status }) }
    signal?.addEventListener('abort', cancel, { once: true })
    request.on('response', response => {
      status = response.statusCode
      deadlines.somethingArrived()
      receive(response, order.maximumBytes, deadlines.somethingArrived, ending)
    })
    listenForOtherEnds(request, connection, ending)
    request.end()
  })
}

/** The clocks of one request; `onMissed` is called when one runs out. */
function startDeadlines(timers: Timers, { totalMs, firstByteMs, idleMs }: Order, onMissed: () => void) {
  const total = timers.start(totalMs, onMissed)
  // Waits for the head of the answer first, then for each piece of the body.
  const pause = timers.start(firstByteMs, onMissed)
  return {
    somethingArrived: () => pause.restart(idleMs),
    stop: () => {
      total.stop()
      pause.stop()
    },
  }
}

/**
 * `omit` keeps cookies, stored passwords and client certificates out; each hop is a request of its own (`manual`),
 * so that the guard and the queue see every one.
 */
const begin = (session: Session, { url, headers }: Order, connection: Connection): ClientRequest =>
  net.request({
    url: url.href + connection.tag,
    headers,
    session,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })

function listenForOtherEnds(request: ClientRequest, connection: Connection, ending: Ending): void {
  request.on('redirect', (status, _method, location) => {
    ending.reply({ step: 'redirect', status, location, address: connection.address() })
  })
  request.on('error', error => {
    ending.fail(connection.wasRefused() ? 'private-network' : problemOfError(error.message, net.isOnline()))
  })
}

/** Collects the body. A body that nobody will read, or that is too large, is not waited for. */
function receive(response: IncomingMessage, maximumBytes: number, onPiece: () => void, ending: Ending): void {
  const { statusCode: status, headers } = response
  const chunks: Uint8Array[] = []
  let size = 0
  const answer = (isOver: boolean): void =>
    ending.reply({ step: 'answer', status, headers, body: joined(chunks, size) }, isOver)
  response.on('error', (error: Error) => ending.fail(problemOfError(error.message, net.isOnline())))
  response.on('aborted', () => ending.fail('network'))
  // A 304 has no body, so it is heard out: its connection is then free for the next request.
  if (!isSuccess(status) && !isNotModified(status)) return answer(false)
  if (Number(header(headers, 'content-length')) > maximumBytes && isSuccess(status))
    return ending.fail('too-large')
  response.on('data', chunk => {
    onPiece()
    size += chunk.length
    // Chunks come decompressed: a small file that unpacks to gigabytes ends here.
    if (size > maximumBytes) ending.fail('too-large')
    else chunks.push(chunk)
  })
  response.on('end', () => answer(true))
}

/** In a buffer of its own: Node's shared one would go along whole when the bytes are sent to another process. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.length
  }
  return body
}
