import { expect, type Page } from '@playwright/test'
import { harnessTest } from '../support/page-harness'
import type * as Entry from './pages-entry'
import { articleIn, pageOf, paragraphs, sentence } from './pages-support'

declare const pages: typeof Entry

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

const nextIn = (page: Page, html: string, url: string): Promise<string | null> =>
  page.evaluate(([html, url]) => pages.nextPage(html, url), [html, url] as const)

const HOST = 'https://post.example'
const FOUND: readonly (readonly [what: string, link: string, from: string, to: string])[] = [
  ['a stated next page', '<link rel="next" href="/ice?page=2">', '/ice', '/ice?page=2'],
  ['a link with its number', '<a href="/ice/2/">2</a><a href="/ice/3/">3</a>', '/ice/', '/ice/2/'],
  ['a link called next', '<a href="ice_3.html">Next page »</a>', '/ice_2.html', '/ice_3.html'],
  ['a link in another language', '<a href="/eis/seite-2">Nächste Seite</a>', '/eis', '/eis/seite-2'],
  ['a sign with a label', '<a href="?p=3&x=1" aria-label="Next">›</a>', '/ice?x=1&p=2', '/ice?p=3&x=1'],
]
for (const [what, link, from, to] of FOUND)
  test(`next page: ${what}`, async ({ harness: { page } }) => {
    expect(await nextIn(page, pageOf(`${link}${paragraphs(2)}`), HOST + from)).toBe(HOST + to)
  })

const NONE: readonly (readonly [what: string, link: string, from: string])[] = [
  ['the next article of a site', '<link rel="next" href="/fog-on-the-quay">', '/ice'],
  ['the next article, by number', '<a rel="next" href="/news/1235">Next</a>', '/news/1234'],
  ['another host', '<link rel="next" href="https://other.example/ice?page=2">', '/ice'],
  ['the page itself', '<link rel="next" href="/ice#more">', '/ice'],
  ['the page before', '<a href="/ice?page=1">1</a>', '/ice?page=2'],
  ['the page after the next', '<a href="/ice?page=3">3</a>', '/ice'],
  ['a number in a sentence', '<a href="/ice?page=2">2 boats were lost in the ice</a>', '/ice'],
  ['an address that runs something', '<link rel="next" href="javascript:run(2)">', '/ice'],
]
for (const [what, link, from] of NONE)
  test(`no next page: ${what}`, async ({ harness: { page } }) => {
    expect(await nextIn(page, pageOf(`${link}${paragraphs(2)}`), HOST + from)).toBeNull()
  })

test('an article of three pages is one, and what each page repeats stands once', async ({
  harness: { page },
}) => {
  const part = (number: number): string =>
    pageOf(
      `<article><h1>The harbour in winter</h1><p class="teaser">The whole bay froze over, for the first time in ninety years, and stayed so.</p>
       ${paragraphs(6, number * 6)}<figure><img src="/p${number}.jpg"><figcaption>Quay ${number}</figcaption></figure>${paragraphs(1, 100 + number)}</article>`,
      `<title>The harbour in winter</title><meta name="author" content="Mary Alder"><meta property="article:modified_time" content="2025-03-1${number}T00:00:00Z">`,
    )
  const joined = await page.evaluate(
    parts => pages.joinPages(parts.map(part => pages.extractPage(part, 'https://post.example/ice'))),
    [part(0), part(1), part(2)],
  )
  expect(joined.title).toBe('The harbour in winter')
  expect(joined.byline).toBe('Mary Alder')
  expect(joined.modified).toBe(Date.UTC(2025, 2, 12))
  for (let number = 0; number < 18; number++) expect(joined.html.split(sentence(number))).toHaveLength(2)
  expect(joined.html.match(/The whole bay froze over/g)).toHaveLength(1)
  expect(joined.html.match(/<img /g)).toHaveLength(3)
  expect(joined.html).not.toContain('<h2>')
})

test('one page, and the same page twice, are that page; no page is an error', async ({
  harness: { page },
}) => {
  const html = pageOf(`<article><h1>The harbour in winter</h1>${paragraphs(6)}</article>`)
  const article = await articleIn(page, html)
  const [once, twice, none] = await page.evaluate(article => {
    const failure = (): string => {
      try {
        return pages.joinPages([]).title
      } catch (error) {
        return String(error)
      }
    }
    return [pages.joinPages([article]), pages.joinPages([article, article]), failure()] as const
  }, article)
  expect(once).toEqual(article)
  expect(twice).toEqual(article)
  expect(none).toContain('RangeError')
})
