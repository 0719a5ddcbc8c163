import { expect, test, type Page } from '@playwright/test'
import { newProfile, startApp, type RunningApp } from '../support/app'
import { content, startServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, follow, lookAround, place } from '../support/reader'

/** Makes every ingest page hang when it decodes content with this word, as a parser with a flaw would. */
async function hangOn(app: RunningApp, word: string): Promise<void> {
  const install = (poison: string): void => {
    const decode = TextDecoder.prototype.decode
    TextDecoder.prototype.decode = function (...args) {
      const text = decode.apply(this, args)
      while (text.includes(poison)) continue
      return text
    }
  }
  const ingest = await app.pageOf('ingest')
  await app.electron.context().addInitScript(install, word)
  await ingest.evaluate(install, word)
}

/** Ends the process of the ingest page. */
async function crash(app: RunningApp, page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  await app.electron.evaluate(({ webContents }) => {
    const found = webContents.getAllWebContents().find(contents => contents.getURL().includes('/ingest/'))
    found?.forcefullyCrashRenderer()
  })
  await crashed
  await expect.poll(() => page.isClosed()).toBe(true)
}

test('when the page that reads content crashes, what it had in hand is done by the next one', async () => {
  const server = await startServer()
  server.route(
    '/feed.xml',
    content(rss('Lindhaven Courier', server.url, HARBOUR_STORIES), 'application/rss+xml'),
  )
  const app = await startApp(await newProfile())
  await lookAround(app.reader)
  const first = await app.pageOf('ingest')
  // Held in the page until it crashes.
  await first.evaluate(() => (TextDecoder.prototype.decode = () => { for (;;); })) // prettier-ignore
  await follow(app.reader, `${server.url}/feed.xml`)
  await expect.poll(() => server.requests.length).toBe(1)
  await crash(app, first)
  await expect(addDialog(app.reader)).toContainText('You follow “Lindhaven Courier” now: 4 articles.')
  expect(server.requests.filter(({ url }) => url === '/feed.xml')).toHaveLength(1)
  await app.close()
  await server.close()
})

test('content that stops the page twice is put aside, and is not read again after a restart', async () => {
  const server = await startServer()
  const poison = rss('The Poison Courier', server.url, HARBOUR_STORIES)
  server.route('/poison.xml', content(poison, 'application/rss+xml'))
  server.route(
    '/good.xml',
    content(rss('The Good Courier', server.url, HARBOUR_STORIES), 'application/rss+xml'),
  )
  const profile = await newProfile()
  const app = await startApp(profile)
  await lookAround(app.reader)
  await hangOn(app, 'Poison')
  await follow(app.reader, `${server.url}/poison.xml`)
  for (let death = 0; death < 2; death++) {
    const page = await app.pageOf('ingest')
    await expect.poll(() => server.requests.length).toBe(1)
    // The second page gets the job when it is ready; a moment later it hangs in it.
    await new Promise(resolve => setTimeout(resolve, 1500))
    await crash(app, page)
  }
  await expect(addDialog(app.reader)).toContainText('This content stopped Broadsheet’s reading twice')
  await follow(app.reader, `${server.url}/good.xml`)
  await expect(addDialog(app.reader)).toContainText('You follow “The Good Courier” now')
  await app.close()

  const again = await startApp(profile)
  await hangOn(again, 'Poison')
  await follow(again.reader, `${server.url}/poison.xml`)
  await expect(addDialog(again.reader)).toContainText('This content stopped Broadsheet’s reading twice')
  await again.reader.keyboard.press('Escape')
  await expect(place(again.reader, 'The Good Courier')).toContainText('4')
  await again.close()
  await server.close()
})
