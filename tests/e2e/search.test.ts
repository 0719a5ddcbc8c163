import { expect, test, type Locator, type Page } from '@playwright/test'
import { newProfile, startApp, type RunningApp } from '../support/app'
import { content, startServer, type TestServer } from '../support/http-server'
import { HARBOUR_STORIES, rss, type Story } from '../support/news'
import { addDialog, article, body, follow, lookAround, place, row, search } from '../support/reader'

let app: RunningApp
let server: TestServer
const profile = newProfile()
test.describe.configure({ mode: 'serial' })

const QUAYS: readonly Story[] = [
  {
    id: 'quays',
    title: 'The harbour counts its quays',
    date: '2024-03-05T10:00:00Z',
    content: `<p>${'The harbour has a north quay and a south quay. '.repeat(60)}</p><p>The last Quäy is far below.</p>`,
  },
  {
    id: 'library',
    title: 'The library that never closed',
    date: '2026-11-10T10:00:00Z',
    content: '<p>For forty years its keeper wrote down what people asked for.</p>',
  },
]
const LATE: Story = {
  id: 'late',
  title: 'Late ships leave the harbour',
  date: '2026-11-21T10:00:00Z',
  content: '<p>The first ships left the harbour at night.</p>',
}

const serve = (path: string, title: string, stories: readonly Story[]): void =>
  server.route(path, content(rss(title, server.url, stories), 'application/rss+xml'))

test.beforeAll(async () => {
  server = await startServer()
  serve('/courier.xml', 'Lindhaven Courier', HARBOUR_STORIES)
  serve('/quays.xml', 'Europe Today', QUAYS)
  app = await startApp(await profile)
  await lookAround(app.reader)
  for (const path of ['courier', 'quays']) {
    await follow(app.reader, `${server.url}/${path}.xml`)
    await expect(addDialog(app.reader)).toContainText('You follow')
    await app.reader.keyboard.press('Escape')
  }
})
test.afterAll(async () => {
  await app.close()
  await server.close()
})

const field = (reader: Page): Locator => reader.getByRole('combobox', { name: 'Search everything' })
const results = (reader: Page): Locator => reader.getByRole('region', { name: 'Search' })
const chip = (reader: Page, words: string): Locator =>
  results(reader).getByRole('button', { name: `Remove “${words}” from the search` })
const offer = (reader: Page, label: string | RegExp): Locator =>
  reader.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: label })

test('operators and their values are completed while one types, and never taken unasked', async () => {
  const { reader } = app
  await reader.keyboard.press('/')
  await reader.keyboard.type('harbour so')
  await expect(offer(reader, /^source:/)).toBeVisible()
  await reader.keyboard.press('ArrowDown')
  await reader.keyboard.press('Enter')
  await expect(field(reader)).toHaveValue('harbour source:')
  await reader.keyboard.type('cour')
  await offer(reader, 'Lindhaven Courier').click()
  await expect(field(reader)).toHaveValue('harbour source:"Lindhaven Courier" ')
  await expect(field(reader)).toBeFocused()
  await expect(results(reader)).toContainText('3 articles found in all 9')
  await reader.keyboard.type('is:')
  await expect(offer(reader, /^unread/)).toBeVisible()
  await reader.keyboard.press('Escape')
  await expect(offer(reader, /./)).toHaveCount(0)
  await expect(field(reader)).toHaveValue('harbour source:"Lindhaven Courier" is:')
})

test('whole names are completed from the articles, from any of their words', async () => {
  const { reader } = app
  await search(reader, 'harbour -said:BRÄ')
  await offer(reader, 'Elsa Brandt').click()
  await expect(field(reader)).toHaveValue('harbour -said:"Elsa Brandt" ')
  await search(reader, 'said:(weil OR "elsa b')
  await offer(reader, 'Elsa Brandt').click()
  await expect(field(reader)).toHaveValue('said:(weil OR "Elsa Brandt" ')
  await expect(results(reader)).toContainText('1 article found')
  await expect(chip(reader, 'Said by weil')).toBeVisible()
  await chip(reader, 'Said by Elsa Brandt').click()
  await expect(field(reader)).toHaveValue('said:(weil')
  await search(reader, 'said:')
  await expect(offer(reader, 'Jonas Weil')).toBeVisible()
  await search(reader, 'said:brandt')
  await expect(results(reader)).toContainText('1 article found')
  await expect(chip(reader, 'Said by brandt')).toBeVisible()
})

