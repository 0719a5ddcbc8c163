import { expect, test, type Locator } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { newProfile, startApp, type RunningApp } from '../support/app'
import { content, startServer, status, type TestServer } from '../support/http-server'
import { drawnBy, gif, png, svg } from '../support/pictures'
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
  savePage,
} from '../support/reader'

let app: RunningApp
let server: TestServer
/** Still listens when the other one has ended: what leaves is seen there. */
let quay: TestServer
const profile = newProfile()
const file = path.join(os.tmpdir(), `broadsheet-export-${process.pid}.html`)

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  ;[server, quay] = [await startServer(), await startServer()]
  app = await startApp(await profile)
  await lookAround(app.reader)
  await serveOrchard()
  serveGazette()
})
test.afterAll(async () => {
  await app.close()
  await quay.close()
  await fs.rm(file, { force: true })
})

const SENTENCE =
  'The old orchard above the river was grafted again this spring, row by row, by people who remember its apples. '

/** An article with a picture of every kind, one of which is gone. */
async function serveOrchard(): Promise<void> {
  const { reader } = app
  server.route('/p/gate.png', content(png(640, 360), 'image/png'))
  server.route('/p/rows.jpg', content(await drawnBy(reader, 'image/jpeg', 1200, 800), 'image/jpeg'))
  server.route('/p/bloom.webp', content(await drawnBy(reader, 'image/webp', 500, 700), 'image/webp'))
  server.route('/p/seal.gif', content(gif(120, 90), 'image/gif'))
  server.route('/p/plan.svg', content(svg(300, 100), 'image/svg+xml'))
  const picture = (name: string, words: string): string =>
    `<figure><img src="/p/${name}" alt="${words}"><figcaption>Caption of ${name}</figcaption></figure>`
  server.route(
    '/orchard',
    content(
      `<!doctype html><html lang="en"><head><title>The orchard above the river | Valley Post</title>
<meta property="og:site_name" content="Valley Post"><meta name="author" content="Ilse Marten">
<meta property="article:published_time" content="2026-05-04T07:30:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>The orchard above the river</h1><p>${SENTENCE.repeat(3)}</p>${picture('gate.png', 'The gate of the orchard')}
<p>“We counted forty sorts that nobody sells any more”, said Henrik Oss, who keeps the orchard.</p><p>${SENTENCE.repeat(3)}</p>
${picture('rows.jpg', 'Rows of young trees')}<p>${SENTENCE.repeat(4)}</p>${picture('bloom.webp', 'A branch in bloom')}
<p>${SENTENCE.repeat(4)}</p>${picture('seal.gif', 'The seal of the village')}<p>${SENTENCE.repeat(2)}</p>
${picture('plan.svg', 'A plan of the rows')}<p>${SENTENCE.repeat(2)}</p>${picture('gone.png', 'A picture that is gone')}
<p>${SENTENCE.repeat(2)}</p></article></body></html>`,
      'text/html',
    ),
  )
}

const LONGER =
  'The ferry of Brackwater runs again after the winter, and the first boat carried eleven carts and a piano. '

