import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import { pictureOf, type CompletionRow } from '../../library'
import type { Mark } from '../../search'
import { trustedEmptyDocument } from '../common/trusted'
import { useCollections, useDatabase } from '../data/collections'
import { textSizeOf, useTheme } from '../header/use-appearance'
import { useReader } from '../state/context'
import type { Passage } from '../state/reader-state'
import { useWording } from '../strings'
import { prepareDocument, type FrameDocument } from './frame-document'
import { clearMarks, flash, markHits, reveal } from './marks'
import { PictureDialog } from './picture-dialog'
import type { LargePicture } from './enlarging'
import type { PictureWorld } from './picture-places'
import { pictureProblemSentence } from './problem-words'
import { showBody, type BodyContent, type ShownBody } from './shown-body'

/** What others can have the text do. */
export interface BodyHandle {
  /** Brings a passage into sight and marks it for a moment. */
  readonly goTo: (passage: Passage) => void
}

interface BodyFrameProps extends BodyContent {
  /** What the library has of its pictures. */
  readonly fetched: CompletionRow
  /** What scrolls: the frame is as high as its text. */
  readonly pane: RefObject<HTMLElement | null>
  /** The words to be marked, and the one to be brought into sight: a new object does so again. */
  readonly hits: readonly Mark[]
  readonly target: Mark | null
  readonly ref: Ref<BodyHandle>
}

/**
 * The text of an article, in a frame where no script can run.
 *
 * The frame lives on from article to article: its fonts and styles are there already, and nothing flickers.
 */
export function BodyFrame(props: BodyFrameProps): ReactNode {
  const { fetched, pane, ref } = props
  const { strings } = useWording()
  const [large, setLarge] = useState<LargePicture | null>(null)
  const element = useRef<HTMLIFrameElement>(null)
  const frame = useFrameDocument(element)
  useFrameAppearance(frame)
  const shown = useShownBody(frame, props, fetched, usePictureWorld(setLarge), pane)
  const isReady = useOnce(shown !== null)
  useHits(frame, shown, props)
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
    <>
      <iframe
        ref={element}
        className="body-frame"
        sandbox="allow-same-origin"
        title={strings.article.bodyLabel}
        data-ready={isReady || undefined}
      />
      {large && <PictureDialog picture={large} onClose={() => setLarge(null)} />}
    </>
  )
}

/** Marks what is looked for, and brings the hit that one goes to into sight. */
function useHits(
  frame: FrameDocument | null,
  shown: ShownBody | null,
  { hits, target, pane }: Pick<BodyFrameProps, 'hits' | 'target' | 'pane'>,
): void {
  useEffect(() => {
    if (!frame || !shown) return
    markHits(frame, shown.mapped, hits, target)
    return () => clearMarks(frame)
  }, [frame, shown, hits, target])
  useEffect(() => {
    if (frame && shown && target && pane.current)
      reveal(shown.mapped.rangeOf(target.start, target.end), frame.iframe, pane.current)
  }, [frame, shown, target, pane])
}

/** @returns whether it was ever true: the frame is not hidden between two texts */
function useOnce(value: boolean): boolean {
  const [was, setWas] = useState(value)
  useEffect(() => {
    if (value) setWas(true)
  }, [value])
  return was || value
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

/** A text that stands in the frame, and what it was made from. */
interface Standing {
  readonly content: BodyContent
  readonly body: ShownBody
}

/** @returns null until the very text that is given stands in the frame */
function useShownBody(
  frame: FrameDocument | null,
  { html, language, quotations, fresh, leadPicture }: BodyContent,
  fetched: CompletionRow,
  world: Omit<PictureWorld, 'pane'>,
  pane: RefObject<HTMLElement | null>,
): ShownBody | null {
  const { strings } = useWording()
  const [standing, setStanding] = useState<Standing | null>(null)
  const content = useMemo(
    () => ({ html, language, quotations, fresh, leadPicture }),
    [html, language, quotations, fresh, leadPicture],
  )
  // The text is put in with the pictures of that moment; what comes later is only brought to it.
  const now = useRef(fetched)
  useEffect(() => {
    now.current = fetched
  }, [fetched])
  useEffect(() => {
    if (!frame || !pane.current) return
    const { newParagraph } = strings.offline
    const body = showBody(frame, content, now.current, {
      ...world,
      pane: pane.current,
      newBlock: newParagraph,
    })
    setStanding({ content, body })
    return () => body.end()
  }, [frame, content, world, pane, strings])
  const body = standing?.content === content ? standing.body : null
  useEffect(() => body?.update(fetched), [body, fetched])
  return body
}

/** What the places of pictures need of the window around them. */
function usePictureWorld(onEnlarge: (picture: LargePicture) => void): Omit<PictureWorld, 'pane'> {
  const { strings } = useWording()
  const database = useDatabase()
  return useMemo(() => {
    const { enlarge, notHere, notFetched, notOnWeb } = strings.offline
    const missing = (address: string, problem: string | null): string => {
      if (problem !== null) return pictureProblemSentence(problem, strings)
      return /^https?:/.test(address) ? notFetched : notOnWeb
    }
    return {
      load: async hash => {
        const picture = await pictureOf(database, hash)
        return picture && new Blob([picture.bytes], { type: picture.type })
      },
      onEnlarge,
      words: { enlarge, missing, notHere },
    }
  }, [database, strings, onEnlarge])
}
