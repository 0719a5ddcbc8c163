import { expect, test, type Locator, type Page } from '@playwright/test'
import { newProfile, startAgain, startApp, type RunningApp } from '../support/app'
import {
  content,
  delayed,
  silent,
  startServer,
  status,
  type Handler,
  type TestServer,
} from '../support/http-server'
import { addDialog, addFiles, article, body, lookAround, place, row } from '../support/reader'

test.describe.configure({ mode: 'serial' })

let app: RunningApp
let profile: string
let servers: readonly TestServer[]
test.beforeAll(async () => {
  servers = await Promise.all(['127.0.0.1', '127.0.0.2', '127.0.0.3'].map(startServer))
  profile = await newProfile()
  app = await startApp(profile)
  await lookAround(app.reader)
})
test.afterAll(async () => {
  await app.close()
  await Promise.all(servers.map(server => server.close()))
})

const SENTENCE =
  'The keeper of the lock raised the paddles before dawn, and the barges went up one behind another. '

/** A page with an article of its own. */
const page = (title: string): string =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(4)}</article>`

/** Counts how many requests are under way at a time. */
function counting(): { readonly wrap: (handler: Handler) => Handler; readonly most: () => number } {
  let now = 0
  let most = 0
  const wrap =
    (handler: Handler): Handler =>
    async (request, response) => {
      most = Math.max(most, ++now)
      await handler(request, response)
      now--
    }
  return { wrap, most: () => most }
}

const view = (reader: Page): Locator => reader.getByRole('main', { name: 'Sync' })
const queue = (reader: Page): Locator => view(reader).getByRole('region', { name: 'Waiting to be fetched' })
const queued = (reader: Page, text: string): Locator =>
  queue(reader).getByRole('listitem').filter({ hasText: text })

const csv = (rows: readonly string[]): Buffer =>
  Buffer.from(['title,url,time_added,tags,status', ...rows].join('\n'))

/** How many articles of that beginning are in the library's list of saved ones. */
async function savedCount(reader: Page): Promise<number> {
  const label = await place(reader, 'Saved').innerText()
  return Number(/\d+/.exec(label)?.[0] ?? 0)
}

const PAGES = 24
let list: Buffer

test('a list of pages is fetched politely, and goes on where it was after a restart', async () => {
  const [first, second, dead] = servers
  const polite = counting()
  const rows = Array.from({ length: PAGES }, (_, index) => {
    const server = index % 2 ? first : second
    server?.route(`/${index}`, polite.wrap(delayed(250, content(page(`Lock number ${index}`), 'text/html'))))
    return `Lock number ${index},${server?.url}/${index},1600000000,canals|water,${index < 3 ? 'archive' : 'unread'}`
  })
  first?.route('/lost', status(404))
  for (const number of [1, 2, 3]) dead?.route(`/${number}`, silent)
  rows.splice(2, 0, `Lost page,${first?.url}/lost,1600000000,,unread`)
  // The host that says nothing stands at the front, with more addresses than may be asked at a time.
  rows.unshift(...[1, 2, 3].map(number => `Silent ${number},${dead?.url}/${number},1600000000,,unread`))
  list = csv([...rows, 'No page,mailto:ida@example.org,1600000000,,unread'])

  await addFiles(app.reader, [{ name: 'part_000000.csv', mimeType: 'text/csv', buffer: list }])
  await expect(addDialog(app.reader)).toContainText(`${PAGES + 4} pages will be fetched and kept`)
  await expect(addDialog(app.reader)).toContainText('1 was left out.')
  await app.reader.keyboard.press('Escape')
  await expect(app.reader.getByText(/^Saving \d+ of 28 pages$/)).toBeVisible()
  await expect.poll(() => savedCount(app.reader)).toBeGreaterThan(3)
  await app.close()

  app = await startApp(profile)
  await place(app.reader, 'Sync').click()
  await expect(queued(app.reader, 'Lost page')).toContainText('There is no page at this address any more.')
  await expect.poll(() => storedTitles(app.reader), { timeout: 30_000 }).toHaveLength(PAGES)
  expect(new Set(await storedTitles(app.reader)).size).toBe(PAGES)
  // Two hosts, each asked for two pages at a time.
  expect(polite.most()).toBeLessThanOrEqual(4)
  expect(polite.most()).toBeGreaterThan(1)
  // The silent host has held up nobody, and its pages are not lost.
  await expect(queued(app.reader, 'Silent')).toHaveCount(3)
})

/** The titles of the saved articles, as the library has them. */
const storedTitles = (reader: Page): Promise<readonly string[]> =>
  reader.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('library')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('heads').objectStore('heads').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            const heads = (reading.result as { heads: string[] }[]).flatMap(({ heads }) =>
              heads.map(head => JSON.parse(head) as { feedId: number; title: string }),
            )
            resolve(heads.filter(head => head.feedId === 0).map(head => head.title))
          }
        }
      }),
  )

test('what the list knew is kept: when it was saved, and that it was read', async () => {
  const { reader } = app
  await place(reader, 'Saved').click()
  await row(reader, 'Lock number 5').click()
  await expect(article(reader).locator('.dateline time')).toHaveAttribute('datetime', /^2020-09-13T/)
  await expect(body(reader).locator('#text')).toContainText('The keeper of the lock')
  const unread = reader.getByRole('option', { name: /Lock number \d+ \(unread\)/ })
  await expect(row(reader, /^Lock number 2\b/)).toBeVisible()
  await expect(unread.filter({ hasText: /Lock number [012](?!\d)/ })).toHaveCount(0)
  await expect(unread.filter({ hasText: /Lock number 7(?!\d)/ })).toHaveCount(1)
})

test('an address that failed is tried again by hand', async () => {
  const { reader } = app
  servers[0]?.route('/lost', content(page('Lost page found'), 'text/html'))
  await place(reader, 'Sync').click()
  await queued(reader, 'Lost page')
    .getByRole('button', { name: /^Try .* again$/ })
    .click()
  await expect(queued(reader, 'Lost page')).toHaveCount(0)
  expect(await storedTitles(reader)).toContain('Lost page found')
})

test('saving can be stopped, and goes on when it is asked to', async () => {
  const { reader } = app
  await place(reader, 'Sync').click()
  await queue(reader).getByRole('button', { name: 'Stop saving pages' }).click()
  await expect(queue(reader)).toContainText('Stopped. 3 pages wait for you.')
  for (const number of [1, 2, 3])
    servers[2]?.route(`/${number}`, content(page(`Silent no more ${number}`), 'text/html'))
  await queue(reader).getByRole('button', { name: 'Go on' }).click()
  await expect(queue(reader)).toHaveCount(0)
  const titles = await storedTitles(reader)
  expect(titles.filter(title => title.startsWith('Silent no more'))).toHaveLength(3)
})

test('the same list again brings nothing twice and asks no server', async () => {
  const { reader } = app
  const before = servers.map(server => server.requests.length)
  await addFiles(reader, [{ name: 'again.csv', mimeType: 'text/csv', buffer: list }])
  await expect(addDialog(reader)).toContainText(`The list holds no new page. ${PAGES + 4} were there before.`)
  await reader.keyboard.press('Escape')
  expect(await storedTitles(reader)).toHaveLength(PAGES + 4)
  expect(servers.map(server => server.requests.length)).toEqual(before)
})

test('what failed is tried again or forgotten all at once', async () => {
  const { reader } = app
  const rows = [1, 2, 3].map(number => `Missing ${number},${servers[0]?.url}/missing/${number},1,,unread`)
  await addFiles(reader, [{ name: 'missing.csv', mimeType: 'text/csv', buffer: csv(rows) }])
  await expect(addDialog(reader)).toContainText('3 pages will be fetched')
  await reader.keyboard.press('Escape')
  await place(reader, 'Sync').click()
  await expect(queue(reader)).toContainText('3 could not be fetched')
  servers[0]?.route('/missing/2', content(page('Missing no more'), 'text/html'))
  await queue(reader).getByRole('button', { name: 'Try those again' }).click()
  await expect(queue(reader)).toContainText('2 could not be fetched')
  expect(await storedTitles(reader)).toContain('Missing no more')
  await queue(reader).getByRole('button', { name: 'Forget those' }).click()
  await reader
    .getByRole('dialog', { name: 'Forget 2 addresses' })
    .getByRole('button', { name: 'Forget' })
    .click()
  await expect(queue(reader)).toHaveCount(0)
})

test('articles that come with their text are saved without any request', async () => {
  const { reader } = app
  const requests = servers.map(server => server.requests.length)
  const entries = [
    {
      title: 'Tide tables',
      url: 'https://tides.example.org/tables',
      content: `<p>High water is at six. ${SENTENCE}</p><p><a href="/next">Next week</a></p>`,
      is_archived: 0,
      is_starred: 1,
      tags: ['sea'],
      created_at: '2021-05-01T10:00:00+0200',
      published_at: '2021-04-30T10:00:00+0200',
      published_by: ['Ida Marsh'],
      domain_name: 'tides.example.org',
      language: 'en',
    },
  ]
  const buffer = Buffer.from(JSON.stringify(entries))
  await addFiles(reader, [{ name: 'All articles.json', mimeType: 'application/json', buffer }])
  await expect(addDialog(reader)).toContainText('1 page is kept in Saved, with the text that came along.')
  await reader.keyboard.press('Escape')
  await place(reader, 'Starred').click()
  await row(reader, 'Tide tables').click()
  await expect(article(reader).locator('.dateline time')).toHaveAttribute('datetime', /^2021-04-30T08:00/)
  await expect(article(reader)).toContainText('Ida Marsh')
  await expect(body(reader).locator('a')).toHaveAttribute('href', 'https://tides.example.org/next')
  expect(servers.map(server => server.requests.length)).toEqual(requests)
})

test('dropped bookmarks are a list, a dropped page is a page, and a list of nothing says so', async () => {
  const { reader } = app
  servers[0]?.route('/dropped', content(page('Out of the bookmarks'), 'text/html'))
  const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p><DT><A HREF="${servers[0]?.url}/dropped">B</A></DL>`
  await drop(reader, [
    { name: 'bookmarks.html', text: bookmarks },
    { name: 'alone.html', text: page('A page alone') },
    { name: 'numbers.csv', text: 'a,b\n1,2\n' },
  ])
  const notice = reader.locator('.notice')
  await expect(notice).toContainText('1 page will be fetched and kept')
  await expect(notice).toContainText('“A page alone” is kept in Saved.')
  await expect(notice).toContainText('“numbers.csv”: It holds no list of saved pages.')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => storedTitles(reader)).toContain('Out of the bookmarks')
})

