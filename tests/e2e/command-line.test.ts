import { expect, test, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { ensureElectron } from '../../build/electron.mjs'
import {
  newProfile,
  startAgain,
  startApp,
  startInTerminal,
  startWindowless,
  type StartedApp,
} from '../support/app'
import { content, startServer, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, follow, lookAround, place, row } from '../support/reader'

let server: TestServer
test.beforeAll(async () => {
  server = await startServer()
  server.route(
    '/feed.xml',
    content(rss('Lindhaven Courier', server.url, HARBOUR_STORIES), 'application/rss+xml'),
  )
  const page = `<title>The ferry</title><article><h1>The ferry</h1><p>${'It left before noon, with nobody on board. '.repeat(12)}</p></article>`
  server.route('/ferry', content(page, 'text/html'))
})
test.afterAll(() => server.close())

/** Our environment without a display. */
const blind = (): NodeJS.ProcessEnv => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  return rest
}

const opml = (address: string): string =>
  `<opml version="2.0"><body><outline type="rss" text="Lindhaven Courier" xmlUrl="${address}"/></body></opml>`

/** Whether the reader's window is there and can be seen. */
const isShown = ({ electron }: StartedApp): Promise<boolean> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      window => window.webContents.getURL().includes('/reader/') && window.isVisible(),
    ),
  )

const quit = (app: StartedApp): Promise<void> => app.close()

test('help and version are said without a display, and nothing is opened', async () => {
  const profile = path.join(await newProfile(), 'none')
  const { version } = JSON.parse(
    await fs.readFile(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  const said = await startInTerminal([`--profile=${profile}`, '--version'], blind())
  expect(said).toMatchObject({ code: 0, stdout: `Broadsheet ${version}\n` })
  const help = await startInTerminal(['--profile', profile, '--help'], blind())
  expect(help.code).toBe(0)
  for (const option of ['--add', '--import', '--hidden', '--profile', '--help', '--version'])
    expect(help.stdout).toContain(`\n  ${option}`)
  expect(existsSync(profile)).toBe(false)
})

test('a command line that cannot be followed is answered with a sentence and the code 2', async () => {
  const folder = await newProfile()
  const file = path.join(folder, 'file.txt')
  await fs.writeFile(file, 'no folder')
  const missing = path.join(folder, 'missing.opml')
  const sentences: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [['--hiden'], 'There is no option “--hiden”.'],
    [['--add'], 'Write a value behind --add.'],
    [['--import', missing], `There is no file “${missing}”.`],
    [['missing.opml'], `There is no file “${missing}”.`],
    [[`--profile=${path.join(file, 'data')}`], `The folder “${path.join(file, 'data')}” cannot be written.`],
  ]
  for (const [args, sentence] of sentences) {
    const ended = await startInTerminal(args, blind(), folder)
    expect(ended, sentence).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(sentence)
    expect(ended.stderr).toContain('All options: broadsheet --help')
  }
})

test('files and addresses are taken by the first program and, from a second one, by the first', async () => {
  const folder = await newProfile()
  const profile = path.join(folder, 'new', 'papers')
  const data = ['--profile', profile]
  await fs.writeFile(path.join(folder, 'knots.txt'), 'A page about knots\n\nThe bowline holds well.\n')
  const app = await startApp(profile, ['--import', path.join(folder, 'knots.txt')], { data })
  const { reader } = app
  await expect(reader.getByText('“A page about knots” is kept in Saved.').first()).toBeVisible()
  expect(await app.electron.evaluate(({ app: program }) => program.getPath('userData'))).toBe(profile)

  // Relative to where the second program is started, which is not where the first one was.
  await fs.writeFile(path.join(folder, 'new', 'list.opml'), opml(`${server.url}/feed.xml`))
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(window => window.webContents.getURL().includes('/reader/'))
      ?.minimize()
  })
  expect(await startAgain(profile, ['--add', `${server.url}/ferry`, 'list.opml'], data)).toBe(0)
  await expect(reader.getByText('“The ferry” is kept in Saved.').first()).toBeVisible()
  await expect(reader.getByText('You follow 1 more feed now.').first()).toBeVisible()
  await expect.poll(() => isShown(app)).toBe(true)
  await expect(place(reader, 'Saved')).toContainText('2')

  // What a link brings is only asked about, whatever stands behind it.
  const link = `broadsheet:add?url=${encodeURIComponent('https://a.example/page')}`
  expect(await startAgain(profile, [link, '--import', '/etc/passwd'], data)).toBe(0)
  await expect(addDialog(reader)).toBeVisible()
  await expect(reader.getByLabel('Address of a feed')).toHaveValue('https://a.example/page')
  await quit(app)
  expect(existsSync(path.join(profile, 'IndexedDB'))).toBe(true)
})