/** A feed of teasers: one with a page, one whose page is gone, one whose page is another article by now. */
function serveGazette(): void {
  const entry = (id: string, title: string, date: string): string =>
    `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${server.url}/${id}</link>
<pubDate>${date}</pubDate><description>The ferry of Brackwater runs again after the winter, and the first boat was full. Read more</description></item>`
  const recently = new Date(Date.now() - 3_600_000).toUTCString()
  server.route(
    '/gazette.xml',
    content(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Brackwater Gazette</title><link>${server.url}</link><description>d</description>
${entry('ferry', 'The ferry runs again', recently)}${entry('lost', 'The ferry that was lost', recently)}</channel></rss>`,
      'application/rss+xml',
    ),
  )
  server.route('/p/ferry.png', content(png(800, 450, [60, 90, 130]), 'image/png'))
  server.route(
    '/ferry',
    content(
      `<!doctype html><html lang="en"><head><title>The ferry runs again</title></head><body><article><h1>The ferry runs again</h1>
<p>${LONGER.repeat(3)}</p><figure><img src="/p/ferry.png" alt="The first boat" width="800" height="450"></figure><p>${LONGER.repeat(5)}</p>
<p>“A river without a ferry is a wall”, said Marta Quill, the ferrywoman.</p><p>${LONGER.repeat(4)}</p></article></body></html>`,
      'text/html',
    ),
  )
  server.route('/lost', status(404))
}

const headline = (): Locator => article(app.reader).getByRole('heading', { level: 1 })
const byline = (): Locator => article(app.reader).locator('.byline')
const picture = (words: string): Locator => body(app.reader).locator(`.picture[data-alt="${words}"]`)

/** Brings a picture into sight, and waits until it is drawn. */
async function expectDrawn(words: string, width: number): Promise<void> {
  await picture(words).scrollIntoViewIfNeeded()
  const drawn = picture(words).locator('img')
  await expect
    .poll(() => drawn.evaluate(image => (image as HTMLImageElement).naturalWidth).catch(() => 0))
    .toBe(width)
}

test('a page is saved with its pictures, and says which one could not be had', async () => {
  const { reader } = app
  await savePage(reader, `${server.url}/orchard`)
  await addDialog(reader).getByRole('button', { name: 'Read it' }).click()
  await expect(headline()).toHaveText('The orchard above the river')
  await expect(byline()).toContainText('5 pictures')
  await expect(byline()).toContainText('1 picture could not be had')
  await expect(byline()).toContainText('Kept for offline reading')
  const gone = picture('A picture that is gone')
  await expect(gone).toHaveAccessibleName(
    'A picture that is gone. There is no picture at its address any more.',
  )
})

test('a feed’s teasers get the text of their pages', async () => {
  const { reader } = app
  await follow(reader, `${server.url}/gazette.xml`)
  await expect(addDialog(reader)).toContainText('2 articles')
  await reader.keyboard.press('Escape')
  await place(reader, 'Brackwater Gazette').click()
  await row(reader, 'The ferry runs again').click()
  await expect(byline()).toContainText('Full text')
  await expect(byline()).toContainText('1 picture')
  await expect(body(reader).getByText('eleven carts and a piano').first()).toBeVisible()
  await row(reader, 'The ferry that was lost').click()
  await expect(byline()).toContainText('There is no page at this address any more.')
})

test('without the server, after a restart, everything of the articles is there', async () => {
  await app.close()
  await server.close()
  app = await startApp(await profile)
  const { reader } = app
  await place(reader, 'Saved').click()
  await row(reader, 'The orchard above the river').click()
  await expect(headline()).toHaveText('The orchard above the river')
  await expect(byline()).toContainText('Ilse Marten')
  await expect(article(reader).locator('.dateline time')).toContainText('4 May 2026')
  await expect(quotes(reader)).toContainText('Henrik Oss')
  await expectDrawn('The gate of the orchard', 640)
  await expectDrawn('Rows of young trees', 1200)
  await expectDrawn('A branch in bloom', 500)
  await expectDrawn('The seal of the village', 120)
  await expectDrawn('A plan of the rows', 300)
})

test('the version of the feed and that of the page change places by a key, each with its own quotes', async () => {
  const { reader } = app
  await place(reader, 'Brackwater Gazette').click()
  await row(reader, 'The ferry runs again').click()
  await expectDrawn('The first boat', 800)
  await expect(quotes(reader)).toContainText('Marta Quill')
  await reader.keyboard.press('v')
  await expect(byline()).toContainText('As in the feed')
  await expect(body(reader).locator('#text')).toContainText('Read more')
  await expect(quotes(reader)).toHaveCount(0)
  await article(reader).getByRole('button', { name: 'Show full text' }).click()
  await expect(byline()).toContainText('Full text')
  await expect(quotes(reader)).toContainText('Marta Quill')
})

test('a picture is shown large by Enter, and Escape goes back to it', async () => {
  const { reader } = app
  await picture('The first boat').focus()
  await reader.keyboard.press('Enter')
  const dialog = reader.getByRole('dialog', { name: 'The first boat' })
  const large = dialog.getByRole('img')
  await expect.poll(() => large.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(800)
  await reader.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(picture('The first boat')).toBeFocused()
})

const HARBOUR =
  'The quay was paved with stones from the old breakwater, and every one of them has a number on its lower side. '
/** Long enough that what stands above its last paragraphs is out of sight. */
const PAVING = `<figure><img src="/q/crane.png" alt="The crane"></figure>${`<p>${HARBOUR.repeat(4)}</p>`.repeat(8)}
<figure><img src="/q/stones.png" alt="Numbered stones"></figure>${`<p>${HARBOUR.repeat(4)}</p>`.repeat(12)}<p>The last stone is kept in the town hall.</p>`

/** A feed of two entries: one with its whole text and pictures, one with little text and more behind it. */
function serveQuay(paving = PAVING): void {
  const entry = (id: string, title: string, words: string): string =>
    `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${quay.url}/${id}</link>
<pubDate>${new Date(Date.now() - 7_200_000).toUTCString()}</pubDate><description><![CDATA[${words}]]></description></item>`
  quay.route(
    '/quay.xml',
    content(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Letter</title><link>${quay.url}</link><description>d</description>
${entry('paving', 'How the quay was paved', paving)}${entry('bell', 'A bell for the quay', `<p>${HARBOUR.repeat(5)}</p>`)}</channel></rss>`,
      'application/rss+xml',
    ),
  )
  quay.route('/q/crane.png', content(png(400, 900, [150, 110, 60]), 'image/png'))
  quay.route('/q/stones.png', content(png(500, 300), 'image/png'))
  quay.route(
    '/bell',
    content(
      `<!doctype html><html lang="en"><head><title>A bell for the quay</title></head><body><article><h1>A bell for the quay</h1>
<p>${HARBOUR.repeat(5)}</p><p>${HARBOUR.repeat(9)} The bell hangs since Tuesday.</p></article></body></html>`,
      'text/html',
    ),
  )
}

