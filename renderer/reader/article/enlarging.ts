/** A picture that is to be shown large. */
export interface LargePicture {
  /** An address of this page's own, `blob:` or `data:`. */
  readonly source: string
  readonly words: string
  readonly caption: string
  /** Gives the focus back to the picture in the text. */
  readonly focus: () => void
}

const LARGE = '.picture[data-state="large"]'

/** Enter, Space and a press show a picture large. @returns ends that */
export function listenForEnlarging(
  text: HTMLElement,
  onEnlarge: (picture: LargePicture) => void,
): () => void {
  const enlarge = (event: Event): void => {
    const target = event.target as Element | null
    const place =
      target?.closest<HTMLElement>(LARGE) ?? target?.closest('a')?.querySelector<HTMLElement>(LARGE)
    const source = place?.querySelector('img')?.src
    if (!place || !source) return
    // Neither a link around it nor the keys of the window are meant.
    event.preventDefault()
    event.stopPropagation()
    const caption = place.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? ''
    const control = place.closest<HTMLElement>('a[href]') ?? place
    onEnlarge({
      source,
      caption,
      words: place.dataset['alt'] ?? '',
      focus: () => control.focus({ preventScroll: true }),
    })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') enlarge(event)
  }
  text.addEventListener('click', enlarge)
  text.addEventListener('keydown', onKey)
  return () => {
    text.removeEventListener('click', enlarge)
    text.removeEventListener('keydown', onKey)
  }
}
