import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron'
import path from 'node:path'
import { ORIGIN } from '../protocol'
import { guardContents } from './guard'
import { readPlace, writePlace } from './place'

/** Paper and night of the reader's style sheet, so that the window never flashes white. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#faf7f0')

/** Opens the reader's window, where it stood last. */
export function openReader(): BrowserWindow {
  const window = new BrowserWindow({
    ...readPlace(),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: app.name,
    // Everything in the menu is in the window too; Alt shows it.
    autoHideMenuBar: true,
    backgroundColor: background(),
    // Elsewhere the executable has it, and on Wayland the desktop entry.
    ...(process.platform === 'linux' && app.isPackaged
      ? { icon: path.join(process.resourcesPath, 'icon.png') }
      : {}),
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/reader.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      // The list is kept up to date by the sync also while another window covers it.
      backgroundThrottling: true,
    },
  })
  guardContents(window.webContents)
  reloadAfterCrash(window.webContents)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writePlace(window))
  void window.loadURL(`${ORIGIN}/reader/index.html`)
  return window
}

/** A page that ends again within this time is not loaded a third time. */
const CRASH_PAUSE = 30_000

/** A window without its page would stay blank for ever. */
function reloadAfterCrash(contents: WebContents): void {
  let last = -Infinity
  contents.on('render-process-gone', (_, { reason }) => {
    const now = performance.now()
    if (reason !== 'clean-exit' && now - last > CRASH_PAUSE) contents.reload()
    last = now
  })
}