const askedBeside = (feed: string): readonly string[] =>
  quay.requests.map(({ url }) => url).filter(url => url !== feed)

test('opening an article asks no server for anything', async () => {
  const { reader } = app
  serveQuay()
  await place(reader, 'Sync').click()
  await reader.getByRole('button', { name: 'Settings…' }).click()
  await reader.getByLabel('Keep the pictures of articles').uncheck()
  await reader.keyboard.press('Escape')
  await follow(reader, `${quay.url}/quay.xml`)
  await expect(addDialog(reader)).toContainText('2 articles')
  await reader.keyboard.press('Escape')
  await place(reader, 'Quay Letter').click()
  await row(reader, 'How the quay was paved').click()
  await expect(byline()).toContainText('2 pictures are not here yet')
  await expect(picture('The crane')).toHaveAccessibleName('The crane. Not here yet')
  await row(reader, 'A bell for the quay').click()
  await expect(byline()).toContainText('As in the feed')
  await row(reader, 'How the quay was paved').click()
  await expect(headline()).toHaveText('How the quay was paved')
  expect(askedBeside('/quay.xml')).toEqual([])
})

test('pictures that were asked for appear in their places, and the line that is read stays where it is', async () => {
  const { reader } = app
  const last = body(reader).getByText('The last stone is kept in the town hall.')
  await last.scrollIntoViewIfNeeded()
  const [before] = [await last.boundingBox()]
  await article(reader).getByRole('button', { name: 'Fetch them' }).dispatchEvent('click')
  await expect(byline()).toContainText('Kept for offline reading')
  expect(askedBeside('/quay.xml').toSorted()).toEqual(['/q/crane.png', '/q/stones.png'])
  const height = () => picture('The crane').evaluate(place => place.getBoundingClientRect().height)
  await expect.poll(height).toBe(900)
  const after = await last.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? -100))).toBeLessThan(2)
  await expectDrawn('The crane', 400)
})

test('a later form of a text does not take its place under the eyes of who reads', async () => {
  const { reader } = app
  serveQuay(`<p>Correction: it was a Tuesday.</p>${PAVING}`)
  await place(reader, 'Quay Letter').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'Ask now' }).click()
  await expect(byline()).toContainText('A newer form of this article is here.')
  await expect(body(reader).locator('#text')).not.toContainText('Correction')
  await article(reader).getByRole('button', { name: 'Show it' }).click()
  await expect(body(reader).locator('#text')).toContainText('Correction: it was a Tuesday.')
  await expect(byline()).toContainText(/Updated .*: 1 new paragraph/)
})

