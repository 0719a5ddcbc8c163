import { app, net, session, type BrowserWindow } from 'electron'
import path from 'node:path'
import type { SyncState } from '../preload/contract'
import { exportSubscriptions, setMenu } from './desktop'
import { createIngestLink, createWindowHost } from './ingest'
import { handle, send } from './ipc'
import { createClient } from './network'
import { registerScheme, serve } from './protocol'
import { createAdding, createConductor } from './sync'
import { throttle } from './throttle'
import { guardSession, openAddress, openReader } from './windows'

const HOMEPAGE = 'https://github.com/broadsheet-reader/broadsheet'

// Chromium refuses its sandbox to root, who has to ask for that; everyone else gets it for every page.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()

// A library has one writer, so a profile has one program: a second start shows the first one's window.
if (app.requestSingleInstanceLock()) void app.whenReady().then(run)
else app.quit()

function run(): void {
  let reader: BrowserWindow | undefined
  const showReader = (): void => {
    if (reader && !reader.isDestroyed()) {
      if (reader.isMinimized()) reader.restore()
      reader.focus()
    } else reader = openReader()
  }

  serve(session.defaultSession, path.join(import.meta.dirname, '../renderer'))
  guardSession(session.defaultSession)
  setMenu(command => send(reader?.webContents, 'menu', command))

  const client = createClient({
    session: session.fromPartition('network'),
    userAgent: `Broadsheet/${app.getVersion()} (+${HOMEPAGE})`,
  })
  // The ingest page creates or migrates the library, so the reader opens after it; also when that failed, to say so.
  const link = createIngestLink(createWindowHost(), {
    ready: () => void (reader ?? showReader()),
    schedule: schedule => conductor.reschedule(schedule),
    trouble: trouble => {
      conductor.report(trouble)
      if (!reader) showReader()
    },
  })
  const tell = throttle(200, (state: SyncState) => send(reader?.webContents, 'sync', state))
  const conductor = createConductor(client, link, { now: Date.now, online: () => net.isOnline() }, tell)
  const adding = createAdding(client, link)

  handle({
    'feed.add': ({ address, folderId }) => adding.addFeed(address, folderId),
    'feeds.subscribe': offers => link.run('feeds.subscribe', offers),
    'feeds.import': opml => link.run('feeds.import', opml),
    'feeds.export': async () => {
      const opml = await link.run('feeds.export', null)
      return reader ? exportSubscriptions(reader, opml) : false
    },
    'page.save': source => adding.savePage(source),
    'sync.start': async feedIds => (conductor.refresh(feedIds), null),
    'sync.cancel': async () => (conductor.cancel(), null),
    'sync.state': async () => conductor.state(),
    'library.command': command => link.run('library.command', command),
    'address.open': async address => (await openAddress(address), null),
  })

  app.on('second-instance', showReader)
  app.on('activate', showReader)
  // The hidden page never keeps the program alive by itself; on macOS the program lives on in the dock.
  app.on('browser-window-created', (_, window) => {
    window.on('closed', () => {
      if (window === reader && process.platform !== 'darwin') app.quit()
    })
  })
  app.on('will-quit', () => link.close())
}
