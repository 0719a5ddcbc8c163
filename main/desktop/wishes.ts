import type { AddWish } from '../../preload/contract'

/** The scheme of the links that browsers open with Broadsheet. */
export const LINK_SCHEME = 'broadsheet'
/** Longer ones are no addresses. */
const LONGEST = 8_000

/** A wish for an address. */
type AddressWish = Extract<AddWish, { readonly address: string }>

/** Whether an argument is a link that the system hands over, rather than what a person types. */
export const isLink = (arg: string): boolean => /^(broadsheet|feed):/i.test(arg)

/**
 * What a link asks to be added: one such as `broadsheet:add?url=https%3A%2F%2Fexample.org`, `feed:https://example.org/`
 * or `feed://example.org/`, or an address of the web itself. Any page can hold such a link, so the person is asked.
 *
 * @returns null for any other link, and for an address that is not on the web
 */
export function wishOfLink(link: string): AddressWish | null {
  if (link.length > LONGEST) return null
  const address = isLink(link) ? addressIn(link) : link
  const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address)
  return isWeb ? { kind: 'ask', address: new URL(address).href } : null
}

function addressIn(link: string): string {
  const [, feed] = /^feed:(.*)$/is.exec(link) ?? []
  // `feed:https://…`, `feed://https://…` and, the oldest form, `feed://…` for http.
  if (feed !== undefined) return /^(\/\/)?https?:/i.test(feed) ? feed.replace(/^\/\//, '') : `http:${feed}`
  if (!URL.canParse(link)) return ''
  const { host, pathname, searchParams } = new URL(link)
  // Some systems hand `broadsheet:add` over as `broadsheet://add/`.
  const command = `${host}${pathname}`.replace(/^\/+|\/+$/g, '')
  return command === 'add' ? (searchParams.get('url') ?? '') : ''
}
