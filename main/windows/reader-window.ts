import { app, type BrowserWindow, type WebContents } from 'electron'
import { openReader } from './reader'

/** The reader's one window: opened when it is wanted, and again after it was closed. */
export interface ReaderWindow {
  /** Shows it; before the library is ready, as soon as it is. */
  show(): void
  /** The library is ready, or will not be: the first window opens, unless the program was started without one. */
  ready(): void
  window(): BrowserWindow | undefined
  contents(): WebContents | undefined
}

/**
 * @param isHidden whether the program was started without a window; it then goes on without one, too, after that was
 * closed
 */
export function createReaderWindow(isHidden: boolean): ReaderWindow {
  let window: BrowserWindow | undefined
  let isReady = false
  let isWanted = !isHidden
  const open = (): void => {
    const opened = openReader()
    window = opened
    opened.on('closed', () => {
      window = undefined
      // The hidden page never keeps the program alive by itself; on macOS the program lives on in the dock.
      if (process.platform !== 'darwin' && !isHidden) app.quit()
    })
  }
  return {
    show: () => {
      isWanted = true
      if (!isReady) return
      if (!window) return open()
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    ready: () => {
      if (isReady) return
      isReady = true
      if (isWanted) open()
    },
    window: () => window,
    contents: () => window?.webContents,
  }
}
