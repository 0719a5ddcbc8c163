import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { ensureElectron } from '../../build/electron.mjs'
import { newProfile, startApp } from '../support/app'
import { AS_ROOT } from '../support/electron'
import { content, silent, startServer, tagged, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss, type Story } from '../support/news'
import { addDialog, addFiles, follow, lookAround, place, row } from '../support/reader'

const refresh = (reader: Page): Promise<void> =>
  reader.getByRole('button', { name: 'Refresh all feeds' }).click()

const requestsOf = (server: TestServer, path: string) =>
  server.requests.filter(request => request.url === path)

test('entries are stored once however often a feed is asked, and what did not change is not sent again', async () => {
  const server = await startServer()
  const feedOf = (stories: readonly Story[]): string => rss('Lindhaven Courier', server.url, stories)
  server.route('/feed.xml', tagged(feedOf(HARBOUR_STORIES.slice(1)), 'application/rss+xml', '"one"'))
  const app = await startApp(await newProfile())
  const { reader } = app
  await lookAround(reader)
  await follow(reader, `${server.url}/feed.xml`)
  await expect(addDialog(reader)).toContainText('3 articles')
  await reader.keyboard.press('Escape')
  for (let round = 2; round <= 4; round++) {
    // The main process learns what was stored, the validators too, a quarter of a second after it.
    await reader.waitForTimeout(600)
    await refresh(reader)
    await expect.poll(() => requestsOf(server, '/feed.xml').length).toBe(round)
    await expect(reader.getByRole('banner')).toContainText('Nothing new')
  }
  expect(requestsOf(server, '/feed.xml').map(request => request.headers['if-none-match'])).toEqual([
    undefined,
    '"one"',
    '"one"',
    '"one"',
  ])
  await expect(place(reader, 'Lindhaven Courier')).toContainText('3')

  // The same entries under another validator, dated anew, and a new one.
  const dated = HARBOUR_STORIES.map(story => ({ ...story, date: '2026-11-22T10:00:00Z' }))
  server.route('/feed.xml', tagged(feedOf(dated), 'application/rss+xml', '"two"'))
  await reader.waitForTimeout(600)
  await refresh(reader)
  await expect(reader.getByRole('banner')).toContainText('1 new article')
  await expect(place(reader, 'Lindhaven Courier')).toContainText('4')
  await app.close()
  await server.close()
})

test('an entry that its publisher edited has its new title in the list that is open', async () => {
  const server = await startServer()
  const [first, ...others] = HARBOUR_STORIES
  if (!first) throw new Error('there are stories')
  const offer = (title: string): void =>
    server.route(
      '/feed.xml',
      content(rss('Lindhaven Courier', server.url, [{ ...first, title }, ...others]), 'application/rss+xml'),
    )
  offer('Harbour closed')
  const app = await startApp(await newProfile())
  const { reader } = app
  await lookAround(reader)
  await follow(reader, `${server.url}/feed.xml`)
  await expect(addDialog(reader)).toContainText('4 articles')
  await reader.keyboard.press('Escape')
  await place(reader, 'Lindhaven Courier').click()
  await expect(row(reader, 'Harbour closed')).toBeVisible()
  offer('Harbour open again')
  await reader.waitForTimeout(600)
  await refresh(reader)
  await expect(row(reader, 'Harbour open again')).toBeVisible()
  await expect(row(reader, 'Harbour closed')).toHaveCount(0)
  await app.close()
  await server.close()
})

test('the address of a site is enough when the site names its feed', async () => {
  const server = await startServer()
  const link = '<link rel="alternate" type="application/rss+xml" title="News" href="/hidden/feed.xml">'
  server.route('/', content(`<!doctype html><title>Courier</title>${link}<p>Welcome</p>`, 'text/html'))
  server.route(
    '/hidden/feed.xml',
    content(rss('Lindhaven Courier', server.url, HARBOUR_STORIES), 'application/rss+xml'),
  )
  const app = await startApp(await newProfile())
  await lookAround(app.reader)
  await follow(app.reader, `127.0.0.1:${server.port}`)
  await expect(addDialog(app.reader)).toContainText('You follow “Lindhaven Courier” now: 4 articles.')
  await app.close()
  await server.close()
})

test('a list of subscriptions makes folders, one dead feed delays no other, and feeds are asked at the next start', async () => {
  const server = await startServer()
  const names = Array.from({ length: 12 }, (_, index) => `Paper ${index + 1}`)
  for (const [index, name] of names.entries()) {
    const stories = HARBOUR_STORIES.map(story => ({ ...story, id: `${story.id}-${index}` }))
    server.route(`/${index}.xml`, content(rss(name, server.url, stories), 'application/rss+xml'))
  }
  server.route('/dead.xml', silent)
  const outline = (name: string, path: string): string =>
    `<outline type="rss" text="${name}" xmlUrl="${server.url}${path}"/>`
  const inner = names.slice(6).map((name, index) => outline(name, `/${index + 6}.xml`))
  const outer = names.slice(0, 6).map((name, index) => outline(name, `/${index}.xml`))
  const opml = `<opml version="2.0"><body>${outline('Dead', '/dead.xml')}<outline text="World">${outer.join('')}
<outline text="Islands">${inner.join('')}</outline></outline></body></opml>`
  const profile = await newProfile()
  const app = await startApp(profile)
  await lookAround(app.reader)
  await addFiles(app.reader, [{ name: 'list.opml', mimeType: 'text/xml', buffer: Buffer.from(opml) }])
  await expect(addDialog(app.reader)).toContainText('You follow 13 more feeds now.')
  await app.reader.keyboard.press('Escape')
  await expect(place(app.reader, 'World')).toContainText('48')
  await expect(place(app.reader, 'Islands')).toContainText('24')
  await expect(place(app.reader, 'Paper 12')).toContainText('4')
  await app.close()
  const asked = requestsOf(server, '/dead.xml').length
  expect(asked).toBe(1)

  // What was asked a moment ago is not asked again; what was never answered is.
  const again = await startApp(profile)
  await expect.poll(() => requestsOf(server, '/dead.xml').length).toBe(asked + 1)
  expect(requestsOf(server, '/0.xml')).toHaveLength(1)
  await again.close()
  await server.close()
})

test('a profile has one program: a second start ends by itself', async () => {
  const profile = await newProfile()
  const app = await startApp(profile)
  const args = [...(AS_ROOT ? ['--no-sandbox'] : []), '.', `--user-data-dir=${profile}`]
  const second = spawn(await ensureElectron(), args, { stdio: 'ignore' })
  const code = await new Promise(resolve => second.on('exit', resolve))
  expect(code).toBe(0)
  await expect(app.reader.getByRole('banner')).toBeVisible()
  await app.close()
})
