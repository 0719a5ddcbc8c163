import type { Session } from 'electron'

/** Said with every request, the same for everyone: not even the version that runs, nor the person's languages. */
const SAID = { 'User-Agent': 'Broadsheet', Accept: '*/*', 'Accept-Language': '*' }
/** Said where the updater says it: what it has of a file already is not fetched again. */
const ALSO_SAID = 'range'

/**
 * Keeps what leaves the machine with updates to the request itself (Chromium adds what every one of its requests has, such
 * as the host and constant `Sec-Fetch-` lines): no number of the installation (electron-updater
 * makes one), no cookies, no language, no versions; and nothing that others on the way could change. A redirect is a
 * request like any other.
 *
 * @param session of updates alone
 */
export function keepUpdatesPrivate(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) => {
    callback({ cancel: !isSafeAddress(url) })
  })
  session.webRequest.onBeforeSendHeaders({ urls: ['<all_urls>'] }, ({ requestHeaders }, callback) => {
    const also = Object.entries(requestHeaders).filter(([name]) => name.toLowerCase() === ALSO_SAID)
    callback({ requestHeaders: { ...Object.fromEntries(also), ...SAID } })
  })
}

/** Whether an address is encrypted, or leads nowhere outside of this machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(hostname))
  )
}

/** @returns the host that the configuration of updates names, as electron-builder writes it; empty where it names none */
export function hostOfConfig(config: string): string {
  const valueOf = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*['"]?([^'"\\s]+)`, 'm').exec(config)?.[1] ?? ''
  const address = valueOf('url')
  if (valueOf('provider') === 'github') return valueOf('host') || 'github.com'
  return URL.canParse(address) ? new URL(address).host : ''
}
