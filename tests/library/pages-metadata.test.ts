import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'
import { articleIn, pageOf, paragraphs } from './pages-support'

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

const body = (top: string): string => `<article>${top}${paragraphs(8)}</article>`
const day = (moment: number | null): string =>
  moment === null ? '' : new Date(moment).toISOString().slice(0, 10)

const TITLES: readonly (readonly [what: string, head: string, body: string, title: string])[] = [
  [
    'the site’s name goes, as the page states it',
    '<title>Ice on the quay – Bay Post</title><meta property="og:site_name" content="Bay Post">',
    '',
    'Ice on the quay',
  ],
  [
    'the site’s name goes, as its address has it',
    '<title>Ice on the quay - Baypost</title><link rel="canonical" href="https://www.bay-post.example/ice">',
    '',
    'Ice on the quay',
  ],
  [
    'a heading that names the site is no title',
    '<title>Ice on the quay — Human Tides</title><meta property="og:title" content="Ice on the quay">',
    '<h1><a href="/">Human Tides</a></h1>',
    'Ice on the quay',
  ],
  [
    'the heading without the section before it',
    '<title>Bay Blog: Ice came to the quay</title>',
    '<h1>Ice came to the quay</h1><h1>What ice is</h1>',
    'Ice came to the quay',
  ],
  [
    'the lines of a heading are apart',
    '<title>Ice on the quay and the boats</title>',
    '<h1>Ice on the quay<br>and the boats</h1>',
    'Ice on the quay and the boats',
  ],
  ['a title with a bar of its own stays', '<title>Ice | Quay</title>', '', 'Ice | Quay'],
  [
    'references that were escaped twice are characters',
    '<title>Ice &amp;amp; quay of the bay</title>',
    '',
    'Ice & quay of the bay',
  ],
]
for (const [what, head, top, title] of TITLES)
  test(`title: ${what}`, async ({ harness: { page } }) => {
    expect((await articleIn(page, pageOf(body(top), head))).title).toBe(title)
  })

const linked = (data: object): string =>
  `<title>Ice on the quay</title><script type="application/ld+json">${JSON.stringify(data)}</script>`
const H1 = '<h1>Ice on the quay</h1>'

const BYLINES: readonly (readonly [what: string, head: string, body: string, byline: string | null])[] = [
  [
    'several authors of the data',
    linked({ '@type': 'NewsArticle', author: [{ name: 'Mary Alder' }, { name: 'Tom Reed' }] }),
    H1,
    'Mary Alder, Tom Reed',
  ],
  [
    'an author that the data name by an id',
    linked({
      '@graph': [
        { '@type': 'Article', author: { '@id': '#m' } },
        { '@type': 'Person', '@id': '#m', name: 'Mary Alder' },
      ],
    }),
    H1,
    'Mary Alder',
  ],
  [
    'a name after its label',
    '<title>Ice on the quay</title>',
    `${H1}<div><span>Written by</span> <span>Mary Alder</span></div>`,
    'Mary Alder',
  ],
  [
    'a labelled card for messengers',
    '<title>Ice on the quay</title><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mary Alder">',
    H1,
    'Mary Alder',
  ],
  [
    'the person rather than the site',
    '<title>Ice on the quay</title><meta property="og:site_name" content="Bay Post"><meta name="author" content="Bay Post">',
    `${H1}<a href="/author/mary-alder">Mary Alder</a>`,
    'Mary Alder',
  ],
  [
    'the site where it names nobody',
    '<title>Ice on the quay</title><meta property="og:site_name" content="Bay Post"><meta name="author" content="Bay Post">',
    H1,
    'Bay Post',
  ],
  [
    'no address',
    '<title>Ice on the quay</title><meta property="article:author" content="https://social.example/post">',
    H1,
    null,
  ],
  [
    'no number, no date, no label',
    '<title>Ice on the quay</title><meta name="author" content="1234567">',
    `${H1}<span class="author-name">Written by</span><span class="byline">12 March 2025</span>`,
    null,
  ],
]
for (const [what, head, top, byline] of BYLINES)
  test(`byline: ${what}`, async ({ harness: { page } }) => {
    expect((await articleIn(page, pageOf(body(top), head))).byline).toBe(byline)
  })

