import frameStyles from '../styles/frame.css?url'
import { openAddress } from '../bridge'

/** The document inside the frame of an article's text. */
export interface FrameDocument {
  readonly iframe: HTMLIFrameElement
  readonly window: Window & typeof globalThis
  readonly document: Document
  /** Holds the text. */
  readonly text: HTMLElement
  /** Holds the rules in the margin. */
  readonly margin: HTMLElement
}

/**
 * Gives an empty frame its styles and its places, and has its keys and links handled outside, where scripts run.
 *
 * @returns null when the frame was taken away meanwhile
 */
export async function prepareDocument(
  iframe: HTMLIFrameElement,
  onKey: (event: KeyboardEvent) => void,
): Promise<FrameDocument | null> {
  const window = iframe.contentWindow as (Window & typeof globalThis) | null
  const document = iframe.contentDocument
  if (!window || !document) return null
  const text = document.createElement('div')
  text.id = 'text'
  const margin = document.createElement('div')
  margin.id = 'margin'
  margin.setAttribute('aria-hidden', 'true')
  document.body.replaceChildren(margin, text)
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onLink)
  document.addEventListener('auxclick', onLink)
  forwardGifts(document, iframe)
  await addStyles(document)
  return { iframe, window, document, text, margin }
}

/** Resolves when the styles are there, or when it is clear that they will not come: then the text stands plainly. */
function addStyles(document: Document): Promise<void> {
  return new Promise(resolve => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL(frameStyles, location.href).href
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => resolve())
    document.head.append(link)
  })
}

/** What is dropped or pasted on the text is meant for the window: its events go on to the page around the frame. */
function forwardGifts(document: Document, iframe: HTMLIFrameElement): void {
  for (const type of ['dragover', 'drop'] as const)
    document.addEventListener(type, event => {
      const { dataTransfer } = event
      const copy = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
      if (!iframe.dispatchEvent(copy)) event.preventDefault()
    })
  document.addEventListener('paste', ({ clipboardData }) => {
    iframe.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
}

/** Links open in the person's browser, never in the frame. */
function onLink(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest('a[href]')
  if (!link) return
  event.preventDefault()
  // Other buttons of the mouse paste or open menus.
  const address = link.getAttribute('href')
  if (address && event.button <= 1) openAddress(address)
}
