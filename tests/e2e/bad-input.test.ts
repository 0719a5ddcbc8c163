import { expect, test } from '@playwright/test'
import type { RunningApp } from '../support/app'
import { content, silent, startServer, status, type Handler, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, addFiles, body, follow, place, row, savePage } from '../support/reader'
import { shareApp } from '../support/shared-app'

let app: RunningApp
let server: TestServer
shareApp((...started) => {
  ;[app, server] = started
})

const feed = (): string => rss('Lindhaven Courier', server.url, HARBOUR_STORIES)

/** What a server may answer to somebody who wants a feed, and the sentence that the screen then says. */
const ANSWERS: readonly {
  readonly name: string
  readonly handler: () => Handler
  readonly sentence: string
}[] = [
  {
    name: 'a web page without a feed',
    handler: () => content('<!doctype html><title>Hello</title><p>No feed here.</p>', 'text/html'),
    sentence: 'This page offers no feed. Save it as a page, or give the feed’s own address.',
  },
  {
    name: 'nothing, in 0 bytes',
    handler: () => content('', 'application/rss+xml'),
    sentence: 'There is nothing in it. Choose something else.',
  },
  {
    name: 'a feed that breaks off before its first entry',
    handler: () => content(feed().slice(0, feed().indexOf('<pubDate>')), 'application/rss+xml'),
    sentence: 'The feed breaks off before its first entry. Try again later.',
  },
  {
    name: '50 MB',
    handler: () => content('<rss>'.padEnd(50_000_000, ' '), 'application/rss+xml'),
    sentence: 'The answer is larger than Broadsheet reads. Choose a smaller feed or page.',
  },
  {
    name: 'a picture',
    handler: () => content('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'),
    sentence: 'This is neither a feed nor a page. Check the address or the file.',
  },
  { name: '404', handler: () => status(404), sentence: 'There is nothing at this address.' },
  { name: '503', handler: () => status(503), sentence: 'The server is in trouble. Try again later.' },
]

for (const [index, { name, handler, sentence }] of ANSWERS.entries()) {
  test(`following an address that answers ${name} says so and follows nothing`, async () => {
    // A host of its own for each: an answer like 503 makes the client spare the host for a while.
    const own = await startServer(process.platform === 'linux' ? `127.0.0.${index + 2}` : '127.0.0.1')
    own.route('/feed', handler())
    await follow(app.reader, `${own.url}/feed`)
    await expect(addDialog(app.reader)).toContainText(sentence, { timeout: 20_000 })
    await app.reader.keyboard.press('Escape')
    await expect(place(app.reader, 'Lindhaven Courier')).toHaveCount(0)
    await expect(place(app.reader, 'All')).toContainText('3')
    await own.close()
  })
}

test('an address that is none, and a host that is not there, are told apart', async () => {
  const { reader } = app
  await follow(reader, 'two words')
  await expect(addDialog(reader)).toContainText('This is not an address on the web.')
  const left = await startServer()
  await left.close()
  await follow(reader, `${left.url}/feed`)
  await expect(addDialog(reader)).toContainText('The server does not accept connections.')
  await follow(reader, 'no-such-host.invalid')
  await expect(addDialog(reader)).toContainText(/No server has this name|There is no network/)
  await reader.keyboard.press('Escape')
})

test('what is followed without a network is kept, and fetched when there is one', async () => {
  // Only the machine's word on its network is set; the name is really looked up, and not found.
  const online = (value: boolean): Promise<void> =>
    app.electron.evaluate(({ net }, is) => void (net.isOnline = () => is), value)
  await online(false)
  // Chromium resolves nothing in these names: without a network that means that there is none.
  await follow(app.reader, 'no-such-host.invalid')
  await expect(addDialog(app.reader)).toContainText(
    'There is no network. It is kept and fetched when you are',
  )
  await app.reader.keyboard.press('Escape')
  await online(true)
})

test('a cut-off feed gives the entries that are whole', async () => {
  const { reader } = app
  const whole = feed()
  const cut = whole.slice(0, whole.indexOf('<title>Forty ships'))
  server.route('/cut.xml', content(cut, 'application/rss+xml'))
  await follow(reader, `${server.url}/cut.xml`)
  await expect(addDialog(reader)).toContainText('You follow “Lindhaven Courier” now: 2 articles.')
})

test('the same feed twice is one feed', async () => {
  const { reader } = app
  await follow(reader, `${server.url}/cut.xml`)
  await expect(addDialog(reader)).toContainText('You follow “Lindhaven Courier” already.')
  await reader.keyboard.press('Escape')
  await expect(place(reader, 'Lindhaven Courier')).toHaveCount(1)
  await expect(place(reader, 'Lindhaven Courier')).toContainText('2')
})

test('a feed that fails later keeps its articles, and the sidebar says why it failed', async () => {
  const { reader } = app
  server.route('/cut.xml', content('<!doctype html><p>We have moved.</p>', 'text/html'))
  await reader.getByRole('button', { name: 'Refresh all feeds' }).click()
  const sign = place(reader, 'Lindhaven Courier').getByTitle('The last refresh failed.')
  await expect(sign).toHaveAccessibleName(/This page offers no feed/)
  await place(reader, 'Lindhaven Courier').click()
  await expect(row(reader, 'Harbour strike in Lindhaven')).toBeVisible()
})

test('a site names several feeds, and the person chooses', async () => {
  const { reader } = app
  const link = (path: string, title: string): string =>
    `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`
  const page = `<!doctype html><title>Site</title>${link('/news.xml', 'News')}${link('/sport.xml', 'Sport')}`
  server.route('/site', content(page, 'text/html'))
  server.route('/sport.xml', content(rss('Sport of the Lakes', server.url, []), 'application/rss+xml'))
  await follow(reader, `${server.url}/site`)
  await addDialog(reader).getByRole('button', { name: 'Sport' }).click()
  await expect(addDialog(reader)).toContainText('You follow “Sport of the Lakes” now: 0 articles.')
  await reader.keyboard.press('Escape')
})

test('a page that is no article, and a file that is none, are refused with a way out', async () => {
  const { reader } = app
  server.route('/empty', content('<!doctype html><title>x</title><body></body>', 'text/html'))
  await savePage(reader, `${server.url}/empty`)
  await expect(addDialog(reader)).toContainText(/No article was found on this page|There is nothing in it/)
  const files = [
    { name: 'picture.txt', mimeType: 'text/plain', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0\0') },
    { name: 'program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\0\0') },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    { name: 'broken.opml', mimeType: 'text/xml', buffer: Buffer.from('<opml><body><outl') },
  ]
  await addFiles(reader, files)
  await expect(addDialog(reader)).toContainText('“program.exe” is of no kind that can be read.')
  await expect(addDialog(reader)).toContainText('“broken.opml”: It holds no subscriptions.')
  for (const { name } of files) await expect(addDialog(reader)).toContainText(name)
  await reader.keyboard.press('Escape')
})

test('a server that never answers can be left alone with Escape', async () => {
  const { reader } = app
  server.route('/never', silent)
  await follow(reader, `${server.url}/never`)
  await expect(addDialog(reader)).toContainText('Asking the site…')
  await reader.keyboard.press('Escape')
  await expect(addDialog(reader)).toHaveCount(0)
  await place(reader, 'Lindhaven Courier').click()
  await row(reader, 'Harbour strike in Lindhaven').click()
  await expect(body(reader).getByText('The dockers of Lindhaven')).toBeVisible()
})
