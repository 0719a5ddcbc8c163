import { mapText, sanitiseToFragment } from '../../pages'
import type { Quotation } from '../../quotes'
import type { FrameDocument } from './frame-document'
import { drawQuoteRules } from './quote-rules'

/** What is shown of an article's text. */
export interface BodyContent {
  /** Canonical HTML. */
  readonly html: string
  /** BCP 47 tag, for hyphenation and quotation marks. */
  readonly language: string | null
  readonly quotations: readonly Quotation[]
}

/** A text that stands in the frame. */
export interface ShownBody {
  /** Its plain text, with the way back to places in the document. */
  readonly mapped: ReturnType<typeof mapText>
  /** Stops following its size. */
  readonly end: () => void
}

/** Puts a text into the frame in the place of the one before, and keeps the frame as high as the text. */
export function showBody(frame: FrameDocument, { html, language, quotations }: BodyContent): ShownBody {
  const { document, text, iframe } = frame
  document.documentElement.lang = language ?? ''
  text.dir = 'auto'
  // Sanitised again on its way to the screen, and put in as nodes: the markup is not parsed a second time.
  const fragment = sanitiseToFragment(html)
  // Mapped before it moves: nodes first met in the frame would be of the frame's own classes, and strangers here.
  const mapped = mapText(fragment)
  text.replaceChildren(document.adoptNode(fragment))
  const ranges = quotations.map(({ start, end }) => mapped.rangeOf(start, end))
  showPicturePlaces(text)
  frame.margin.toggleAttribute('data-rtl', frame.window.getComputedStyle(text).direction === 'rtl')
  const fit = (): void => {
    iframe.style.height = `${Math.ceil(text.getBoundingClientRect().height)}px`
    drawQuoteRules(frame, ranges)
  }
  fit()
  const observer = new ResizeObserver(fit)
  observer.observe(text)
  return { mapped, end: () => observer.disconnect() }
}

/** Pictures that are not there yet leave a frame of their form, with what they show in words. */
function showPicturePlaces(text: HTMLElement): void {
  for (const picture of text.querySelectorAll('img')) {
    // The attributes: once it stands in the document, the properties are the size of its words.
    const [width, height] = ['width', 'height'].map(name => Number(picture.getAttribute(name)))
    const place = text.ownerDocument.createElement('span')
    place.className = 'picture'
    place.setAttribute('role', 'img')
    place.setAttribute('aria-label', picture.alt)
    // By attribute and style sheet: letters in the document would shift the places of quotes and hits.
    place.dataset['alt'] = picture.alt
    if (width && height) place.style.aspectRatio = `${width} / ${height}`
    if (width && height && height < SMALL) place.classList.add('picture-small')
    picture.replaceWith(place)
  }
}

/** Pictures that are lower than this stand in the line, as signs do; in pixels. */
const SMALL = 48
