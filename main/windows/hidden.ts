import { BrowserWindow } from 'electron'
import path from 'node:path'
import { ORIGIN } from '../protocol'
import { guardContents } from './guard'

/**
 * Opens the hidden page that reads content and writes the library.
 *
 * @param page its folder under renderer/
 */
export function openHidden(page: 'ingest' | 'evaluate'): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    // It draws nothing, ever.
    paintWhenInitiallyHidden: false,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/ingest.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  })
  guardContents(window.webContents)
  void window.loadURL(`${ORIGIN}/${page}/index.html`)
  return window
}
