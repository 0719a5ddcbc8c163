import { pictureAt } from './links'
import type { MarkupElement } from './parser'
import { element, type Attributes, type TreeElement } from './tree'
import { attributeText } from './characters'

/** Wider ones cost memory and show nothing more in a column of text on any screen. */
const WIDEST = 1600
/** What `1x`, or no description at all, stands for. */
const PLAIN_WIDTH = 800

const MOST_SOURCES = 50

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
/** Where a `source` has its candidates: in the first of these that is there. */
const SOURCE_SETS = ['srcset', 'data-srcset']
/** Hosts and paths that count readers instead of showing something. */
const COUNTERS =
  /^https?:\/\/(?:[^/]{0,200}\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|statcounter\.com|feedsportal\.com|pixel\.wp\.com|stats\.wordpress\.com|feeds\.wordpress\.com|pixel\.quantserve\.com|b\.scorecardresearch\.com|feedburner\.com\/~[rf]\/|feeds\.feedburner\.com)(?:[/:?]|$)|\/(?:pixel|spacer|blank|clear|1x1|tracking|beacon)\.(?:gif|png)(?:[?#]|$)/i

/**
 * `<img data-picture>` for a picture element of the read document, or null when it has nothing to show: no address,
 * a placeholder, a tracking pixel. There is never a `src`, so that showing an article fetches nothing.
 */
export function pictureOf(image: MarkupElement, base: URL | null): TreeElement | null {
  const width = lengthOf(image, 'width')
  const height = lengthOf(image, 'height')
  if (isPixel(width) || isPixel(height)) return null
  const address = addressOf(image, base)
  if (address === null || COUNTERS.test(address)) return null
  const alternative = attributeText(image.attributes.get('alt'))
  const attributes: Attributes = [
    ['data-picture', address],
    ['alt', alternative],
    ...(width === null ? [] : [['width', String(width)] as const]),
    ...(height === null ? [] : [['height', String(height)] as const]),
  ]
  return element('img', [], attributes)
}

const isPixel = (length: number | null): boolean => length !== null && length <= 1

const styled = (name: string): RegExp =>
  new RegExp(`(?:^|[;\\s])${name}\\s{0,9}:\\s{0,9}(\\d{1,5})(?:px)?\\s{0,9}(?:;|!|$)`, 'i')
const STYLED = { width: styled('width'), height: styled('height') }

/** A length in CSS pixels from the attribute or the style; percentages and others are null. */
function lengthOf({ attributes }: MarkupElement, name: 'width' | 'height'): number | null {
  const value = attributes.get(name)
  const stated = value && /^\s{0,9}(\d{1,5})(?:\.\d{1,9})?(?:px)?\s{0,9}$/.exec(value)?.[1]
  if (stated) return Number(stated)
  const style = attributes.get('style')
  const drawn = style && STYLED[name].exec(style.slice(0, 1000))?.[1]
  return drawn && Number(drawn) <= 1 ? Number(drawn) : null
}

/** Most pictures have nothing but `src`, and a feed has thousands: what is not there is not looked at any further. */
function addressOf(image: MarkupElement, base: URL | null): string | null {
  const { attributes } = image
  const own = attributes.get('data-picture')
  if (own !== undefined) return pictureAt(own, base)
  return (
    bestOf(given(attributes, LAZY_SETS), base) ??
    firstOf(given(attributes, LAZY_ADDRESSES).filter(isLazyAddress), base) ??
    bestOf(given(attributes, ['srcset']), base) ??
    pictureAt(attributes.get('src'), base) ??
    bestOf(sourcesOf(image), base)
  )
}

/** The values of those of the attributes that are there, in their order. */
const given = (attributes: MarkupElement['attributes'], names: readonly string[]): readonly string[] =>
  names.flatMap(name => attributes.get(name) ?? [])

/** `data-src="true"` and the like are no addresses. */
const isLazyAddress = (value: string): boolean => /[./]/.test(value) && !/[\s{}<>]/.test(value.trim())

/** The candidates that a `picture` gives before its image. */
function sourcesOf({ parent, previous }: MarkupElement): readonly string[] {
  const sets: string[] = []
  let node = parent?.name === 'picture' ? previous : null
  for (let count = 0; node && count < MOST_SOURCES; count++, node = node.previous)
    if (node.name === 'source') sets.unshift(...given(node.attributes, SOURCE_SETS).slice(0, 1))
  return sets
}

function firstOf(addresses: readonly string[], base: URL | null): string | null {
  for (const address of addresses) {
    const picture = pictureAt(address, base)
    if (picture !== null) return picture
  }
  return null
}

/** The widest picture that is not wider than useful, else the narrowest of the wider ones. */
function bestOf(sets: readonly string[], base: URL | null): string | null {
  if (!sets.length) return null
  const candidates = sets.flatMap(candidatesOf)
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
