import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { newProfile, startApp, type RunningApp } from '../support/app'
import { content, startServer } from '../support/http-server'
import {
  addDialog,
  addFiles,
  article,
  body,
  lookAround,
  place,
  quotes,
  row,
  savePage,
  search,
} from '../support/reader'

const PROJECT = path.resolve(import.meta.dirname, '../..')
const FIXTURE = path.join(PROJECT, 'tests/fixtures/articles/model-form.txt')
const MODEL = path.join(PROJECT, '../shared/seed/nato-ministerial.txt')

let app: RunningApp
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  app = await startApp(await newProfile())
  await lookAround(app.reader)
})
test.afterAll(() => app.close())

/** What an article in the model form must show. */
interface Expected {
  readonly file: string
  readonly date: string
  readonly headline: RegExp
  readonly firstWords: string
  readonly lastWords: string
  readonly speakers: readonly RegExp[]
  readonly quotes: readonly [string, string]
}

async function importModelForm(expected: Expected): Promise<void> {
  const { reader } = app
  const name = path.basename(expected.file)
  await addFiles(reader, [{ name, mimeType: 'text/plain', buffer: await fs.readFile(expected.file) }])
  await addDialog(reader).getByRole('button', { name: 'Read it' }).click()
  await expect(article(reader).getByRole('heading', { level: 1 })).toHaveText(expected.headline)
  await expect(article(reader).locator('.dateline time')).toHaveText(expected.date)
  const paragraphs = body(reader).locator('#text p')
  await expect(paragraphs).toHaveCount(6)
  await expect(paragraphs.first()).toContainText(expected.firstWords)
  await expect(paragraphs.last()).toContainText(expected.lastWords)
  const text = await body(reader).locator('#text').innerText()
  expect(text).not.toMatch(/^more$/im)
  expect(text).not.toMatch(/more headlines/i)

  const items = quotes(reader).getByRole('listitem')
  await expect(items).toHaveCount(2)
  for (const [index, words] of expected.quotes.entries()) {
    await expect(items.nth(index)).toContainText(words)
    await expect(items.nth(index)).toContainText(expected.speakers[index] ?? /never/)
  }
}

test('a saved page in the form of the model article is read as one', async () => {
  await importModelForm({
    file: FIXTURE,
    date: '12 March 2025 at 09:40',
    headline: /^Second round of the Lake Talks opens in Verhaven/,
    firstWords: 'Ministers of the Seven Lakes are meeting in Verhaven',
    lastWords: 'with measurements taken by the towns themselves.',
    speakers: [/Marit Oskarsen/, /Marit Oskarsen.*as “Commissioner General” here/],
    quotes: [
      'Members and shore towns have already given up',
      'This week we write down the rule for the bad years',
    ],
  })
})

test('the model article itself is read as one', async () => {
  test.skip(!existsSync(MODEL), 'the model article is not part of the project')
  const [, , headline = ''] = (await fs.readFile(MODEL, 'utf8')).split('\n')
  await importModelForm({
    file: MODEL,
    date: '27 November 2024 at 11:27',
    headline: new RegExp(`^${headline.trim().slice(0, 60)}`),
    firstWords: 'are meeting in Brussels',
    lastWords: 'new force model',
    speakers: [/Jens Stoltenberg/, /Jens Stoltenberg.*as “Secretary General” here/],
    quotes: ['have already provided', 'We will now take decisions'],
  })
})

