import { app, safeStorage, session } from 'electron'
import path from 'node:path'
import type { SavingState, SyncState } from '../preload/contract'
import { tuneChromium } from './chromium'
import {
  begin,
  createBackups,
  createProgramUpdates,
  exportArticle,
  exportSubscriptions,
  gatherWishes,
  notifyOfArticles,
  setMenu,
  thisMachine,
  watchSurroundings,
  type Outside,
} from './desktop'
import { createIngestLink, createWindowHost, settled } from './ingest'
import { handle, send } from './ipc'
import { createClient, createCredentials, isMetered, systemVault } from './network'
import { registerScheme, serve } from './protocol'
import {
  createAdding,
  createCompleter,
  createConductor,
  createSaving,
  createWaiting,
  keepingForLater,
  withCredentials,
} from './sync'
import { throttle } from './throttle'
import { createReaderWindow, guardSession, openAddress } from './windows'

// Electron's own answer is a dialog that halts the program, also while it quits. What the person asked for fails in its
// own place with a sentence; the journal and the store survive whatever it was.
process.on('uncaughtException', error => console.error(error))

const machine = thisMachine()
const order = begin(machine)

// Chromium refuses its sandbox to root, who has to ask for that; everyone else gets it for every page.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
tuneChromium(app.commandLine, process.versions['chrome'])

const inProfile = (name: string): string => path.join(app.getPath('userData'), name)

/** How long the end waits for what the person asked for. */
const QUIT_MILLISECONDS = 5_000
/** The reader opens after the ingest page is ready, but not later than this. */
const FIRST_WINDOW_MILLISECONDS = 8_000
/** The reader is told of progress no more often: each time the window is drawn anew. */
const STATE_MILLISECONDS = 500

// A library has one writer, so a profile has one program: a second start shows the first one's window.
const outside = gatherWishes(order)
if (outside) void app.whenReady().then(() => run(outside), console.error)
else app.quit()