test('each part is a chip that says what it asks for, and goes by click or key', async () => {
  const { reader } = app
  await search(reader, 'harbour is:unread after:2026-01-01 tag:water')
  await expect(results(reader)).toContainText('3 articles found')
  await expect(chip(reader, 'Since 1 Jan 2026')).toBeVisible()
  await expect(chip(reader, 'Tag: water')).toContainText('tags are not there yet')
  await chip(reader, 'Since 1 Jan 2026').click()
  await expect(results(reader)).toContainText('4 articles found')
  await chip(reader, 'Tag: water').focus()
  await reader.keyboard.press('Backspace')
  await expect(chip(reader, 'Unread')).toBeFocused()
  await reader.keyboard.press('Delete')
  await expect(field(reader)).toHaveValue(/^harbour ?$/)
  await expect(chip(reader, 'harbour')).toBeFocused()
})

test('results are sorted by relevance or by date', async () => {
  const { reader } = app
  await search(reader, 'harbour')
  await expect(results(reader)).toContainText('4 articles found')
  await results(reader).getByText('Newest').click()
  await expect(reader.getByRole('option').first()).toContainText(HARBOUR_STORIES[0]?.title ?? '')
  await expect(reader.getByRole('option').last()).toContainText('The harbour counts its quays')
  await results(reader).getByText('Best').click()
})

test('sources and times narrow the results and widen them again', async () => {
  const { reader } = app
  const source = results(reader).getByRole('button', { name: 'Europe Today: 1 article' })
  await source.click()
  await expect(source).toHaveAttribute('aria-pressed', 'true')
  await expect(results(reader)).toContainText('1 article found')
  await source.click()
  await expect(results(reader)).toContainText('4 articles found')
  await results(reader).getByRole('button', { name: 'older: 1 article' }).click()
  await expect(field(reader)).toHaveValue(/age:>365d/)
  await expect(results(reader)).toContainText('1 article found')
})

test('a misspelt word is offered as the library has it, and one press searches that', async () => {
  const { reader } = app
  await search(reader, 'harbuor')
  await expect(results(reader)).toContainText('Nothing matches “harbuor”.Did you mean harbour?')
  await results(reader).getByRole('button', { name: 'harbour', exact: true }).click()
  await expect(field(reader)).toHaveValue('harbour')
  await expect(results(reader)).toContainText('4 articles found')
})

test('inflected forms are found behind the words as typed, and marked', async () => {
  const { reader } = app
  await search(reader, 'proteins nights ')
  await expect(results(reader)).toContainText('1 article found')
  await search(reader, 'protein night ')
  await expect(results(reader)).toContainText('1 article found')
  await expect(reader.getByRole('option').first().locator('mark')).toHaveText(['proteins', 'nights'])
  await search(reader, '"night" ')
  await expect(results(reader)).toContainText('1 article found')
  await search(reader, 'night ')
  await expect(results(reader)).toContainText('2 articles found')
  await expect(reader.getByRole('option').first()).toContainText('Harbour strike in Lindhaven')
  await expect(reader.getByRole('option').last()).toContainText('A fern that keeps the time of year')
  await reader.getByRole('option').last().click()
  await expect(article(reader).getByRole('group', { name: 'Hits in the article' })).toContainText('1 hit')
})

