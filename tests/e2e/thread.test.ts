import { expect, test } from '@playwright/test'
import { newProfile, startApp } from '../support/app'
import { content, startServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, article, body, follow, lookAround, place, quotes, row, search } from '../support/reader'

test('from the wire to the screen, and again without a network after a restart', async () => {
  const profile = await newProfile()
  const server = await startServer()
  const feed = rss('Lindhaven Courier', server.url, HARBOUR_STORIES)
  server.route('/feed.xml', content(feed, 'application/rss+xml'))

  const online = await startApp(profile)
  await lookAround(online.reader)
  await follow(online.reader, `${server.url}/feed.xml`)
  await expect(addDialog(online.reader)).toContainText('You follow “Lindhaven Courier” now: 4 articles.')
  await online.reader.keyboard.press('Escape')
  await place(online.reader, 'Lindhaven Courier').click()
  for (const { title } of HARBOUR_STORIES) await expect(row(online.reader, title)).toBeVisible()
  await online.close()
  await server.close()
  const asked = server.requests.length

  const offline = await startApp(profile)
  const { reader } = offline
  await place(reader, 'Lindhaven Courier').click()
  await row(reader, 'Harbour strike in Lindhaven').click()
  await expect(article(reader).getByRole('heading', { level: 1 })).toHaveText(HARBOUR_STORIES[0]?.title ?? '')
  await expect(article(reader)).toContainText('19 November 2026')
  await expect(article(reader).getByRole('button', { name: 'more' })).toBeVisible()
  await expect(body(reader).getByText('The dockers of Lindhaven have refused')).toBeVisible()

  const picture = body(reader).getByRole('img', { name: 'Ships before Lindhaven' })
  await expect(picture).toBeVisible()
  const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {}
  expect(width / height).toBeCloseTo(800 / 450, 1)

  await expect(quotes(reader)).toContainText('Elsa Brandt')
  await expect(quotes(reader)).toContainText('We have bread for nine days')
  await expect(quotes(reader)).toContainText('Jonas Weil')

  const headlines = article(reader).getByRole('region', { name: 'More headlines' })
  await expect(headlines).toContainText('Forty ships wait before Lindhaven')
  await expect(headlines).not.toContainText('A fern that keeps')

  await search(reader, 'quokkam')
  const found = reader.getByRole('option')
  await expect(found).toHaveCount(1)
  await expect(found.locator('mark')).toHaveText('quokkameter')
  await found.click()
  const marked = await body(reader)
    .locator(':root')
    .evaluate(root => {
      const { CSS } = root.ownerDocument.defaultView as Window & typeof globalThis
      return [...CSS.highlights.values()].flatMap(highlight => [...highlight].map(range => String(range)))
    })
  expect(marked).toContain('quokkameter')
  expect(server.requests).toHaveLength(asked)
  await offline.close()
})
