import type { Session } from 'electron'
import type { MayConnect } from './guard'

/** One request's connection, from before it is sent until it is closed. */
export interface Connection {
  /** To be put on the request's URL as its fragment. */
  readonly tag: string
  /** The IP address that answered, `null` before and where Electron does not tell. */
  readonly address: () => string | null
  /** Whether the answer was stopped because of that address. */
  readonly wasRefused: () => boolean
  readonly close: () => void
}

export type OpenConnection = (mayConnect: MayConnect) => Connection

interface Watched {
  readonly mayConnect: MayConnect
  address: string | null
  refused: boolean
}

/**
 * Watches to which address each request of a session really connects, and stops the answer where it may not.
 *
 * Electron tells the address as `ip` in the details of `onHeadersReceived`: undocumented, and before redirects too
 * (tried on 33). Without it only the check by resolving holds. The details name no `net.request`, but they keep the
 * URL's fragment, which never reaches the wire: so it carries a number. Electron keeps one listener a session,
 * hence the session is the client's own.
 */
export function watchConnections(session: Session): OpenConnection {
  const open = new Map<string, Watched>()
  let last = 0
  session.webRequest.onHeadersReceived({ urls: ['<all_urls>'] }, (details, answer) => {
    const watched = open.get(details.url.slice(details.url.lastIndexOf('#') + 1))
    if (watched && 'ip' in details && typeof details.ip === 'string') {
      watched.address = details.ip
      watched.refused = !watched.mayConnect(details.ip)
    }
    answer({ cancel: watched?.refused ?? false })
  })
  return mayConnect => {
    const tag = String((last += 1))
    const watched: Watched = { mayConnect, address: null, refused: false }
    open.set(tag, watched)
    return {
      tag,
      address: () => watched.address,
      wasRefused: () => watched.refused,
      close: () => open.delete(tag),
    }
  }
}
