import { childrenNamed, childNamed, isElement } from './elements'
import { positiveNumber } from './schedule'
import type { Enclosure } from './types'
import { resolveWebUrl } from './urls'
import type { XmlElement } from './xml'

/** An enclosure from an address and what is said of the file; none without an address that can be fetched. */
export function toEnclosure(
  address: string | undefined,
  type: string | undefined,
  length: string | undefined,
  base: string,
): readonly Enclosure[] {
  const url = resolveWebUrl(address, base)
  return url === null ? [] : [{ url, type: type?.trim() || null, length: positiveNumber(length ?? '') }]
}

/**
 * The picture that a feed shows with an entry: Media RSS thumbnails and pictures (also in groups), iTunes images,
 * a plain `image`, else an enclosure that is a picture.
 */
export function pictureOf(
  element: XmlElement,
  enclosures: readonly Enclosure[],
  base: string,
): string | null {
  const media = [element, ...childrenNamed(element, 'media:group', 'media:content')]
  for (const holder of media)
    for (const child of holder.children)
      if (isElement(child) && isPicture(child)) {
        const url = resolveWebUrl(
          child.attributes.get('url') ?? child.attributes.get('href'),
          child.base ?? base,
        )
        if (url !== null) return url
      }
  const image = childNamed(element, 'image')
  const address = image && childNamed(image, 'url')
  if (address)
    return resolveWebUrl(address.children.filter(child => typeof child === 'string').join(''), base)
  return enclosures.find(enclosure => enclosure.type?.startsWith('image/'))?.url ?? null
}

function isPicture(element: XmlElement): boolean {
  if (element.name === 'media:thumbnail' || element.name === 'itunes:image') return true
  if (element.name !== 'media:content') return false
  const { attributes } = element
  return attributes.get('medium') === 'image' || (attributes.get('type') ?? '').startsWith('image/')
}
