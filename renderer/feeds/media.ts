import { childrenNamed, childNamed, isElement, textOf } from './elements'
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
 * Sounds and films of Media RSS. What stands in one group is the same in several qualities: the default one counts,
 * else the first.
 */
export function mediaFilesOf(element: XmlElement, base: string): readonly Enclosure[] {
  const groups = childrenNamed(element, 'media:group').map(group =>
    childrenNamed(group, 'media:content').filter(isSoundOrFilm),
  )
  const best = groups.flatMap(
    files => files.find(file => file.attributes.get('isdefault') === 'true') ?? files[0] ?? [],
  )
  const alone = childrenNamed(element, 'media:content').filter(isSoundOrFilm)
  return [...alone, ...best].flatMap(({ attributes, base: own }) =>
    toEnclosure(attributes.get('url'), attributes.get('type'), attributes.get('filesize'), own ?? base),
  )
}

function isSoundOrFilm({ attributes }: XmlElement): boolean {
  const type = attributes.get('type')
  return type ? /^(?:audio|video)\//i.test(type) : /^(?:audio|video)$/i.test(attributes.get('medium') ?? '')
}

/** Each file once, however many elements name it. */
export function distinctFiles(files: readonly Enclosure[]): readonly Enclosure[] {
  const byAddress = new Map<string, Enclosure>()
  for (const file of files) if (!byAddress.has(file.url)) byAddress.set(file.url, file)
  return [...byAddress.values()]
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
  const media = mediaPictureOf(element, base)
  if (media !== null) return media
  const image = childNamed(element, 'image')
  const address = image && childNamed(image, 'url')
  if (address) return resolveWebUrl(textOf(address), address.base ?? base)
  return enclosures.find(enclosure => enclosure.type?.startsWith('image/'))?.url ?? null
}

/** The first picture of Media RSS or iTunes that belongs to an item or channel. */
export function mediaPictureOf(element: XmlElement, base: string): string | null {
  for (const holder of [element, ...childrenNamed(element, 'media:group', 'media:content')])
    for (const child of holder.children) {
      if (!isElement(child) || !isPicture(child)) continue
      const address = child.attributes.get('url') ?? child.attributes.get('href')
      const url = resolveWebUrl(address, child.base ?? base)
      if (url !== null) return url
    }
  return null
}

function isPicture(element: XmlElement): boolean {
  if (element.name === 'media:thumbnail' || element.name === 'itunes:image') return true
  if (element.name !== 'media:content') return false
  const { attributes } = element
  return attributes.get('medium') === 'image' || (attributes.get('type') ?? '').startsWith('image/')
}