const DATES: readonly (readonly [what: string, head: string, body: string, published: string])[] = [
  [
    'of the data',
    linked({ '@type': 'BlogPosting', datePublished: '2025-03-12T09:00:00+02:00' }),
    `${H1}<time datetime="2025-05-01">May</time>`,
    '2025-03-12',
  ],
  [
    'of a page’s data without an article',
    linked({
      '@graph': [{ '@type': 'WebSite' }, { '@type': 'WebPage', datePublished: '2025-03-12T09:00:00Z' }],
    }),
    H1,
    '2025-03-12',
  ],
  [
    'of an attribute',
    '<title>Ice on the quay</title>',
    `<div data-pubdate="2025-03-12T12:00:00Z"></div>${H1}`,
    '2025-03-12',
  ],
  [
    'beside the headline, before those of other articles',
    '<title>Ice on the quay</title>',
    `<p class="info">March 12, 2025 12:00 UTC | 4 min</p>${H1}${paragraphs(5, 20)}<aside><span class="date">May 1, 2025</span></aside>`,
    '2025-03-12',
  ],
  [
    'behind a dash',
    '<title>Ice on the quay</title>',
    `${H1}<div><b>By Mary Alder</b> - Mar 12, 2025 12:00 UTC</div>`,
    '2025-03-12',
  ],
  [
    'of no sentence with a year',
    '<title>Ice on the quay</title>',
    `${H1}<span class="date">The ferries of the bay in 2025</span>`,
    '',
  ],
]
for (const [what, head, top, published] of DATES)
  test(`date: ${what}`, async ({ harness: { page } }) => {
    expect(day((await articleIn(page, pageOf(body(top), head))).published)).toBe(published)
  })

test('the moment of the last change and the section are read', async ({ harness: { page } }) => {
  const data = {
    '@type': 'NewsArticle',
    datePublished: '2025-03-12T09:00:00Z',
    dateModified: '2025-03-13T10:30:00+01:00',
    articleSection: ['Coast', 'Winter'],
  }
  const article = await articleIn(page, pageOf(body(H1), linked(data)))
  expect(article.modified).toBe(Date.UTC(2025, 2, 13, 9, 30))
  expect(article.section).toBe('Coast')
  const other = await articleIn(
    page,
    pageOf(
      body(H1),
      '<title>Ice</title><meta property="article:modified_time" content="2025-03-14T00:00:00Z"><meta property="article:section" content="Bay">',
    ),
  )
  expect([other.modified, other.section]).toEqual([Date.UTC(2025, 2, 14), 'Bay'])
  const bare = await articleIn(page, pageOf(body(H1)))
  expect([bare.modified, bare.section]).toEqual([null, null])
})

test('a page says whether it is live, and until when', async ({ harness: { page } }) => {
  const live = async (head: string, top = H1) => (await articleIn(page, pageOf(body(top), head))).live
  const blog = { '@type': 'LiveBlogPosting', headline: 'Ice' }
  expect(await live(linked({ ...blog, coverageEndTime: '2025-03-13T10:30:00+01:00' }))).toEqual({
    until: Date.UTC(2025, 2, 13, 9, 30),
  })
  expect(await live(linked(blog))).toEqual({ until: null })
  expect(await live(linked({ '@graph': [{ '@type': 'NewsArticle' }, blog] }))).toEqual({ until: null })
  const marked = `${H1}<meta itemprop="coverageEndTime" content="2025-03-13T09:30:00Z">${'<p itemprop="liveBlogUpdate">The ice broke at the quay.</p>'.repeat(2)}`
  expect(await live('<title>Ice on the quay</title>', marked)).toEqual({
    until: Date.UTC(2025, 2, 13, 9, 30),
  })
  expect(await live(linked({ '@type': 'NewsArticle', coverageEndTime: null }))).toBeNull()
})
