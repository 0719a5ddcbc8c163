import type { FetchProblem } from '../../preload/contract'

/** Whether the body is the thing asked for. 206 is a part that nobody asked for. */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300 && status !== 206

export const isNotModified = (status: number): boolean => status === 304

/** Whether the redirect says to use the new address from now on. */
export const isPermanentMove = (status: number): boolean => status === 301 || status === 308

/** Whether the host, not only this address, wants fewer requests. */
export const asksForPause = (status: number): boolean => status === 429 || status === 503

/** The problem that a status without a usable body stands for. */
export function problemOfStatus(status: number): FetchProblem {
  switch (status) {
    case 401:
      return 'unauthorised'
    case 403:
    case 451:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 410:
      return 'gone'
    case 429:
      return 'rate-limited'
    default:
      return status >= 500 && status < 600 ? 'server-error' : 'http-error'
  }
}

// Chromium's names: net/base/net_error_list.h. Whatever is not listed is a connection that broke.
const PROBLEMS: readonly (readonly [pattern: RegExp, problem: FetchProblem])[] = [
  [/^INTERNET_DISCONNECTED$/, 'offline'],
  [/^(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_)/, 'host-not-found'],
  [/^(CONNECTION_REFUSED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_FAILED)$/, 'refused'],
  [/TIMED_OUT$/, 'timeout'],
  [/^(CERT_|SSL_|BAD_SSL_|ECH_)/, 'tls'],
  [
    /^(INVALID_URL|DISALLOWED_URL_SCHEME|UNKNOWN_URL_SCHEME|UNSAFE_PORT|UNSAFE_REDIRECT|INVALID_REDIRECT)$/,
    'bad-address',
  ],
  [/^TOO_MANY_REDIRECTS$/, 'too-many-redirects'],
  [/^RESPONSE_HEADERS_TOO_BIG$/, 'too-large'],
]

// What these say of a host is true only where there is a network. A refusal or a reset is not among them: somebody sent
// it, be it on this very machine.
const WITHOUT_NETWORK =
  /^(NAME_|DNS_|ADDRESS_UNREACHABLE$|NETWORK_CHANGED$|NETWORK_IO_SUSPENDED$|CONNECTION_TIMED_OUT$)/

/**
 * The problem that an error of Chromium's network stack stands for.
 *
 * @param message the error's message: `net::ERR_CONNECTION_REFUSED`
 * @param isOnline whether the machine has any network: without one, names cannot be found and hosts not reached
 */
export function problemOfError(message: string, isOnline: boolean): FetchProblem {
  const name = message.replace(/^net::ERR_/, '')
  if (!isOnline && WITHOUT_NETWORK.test(name)) return 'offline'
  return PROBLEMS.find(([pattern]) => pattern.test(name))?.[1] ?? 'network'
}
