import { pictureAt } from './links'
import { element, type Attributes, type TreeElement } from './tree'
import { attributeText } from './characters'

/** Wider ones cost memory and show nothing more in a column of text on any screen. */
const WIDEST = 1600
/** What `1x`, or no description at all, stands for. */
const PLAIN_WIDTH = 800

/** Where lazy loaders keep the real picture while `src` is a placeholder; they go before `srcset` and `src`. */
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set']
const LAZY_ADDRESSES = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-orig-file',
  'data-full-src',
  'data-hi-res-src',
  'data-img-src',
  'data-image',
  'data-url',
]
/** Hosts and paths that count readers instead of showing something. */
const COUNTERS =
  /^https?:\/\/(?:[^/]{0,200}\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|statcounter\.com|feedsportal\.com|pixel\.wp\.com|stats\.wordpress\.com|feeds\.wordpress\.com|pixel\.quantserve\.com|b\.scorecardresearch\.com|feedburner\.com\/~[rf]\/|feeds\.feedburner\.com)(?:[/:?]|$)|\/(?:pixel|spacer|blank|clear|1x1|tracking|beacon)\.(?:gif|png)(?:[?#]|$)/i

/**
 * `<img data-picture>` for a picture element of the read document, or null when it has nothing to show: no address,
 * a placeholder, a tracking pixel. There is never a `src`, so that showing an article fetches nothing.
 */
export function pictureOf(image: Element, base: URL | null): TreeElement | null {
  const width = lengthOf(image, 'width')
  const height = lengthOf(image, 'height')
  if (isPixel(width) || isPixel(height)) return null
  const address = addressOf(image, base)
  if (address === null || COUNTERS.test(address)) return null
  const alternative = attributeText(image.getAttribute('alt'))
  const attributes: Attributes = [
    ['data-picture', address],
    ['alt', alternative],
    ...(width === null ? [] : [['width', String(width)] as const]),
    ...(height === null ? [] : [['height', String(height)] as const]),
  ]
  return element('img', [], attributes)
}

const isPixel = (length: number | null): boolean => length !== null && length <= 1

/** A length in CSS pixels from the attribute or the style; percentages and others are null. */
function lengthOf(image: Element, name: 'width' | 'height'): number | null {
  const stated = /^\s{0,9}(\d{1,5})(?:\.\d{1,9})?(?:px)?\s{0,9}$/.exec(image.getAttribute(name) ?? '')?.[1]
  const style = image.getAttribute('style')?.slice(0, 1000) ?? ''
  const styled = new RegExp(
    `(?:^|[;\\s])${name}\\s{0,9}:\\s{0,9}(\\d{1,5})(?:px)?\\s{0,9}(?:;|!|$)`,
    'i',
  ).exec(style)?.[1]
  const length = stated ?? (styled !== undefined && Number(styled) <= 1 ? styled : undefined)
  return length === undefined ? null : Number(length)
}

function addressOf(image: Element, base: URL | null): string | null {
  const own = image.getAttribute('data-picture')
  if (own !== null) return pictureAt(own, base)
  return (
    bestOf(
      LAZY_SETS.map(name => image.getAttribute(name)),
      base,
    ) ??
    firstOf(
      LAZY_ADDRESSES.map(name => lazyAddress(image.getAttribute(name))),
      base,
    ) ??
    bestOf([image.getAttribute('srcset')], base) ??
    pictureAt(image.getAttribute('src'), base) ??
    bestOf(sourcesOf(image), base)
  )
}

/** `data-src="true"` and the like are no addresses. */
const lazyAddress = (value: string | null): string | null =>
  value !== null && /[./]/.test(value) && !/[\s{}<>]/.test(value.trim()) ? value : null

const sourcesOf = (image: Element): readonly (string | null)[] =>
  image.parentElement?.localName === 'picture'
    ? Array.from(image.parentElement.children)
        .filter(child => child.localName === 'source')
        .map(source => source.getAttribute('srcset') ?? source.getAttribute('data-srcset'))
    : []

function firstOf(addresses: readonly (string | null)[], base: URL | null): string | null {
  for (const address of addresses) {
    const picture = pictureAt(address, base)
    if (picture !== null) return picture
  }
  return null
}

/** The widest picture that is not wider than useful, else the narrowest of the wider ones. */
function bestOf(sets: readonly (string | null)[], base: URL | null): string | null {
  const candidates = sets.flatMap(set => (set === null ? [] : candidatesOf(set)))
  const rank = (width: number): number => (width <= WIDEST ? width : -width)
  candidates.sort((one, other) => rank(other.width) - rank(one.width))
  return firstOf(
    candidates.map(candidate => candidate.address),
    base,
  )
}

/**
 * The candidates of a `srcset`, with the width that each stands for in pixels.
 * Source: https://html.spec.whatwg.org/#parsing-a-srcset-attribute
 */
function candidatesOf(set: string): { readonly address: string; readonly width: number }[] {
  const found: { address: string; width: number }[] = []
  const tokens = set.slice(0, 20_000).split(/\s+/).filter(Boolean)
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    const address = token.replace(/^,/, '')
    const ends = address.endsWith(',')
    const [, amount, unit, rest] =
      (!ends && /^(\d{1,6}(?:\.\d{1,6})?)([wxh])(?:,(.*))?$/.exec(tokens[0] ?? '')) || []
    if (amount !== undefined) tokens.shift()
    // `a.jpg 1x,b.jpg 2x`: the next address hangs on this one's description.
    if (rest) tokens.unshift(rest)
    const width = amount === undefined ? PLAIN_WIDTH : Number(amount) * (unit === 'x' ? PLAIN_WIDTH : 1)
    if (address !== '' && address !== ',')
      found.push({ address: ends ? address.slice(0, -1) : address, width })
  }
  return found
}
