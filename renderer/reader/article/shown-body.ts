import type { CompletionRow } from '../../library'
import { mapText, sanitiseToFragment, type MappedText } from '../../pages'
import type { Quotation } from '../../quotes'
import type { Passage } from '../state/reader-state'
import type { FrameDocument } from './frame-document'
import { keepInSight } from './keep-in-sight'
import { makePicturePlaces, type PictureWorld } from './picture-places'
import { drawRules } from './quote-rules'

/** What is shown of an article's text. */
export interface BodyContent {
  /** Canonical HTML. */
  readonly html: string
  /** BCP 47 tag, for hyphenation and quotation marks. */
  readonly language: string | null
  readonly quotations: readonly Quotation[]
  /** What is new since an earlier form. */
  readonly fresh: readonly Passage[]
  /** The address of the picture above the text. */
  readonly leadPicture: string | null
}

/** What showing a text needs besides. */
export interface BodyWorld extends PictureWorld {
  /** What is said of a new block to who cannot see the rule beside it. */
  readonly newBlock: string
}

/** A text that stands in the frame. */
export interface ShownBody {
  /** Its plain text, with the way back to places in the document. */
  readonly mapped: MappedText
  /** Shows the pictures that the library has by now. */
  readonly update: (fetched: CompletionRow) => void
  /** Stops following its size, and lets its pictures go. */
  readonly end: () => void
}

/**
 * Puts a text into the frame in the place of the one before, and keeps the frame as high as the text.
 *
 * @param fetched what the library has of its pictures: they have their places from the first moment
 */
export function showBody(
  frame: FrameDocument,
  { html, language, quotations, fresh, leadPicture }: BodyContent,
  fetched: CompletionRow,
  world: BodyWorld,
): ShownBody {
  const { text, iframe } = frame
  const mapped = putIn(frame, { html, language, leadPicture })
  const rangesOf = (passages: readonly Passage[]): readonly Range[] =>
    passages.map(({ start, end }) => mapped.rangeOf(start, end))
  const ranges = { quote: rangesOf(quotations), new: rangesOf(fresh) }
  for (const range of ranges.new) describe(range, world.newBlock)
  const pictures = makePicturePlaces(frame, world)
  frame.margin.toggleAttribute('data-rtl', frame.window.getComputedStyle(text).direction === 'rtl')
  const fit = (): void => {
    iframe.style.height = `${Math.ceil(text.getBoundingClientRect().height)}px`
    drawRules(frame, ranges)
  }
  pictures.update(fetched)
  fit()
  const observer = new ResizeObserver(fit)
  observer.observe(text)
  return {
    mapped,
    update: now =>
      keepInSight(frame, world.pane, pictures.elements, () => {
        pictures.update(now)
        fit()
      }),
    end: () => {
      observer.disconnect()
      pictures.end()
    },
  }
}

/** @returns the text's way back to places in the document */
function putIn(
  { document, text }: FrameDocument,
  { html, language, leadPicture }: Pick<BodyContent, 'html' | 'language' | 'leadPicture'>,
): MappedText {
  document.documentElement.lang = language ?? ''
  text.dir = 'auto'
  // Sanitised again on its way to the screen, and put in as nodes: the markup is not parsed a second time.
  const fragment = sanitiseToFragment(html)
  // Mapped before it moves: nodes first met in the frame would be of the frame's own classes, and strangers here.
  const mapped = mapText(fragment)
  text.replaceChildren(document.adoptNode(fragment))
  if (leadPicture !== null) text.prepend(leadFigure(document, leadPicture))
  return mapped
}

/** The picture that stands for the article, above its text. */
function leadFigure(document: Document, address: string): HTMLElement {
  const figure = document.createElement('figure')
  const picture = document.createElement('img')
  picture.dataset['picture'] = address
  figure.append(picture)
  return figure
}

/** Letters in the document would be read, and copied, as the article's own. */
function describe(range: Range, words: string): void {
  const node = range.startContainer.parentElement
  node?.closest('p, li, h2, h3, h4, h5, h6, dt, dd, pre, figcaption')?.setAttribute('aria-description', words)
}