test('hits are walked in the article, and words are found in it', async () => {
  const { reader } = app
  await search(reader, 'harbour')
  await row(reader, 'The harbour counts its quays').click()
  const hits = article(reader).getByRole('group', { name: 'Hits in the article' })
  await expect(hits).toContainText('60 hits')
  await reader.keyboard.press('n')
  await reader.keyboard.press('n')
  await expect(hits).toContainText('2 of 60')
  await reader.keyboard.press('p')
  await reader.keyboard.press('p')
  await expect(hits).toContainText('60 of 60')
  await reader.getByRole('listbox', { name: 'Search' }).focus()
  await reader.keyboard.press('Control+f')
  const bar = article(reader).getByRole('search', { name: 'Find in this article' })
  await reader.keyboard.type('quay is far')
  await expect(bar).toContainText('1 of 1')
  await expect(body(reader).getByText('The last Quäy is far below.')).toBeInViewport()
  await bar.getByRole('textbox').fill('a north')
  await expect(bar).toContainText('1 of 60')
  await reader.keyboard.press('Shift+Enter')
  await expect(bar).toContainText('60 of 60')
  await bar.getByRole('textbox').fill('zebra')
  await expect(bar).toContainText('Not in this article')
  await reader.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(reader.getByRole('listbox', { name: 'Search' })).toBeFocused()
})

test('find in article works where nobody searches, and from the text itself', async () => {
  const { reader } = app
  await reader.keyboard.press('Escape')
  await body(reader).locator('#text').click()
  await reader.keyboard.press('Control+f')
  await reader.keyboard.type('SOUTH QUAY')
  await expect(article(reader).getByRole('search')).toContainText('1 of 60')
  await reader.keyboard.press('Escape')
  await expect(article(reader).getByRole('search')).toHaveCount(0)
})

test('what was searched before is offered in the empty field, and can be forgotten', async () => {
  const { reader } = app
  await reader.keyboard.press('/')
  await expect(offer(reader, /^harbour/)).toBeVisible()
  await reader.keyboard.press('ArrowDown')
  await reader.keyboard.press('Delete')
  await expect(offer(reader, /^harbour/)).toHaveCount(0)
  await reader.keyboard.press('Escape')
})

/** Keeps the index from being made again until the window is closed: nobody else can have a number for a segment. */
const holdNumbers = (reader: Page): Promise<void> =>
  reader.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('library')
        opening.onsuccess = () => {
          const store = opening.result.transaction('sequence', 'readwrite').objectStore('sequence')
          const again = (): void => {
            store.count().onsuccess = again
            resolve()
          }
          store.count().onsuccess = again
        }
      }),
  )

/** Leaves the index as an earlier program would have: without the number of its terms. */
const asIndexedBefore = (reader: Page): Promise<void> =>
  reader.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('library')
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = database.transaction('segments', 'readwrite').objectStore('segments')
    await new Promise<void>(resolve => {
      const walking = store.openCursor()
      walking.onsuccess = () => {
        const cursor = walking.result
        if (!cursor) return resolve()
        cursor.update({ ...(cursor.value as object), terms: 0 })
        cursor.continue()
      }
    })
    database.close()
  })

/** @returns how many segments another program indexed */
const outdated = (reader: Page): Promise<number> =>
  reader.evaluate(
    () =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('library')
        opening.onsuccess = () => {
          const all = opening.result.transaction('segments').objectStore('segments').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve((all.result as { terms: number }[]).filter(({ terms }) => terms === 0).length)
          }
        }
      }),
  )

/** Has notifications collected in the place of being shown. @returns reads them */
async function notifications(): Promise<() => Promise<readonly string[]>> {
  await app.electron.evaluate(({ Notification }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    Object.assign(Notification, { isSupported: () => true })
    Notification.prototype.show = function () {
      shown.push(`${this.title}: ${this.body}`)
    }
  })
  return () => app.electron.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
}

