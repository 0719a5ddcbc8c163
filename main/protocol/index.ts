import { app, net, protocol, type Session } from 'electron'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const SCHEME = 'app'
/** Every page of the program has this origin, in development too: another origin would be another library. */
export const ORIGIN = `${SCHEME}://broadsheet`

const COMMON_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
]

/**
 * The reader enforces Trusted Types with two named policies, and styles of its own only. The hidden pages that read
 * content need a `default` policy for HTML and for workers of our own, because under enforcement
 * `DOMParser.parseFromString` refuses strings, and the content's style attributes, which say what of it is hidden; they
 * show nothing.
 */
const contentSecurityPolicy = (page: string): string =>
  [
    ...COMMON_POLICY,
    ...(page === 'reader'
      ? ["style-src 'self'", 'trusted-types dompurify broadsheet']
      : ["style-src 'self' 'unsafe-inline'", 'trusted-types dompurify default']),
  ].join('; ')

/** Tells Chromium what our scheme is. Call it before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the program's own files, and refuses every other request that a page might make.
 *
 * @param session of our windows
 * @param root folder with the built pages
 */
export function serve(session: Session, root: string): void {
  session.protocol.handle(SCHEME, request => answer(request.url, root))
  const allowed = app.isPackaged ? /^(app|blob|data):/ : /^(app|blob|data|devtools):/
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) => {
    callback({ cancel: !allowed.test(url) })
  })
}

async function answer(address: string, root: string): Promise<Response> {
  const { host, pathname } = new URL(address)
  const file = path.join(root, decodeURIComponent(pathname))
  if (host !== 'broadsheet' || !file.startsWith(root + path.sep)) return new Response(null, { status: 404 })
  try {
    const response = await net.fetch(pathToFileURL(file).href, { bypassCustomProtocolHandlers: true })
    const headers = new Headers(response.headers)
    headers.set('Content-Security-Policy', contentSecurityPolicy(pathname.split('/')[1] ?? ''))
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    return new Response(response.body, { status: response.status, headers })
  } catch {
    return new Response(null, { status: 404 })
  }
}
