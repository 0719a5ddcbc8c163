import { expect, test, type Locator, type Page } from '@playwright/test'
import type { BackupOffer } from '../../preload/contract'
import type { RunningApp } from '../support/app'
import { content, silent, status, type Handler, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, addFiles, follow, place } from '../support/reader'
import { shareApp } from '../support/shared-app'

let app: RunningApp
let server: TestServer
shareApp((...started) => {
  ;[app, server] = started
})

const paper = (name: string): Handler => {
  const stories = HARBOUR_STORIES.map(story => ({ ...story, id: `${story.id}-${name}` }))
  return content(rss(name, server.url, stories), 'application/rss+xml')
}

const view = (reader: Page): Locator => reader.getByRole('main', { name: 'Sync' })
const lines = (reader: Page): Locator =>
  view(reader).getByRole('list', { name: 'Feeds' }).getByRole('listitem')
const line = (reader: Page, name: string): Locator => lines(reader).filter({ hasText: name })
const lately = (reader: Page): Locator => view(reader).getByRole('region', { name: 'Lately' })

/** Brings the feeds into the library by a list of subscriptions. */
async function subscribe(reader: Page, papers: Readonly<Record<string, string>>): Promise<void> {
  const outlines = Object.entries(papers).map(
    ([name, path]) => `<outline type="rss" text="${name}" xmlUrl="${server.url}${path}"/>`,
  )
  const opml = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
  await addFiles(reader, [{ name: 'list.opml', mimeType: 'text/xml', buffer: Buffer.from(opml) }])
  await expect(addDialog(reader)).toContainText(`You follow ${outlines.length} more feeds now.`)
  await reader.keyboard.press('Escape')
}

test('every feed stands in the Sync view with what its last fetch brought, those that fail first', async () => {
  const { reader } = app
  server.route('/ash.xml', paper('Ash Gazette'))
  server.route('/birch.xml', paper('Birch Gazette'))
  server.route('/cedar.xml', status(500))
  server.route('/dogwood.xml', status(410))
  await subscribe(reader, {
    'Ash Gazette': '/ash.xml',
    'Birch Gazette': '/birch.xml',
    'Cedar Gazette': '/cedar.xml',
    'Dogwood Gazette': '/dogwood.xml',
  })
  await place(reader, 'Sync').click()
  await expect(line(reader, 'Ash Gazette')).toContainText('4 new articles')
  await expect(line(reader, 'Cedar Gazette')).toContainText('The server is in trouble.')
  await expect(line(reader, 'Dogwood Gazette')).toContainText('not again')
  const names = lines(reader).getByRole('button', { name: /^\w+ Gazette$/ })
  await expect(names).toHaveText(['Cedar Gazette', 'Dogwood Gazette', 'Ash Gazette', 'Birch Gazette'])
  await expect(view(reader)).toContainText('4 feeds · 2 are failing · last asked')
  await expect(place(reader, 'Sync')).toContainText('2')
  await expect(lately(reader)).toContainText('The server is in trouble.')
  await view(reader).getByRole('button', { name: 'Failing 2' }).click()
  await expect(names).toHaveText(['Cedar Gazette', 'Dogwood Gazette'])
})

test('a feed that fails is asked again by its button, and leaves the failing ones when it answers', async () => {
  const { reader } = app
  server.route('/cedar.xml', paper('Cedar Gazette'))
  await reader.getByRole('button', { name: 'Ask “Cedar Gazette” now' }).click()
  await expect(lines(reader).getByRole('button', { name: /^\w+ Gazette$/ })).toHaveText(['Dogwood Gazette'])
  await expect(lately(reader)).toContainText('It answers again.')
  await view(reader).getByRole('button', { name: 'All 4' }).click()
  await expect(line(reader, 'Cedar Gazette')).toContainText('4 new articles')
})

test('a feed that is being asked says so, and the round can be stopped', async () => {
  const { reader } = app
  server.route('/ash.xml', silent)
  await reader.getByRole('button', { name: 'Ask “Ash Gazette” now' }).click()
  await expect(line(reader, 'Ash Gazette')).toContainText('Asking now…')
  await expect(view(reader).getByRole('progressbar')).toBeVisible()
  await view(reader).getByRole('button', { name: 'Stop refreshing' }).click()
  await expect(view(reader).getByRole('progressbar')).toHaveCount(0)
  await expect(line(reader, 'Ash Gazette')).not.toContainText('Asking now…')
})

test('how often a feed is asked, and whether one is told of it, is chosen on its line and stays', async () => {
  const { reader } = app
  const interval = reader.getByLabel('How often “Birch Gazette” is asked')
  const notify = reader.getByLabel('Tell me of new articles of “Birch Gazette”')
  const stored = (): Promise<unknown> => storedFeed(reader, `${server.url}/birch.xml`)
  await interval.selectOption({ label: 'only by hand' })
  await expect(line(reader, 'Birch Gazette')).toContainText('when you ask')
  await notify.check()
  await expect.poll(stored).toMatchObject({ intervalMinutes: 0, notify: true })
  await interval.selectOption({ label: 'automatic' })
  await expect.poll(stored).not.toHaveProperty('intervalMinutes')
  await expect(line(reader, 'Birch Gazette')).not.toContainText('when you ask')
  await expect(notify).toBeChecked()
})

