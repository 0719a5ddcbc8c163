/** Hosts that are seldom served over TLS: a name without a dot, or a plain IP address. */
const LOCAL_HOST = /^(?:[^./:]+|\d+(?:\.\d+){3}|\[[\da-f:]+\])(?::\d+)?(?:\/|$)/i

/**
 * The addresses that what a person typed may mean, likeliest first: `feed:` links, and addresses without `https://`.
 *
 * @returns empty when it can be no web address at all
 */
export function addressesOf(typed: string): readonly string[] {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:') // prettier-ignore
  if (!text || /\s/.test(text)) return []
  const candidates = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)
    ? [text]
    : LOCAL_HOST.test(text)
      ? [`http://${text}`]
      : [`https://${text}`, `http://${text}`]
  return candidates.filter(isWebAddress)
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
}
