import type { Session } from 'electron'
import { hostName } from './address'

/** Which way requests go. */
export type ProxySetting =
  | { readonly kind: 'system' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'fixed'
      /** A proxy (`host:port`, `socks5://host:port`), several to be tried in turn (`a:80,b:80`), or one a scheme (`http=a:80;https=b:80`). */
      readonly rules: string
      /** Hosts that are reached directly: `*.home.example, 192.168.0.0/16, <local>`. May be empty. */
      readonly bypass: string
    }

const LONGEST_TEXT = 2_048
const PROXY = /^(?:(?:https?|socks[45]?|quic):\/\/)?(\[[\da-f:.]+\]|[a-z\d._-]+)(?::(\d{1,5}))?$/i
const BYPASS = /^(?:[a-z]+:\/\/)?[\w.*:[\]/<>-]+$/i

/** Whether a setting is one that Chromium can follow; it would take anything else as if it were no proxy at all. */
export function isProxySetting(setting: ProxySetting): boolean {
  if (setting.kind !== 'fixed') return true
  const { rules, bypass } = setting
  if (rules.length > LONGEST_TEXT || bypass.length > LONGEST_TEXT) return false
  return areRules(rules) && entriesOf(bypass, /[,;]/).every(entry => BYPASS.test(entry))
}

/** Either one list for everything or one for each scheme: Chromium ignores parts of a mixture. */
function areRules(rules: string): boolean {
  const parts = entriesOf(rules, /;/).map(part => /^(?:(https?|ftp|socks)=)?(.*)$/i.exec(part))
  const isMixed = parts.length > 1 && parts.some(part => part?.[1] === undefined)
  return parts.length > 0 && !isMixed && parts.every(part => isProxyList(part?.[2] ?? ''))
}

function isProxyList(list: string): boolean {
  const proxies = entriesOf(list, /,/)
  return proxies.length > 0 && proxies.every(isProxy)
}

function isProxy(text: string): boolean {
  if (text === 'direct://') return true
  const [, host, port] = PROXY.exec(text) ?? []
  if (host === undefined || (port !== undefined && !(Number(port) >= 1 && Number(port) <= 65_535)))
    return false
  return URL.canParse(`http://${host}/`)
}

const entriesOf = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map(entry => entry.trim())
    .filter(entry => entry !== '')

/**
 * The hosts in the answer of Chromium's proxy resolution, a list in the form of PAC files:
 * `PROXY proxy.example:8080; SOCKS5 [::1]:1080; DIRECT`.
 */
export function proxyHosts(list: string): readonly string[] {
  return list.split(';').flatMap(entry => {
    const [, address] = entry.trim().split(/\s+/)
    if (!address || !URL.canParse(`http://${address}`)) return []
    return [hostName(new URL(`http://${address}`))]
  })
}

/** The way that a session's requests go. */
export interface ProxySwitch {
  /** @returns false when the setting makes no sense; then nothing changes */
  readonly use: (setting: ProxySetting) => Promise<boolean>
  /** A fetch begins; the returned function says that it ended. */
  readonly enter: () => () => void
}

/**
 * Chromium never reuses a connection of one way for another, so closing those of the way before is tidiness, and it
 * would break what is under way: it waits until nothing is.
 */
export function createProxySwitch(session: Session): ProxySwitch {
  let underWay = 0
  let mustClose = false
  const closeWhenQuiet = (): void => {
    if (underWay > 0 || !mustClose) return
    mustClose = false
    void session.closeAllConnections()
  }
  return {
    async use(setting) {
      if (!isProxySetting(setting)) return false
      await session.setProxy(configOf(setting))
      mustClose = true
      closeWhenQuiet()
      return true
    },
    enter() {
      underWay += 1
      return () => {
        underWay -= 1
        closeWhenQuiet()
      }
    },
  }
}

function configOf(setting: ProxySetting): Electron.ProxyConfig {
  switch (setting.kind) {
    case 'system':
      return { mode: 'system' }
    case 'none':
      return { mode: 'direct' }
    case 'fixed':
      return { mode: 'fixed_servers', proxyRules: setting.rules, proxyBypassRules: setting.bypass }
  }
}