async function drop(reader: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  await reader.evaluate(given => {
    const data = new DataTransfer()
    for (const { name, text } of given) data.items.add(new File([text], name))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      )
  }, files)
}

test('an address on the command line of a second start is saved by the first', async () => {
  const { reader } = app
  servers[0]?.route('/second', content(page('Given by a second start'), 'text/html'))
  expect(await startAgain(profile, ['--add', `${servers[0]?.url}/second`])).toBe(0)
  await expect(reader.locator('.notice')).toContainText('“Given by a second start” is kept in Saved.')
  await startAgain(profile, ['--add', 'ftp://files.example.org/'])
  await expect(reader.locator('.notice')).toContainText(
    '“ftp://files.example.org/”: This address cannot be fetched.',
  )
  await reader.locator('.notice').getByRole('button', { name: 'Dismiss' }).click()
})

test('a link that a page may hold saves nothing by itself', async () => {
  const { reader } = app
  servers[0]?.route('/linked', content(page('Wanted by a link'), 'text/html'))
  const before = servers[0]?.requests.length
  const address = `${servers[0]?.url}/linked`
  await startAgain(profile, [`broadsheet:add?url=${encodeURIComponent(address)}`, '--add', address])
  await expect(addDialog(reader)).toContainText('A link in your browser asks to add this address.')
  await expect(reader.getByLabel('Address of a feed')).toHaveValue(address)
  expect(servers[0]?.requests.length).toBe(before)
  await addDialog(reader).getByRole('button', { name: 'Save page' }).click()
  await expect(addDialog(reader)).toContainText('“Wanted by a link” is kept in Saved.')
  await reader.keyboard.press('Escape')
})

test('the dialog offers a bookmark for browsers', async () => {
  const { reader } = app
  await reader.getByRole('button', { name: 'Add a feed or a page' }).click()
  await addDialog(reader).getByText('From your browser').click()
  await expect(reader.getByLabel('Address of the bookmark')).toHaveValue(
    "javascript:location.href='broadsheet:add?url='+encodeURIComponent(location.href)",
  )
  await addDialog(reader).getByRole('button', { name: 'Copy' }).click()
  await expect(addDialog(reader)).toContainText('Copied.')
  await reader.keyboard.press('Escape')
})

test('an address on its own command line is saved when the program is ready', async () => {
  servers[0]?.route('/own', content(page('Given at the start'), 'text/html'))
  await app.close()
  app = await startApp(profile, [`--add=${servers[0]?.url}/own`])
  await expect(app.reader.locator('.notice')).toContainText('“Given at the start” is kept in Saved.')
})
