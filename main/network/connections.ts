import type { Session } from 'electron'
import type { MayConnect } from './guard'

/** One request's connection, from before it is sent until it is closed. */
export interface Connection {
  /** To be put behind the request's URL: nothing, or a fragment. */
  readonly tag: string
  /** The IP address that answered, `null` before and where it is not known. */
  readonly address: () => string | null
  /** Whether the answer was stopped because of that address. */
  readonly wasRefused: () => boolean
  readonly close: () => void
}

/** @param mayConnect `null`: the request may connect anywhere, and nobody needs to know where it did */
export type OpenConnection = (mayConnect: MayConnect | null) => Connection

interface Watched {
  readonly mayConnect: MayConnect
  address: string | null
  refused: boolean
}

const UNWATCHED: Connection = {
  tag: '',
  address: () => null,
  wasRefused: () => false,
  close: () => undefined,
}

/**
 * Watches to which address a request of a session really connects, and stops the answer where it may not.
 *
 * Electron tells the address as `ip` in the details of `onHeadersReceived`: undocumented, and before redirects too
 * (tried on 33). Without it only the check by resolving holds. The details name no `net.request`, but they keep the
 * URL's fragment, which never reaches the wire: so it carries a number. Electron keeps one listener a session,
 * hence the session is the client's own.
 *
 * A listener sends every request of the session on a longer way, whatever its filter (a tenth of the CPU of a sync),
 * so it is there only while some request needs it: Electron decides that when a request begins (tried on 33).
 */
export function watchConnections(session: Session): OpenConnection {
  const open = new Map<string, Watched>()
  let last = 0
  const listen = (): void =>
    session.webRequest.onHeadersReceived({ urls: ['<all_urls>'] }, (details, answer) => {
      const watched = open.get(details.url.slice(details.url.lastIndexOf('#') + 1))
      if (watched && 'ip' in details && typeof details.ip === 'string') {
        watched.address = details.ip
        watched.refused = !watched.mayConnect(details.ip)
      }
      answer({ cancel: watched?.refused ?? false })
    })
  return mayConnect => {
    if (!mayConnect) return UNWATCHED
    const number = String((last += 1))
    const watched: Watched = { mayConnect, address: null, refused: false }
    if (open.size === 0) listen()
    open.set(number, watched)
    return {
      tag: `#${number}`,
      address: () => watched.address,
      wasRefused: () => watched.refused,
      close: () => {
        if (open.delete(number) && open.size === 0) session.webRequest.onHeadersReceived(null)
      },
    }
  }
}