test('a page is saved by its address, without its furniture and its scripts', async () => {
  const server = await startServer()
  const paragraph =
    'The old lighthouse keeper counted the ships every evening and wrote their names into a blue book. '
  server.route(
    '/lighthouse',
    content(
      `<!doctype html><html lang="en"><head><title>The keeper and the blue book | Shore News</title>
<meta property="og:site_name" content="Shore News"><meta property="article:published_time" content="2026-10-02T08:15:00Z">
<meta name="author" content="Mira Holt"></head><body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>The keeper and the blue book</h1><p onclick="window.hacked=1">${paragraph.repeat(3)}</p>
<script>window.hacked = 1</script><img src="x" onerror="window.hacked=1"><p>${paragraph.repeat(3)}</p><p>${paragraph.repeat(4)}</p></article>
<aside>Subscribe to our newsletter</aside></body></html>`,
      'text/html',
    ),
  )
  const { reader } = app
  await savePage(reader, `${server.url}/lighthouse`)
  await expect(addDialog(reader)).toContainText('“The keeper and the blue book” is kept in Saved.')
  await addDialog(reader).getByRole('button', { name: 'Read it' }).click()
  await expect(article(reader).getByRole('heading', { level: 1 })).toHaveText('The keeper and the blue book')
  await expect(article(reader)).toContainText('Shore News')
  await expect(article(reader)).toContainText('Mira Holt')
  await expect(body(reader).getByText('The old lighthouse keeper').first()).toBeVisible()
  await expect(body(reader).getByText('newsletter')).toHaveCount(0)
  const hacked = await body(reader)
    .locator(':root')
    .evaluate(root => ({
      scripts: root.ownerDocument.scripts.length,
      handlers: root.querySelectorAll('[onclick], [onerror]').length,
      hacked: 'hacked' in window || 'hacked' in (root.ownerDocument.defaultView ?? {}),
    }))
  expect(hacked).toEqual({ scripts: 0, handlers: 0, hacked: false })
  await server.close()
})

test('saving the same page again finds the one that is there', async () => {
  const { reader } = app
  const saved = place(reader, 'Saved')
  // The fixture, the lighthouse, and the model article where it is.
  const counted = existsSync(MODEL) ? '3' : '2'
  await expect(saved).toContainText(counted)
  const buffer = await fs.readFile(FIXTURE)
  await addFiles(reader, [{ name: 'again.txt', mimeType: 'text/plain', buffer }])
  await expect(addDialog(reader)).toContainText('is kept in Saved')
  await reader.keyboard.press('Escape')
  await expect(saved).toContainText(counted)
})

test('HTML and Markdown files are read, and several files at once', async () => {
  const { reader } = app
  const paragraph =
    'Seven carpenters rebuilt the mill in a single summer, and none of them would say who had paid. '
  await addFiles(reader, [
    {
      name: 'mill.html',
      mimeType: 'text/html',
      buffer: Buffer.from(
        `<title>The mill</title><article><h1>The mill</h1><p>${paragraph.repeat(5)}</p></article>`,
      ),
    },
    {
      name: 'notes.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(`# Notes on bread\n\nRye *wants* time.\n`),
    },
  ])
  await expect(addDialog(reader)).toContainText('The mill')
  await expect(addDialog(reader)).toContainText('Notes on bread')
  await reader.keyboard.press('Escape')
  await place(reader, 'Saved').click()
  await row(reader, 'Notes on bread').click()
  await expect(body(reader).locator('em')).toHaveText('wants')
})

test('pasted text is kept when the person agrees', async () => {
  const { reader } = app
  await reader.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'A short note on sealing wax\n\nIt melts at a lower heat than one thinks.')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await reader.getByRole('button', { name: 'Keep it' }).click()
  await expect(reader.getByText('“A short note on sealing wax” is kept in Saved.').first()).toBeVisible()
  await search(reader, 'sealing wax')
  await expect(row(reader, 'A short note on sealing wax')).toBeVisible()
})

test('files dropped on the window are read', async () => {
  const { reader } = app
  await reader.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(
      new File(['Paper boats of the canal\n\nThey carry one candle each.'], 'boats.txt', {
        type: 'text/plain',
      }),
    )
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      )
  })
  await expect(reader.getByText('“Paper boats of the canal” is kept in Saved.').first()).toBeVisible()
  await search(reader, 'paper boats')
  await expect(row(reader, 'Paper boats of the canal')).toBeVisible()
})
