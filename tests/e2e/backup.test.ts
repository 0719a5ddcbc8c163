import { expect, test, type Locator, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { newProfile, startApp } from '../support/app'
import { content, startServer, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import {
  addDialog,
  addFiles,
  article,
  body,
  follow,
  lookAround,
  place,
  quotes,
  row,
  search,
  makeLibraryNewer,
} from '../support/reader'

const STARRED = 'Harbour strike in Lindhaven enters its second week'
const PAGE = {
  name: 'knots.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('A page about knots\n\nThe bowline holds, and it can be untied again.\n'),
}

const question = (reader: Page): Locator => reader.getByRole('dialog', { name: 'Restore your library?' })

let server: TestServer
test.beforeAll(async () => {
  server = await startServer()
  const feed = rss('Lindhaven Courier', server.url, HARBOUR_STORIES)
  server.route('/feed.xml', content(feed, 'application/rss+xml'))
})
test.afterAll(() => server.close())

/** Follows the feed, stars an article, saves a page, and quits. */
async function live(profile: string): Promise<void> {
  const app = await startApp(profile)
  const { reader } = app
  await lookAround(reader)
  await follow(reader, `${server.url}/feed.xml`)
  await expect(addDialog(reader)).toContainText('4 articles')
  await reader.keyboard.press('Escape')
  await addFiles(reader, [PAGE])
  await expect(addDialog(reader)).toContainText('is kept in Saved')
  await reader.keyboard.press('Escape')
  await place(reader, 'Lindhaven Courier').click()
  await row(reader, 'Forty ships wait').click()
  await row(reader, STARRED).click()
  await reader.keyboard.press('s')
  await expect(place(reader, 'Starred')).toContainText('1')
  // No pause: what was decided a moment ago is in the backup.
  await app.close()
}

/** What Chromium does to a database that it finds damaged. */
async function loseLibrary(profile: string): Promise<void> {
  const folder = path.join(profile, 'IndexedDB')
  expect(existsSync(folder)).toBe(true)
  await fs.rm(folder, { recursive: true })
}

test('a library that vanished is restored after one question', async () => {
  const profile = await newProfile()
  await live(profile)
  await loseLibrary(profile)
  const app = await startApp(profile)
  const { reader } = app
  await expect(question(reader)).toBeVisible()
  await expect(question(reader)).toContainText('1 feed')
  await expect(question(reader)).toContainText('2')
  await question(reader).getByRole('button', { name: 'Restore' }).click()
  await expect(question(reader)).toHaveCount(0)

  await expect(place(reader, 'Saved')).toContainText('1')
  await expect(place(reader, 'Starred')).toContainText('1')
  await place(reader, 'Starred').click()
  await row(reader, STARRED).click()
  await expect(body(reader).locator('#text')).toContainText('forty ships wait outside the harbour')
  await expect(quotes(reader)).toContainText('Jonas Weil')
  await search(reader, 'bowline')
  await row(reader, 'A page about knots').click()
  await expect(article(reader).getByRole('heading', { level: 1 })).toHaveText('A page about knots')
  await search(reader, '')
  // The feed is asked by itself, and what was read comes back as read.
  await expect(place(reader, 'Lindhaven Courier')).toContainText('2')
  await place(reader, 'Lindhaven Courier').click()
  await expect(reader.getByRole('option')).toHaveCount(4)
  await app.close()

  const again = await startApp(profile)
  await expect(place(again.reader, 'Starred')).toContainText('1')
  expect(await again.reader.evaluate(() => window.broadsheet.request('backup.offer', null))).toBeNull()
  await expect(question(again.reader)).toHaveCount(0)
  await again.close()
})

test('who starts anew is not asked again, and the backup stays where it is', async () => {
  const profile = await newProfile()
  await live(profile)
  await loseLibrary(profile)
  const app = await startApp(profile)
  await question(app.reader).getByRole('button', { name: 'Start anew' }).click()
  await expect(question(app.reader)).toHaveCount(0)
  await app.close()
  const again = await startApp(profile)
  await expect(place(again.reader, 'All')).toBeVisible()
  expect(await again.reader.evaluate(() => window.broadsheet.request('backup.offer', null))).toBeNull()
  await again.close()
  const files = (await fs.readdir(path.join(profile, 'backups'))).filter(name => name.endsWith('.gz'))
  expect(files).toHaveLength(1)
})

test('a library that is whole is asked nothing, though backups are there', async () => {
  const profile = await newProfile()
  await live(profile)
  const app = await startApp(profile)
  await expect(place(app.reader, 'Starred')).toContainText('1')
  expect(await app.reader.evaluate(() => window.broadsheet.request('backup.offer', null))).toBeNull()
  await expect(question(app.reader)).toHaveCount(0)
  await app.close()
})

test('a library that could not be opened is asked nothing', async () => {
  const profile = await newProfile()
  await live(profile)
  // A newer program used the library meanwhile.
  const app = await startApp(profile)
  await makeLibraryNewer(app.reader)
  await app.close()
  const again = await startApp(profile)
  await expect
    .poll(
      async () => (await again.reader.evaluate(() => window.broadsheet.request('sync.state', null))).trouble,
    )
    .toBe('newer-program')
  expect(await again.reader.evaluate(() => window.broadsheet.request('backup.offer', null))).toBeNull()
  await expect(question(again.reader)).toHaveCount(0)
  await again.close()
})
