import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import type { Quotation } from '../../quotes'
import { trustedEmptyDocument } from '../common/trusted'
import { useCollections } from '../data/collections'
import { textSizeOf, useTheme } from '../header/use-appearance'
import { useTerms } from '../search/context'
import { useReader } from '../state/context'
import type { Passage } from '../state/reader-state'
import { useWording } from '../strings'
import { prepareDocument, type FrameDocument } from './frame-document'
import { clearMarks, flash, markHits } from './marks'
import { showBody, type ShownBody } from './shown-body'

/** What others can have the text do. */
export interface BodyHandle {
  /** Brings a passage into sight and marks it for a moment. */
  readonly goTo: (passage: Passage) => void
}

interface BodyFrameProps {
  readonly html: string
  readonly language: string | null
  readonly quotations: readonly Quotation[]
  /** What scrolls: the frame is as high as its text. */
  readonly pane: RefObject<HTMLElement | null>
  readonly ref: Ref<BodyHandle>
}

/**
 * The text of an article, in a frame where no script can run.
 *
 * The frame lives on from article to article: its fonts and styles are there already, and nothing flickers.
 */
export function BodyFrame(props: BodyFrameProps): ReactNode {
  const { html, language, quotations, pane, ref } = props
  const { strings } = useWording()
  const element = useRef<HTMLIFrameElement>(null)
  const frame = useFrameDocument(element)
  useFrameAppearance(frame)
  const shown = useShownBody(frame, html, language, quotations)
  const terms = useTerms()
  useEffect(() => {
    if (!frame || !shown) return
    markHits(frame, shown.mapped, terms)
    return () => clearMarks(frame)
  }, [frame, shown, terms])
  const waiting = useRef<Passage | null>(null)
  useImperativeHandle(ref, () => {
    const goTo = (passage: Passage): void => {
      waiting.current = shown ? null : passage
      if (frame && shown && pane.current && element.current)
        flash(frame, shown.mapped.rangeOf(passage.start, passage.end), element.current, pane.current)
    }
    // A passage that was asked for before the text was there.
    if (waiting.current) goTo(waiting.current)
    return { goTo }
  }, [frame, shown, pane])
  return (
    <iframe
      ref={element}
      className="body-frame"
      sandbox="allow-same-origin"
      title={strings.article.bodyLabel}
      data-ready={shown !== null || undefined}
    />
  )
}

/** Loads an empty document into the frame, once, and prepares it. */
function useFrameDocument(element: RefObject<HTMLIFrameElement | null>): FrameDocument | null {
  const { onKey } = useReader()
  const [frame, setFrame] = useState<FrameDocument | null>(null)
  useEffect(() => {
    const iframe = element.current
    if (!iframe) return
    let ended = false
    const onLoad = (): void => {
      void prepareDocument(iframe, onKey).then(prepared => {
        if (!ended) setFrame(prepared)
      })
    }
    iframe.addEventListener('load', onLoad)
    iframe.srcdoc = trustedEmptyDocument()
    return () => {
      ended = true
      iframe.removeEventListener('load', onLoad)
    }
  }, [element, onKey])
  return frame
}

/** Theme and text size of the window go into the frame's document, which has a style of its own. */
function useFrameAppearance(frame: FrameDocument | null): void {
  const { settings } = useCollections()
  const theme = useTheme(settings)
  const { size, leading } = textSizeOf(settings)
  useEffect(() => {
    const root = frame?.document.documentElement
    if (!root) return
    root.dataset['theme'] = theme
    root.style.setProperty('--text-size', `${size}px`)
    root.style.setProperty('--text-leading', `${leading}px`)
  }, [frame, theme, size, leading])
}

function useShownBody(
  frame: FrameDocument | null,
  html: string,
  language: string | null,
  quotations: readonly Quotation[],
): ShownBody | null {
  const [shown, setShown] = useState<ShownBody | null>(null)
  useEffect(() => {
    if (!frame) return
    const body = showBody(frame, { html, language, quotations })
    setShown(body)
    return () => body.end()
  }, [frame, html, language, quotations])
  return shown
}
