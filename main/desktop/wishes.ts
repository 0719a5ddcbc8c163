import type { AddWish } from '../../preload/contract'

/** The scheme of the links that browsers open with Broadsheet. */
export const LINK_SCHEME = 'broadsheet'
/** Longer ones are no addresses. */
const LONGEST = 8_000

/**
 * What a command line asks to be added: `--add ADDRESS` or `--add=ADDRESS`, which the person typed and which is saved
 * at once, and `broadsheet:add?url=…`, which the system hands over when a link was opened, and which the person is
 * asked about. Where there is such a link, everything is asked: it may have been written so as to look like more
 * than one argument.
 *
 * @param args of the program, its own name left out
 */
export function wishesIn(args: readonly string[]): readonly AddWish[] {
  const links = args.flatMap(arg => wishOfLink(arg) ?? [])
  const isFromLink = args.some(arg => arg.toLowerCase().startsWith(`${LINK_SCHEME}:`))
  const added = args.flatMap((arg, at) => {
    const address = arg === '--add' ? args[at + 1] : arg.startsWith('--add=') ? arg.slice(6) : undefined
    return address && !address.startsWith('--') && address.length <= LONGEST ? [address] : []
  })
  return isFromLink ? links : added.map(address => ({ kind: 'save', address }))
}

/**
 * What a link such as `broadsheet:add?url=https%3A%2F%2Fexample.org` asks to be added.
 *
 * @returns null for any other link, and for an address that is not on the web
 */
export function wishOfLink(link: string): AddWish | null {
  if (link.length > LONGEST || !URL.canParse(link)) return null
  const { protocol, host, pathname, searchParams } = new URL(link)
  // Some systems hand `broadsheet:add` over as `broadsheet://add/`.
  const command = `${host}${pathname}`.replace(/^\/+|\/+$/g, '')
  if (protocol !== `${LINK_SCHEME}:` || command !== 'add') return null
  const address = searchParams.get('url') ?? ''
  const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address)
  return isWeb ? { kind: 'ask', address: new URL(address).href } : null
}
