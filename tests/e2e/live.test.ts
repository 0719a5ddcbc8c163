import { expect, test } from '@playwright/test'
import type { RunningApp } from '../support/app'
import { content, tagged, type TestServer } from '../support/http-server'
import { addDialog, article, body, follow, place, quotes, row, search } from '../support/reader'
import { shareApp } from '../support/shared-app'

let app: RunningApp
let server: TestServer
shareApp((...started) => {
  ;[app, server] = started
})

const STORM =
  'The storm reached the lower villages at noon, and the ferry stays at the quay until it has passed over the islands. '
const HOURS = ['ten', 'eleven', 'twelve', 'one'].map(
  hour => `<p>At ${hour} the water stood a hand below the top of the dyke. ${STORM.repeat(2)}</p>`,
)
const UPDATE = `<p>“We have held the dyke with our hands and a wheelbarrow”, said Ole Brandt, the harbour master.</p>`

/** A live page; the same one again is not sent again. */
function serveStorm(version: string, updates: string, end?: string): void {
  const data = { '@type': 'LiveBlogPosting', headline: 'The storm, live', coverageEndTime: end }
  server.route(
    '/storm',
    tagged(
      `<!doctype html><html lang="en"><head><title>The storm, live</title><script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><article><h1>The storm, live</h1>${updates}</article></body></html>`,
      'text/html',
      `"${version}"`,
    ),
  )
}

/** The feed of the live page; what else it has is a page that is fetched once. */
function serveFeed(others: readonly string[]): void {
  const entry = (id: string, title: string): string =>
    `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${server.url}/${id}</link>
<pubDate>${new Date().toUTCString()}</pubDate><description>The storm reached the lower villages at noon, and the ferry stays at the quay. Read more</description></item>`
  server.route(
    '/live.xml',
    content(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Island Courier</title><link>${server.url}</link><description>d</description>
${others.map(id => entry(id, `Beside the storm: ${id}`)).join('')}${entry('storm', 'The storm, live')}</channel></rss>`,
      'application/rss+xml',
    ),
  )
  for (const id of others)
    server.route(
      `/${id}`,
      content(
        `<!doctype html><title>Beside the storm: ${id}</title><article><h1>Beside the storm: ${id}</h1>${HOURS.join('')}</article>`,
        'text/html',
      ),
    )
}

/** Lets time pass for the page that decides what is due. */
async function passMinutes(minutes: number): Promise<void> {
  const ingest = await app.pageOf('ingest')
  await ingest.evaluate(more => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + more
  }, minutes * 60_000)
}

async function askFeed(): Promise<void> {
  await place(app.reader, 'Island Courier').click({ button: 'right' })
  await app.reader.getByRole('menuitem', { name: 'Ask now' }).click()
}

const asked = (path: string): number => server.requests.filter(({ url }) => url === path).length

test('a live page is read again while its feed says nothing, and what is new is marked, quoted and found', async () => {
  const { reader } = app
  serveFeed([])
  serveStorm('morning', HOURS.join(''))
  await follow(reader, `${server.url}/live.xml`)
  await expect(addDialog(reader)).toContainText('1 article')
  await reader.keyboard.press('Escape')
  await place(reader, 'Island Courier').click()
  await row(reader, 'The storm, live').click()
  await expect(article(reader).locator('.byline')).toContainText('Full text')
  await expect(quotes(reader)).toHaveCount(0)
  expect(asked('/storm')).toBe(1)

  serveStorm('afternoon', UPDATE + HOURS.join(''))
  await passMinutes(16)
  await askFeed()
  await expect(article(reader).getByRole('button', { name: /^Updated .*: 1 new paragraph$/ })).toBeVisible()
  await expect(body(reader).locator('[aria-description]')).toContainText('a wheelbarrow')
  await expect(quotes(reader)).toContainText('Ole Brandt')
  await expect(article(reader).locator('.byline')).toContainText('Full text')
  expect(server.requests.findLast(({ url }) => url === '/storm')?.headers['if-none-match']).toBe('"morning"')
  await search(reader, 'wheelbarrow')
  await expect(row(reader, 'The storm, live')).toBeVisible()
  await reader.keyboard.press('Escape')
})

test('after the end that the page states it is not asked for again', async () => {
  serveStorm('evening', UPDATE + HOURS.join(''), new Date(Date.now() - 60_000).toISOString())
  await passMinutes(31)
  await place(app.reader, 'Island Courier').click()
  await askFeed()
  await expect.poll(() => asked('/storm')).toBe(3)

  // Had the live page been due, it would have been read before the new one.
  serveFeed(['calm'])
  await passMinutes(24 * 60)
  await askFeed()
  // A feed that is being asked already is not asked once more, and by the clock of the main process this one is due at
  // every look, four times a minute.
  await expect.poll(() => asked('/calm'), { timeout: 25_000 }).toBe(1)
  await place(app.reader, 'Saved').click()
  await place(app.reader, 'Island Courier').click()
  await row(app.reader, 'Beside the storm: calm').click()
  await expect(article(app.reader).locator('.byline')).toContainText('Full text')
  expect(asked('/storm')).toBe(3)
})
