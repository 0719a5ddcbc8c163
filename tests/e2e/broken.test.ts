import { expect, test, type Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { newProfile, startApp } from '../support/app'
import { content, redirect, silent, startServer, status, type Handler } from '../support/http-server'
import { rss, type Story } from '../support/news'
import { lookAround } from '../support/reader'

/** The environment may ask for more: `FEEDS=1000`. */
const FEEDS = Number(process.env['FEEDS'] ?? 80)
/** One feed in ten is broken, in one of these ways in turn. */
const BROKEN_EVERY = 10
/** Servers of their own, a prime number of them: the silent feeds must not all stand in one host's line. */
const HOSTS = process.platform === 'linux' ? 19 : 1

const story = (feed: number): Story => ({
  id: `story-${feed}`,
  title: `Dispatch of bureau ${feed}`,
  date: '2026-11-19T08:30:00Z',
  content: '<p>The ferry came in before noon, and the café on the quay opened late.</p>',
})
const whole = (feed: number): string => rss(`Bureau ${feed}`, 'http://example.org', [story(feed)])
const feedBody = (body: string | Uint8Array, headers: Record<string, string> = {}): Handler =>
  content(body, 'application/rss+xml', headers)

/** How a feed is broken, and what is then known of it: null where it can be read all the same. */
const WAYS: readonly { readonly handler: (feed: number) => Handler; readonly problem: string | null }[] = [
  { handler: () => status(404), problem: 'not-found' },
  { handler: () => status(500), problem: 'server-error' },
  { handler: feed => feedBody(whole(feed).slice(0, 150)), problem: 'cut-off' },
  { handler: feed => redirect(`/${feed}.xml?again`), problem: 'too-many-redirects' },
  { handler: () => silent, problem: 'timeout' },
  // 64 KB that unpack to 64 MB.
  { handler: () => feedBody(BOMB, { 'Content-Encoding': 'gzip' }), problem: 'too-large' },
  { handler: feed => feedBody(Buffer.from(whole(feed), 'latin1')), problem: null },
  { handler: () => content('<!doctype html><title>Parked</title><p>Buy this name.', 'text/html'), problem: 'no-feed-found' }, // prettier-ignore
]
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, '<!-- -->'))

interface Fetch {
  readonly url: string
  readonly problem: string | null
  readonly added: number
}

/** How the last fetch of every feed ended, read past the program's own code. */
const fetchesIn = (reader: Page): Promise<readonly Fetch[]> =>
  reader.evaluate(async () => {
    const opened = indexedDB.open('library')
    const database = await new Promise<IDBDatabase>(resolve => {
      opened.onsuccess = () => resolve(opened.result)
    })
    const moment = database.transaction(['feeds', 'fetches'])
    const all = <Row>(table: string): Promise<readonly Row[]> =>
      new Promise(resolve => {
        const request = moment.objectStore(table).getAll()
        request.onsuccess = () => resolve(request.result as readonly Row[])
      })
    const [feeds, fetches] = await Promise.all([
      all<{ id: number; url: string }>('feeds'),
      all<{ feedId: number; problem: string | null; added: number }>('fetches'),
    ])
    database.close()
    const urls = new Map(feeds.map(feed => [feed.id, feed.url]))
    return fetches.map(({ feedId, problem, added }) => ({ url: urls.get(feedId) ?? '', problem, added }))
  })

test('feeds that are broken in every way delay no other, and each says what is wrong with it', async () => {
  test.setTimeout(180_000)
  const servers = await Promise.all(
    Array.from({ length: HOSTS }, (_, host) => startServer(`127.0.0.${host + 1}`)),
  )
  const wayOf = (feed: number) =>
    feed % BROKEN_EVERY === 0 ? WAYS[(feed / BROKEN_EVERY) % WAYS.length] : undefined
  const urls = Array.from({ length: FEEDS }, (_, feed) => {
    const server = servers[feed % HOSTS]
    server?.route(`/${feed}.xml`, wayOf(feed)?.handler(feed) ?? feedBody(whole(feed)))
    return `${server?.url}/${feed}.xml`
  })
  const app = await startApp(await newProfile())
  await lookAround(app.reader)
  const outlines = urls.map(url => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`)
  await app.reader.evaluate(
    list => window.broadsheet.request('feeds.import', new TextEncoder().encode(list)),
    `<opml version="2.0"><body>${outlines.join('')}</body></opml>`,
  )
  const expected = new Map(urls.map((url, feed) => [url, wayOf(feed)?.problem ?? null]))
  const good = [...expected].filter(([, problem]) => problem === null).length
  // All the others are there while the silent ones are still being waited for.
  await expect
    .poll(async () => (await fetchesIn(app.reader)).filter(fetch => fetch.added === 1).length, {
      timeout: 15_000 + FEEDS * 30,
    }) // prettier-ignore
    .toBe(good)
  expect((await fetchesIn(app.reader)).filter(fetch => fetch.problem === 'timeout')).toEqual([])
  await expect.poll(async () => (await fetchesIn(app.reader)).length, { timeout: 120_000 }).toBe(FEEDS)
  const ended = (await fetchesIn(app.reader)).filter(fetch => expected.has(fetch.url))
  expect(new Map(ended.map(fetch => [fetch.url, fetch.problem]))).toEqual(expected)
  await app.close()
  await Promise.all(servers.map(server => server.close()))
})
