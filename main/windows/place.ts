import { app, screen, type BrowserWindow, type Rectangle } from 'electron'
import fs from 'node:fs'
import path from 'node:path'

const DEFAULT_SIZE = { width: 1440, height: 900 }

const placeFile = (): string => path.join(app.getPath('userData'), 'window.json')

/** Where the window stood last, if that place is still on a screen. */
export function readPlace(): Partial<Rectangle> {
  try {
    const place = JSON.parse(fs.readFileSync(placeFile(), 'utf8')) as Rectangle
    const { workArea } = screen.getDisplayMatching(place)
    const visible =
      place.x < workArea.x + workArea.width - 100 &&
      place.x + place.width > workArea.x + 100 &&
      place.y >= workArea.y - 10 &&
      place.y < workArea.y + workArea.height - 100
    return visible ? place : DEFAULT_SIZE
  } catch {
    // First start, or a damaged file: the window's place is no loss.
    return DEFAULT_SIZE
  }
}

/** Remembers where the window stands. */
export function writePlace(window: BrowserWindow): void {
  try {
    fs.writeFileSync(placeFile(), JSON.stringify(window.getNormalBounds()))
  } catch {
    // A full disk must not keep a window from closing.
  }
}