test('the full text is fetched when somebody asks for it, by key, and is said to be there', async () => {
  const { reader } = app
  await row(reader, 'A bell for the quay').click()
  await expect(byline()).toContainText('As in the feed')
  await reader.keyboard.press('v')
  await expect(byline()).toContainText('Full text')
  await expect(body(reader).locator('#text')).toContainText('The bell hangs since Tuesday.')
  await reader.keyboard.press('v')
  await expect(body(reader).locator('#text')).not.toContainText('The bell hangs since Tuesday.')
})

test('the picture that stands for an article stands above a text that shows none', async () => {
  const { reader } = app
  quay.route(
    '/lamp',
    content(
      `<!doctype html><html lang="en"><head><title>The lamp on the mole</title><meta property="og:image" content="${quay.url}/q/lamp.png"></head>
<body><article><h1>The lamp on the mole</h1><p>${HARBOUR.repeat(4)}</p><p>${HARBOUR.repeat(4)}</p></article></body></html>`,
      'text/html',
    ),
  )
  quay.route('/q/lamp.png', content(png(480, 270), 'image/png'))
  await savePage(reader, `${quay.url}/lamp`)
  await addDialog(reader).getByRole('button', { name: 'Read it' }).click()
  await article(reader).getByRole('button', { name: 'Fetch it' }).click()
  const lead = body(reader).locator('#text > figure:first-child .picture')
  await expect(lead).toHaveAccessibleName('Picture – show it large')
  await expect(lead.locator('img')).toHaveJSProperty('naturalWidth', 480)
  expect(askedBeside('/quay.xml').filter(url => url === '/q/lamp.png')).toHaveLength(1)
})

