import type { FetchProblem } from '../../preload/contract'
import { freshSeconds, header, retryAfterMs, validatorsOf } from './headers'
import type { Arrival } from './hops'
import { asksForPause, isNotModified, isSuccess, problemOfStatus } from './problems'
import type { Failed, FetchRequest, FetchResult, Validators } from './results'

/**
 * What a chain of hops comes to for the one who asked.
 *
 * @param asked the address as it went out
 * @param now milliseconds since 1970
 * @param pauseMs for how long the host that came last is not asked again, 0 when it may be
 */
export function resultOf(
  asked: string,
  request: FetchRequest,
  arrival: Arrival,
  now: number,
  pauseMs: number,
): FetchResult {
  const pause = pauseMs > 0 ? pauseMs : null
  if (arrival.end === 'failure') {
    const { problem, status } = arrival
    return failed(asked, problem, status, problem === 'rate-limited' ? pause : null)
  }
  const { status, headers, body } = arrival.answer
  const retry = asksForPause(status) ? pause : retryAfterMs(headers, now)
  const common = {
    url: asked,
    finalUrl: arrival.url.href,
    status,
    validators: validatorsOf(headers),
    movedTo: arrival.isMove ? arrival.url.href : null,
    retryAfterMs: retry,
    cache: { maxAgeSeconds: freshSeconds(headers, now) },
  }
  if (isSuccess(status))
    return { outcome: 'fetched', ...common, contentType: header(headers, 'content-type'), body }
  // 304 is an answer only to one who has something.
  if (isNotModified(status) && request.validators)
    return { outcome: 'unchanged', ...common, validators: merged(common.validators, request.validators) }
  return failed(asked, problemOfStatus(status), status, retry)
}

/** A 304 need not repeat what did not change. */
const merged = (fresh: Validators, sent: Validators): Validators => ({
  etag: fresh.etag ?? sent.etag,
  lastModified: fresh.lastModified ?? sent.lastModified,
})

export const failed = (
  url: string,
  problem: FetchProblem,
  status: number | null,
  pauseMs: number | null,
): Failed => ({ outcome: 'failed', url, problem, status, retryAfterMs: pauseMs })
