import { isFinal, type CompletionRow, type StoredPicture } from '../../library'
import { isSmall, shownSize, type Size } from './picture-size'

/** What a place is called, and what stands in it while its picture is not there. */
export interface PictureWords {
  readonly enlarge: (words: string) => string
  /** @param problem as the library keeps it; null when it was not tried */
  readonly missing: (address: string, problem: string | null) => string
  readonly notHere: (words: string, why: string) => string
}

/** The place of a picture in a text. */
export interface PicturePlace {
  readonly element: HTMLElement
  /** As the article's HTML names it. */
  readonly address: string
  /** What the picture shows, in words; '' where nothing is said. */
  readonly words: string
  readonly declared: Partial<Size>
  /** Set when the library has it. */
  stored: StoredPicture | null
  isShown: boolean
}

/** Takes the place of a picture's element. */
export function placeOf(picture: HTMLImageElement): PicturePlace {
  const element = picture.ownerDocument.createElement('span')
  // The attributes: once it stands in the document, the properties are the size of its words.
  const [width, height] = ['width', 'height'].map(name => Number(picture.getAttribute(name)))
  const declared = { ...(width ? { width } : null), ...(height ? { height } : null) }
  const words = picture.alt.trim()
  element.className = 'picture'
  setSize(element, shownSize(declared, null))
  picture.replaceWith(element)
  return { element, address: picture.dataset['picture'] ?? '', words, declared, stored: null, isShown: false }
}

/** Brings a place to what the library has of its picture. */
export function settle(place: PicturePlace, { stored, missing }: CompletionRow, words: PictureWords): void {
  if (place.isShown) return
  const { element, address, declared } = place
  place.stored = stored.find(picture => picture.address === address) ?? null
  if (!place.stored)
    return sayMissing(place, missing.find(picture => picture.address === address)?.problem ?? null, words)
  setSize(element, shownSize(declared, place.stored))
  element.dataset['state'] = 'coming'
  nameImage(place)
}

/** Says in a place why its picture is not there. @param problem as the library keeps it; null when it was not tried */
export function sayMissing(
  { element, address, words: own }: PicturePlace,
  problem: string | null,
  words: PictureWords,
): void {
  const why = words.missing(address, problem)
  element.dataset['state'] = problem !== null && isFinal(problem) ? 'lost' : 'awaited'
  // By attribute and style sheet: letters in the document would shift the places of quotes and hits.
  element.dataset['alt'] = own
  element.dataset['why'] = why
  element.title = why
  name(element, 'img', words.notHere(own, why))
}

/** Puts a picture into its place. @param source an address of this page's own, `blob:` or `data:` */
export function showPicture(place: PicturePlace, source: string, words: PictureWords): void {
  const { element, declared } = place
  const picture = element.ownerDocument.createElement('img')
  picture.decoding = 'async'
  picture.draggable = false
  picture.alt = ''
  picture.addEventListener('load', () => {
    const size = shownSize(
      declared,
      place.stored ?? { width: picture.naturalWidth, height: picture.naturalHeight },
    )
    setSize(element, size)
    const link = element.closest('a[href]')
    const isLarge = !isSmall(size) && (!link || PICTURE_FILE.test(link.getAttribute('href') ?? ''))
    element.dataset['state'] = isLarge ? 'large' : 'shown'
    // A link around it is what keys reach.
    if (!isLarge || link) return nameImage(place)
    element.tabIndex = 0
    name(element, 'button', words.enlarge(place.words))
  })
  picture.addEventListener('error', () => {
    picture.remove()
    sayMissing(place, 'picture-damaged', words)
  })
  element.removeAttribute('title')
  element.dataset['alt'] = place.words
  picture.src = source
  element.replaceChildren(picture)
}

/** A picture without words says nothing to who cannot see it. */
const nameImage = ({ element, words }: PicturePlace): void =>
  name(element, words ? 'img' : 'presentation', words)

function name(element: HTMLElement, role: string, label: string): void {
  element.setAttribute('role', role)
  if (label) element.setAttribute('aria-label', label)
  else element.removeAttribute('aria-label')
}

function setSize(element: HTMLElement, size: Size | null): void {
  if (size) {
    element.style.width = `${size.width}px`
    element.style.aspectRatio = `${size.width} / ${size.height}`
  }
  element.classList.toggle('picture-small', isSmall(size))
}

/** A link to the picture itself only says that it can be seen larger. */
const PICTURE_FILE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i