test('paragraphs that an article gained are marked and counted', async () => {
  const { reader } = app
  const text = `<p>${HARBOUR.repeat(5)}</p><p>A second bell was found in the cellar.</p><p>${HARBOUR.repeat(2)}</p>`
  const entry = (words: string): string =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Live Letter</title><link>${quay.url}</link><description>d</description>
<item><guid isPermaLink="false">live</guid><title>The quay, live</title><pubDate>${new Date().toUTCString()}</pubDate><description><![CDATA[${words}]]></description></item></channel></rss>`
  quay.route('/live.xml', content(entry(text), 'application/rss+xml'))
  await follow(reader, `${quay.url}/live.xml`)
  await expect(addDialog(reader)).toContainText('1 article')
  await reader.keyboard.press('Escape')
  await place(reader, 'Live Letter').click()
  await row(reader, 'The quay, live').click()
  await expect(body(reader).locator('#text p')).toHaveCount(3)
  quay.route(
    '/live.xml',
    content(entry(`<p>At noon a third bell was rung.</p>${text}`), 'application/rss+xml'),
  )
  await place(reader, 'Live Letter').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'Ask now' }).click()
  await expect(article(reader).getByRole('button', { name: /^Updated .*: 1 new paragraph$/ })).toBeVisible()
  const fresh = body(reader).locator('[aria-description]')
  await expect(fresh).toHaveText('At noon a third bell was rung.')
  await expect(body(reader).locator('#margin .new')).toHaveCount(1)
})

test('rows show a small picture where their article has one, until that is switched off', async () => {
  const { reader } = app
  await place(reader, 'Saved').click()
  const small = row(reader, 'The orchard above the river').locator('.row-picture')
  await expect
    .poll(() => small.evaluate(image => (image as HTMLImageElement).naturalWidth).catch(() => 0))
    .toBe(160)
  await place(reader, 'Sync').click()
  await reader.getByRole('button', { name: 'Settings…' }).click()
  await reader.getByLabel('Pictures in the list').uncheck()
  await reader.keyboard.press('Escape')
  await place(reader, 'Saved').click()
  await expect(row(reader, 'The orchard above the river')).toBeVisible()
  await expect(small).toHaveCount(0)
})

test('what pictures take is told by feed', async () => {
  const { reader } = app
  await place(reader, 'Sync').click()
  await reader.getByRole('button', { name: 'Storage…' }).click()
  const dialog = reader.getByRole('dialog', { name: 'Storage' })
  await expect(dialog).toContainText(/Pictures take \d+ kB of 2 GB\./)
  await expect(dialog.getByRole('row', { name: /^Added by you 2 6 / })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^Quay Letter 1 2 / })).toBeVisible()
  await reader.keyboard.press('Escape')
})

test('what a feed’s articles lack is fetched when the person wants the feed offline, as the feed’s settings say', async () => {
  const { reader } = app
  const menu = async (item: string): Promise<void> => {
    await place(reader, 'Quay Letter').click({ button: 'right' })
    await reader.getByRole('menuitem', { name: item }).click()
  }
  await menu('How it is fetched…')
  await reader.getByLabel('Text of its articles').selectOption({ label: 'always the full text of the page' })
  await reader.getByLabel('Pictures').selectOption({ label: 'always keep them' })
  await reader.getByRole('button', { name: 'Done' }).click()
  await menu('Make available offline now')
  await expect(reader.getByText('What its articles lack is being fetched.').first()).toBeVisible()
  await expect.poll(() => askedBeside('/quay.xml')).toContain('/paving')
})

test('the header says how many articles are being completed, and stops that', async () => {
  const { reader } = app
  let givenUp = 0
  quay.route('/q/slow.png', (_request, response) => void response.on('close', () => givenUp++))
  quay.route(
    '/slow.xml',
    content(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Slow Letter</title><link>${quay.url}</link><description>d</description>
<item><guid isPermaLink="false">slow</guid><title>A picture that takes its time</title><pubDate>${new Date().toUTCString()}</pubDate><description><![CDATA[<p>${HARBOUR.repeat(4)}</p><p><img src="/q/slow.png" alt="A slow one"></p>]]></description></item></channel></rss>`,
      'application/rss+xml',
    ),
  )
  await follow(reader, `${quay.url}/slow.xml`)
  await expect(addDialog(reader)).toContainText('1 article')
  await reader.keyboard.press('Escape')
  await place(reader, 'Slow Letter').click()
  await row(reader, 'A picture that takes its time').click()
  await article(reader).getByRole('button', { name: 'Fetch it' }).click()
  await expect(byline()).toContainText('1 picture is being fetched…')
  await expect(reader.getByText('Completing articles: 1 left')).toBeVisible()
  await reader.getByRole('button', { name: 'Stop completing articles' }).click()
  await expect.poll(() => givenUp).toBe(1)
  await expect(reader.getByText('Completing articles')).toHaveCount(0)
  // What changes in the library starts it again as little as time does.
  await reader.keyboard.press('s')
  await reader.waitForTimeout(2_000)
  expect(givenUp).toBe(1)
})

test('an article is exported as one file, and comes back from it with its pictures', async () => {
  const { reader } = app
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await place(reader, 'Saved').click()
  await row(reader, 'The orchard above the river').click()
  await expect(headline()).toHaveText('The orchard above the river')
  await reader.keyboard.press('e')
  await expect(reader.getByText('The article is written with its pictures.').first()).toBeVisible()
  const html = await fs.readFile(file, 'utf8')
  expect(html.match(/<img src="data:image\//g)).toHaveLength(5)
  expect(html).not.toMatch(/<script|\ssrc="http/)

  await app.close()
  app = await startApp(await newProfile())
  await lookAround(app.reader)
  await addFiles(app.reader, [
    { name: 'orchard.html', mimeType: 'text/html', buffer: await fs.readFile(file) },
  ])
  await addDialog(app.reader).getByRole('button', { name: 'Read it' }).click()
  await expect(headline()).toHaveText('The orchard above the river')
  await expect(byline()).toContainText('Ilse Marten')
  await expect(article(app.reader).locator('.dateline time')).toContainText('4 May 2026')
  await expect(article(app.reader).locator('.dateline')).toContainText('Valley Post')
  await expect(quotes(app.reader)).toContainText('Henrik Oss')
  await expectDrawn('The gate of the orchard', 640)
  await expect(byline()).toContainText('5 pictures')
})
