import { expect, test } from '@playwright/test'
import { newProfile, startApp, type RunningApp } from '../support/app'
import { content, startServer, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, article, body, follow, lookAround, place, quotes, row, search } from '../support/reader'

let app: RunningApp
let server: TestServer
const profile = newProfile()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  server = await startServer()
  server.route(
    '/feed.xml',
    content(rss('Lindhaven Courier', server.url, HARBOUR_STORIES), 'application/rss+xml'),
  )
  app = await startApp(await profile)
})
test.afterAll(async () => {
  await app.close()
  await server.close()
})

const headline = () => article(app.reader).getByRole('heading', { level: 1 })

test('the first start has articles of its own, offers feeds, and fetches nothing', async () => {
  const { reader } = app
  await expect(reader.getByRole('checkbox')).toHaveCount(10)
  await expect(reader.getByText('Nothing is fetched before you choose.')).toBeVisible()
  await expect(reader.getByRole('option')).toHaveCount(3)
  await lookAround(reader)
  await row(reader, 'Who said what').click()
  await expect(quotes(reader)).toContainText('Tomas Reed')
  const headlines = article(reader).getByRole('region', { name: 'More headlines' })
  await expect(headlines).toContainText('Broadsheet keeps every article whole')
  const asked = await app.electron.evaluate(({ session }) => session.fromPartition('network').getCacheSize())
  expect(asked).toBe(0)
})

test('keys walk, star and mark without a click first', async () => {
  const { reader } = app
  await follow(reader, `${server.url}/feed.xml`)
  await expect(addDialog(reader)).toContainText('4 articles')
  await reader.keyboard.press('Escape')
  await place(reader, 'Lindhaven Courier').click()
  await row(reader, 'Harbour strike in Lindhaven').click()
  await expect(headline()).toHaveText(HARBOUR_STORIES[0]?.title ?? '')
  await reader.keyboard.press('j')
  await expect(headline()).toHaveText(HARBOUR_STORIES[1]?.title ?? '')
  await reader.keyboard.press('j')
  await expect(headline()).toHaveText(HARBOUR_STORIES[2]?.title ?? '')
  await reader.keyboard.press('k')
  await expect(headline()).toHaveText(HARBOUR_STORIES[1]?.title ?? '')
  await reader.keyboard.press('s')
  await expect(place(reader, 'Starred')).toContainText('1')
  await expect(place(reader, 'Lindhaven Courier')).toContainText('1')
  await reader.keyboard.press('m')
  await expect(place(reader, 'Lindhaven Courier')).toContainText('2')
  await reader.keyboard.press('m')
  await expect(place(reader, 'Lindhaven Courier')).toContainText('1')
  await reader.keyboard.press('Space')
  await expect(headline()).toHaveText(HARBOUR_STORIES[3]?.title ?? '')
})

test('keys work while the text of the article has the focus', async () => {
  const { reader } = app
  await body(reader).locator('#text').click()
  await reader.keyboard.press('k')
  await expect(headline()).toHaveText(HARBOUR_STORIES[2]?.title ?? '')
})

test('the slash key searches as one types, Escape leaves, and hits are ranked', async () => {
  const { reader } = app
  await reader.keyboard.press('/')
  await reader.keyboard.type('harbour lindhaven stri')
  await expect(reader.getByRole('region', { name: 'Search' })).toContainText('3 articles found')
  await search(reader, 'zebra')
  await expect(reader.getByRole('region', { name: 'Search' })).toContainText('Nothing matches “zebra”.')
  await reader.keyboard.press('Escape')
  await expect(row(reader, 'A fern that keeps')).toBeVisible()
})

test('quotes of the whole library are listed with their speakers, and lead into the article', async () => {
  const { reader } = app
  await place(reader, 'Quotes').click()
  const quote = reader.getByRole('option').filter({ hasText: 'We have bread for nine days' })
  await expect(quote).toContainText('Elsa Brandt')
  await quote.click()
  await expect(headline()).toHaveText(HARBOUR_STORIES[0]?.title ?? '')
  await reader.getByLabel('Filter by speaker').fill('jonas weil')
  await expect(reader.getByRole('option')).toHaveCount(1)
})

test('the original opens in the browser, by key and by the word more', async () => {
  const { reader } = app
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async address => void opened.push(address)
  })
  await reader.keyboard.press('Escape')
  await article(reader).getByRole('button', { name: 'more' }).click()
  await reader.keyboard.press('o')
  const opened = () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual([`${server.url}/strike`, `${server.url}/strike`])
})

test('what was decided stays after a restart', async () => {
  await app.close()
  app = await startApp(await profile)
  const { reader } = app
  await expect(reader.getByRole('checkbox')).toHaveCount(0)
  await place(reader, 'Starred').click()
  await expect(row(reader, HARBOUR_STORIES[1]?.title ?? '')).toBeVisible()
  await expect(place(reader, 'Starred')).toContainText('1')
})

test('a feed is renamed, moved into a folder and removed; what was starred from it stays', async () => {
  const { reader } = app
  const act = async (name: string, action: string): Promise<void> => {
    await place(reader, name).click({ button: 'right' })
    await reader.getByRole('menuitem', { name: action }).click()
  }
  await act('Lindhaven Courier', 'Rename…')
  await reader.getByRole('textbox', { name: 'Name' }).fill('The Courier')
  await reader.getByRole('button', { name: 'Rename' }).click()
  await act('The Courier', 'Move to folder…')
  await reader.getByLabel('Folder', { exact: true }).selectOption({ label: 'A new folder…' })
  await reader.getByRole('textbox', { name: 'Name of the new folder' }).fill('Harbours')
  await reader.getByRole('button', { name: 'Move', exact: true }).click()
  await place(reader, 'Harbours').click()
  await expect(row(reader, 'A fern that keeps')).toBeVisible()
  await act('The Courier', 'Remove feed…')
  await reader.getByRole('dialog').getByRole('button', { name: 'Remove feed' }).click()
  await expect(place(reader, 'The Courier')).toHaveCount(0)
  await place(reader, 'Starred').click()
  await expect(row(reader, HARBOUR_STORIES[1]?.title ?? '')).toContainText('The Courier')
  await expect(place(reader, 'All')).toContainText('4')
})
