import { attributeText } from './characters'
import { linkAttributes, linkTo } from './links'
import { firstNamed, type MarkupElement } from './parser'
import { element, type TreeElement } from './tree'

/** Addresses of players, and of the pages where a person watches or listens to the same thing. */
const PLAYERS: readonly (readonly [player: RegExp, page: string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/,
    'https://www.youtube.com/watch?v=',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d{1,15})/, 'https://vimeo.com/'],
  [/^https?:\/\/www\.dailymotion\.com\/embed\/video\/(\w{1,20})/, 'https://www.dailymotion.com/video/'],
]
/** Frames that no reader misses. */
const NOISE =
  /^https?:\/\/(?:[^/]{0,200}\.)?(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|facebook\.com\/plugins)(?:[/:?]|$)/

/** A paragraph with a link in the place of a frame or player; nothing when it leads nowhere. */
export function embedLink(node: MarkupElement, base: URL | null): readonly TreeElement[] {
  const source = firstNamed(node, 'source')
  const candidates = [
    node.attributes.get('src'),
    node.attributes.get('data-src'),
    node.attributes.get('data'),
    source?.attributes.get('src'),
  ]
  const address = candidates.map(candidate => linkTo(candidate, base)).find(link => link?.startsWith('http'))
  if (!address || NOISE.test(address) || isInvisible(node)) return []
  const href = linkTo(pageOf(address), null)
  if (href === null) return []
  const label = attributeText(node.attributes.get('title')) || new URL(href).hostname.replace(/^www\./, '')
  return [element('p', [element('a', [label], linkAttributes(href))])]
}

const isInvisible = (node: MarkupElement): boolean =>
  ['width', 'height'].some(name => /^\s{0,9}[01](?:px)?\s{0,9}$/.test(node.attributes.get(name) ?? ''))

function pageOf(address: string): string {
  for (const [player, page] of PLAYERS) {
    const name = player.exec(address)?.[1]
    if (name !== undefined) return page + name
  }
  return address
}