async function run(outside: Outside): Promise<void> {
  const reader = createReaderWindow(outside.isHidden)
  let quitting = false

  serve(session.defaultSession, path.join(import.meta.dirname, '../renderer'))
  guardSession(session.defaultSession)
  setMenu(command => send(reader.contents(), 'menu', command))

  const network = createClient({
    session: session.fromPartition('network'),
    userAgent: `Broadsheet/${app.getVersion()}`,
  })
  const { store: credentials } = await createCredentials(
    inProfile('credentials.json'),
    systemVault(safeStorage),
  )
  const client = withCredentials(network, credentials)
  const updates = await createProgramUpdates(
    machine,
    order,
    async () => {
      await link.settle(QUIT_MILLISECONDS)
      // A library of a newer program was not touched by this one, and the newer version is what it waits for.
      return conductor.state().trouble === 'newer-program' || backups.keepNow()
    },
    throttle(STATE_MILLISECONDS, state => send(reader.contents(), 'update', state)),
  )
  // The ingest page creates or migrates the library, so the reader opens after it; also when that failed, to say so.
  const link = createIngestLink(createWindowHost(), {
    ready: isEmpty => {
      void backups.opened(isEmpty).then(offer => offer && send(reader.contents(), 'backup', offer))
      reader.ready()
    },
    schedule: schedule => {
      void network.useProxy(schedule.settings.proxy)
      updates.useProxy(schedule.settings.proxy)
      conductor.reschedule(schedule)
    },
    waiting: addresses => waiting.reschedule(addresses),
    changed: () => {
      backups.changed()
      completer.check()
    },
    trouble: trouble => {
      conductor.report(trouble)
      if (trouble) reader.ready()
    },
  })
  const backups = createBackups({
    folder: inProfile('backups'),
    write: known => link.run('backup.write', { known }),
    picture: hash => link.run('backup.picture', hash),
    restore: text => settled(link.run('backup.restore', text)),
    restorePictures: group => link.run('backup.pictures', group),
    now: Date.now,
    report: trouble => console.error('backup:', trouble),
  })
  const surroundings = watchSurroundings(isMetered, () => {
    conductor.check()
    waiting.check()
  })
  const tell = throttle(STATE_MILLISECONDS, (state: SyncState) => send(reader.contents(), 'sync', state))
  const world = {
    ...surroundings,
    now: Date.now,
    notify: (titles: readonly string[], added: number) => notifyOfArticles(titles, added, reader.show),
    completing: () => completer.left(),
    onIdle: () => completer.check(),
  }
  const conductor = createConductor(client, link, world, tell)
  const completer = createCompleter(
    client,
    link,
    () => conductor.idle(),
    () => conductor.tell(),
  )
  const byHand = createAdding(client, link)
  const adding = keepingForLater(byHand, link)
  const tellSaving = throttle(STATE_MILLISECONDS, (state: SavingState) =>
    send(reader.contents(), 'saving', state),
  )
  const waiting = createWaiting(createSaving(client, byHand, link), surroundings.online, tellSaving)
  outside.listen(() => {
    reader.show()
    send(reader.contents(), 'wishes', null)
  })

  handle({
    'feed.add': ({ address, folderId }) => adding.addFeed(address, folderId),
    'feeds.subscribe': offers => settled(link.run('feeds.subscribe', offers)),
    'feeds.import': opml => settled(link.run('feeds.import', opml)),
    'feeds.export': async () => {
      const opml = await link.run('feeds.export', null)
      const window = reader.window()
      return window ? exportSubscriptions(window, opml) : false
    },
    'article.export': async ({ name, html }) => {
      const window = reader.window()
      return window ? exportArticle(window, name, html) : false
    },
    'page.save': source => adding.savePage(source),
    'pages.import': async list => {
      const result = await settled(link.run('pages.import', list))
      waiting.start()
      return result
    },
    'saving.start': async () => (waiting.start(), null),
    'saving.stop': async () => (waiting.stop(), null),
    'saving.state': async () => waiting.state(),
    'wishes.take': () => outside.take(),
    'sync.start': async feedIds => (conductor.refresh(feedIds), null),
    'sync.cancel': async () => (conductor.cancel(), completer.cancel(), null),
    'articles.complete': async wish => (await completer.want(wish), null),
    'sync.state': async () => conductor.state(),
    'sync.look': async feedIds => (conductor.look(feedIds), null),
    'feed.credentials': ({ url, credentials: given }) =>
      given ? credentials.keep(url, given) : credentials.forget(url),
    'backup.offer': () => backups.offer(),
    'backup.answer': answer => backups.answer(answer),
    'update.state': async () => updates.state(),
    'update.act': async action => (await updates.act(action), null),
    'update.automatic': async on => (await updates.setAutomatic(on), null),
    'library.command': async command => {
      const { problem } = await settled(link.run('library.command', command))
      return { problem }
    },
    'searches.tell': async ({ names, articles }) => (notifyOfArticles(names, articles, reader.show), null),
    'address.open': async address => (await openAddress(address), null),
  })

  app.on('activate', reader.show)
  app.on('before-quit', event => {
    if (quitting) return
    // What the person asked for a moment ago is done first; what can be fetched again is not waited for.
    event.preventDefault()
    quitting = true
    conductor.cancel()
    completer.cancel()
    waiting.stop()
    const end = performance.now() + QUIT_MILLISECONDS
    const ended = link.settle(QUIT_MILLISECONDS).then(() => backups.close(end - performance.now()))
    void ended.then(() => {
      link.close()
      app.quit()
    })
  })
  // When to end is decided above: the hidden page may be the last window for a moment, while it is started anew.
  app.on('window-all-closed', () => undefined)
  // Whatever keeps the ingest page from answering, the person gets a window.
  setTimeout(reader.ready, FIRST_WINDOW_MILLISECONDS)
}