test('the menu of a feed has the same choices', async () => {
  const { reader } = app
  await place(reader, 'Birch Gazette').click({ button: 'right' })
  const tellMe = reader.getByRole('menuitemcheckbox', { name: 'Tell me of new articles' })
  await expect(tellMe).toBeChecked()
  await tellMe.click()
  await expect(reader.getByLabel('Tell me of new articles of “Birch Gazette”')).not.toBeChecked()
  await place(reader, 'Birch Gazette').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'How it is fetched…' }).click()
  await reader.getByRole('dialog').getByLabel('How often').selectOption({ label: 'once a day' })
  await reader.getByRole('button', { name: 'Done' }).click()
  await expect(reader.getByLabel('How often “Birch Gazette” is asked')).toHaveValue('1440')
})

test('a proxy is stored only when its address is whole, and the settings of the sync stay', async () => {
  const { reader } = app
  await view(reader).getByRole('button', { name: 'Settings…' }).click()
  const dialog = reader.getByRole('dialog', { name: 'Syncing' })
  await dialog.getByLabel('while on battery').check()
  await dialog.getByLabel('through a proxy of your own').check()
  await dialog.getByLabel('Proxy', { exact: true }).fill('proxy.example.org')
  await expect(dialog).toContainText('Write a host and a port')
  await dialog.getByLabel('Not for these').focus()
  expect(await storedSetting(reader, 'proxy')).toBeNull()
  await dialog.getByLabel('Proxy', { exact: true }).fill('127.0.0.1:9')
  await dialog.getByLabel('Not for these').fill('127.0.0.1 localhost')
  await dialog.getByLabel('Not for these').blur()
  await expect
    .poll(() => storedSetting(reader, 'proxy'))
    .toEqual({ kind: 'fixed', rules: '127.0.0.1:9', bypass: '127.0.0.1,localhost' })
  await dialog.getByLabel('as the system does').check()
  await expect.poll(() => storedSetting(reader, 'proxy')).toEqual({ kind: 'system' })
  expect(await storedSetting(reader, 'pauseOnBattery')).toBe(true)
  await reader.keyboard.press('Escape')
})

test('what was marked as read by mistake is unread again by the slip or its key', async () => {
  const { reader } = app
  await place(reader, 'Birch Gazette').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'Mark all as read' }).click()
  await expect(reader.getByText('4 articles marked as read.').first()).toBeVisible()
  await expect(place(reader, 'Birch Gazette')).not.toContainText('4')
  await reader.keyboard.press('Control+z')
  await expect(place(reader, 'Birch Gazette')).toContainText('4')
  await expect(reader.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('without a network the header says so', async () => {
  const { reader } = app
  await reader.context().setOffline(true)
  await expect(reader.getByRole('banner')).toContainText('Offline')
  await reader.context().setOffline(false)
  await expect(reader.getByRole('banner')).not.toContainText('Offline')
})

test('a backup that can be restored is offered with what it holds', async () => {
  const { reader, electron } = app
  const offer: BackupOffer = { writtenAt: Date.UTC(2026, 9, 5, 12), feeds: 31, articles: 1 }
  await electron.evaluate(({ BrowserWindow }, given) => {
    const isReader = (url: string): boolean => url.startsWith('app://broadsheet/reader/')
    const window = BrowserWindow.getAllWindows().find(each => isReader(each.webContents.getURL()))
    window?.webContents.send('backup', given)
  }, offer)
  const dialog = reader.getByRole('dialog', { name: 'Restore your library?' })
  await expect(dialog).toContainText('a backup of 5 October 2026')
  await expect(dialog).toContainText('31 feeds and 1 saved or starred article.')
  await dialog.getByRole('button', { name: 'Start anew' }).click()
  await expect(dialog).toHaveCount(0)
})

test('a feed that asks for a password can be opened where it was added', async () => {
  const { reader } = app
  const right = `Basic ${Buffer.from('vera:opal').toString('base64')}`
  server.route('/closed.xml', (request, response) =>
    request.headers.authorization === right
      ? paper('Elder Gazette')(request, response)
      : status(401, { 'WWW-Authenticate': 'Basic realm="Elder"' })(request, response),
  )
  await follow(reader, `${server.url}/closed.xml`)
  await expect(addDialog(reader)).toContainText('The feed asks for a name and a password.')
  await addDialog(reader).getByRole('button', { name: 'Enter them…' }).click()
  const dialog = reader.getByRole('dialog', { name: 'Name and password' })
  await dialog.getByLabel('Name', { exact: true }).fill('vera')
  await dialog.getByLabel('Password', { exact: true }).fill('opal')
  await dialog.getByRole('button', { name: 'Keep and ask' }).click()
  await expect(addDialog(reader)).toContainText('You follow “Elder Gazette” now')
  await reader.keyboard.press('Escape')
})

/** The row of a feed as the library has it. */
const storedFeed = (reader: Page, url: string): Promise<unknown> =>
  readStore(reader, 'feeds').then(rows => rows.find(row => row['url'] === url))

/** The value of a setting as the library has it; null when it was never set. */
const storedSetting = (reader: Page, key: string): Promise<unknown> =>
  readStore(reader, 'settings').then(rows => rows.find(row => row['key'] === key)?.['value'] ?? null)

const readStore = (reader: Page, store: string): Promise<readonly Record<string, unknown>[]> =>
  reader.evaluate(
    name =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('library')
        opening.onerror = () => reject(new Error('the library does not open'))
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll()
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result as Record<string, unknown>[])
          }
        }
      }),
    store,
  )
