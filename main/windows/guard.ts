import { shell, type Session, type WebContents } from 'electron'
import { ORIGIN } from '../protocol'

/** Our pages may keep their store and write to the clipboard; everything else is refused. */
const ALLOWED_PERMISSIONS: readonly string[] = ['persistent-storage', 'clipboard-sanitized-write']

/** Denies permissions and downloads to everything shown in the session. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(ALLOWED_PERMISSIONS.includes(permission) && contents.getURL().startsWith(`${ORIGIN}/`))
  })
  session.setPermissionCheckHandler(
    (_, permission, origin) => ALLOWED_PERMISSIONS.includes(permission) && origin.startsWith(ORIGIN),
  )
  session.on('will-download', event => event.preventDefault())
}

/** Keeps a page where it is: no navigation, no new windows, no webviews. Links go to the person's browser. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openAddress(url)
    return { action: 'deny' }
  })
}

/** Opens an address in the person's browser or mail program; anything but http, https and mailto is ignored. */
export async function openAddress(address: string): Promise<void> {
  if (!URL.canParse(address)) return
  const { protocol, href } = new URL(address)
  if (['http:', 'https:', 'mailto:'].includes(protocol)) await shell.openExternal(href)
}
