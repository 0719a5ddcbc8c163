import { expect, test, type Page } from '@playwright/test'
import { newProfile, startApp } from '../support/app'
import { content, startServer } from '../support/http-server'
import { killTree } from '../support/kill-tree'
import { rss } from '../support/news'
import { lookAround } from '../support/reader'

const FEEDS = 40
const ENTRIES = 12
/** How often the program is killed; the environment may ask for more. */
const KILLS = Number(process.env['KILLS'] ?? 5)
/** A sync of these feeds takes about a second and a half. */
const LONGEST_MILLISECONDS = 1500

interface Stored {
  /** Titles of all articles. */
  readonly titles: readonly string[]
  /** Articles that the ledger has. */
  readonly present: number
  /** Documents that the index has, or that are known to be still to be indexed. */
  readonly indexed: number
  /** Batches that are still to be indexed. */
  readonly waiting: number
  /** Pages of bodies that an article needs and that are not there. */
  readonly missing: number
}

/** What the store holds, read past the program's own code. */
const storedIn = (reader: Page): Promise<Stored> =>
  reader.evaluate(async () => {
    const opened = indexedDB.open('library')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result)
      opened.onerror = () => reject(opened.error ?? new Error())
    })
    // At one moment: a sync may be running.
    const moment = database.transaction(['heads', 'ledger', 'segments', 'unindexed', 'bodyPages'])
    const all = <Row>(table: string): Promise<readonly Row[]> =>
      new Promise((resolve, reject) => {
        const request = moment.objectStore(table).getAll()
        request.onsuccess = () => resolve(request.result as readonly Row[])
        request.onerror = () => reject(request.error ?? new Error())
      })
    const [heads, ledger, segments, unindexed, bodyPages] = await Promise.all([
      all<{ heads: string[] }>('heads'),
      all<{ flags: Uint8Array }>('ledger'),
      all<{ header: { documentCount: number } }>('segments'),
      all<{ articles: number[] }>('unindexed'),
      all<{ id: number }>('bodyPages'),
    ])
    const pages = new Set(bodyPages.map(page => page.id))
    database.close()
    const articles = heads.flatMap(page =>
      page.heads.map(head => JSON.parse(head) as { title: string; body: { page: number } }),
    )
    return {
      titles: articles.map(article => article.title),
      present: ledger.reduce((sum, row) => sum + row.flags.filter(flag => flag & 1).length, 0),
      indexed:
        segments.reduce((sum, row) => sum + row.header.documentCount, 0) +
        unindexed.reduce((sum, row) => sum + row.articles.length, 0),
      waiting: unindexed.length,
      missing: articles.filter(article => !pages.has(article.body.page)).length,
    }
  })

test('a program that is killed again and again while it syncs loses nothing and stores nothing twice', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc')
  test.setTimeout(60_000 + KILLS * 15_000)
  const server = await startServer()
  let generation = 1
  const stories = (feed: number) =>
    Array.from({ length: ENTRIES * generation }, (_, index) => ({
      id: `${feed}-${index}`,
      title: `Dispatch ${index} of bureau ${feed}`,
      date: new Date(1_790_000_000_000 + index * 60_000).toISOString(),
      content: `<p>${`Bureau ${feed} saw the ferry for the ${index}th time. “It came in before noon today”, said Ann Lee. `.repeat(6)}</p>`, // prettier-ignore
    })).slice(-ENTRIES * 2)
  const outlines = Array.from({ length: FEEDS }, (_, feed) => {
    server.route(`/${feed}.xml`, (request, response) =>
      content(rss(`Bureau ${feed}`, server.url, stories(feed)), 'application/rss+xml')(request, response),
    )
    return `<outline type="rss" text="Bureau ${feed}" xmlUrl="${server.url}/${feed}.xml"/>`
  })
  const opml = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
  const profile = await newProfile()
  let app = await startApp(profile)
  await lookAround(app.reader)
  await app.reader.evaluate(
    list => window.broadsheet.request('feeds.import', new TextEncoder().encode(list)),
    opml,
  )
  let before: readonly string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    await app.reader.waitForTimeout(Math.random() * LONGEST_MILLISECONDS)
    killTree(app.electron.process().pid ?? 0)
    await app.close().catch(() => undefined)
    if (kill % 2) generation++
    app = await startApp(profile)
    const now = await storedIn(app.reader)
    const titles = new Set(now.titles)
    expect(before.filter(title => !titles.has(title))).toEqual([])
    const { present, indexed, missing } = now
    expect({ stored: now.titles.length, present, indexed, missing }).toEqual({
      stored: titles.size,
      present: titles.size,
      indexed: titles.size,
      missing: 0,
    })
    before = now.titles
    await app.reader.evaluate(() => window.broadsheet.request('sync.start', null))
  }
  const expected = Array.from({ length: FEEDS }, (_, feed) => stories(feed).map(story => story.title)).flat()
  await expect
    .poll(
      async () => {
        const titles = new Set((await storedIn(app.reader)).titles)
        return expected.filter(title => !titles.has(title)).length
      },
      { timeout: 40_000 },
    )
    .toBe(0)
  await expect.poll(async () => (await storedIn(app.reader)).waiting, { timeout: 20_000 }).toBe(0)
  const last = await storedIn(app.reader)
  expect(new Set(last.titles).size).toBe(last.titles.length)
  expect(last.indexed).toBe(last.titles.length)
  await app.close()
  await server.close()
})
