import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../preload/contract'
import { STRINGS } from './strings'

/** Sets the application's menu. @param send passes a command on to the reader */
export function setMenu(send: (command: MenuCommand) => void): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const onMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(onMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: STRINGS.file,
        submenu: [
          item(STRINGS.add, 'add', 'CommandOrControl+N'),
          item(STRINGS.refresh, 'refresh', 'CommandOrControl+R'),
          separator,
          item(STRINGS.importFeeds, 'import'),
          item(STRINGS.exportFeeds, 'export'),
          item(STRINGS.exportArticle, 'export-article', 'CommandOrControl+S'),
          separator,
          item(STRINGS.settings, 'settings', 'CommandOrControl+,'),
          separator,
          onMac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      {
        label: STRINGS.edit,
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          separator,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
          separator,
          item(STRINGS.find, 'find', 'CommandOrControl+F'),
          item(STRINGS.search, 'search', 'CommandOrControl+Shift+F'),
        ],
      },
      {
        label: STRINGS.view,
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          separator,
          { role: 'togglefullscreen' },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
        ],
      },
      { role: 'windowMenu' },
      { role: 'help', submenu: [item(STRINGS.keys, 'keys'), separator, item(STRINGS.updates, 'updates')] },
    ]),
  )
}