test('a saved search counts what arrives, under the name that one gives it', async () => {
  const { reader } = app
  await search(reader, 'harbour is:unread')
  await expect(results(reader)).toContainText('3 articles found')
  await reader.getByRole('button', { name: 'Save this search' }).click()
  const saved = (name: string): Locator => place(reader, name)
  await expect(saved('harbour is:unread')).toHaveAttribute('aria-current', 'page')
  await expect(saved('harbour is:unread')).toContainText('3')
  await saved('harbour is:unread').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'Rename…' }).click()
  await reader.getByRole('textbox', { name: 'Name' }).fill('Unread harbours')
  await reader.getByRole('button', { name: 'Rename' }).click()
  await expect(results(reader).getByRole('heading', { name: 'Unread harbours' })).toBeVisible()
  await saved('Unread harbours').click({ button: 'right' })
  const tellMe = reader.getByRole('menuitemcheckbox', { name: 'Tell me of new articles' })
  await tellMe.click()
  await expect(async () => {
    await saved('Unread harbours').click({ button: 'right' })
    await expect(tellMe).toBeChecked({ timeout: 500 })
  }).toPass()
  await reader.keyboard.press('Escape')
  const told = await notifications()
  await place(reader, 'All').click()
  serve('/courier.xml', 'Lindhaven Courier', [LATE, ...HARBOUR_STORIES])
  await reader.getByRole('button', { name: 'Refresh all feeds' }).click()
  await expect(reader.getByRole('banner')).toContainText('1 new article')
  await expect(saved('Unread harbours')).toContainText('4', { timeout: 15_000 })
  await expect.poll(told).toEqual(['1 new article: Unread harbours'])
  await saved('Unread harbours').click()
  await expect(reader.getByRole('option').first()).toContainText('Late ships leave the harbour')
})

test('a finished word is saved as one: what is counted is what was shown', async () => {
  const { reader } = app
  await search(reader, 'qua ')
  await expect(results(reader)).toContainText('Nothing found')
  await reader.getByRole('button', { name: 'Save this search' }).click()
  await expect(place(reader, 'qua')).toHaveAttribute('aria-current', 'page')
  await expect(place(reader, 'qua')).toHaveText(/^qua\s*0?$/)
  await search(reader, 'qua')
  await expect(results(reader)).toContainText('1 article found')
  await expect(reader.getByRole('button', { name: 'Save this search' })).toBeVisible()
  await place(reader, 'qua').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'Remove' }).click()
  await reader.keyboard.press('Escape')
})

test('while older articles are indexed again, the search and the Sync view say how many are', async () => {
  const { reader } = app
  const sentence =
    /^Indexing older articles again: 0 of \d+\. Until that is done, a search may miss some of them\.$/
  await place(reader, 'All').click()
  await holdNumbers(reader)
  await asIndexedBefore(reader)
  await search(reader, 'harbour')
  await expect(results(reader).getByText(sentence)).toBeVisible()
  await reader.keyboard.press('Escape')
  await place(reader, 'Sync').click()
  await expect(reader.getByRole('main', { name: 'Sync' }).getByText(sentence)).toBeVisible()
  await expect(reader.getByRole('status').getByText(/^Older articles are being indexed again/)).toBeAttached()
  await app.close()
  app = await startApp(await profile)
  await place(app.reader, 'Sync').click()
  await expect(app.reader.getByText(/^Indexing older articles again/)).toHaveCount(0)
  await expect.poll(() => outdated(app.reader)).toBe(0)
})

test('a saved search stays after a restart, and goes with a way back', async () => {
  await app.close()
  app = await startApp(await profile)
  const { reader } = app
  await expect(place(reader, 'Unread harbours')).toContainText('4')
  await place(reader, 'Unread harbours').click()
  await expect(row(reader, 'Late ships leave the harbour')).toBeVisible()
  await place(reader, 'Unread harbours').click({ button: 'right' })
  await reader.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(place(reader, 'Unread harbours')).toHaveCount(0)
  await reader.getByRole('button', { name: 'Undo' }).click()
  await place(reader, 'Unread harbours').click({ button: 'right' })
  await expect(reader.getByRole('menuitemcheckbox', { name: 'Tell me of new articles' })).toBeChecked()
})