test('a file that is no list and no page is answered in the window', async () => {
  const folder = await newProfile()
  const file = path.join(folder, 'song.mp3')
  await fs.writeFile(file, 'no music')
  const app = await startApp(folder, [file])
  await expect(app.reader.getByText('“song.mp3” is of no kind that can be read.').first()).toBeVisible()
  await quit(app)
})

test('hidden, it keeps the library up to date without a window until it is started again', async () => {
  const profile = await newProfile()
  const first = await startApp(profile)
  await lookAround(first.reader)
  await follow(first.reader, `${server.url}/feed.xml`)
  await expect(addDialog(first.reader)).toContainText('4 articles')
  await quit(first)

  const fresh = {
    id: 'lamp',
    title: 'A lamp is lit again',
    date: '2026-11-21T08:00:00Z',
    content: '<p>It shines.</p>',
  }
  server.route(
    '/feed.xml',
    content(rss('Lindhaven Courier', server.url, [...HARBOUR_STORIES, fresh]), 'application/rss+xml'),
  )
  // Feeds are not asked again within a few minutes: as if more time had gone by.
  await makeDue(profile)
  const before = server.requests.length
  const app = await startWindowless(profile, ['--hidden'])
  await expect.poll(() => server.requests.length, { timeout: 30_000 }).toBeGreaterThan(before)
  expect(await isShown(app)).toBe(false)
  expect(await startAgain(profile, ['--hidden'])).toBe(0)
  expect(await isShown(app)).toBe(false)

  expect(await startAgain(profile, [])).toBe(0)
  const reader = await app.pageOf('reader')
  await expect.poll(() => isShown(app)).toBe(true)
  await place(reader, 'Lindhaven Courier').click()
  await expect(row(reader, 'A lamp is lit again')).toBeVisible()

  // Without its window it goes on as it was started.
  await closeWindow(reader)
  await expect.poll(() => isShown(app)).toBe(false)
  expect(await startAgain(profile, [])).toBe(0)
  await expect.poll(() => isShown(app)).toBe(true)
  await quit(app)
})

/** Has every feed asked at the next start. */
async function makeDue(profile: string): Promise<void> {
  const app = await startApp(profile)
  await app.reader.evaluate(async () => {
    const opened = indexedDB.open('library')
    const database = await new Promise<IDBDatabase>(resolve => {
      opened.onsuccess = () => resolve(opened.result)
    })
    const store = database.transaction('fetches', 'readwrite').objectStore('fetches')
    const all = store.getAll()
    await new Promise(resolve => (all.onsuccess = resolve))
    for (const fetch of all.result as readonly object[]) store.put({ ...fetch, nextAt: 0 })
    await new Promise(resolve => (store.transaction.oncomplete = resolve))
    database.close()
  })
  await quit(app)
}

async function closeWindow(reader: Page): Promise<void> {
  await reader.close({ runBeforeUnload: true }).catch(() => undefined)
}

test('where its folder stands beside an AppImage, the data is kept in it', async () => {
  test.skip(process.platform !== 'linux', 'AppImages are for Linux')
  const folder = await newProfile()
  const data = path.join(folder, 'Broadsheet Data')
  await fs.mkdir(data)
  const environment = {
    APPIMAGE: path.join(folder, 'Broadsheet.AppImage'),
    APPDIR: path.dirname(await ensureElectron()),
    XDG_CONFIG_HOME: path.join(folder, 'config'),
  }
  const app = await startApp(data, [], { environment, data: [] })
  expect(await app.electron.evaluate(({ app: program }) => program.getPath('userData'))).toBe(data)
  await lookAround(app.reader)
  await quit(app)
  expect(existsSync(path.join(data, 'IndexedDB'))).toBe(true)
  expect(existsSync(path.join(folder, 'config', 'Broadsheet'))).toBe(false)
})
