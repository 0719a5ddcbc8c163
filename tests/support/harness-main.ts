import { app, BrowserWindow, protocol } from 'electron'
import fs from 'node:fs/promises'
import path from 'node:path'
import { tuneChromium } from '../../main/chromium'

// The main process of the page harness: one hidden page of `app://broadsheet`, served from the folder of this file.
// Requests may ask for a Content-Security-Policy by `?csp=`, so that tests can enforce Trusted Types.

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
}

async function serve(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const file = path.join(
    import.meta.dirname,
    url.pathname === '/' ? 'index.html' : path.basename(url.pathname),
  )
  const type = TYPES[path.extname(file)]
  if (url.host !== 'broadsheet' || !type) return new Response(null, { status: 404 })
  const headers = new Headers({ 'Content-Type': type })
  const policy = url.searchParams.get('csp')
  if (policy) headers.set('Content-Security-Policy', policy)
  return new Response(new Uint8Array(await fs.readFile(file)), { headers })
}

tuneChromium(app.commandLine, process.versions['chrome'])
const profile = process.env['HARNESS_PROFILE']
if (profile) app.setPath('userData', profile)
// A standard, secure scheme: only such pages have IndexedDB, Web Locks and crypto.subtle.
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
void app.whenReady().then(() => {
  protocol.handle('app', serve)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  })
  return window.loadURL('app://broadsheet/')
})
