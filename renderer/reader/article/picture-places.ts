import type { CompletionRow } from '../../library'
import { listenForEnlarging, type LargePicture } from './enlarging'
import type { FrameDocument } from './frame-document'
import {
  placeOf,
  sayMissing,
  settle,
  showPicture,
  type PicturePlace,
  type PictureWords,
} from './picture-place'

/** What the places of pictures need from outside. */
export interface PictureWorld {
  /** What scrolls: pictures are read from the library when they come near. */
  readonly pane: HTMLElement
  /** Reads a picture from the library; null when it has not got it. */
  readonly load: (hash: string) => Promise<Blob | null>
  readonly onEnlarge: (picture: LargePicture) => void
  readonly words: PictureWords
}

/** The places of the pictures in a text. */
export interface PicturePlaces {
  readonly elements: ReadonlySet<HTMLElement>
  /** Shows what the library has by now, and says why the others are not there. */
  readonly update: (fetched: CompletionRow) => void
  readonly end: () => void
}

/** Gives every picture of a text its place, and fills the places that come near from the library. */
export function makePicturePlaces(frame: FrameDocument, world: PictureWorld): PicturePlaces {
  const { pane, words } = world
  const places = [...frame.text.querySelectorAll('img')].map(placeOf)
  const [inText, inLibrary] = [places.filter(isInText), places.filter(place => !isInText(place))]
  const filling = makeFilling(world)
  const showNear = throttled(() => {
    const waiting = inLibrary.filter(({ stored, isShown }) => stored && !isShown)
    if (waiting.length) waiting.filter(nearTo(frame, pane)).forEach(filling.fill)
  })
  for (const place of inText) showPicture(place, place.address, words)
  const endEnlarging = listenForEnlarging(frame.text, world.onEnlarge)
  pane.addEventListener('scroll', showNear)
  window.addEventListener('resize', showNear)
  return {
    elements: new Set(places.map(({ element }) => element)),
    update: fetched => {
      for (const place of inLibrary) settle(place, fetched, words)
      showNear()
    },
    end: () => {
      endEnlarging()
      filling.end()
      pane.removeEventListener('scroll', showNear)
      window.removeEventListener('resize', showNear)
    },
  }
}

/** Small pictures stand in their address. */
const isInText = ({ address }: PicturePlace): boolean => address.startsWith('data:')

/** Fills places with pictures of the library, until it ends: then all of them are let go. */
function makeFilling({ load, words }: PictureWorld) {
  const urls: string[] = []
  let ended = false
  const fill = async (place: PicturePlace): Promise<void> => {
    place.isShown = true
    const blob = place.stored && (await load(place.stored.hash).catch(() => null))
    if (ended) return
    if (!blob) return sayMissing(place, 'picture-damaged', words)
    const url = URL.createObjectURL(blob)
    urls.push(url)
    showPicture(place, url, words)
  }
  return {
    fill: (place: PicturePlace) => void fill(place),
    end: () => {
      ended = true
      for (const url of urls) URL.revokeObjectURL(url)
    },
  }
}

/** @returns tells whether a place is in sight, or within a pane's height of it */
function nearTo({ iframe }: FrameDocument, pane: HTMLElement): (place: PicturePlace) => boolean {
  const view = pane.getBoundingClientRect()
  const above = iframe.getBoundingClientRect().top - view.top
  return ({ element }) => {
    const { top, bottom } = element.getBoundingClientRect()
    return above + bottom > -view.height && above + top < 2 * view.height
  }
}

/** Once a frame at most, as scrolling tells of itself more often. */
function throttled(run: () => void): () => void {
  let waits = false
  return () => {
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      run()
    })
  }
}
