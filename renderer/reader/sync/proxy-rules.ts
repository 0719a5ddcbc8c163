const SCHEMES: readonly string[] = ['http', 'https', 'socks', 'socks4', 'socks5']

/** Longer than any host with its port, and short enough that no check of it costs anything. */
const LONGEST = 300

/**
 * Whether a text names a proxy: a host with its port, with a scheme in front where it is no plain HTTP proxy, as
 * Chromium's proxy rules write it (`proxy.example.org:8080`, `socks5://127.0.0.1:1080`, `[::1]:3128`).
 */
export function isProxyAddress(text: string): boolean {
  if (text.length > LONGEST) return false
  const [, scheme = 'http', host = '', port = ''] =
    /^(?:([a-z\d]+):\/\/)?([\w.-]+|\[[\da-f:.]+\]):(\d{1,5})$/i.exec(text) ?? []
  const isPort = Number(port) > 0 && Number(port) < 65_536
  return SCHEMES.includes(scheme.toLowerCase()) && isPort && URL.canParse(`http://${host}:${port}/`)
}

/**
 * The names for which no proxy is used, as Chromium takes them: with commas between.
 *
 * @param text as people write lists: with commas, semicolons, spaces or lines between
 * @returns null when something in it is neither a name, an address, a range nor `<local>`
 */
export function bypassRules(text: string): string | null {
  const rules = text.split(/[\s,;]+/).filter(Boolean)
  return rules.every(rule => rule === '<local>' || /^[\w*.:/[\]-]+$/.test(rule)) ? rules.join(',') : null
}
