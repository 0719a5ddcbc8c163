import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'
import { articleIn, pageOf, paragraphs, sentence } from './pages-support'

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

const TITLE = '<h1>The harbour in winter</h1>'
const link = (index: number): string =>
  `<li><a href="/other/${index}">Another headline of the day, number ${index}</a></li>`
const LINKS = `<ul>${Array.from({ length: 15 }, (_, index) => link(index)).join('')}</ul>`
const body = (article: string): string =>
  pageOf(
    `<header><a href="/">Post</a>${LINKS}</header><nav>${LINKS}</nav><main><article>${TITLE}${article}</article></main><footer><p>All rights reserved by the publishing house of the Post, Quay Street.</p></footer>`,
  )

test('an article in many sections is taken whole', async ({ harness: { page } }) => {
  const sections = Array.from(
    { length: 8 },
    (_, index) =>
      `<section class="s${index}"><div><h2>Part ${index}</h2><div>${paragraphs(2, index * 2)}</div></div></section>`,
  )
  const { html } = await articleIn(page, body(sections.join('')))
  for (let number = 0; number < 16; number++) expect(html).toContain(sentence(number))
  expect(html.match(/<h2>Part \d/g)).toHaveLength(8)
})

test('navigation, lists of links, cookie notices and newsletters are left out', async ({
  harness: { page },
}) => {
  const article = `${paragraphs(4)}<div class="newsletter-signup"><p>Get our letter every morning, with the news of the coast.</p></div>
    ${paragraphs(4, 4)}<div class="related-posts"><p>Other reports from the islands, which you have not read yet.</p>${LINKS}</div>
    <div id="cookieBanner"><p>We use cookies, and so do our partners, to show you what you like.</p></div>`
  const { html } = await articleIn(page, body(article))
  expect(html.match(/<p>Report/g)).toHaveLength(8)
  for (const furniture of ['Another headline', 'our letter', 'Other reports', 'cookies', 'All rights'])
    expect(html).not.toContain(furniture)
})

test('comments that are longer than the article are left out', async ({ harness: { page } }) => {
  const comments = `<section id="comments"><h2>40 comments</h2>${paragraphs(40, 100)}</section>`
  const { html } = await articleIn(
    page,
    pageOf(`<div class="page">${TITLE}<div class="post">${paragraphs(6)}</div>${comments}</div>`),
  )
  expect(html).toContain(sentence(5))
  expect(html).not.toContain(sentence(100))
})

test('a name that most of the text has does not take the text away', async ({ harness: { page } }) => {
  const boxes = Array.from(
    { length: 8 },
    (_, index) => `<div class="social-block">${paragraphs(1, index)}</div>`,
  )
  const { html } = await articleIn(page, body(boxes.join('')))
  expect(html.match(/Report \d/g)).toHaveLength(8)
})

test('what React sends later stands in its place', async ({ harness: { page } }) => {
  const html = pageOf(
    `<main>${TITLE}${paragraphs(3)}<!--$?--><template id="B:1f"></template><p>Loading the rest of this report, please wait.</p><!--/$-->${paragraphs(3, 6)}</main>
     <div hidden id="S:1f">${paragraphs(3, 3)}<template id="P:2"></template></div><div hidden id="S:2">${paragraphs(1, 20)}</div>`,
  )
  const article = await articleIn(page, html)
  const numbers = [...article.html.matchAll(/Report (\d+)/g)].map(match => Number(match[1]))
  expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 20, 6, 7, 8])
  expect(article.html).not.toContain('Loading')
})

test('a text that stands twice on a page stands once in the article', async ({ harness: { page } }) => {
  const copy = `<h2>Ice on the quay</h2>${paragraphs(8)}`
  const { html } = await articleIn(
    page,
    body(`<div class="narrow">${copy}</div><div class="wide">${copy}</div>`),
  )
  expect(html.match(/<p>Report/g)).toHaveLength(8)
  expect(html.match(/Ice on the quay/g)).toHaveLength(1)
})

test('a refrain stays where it is', async ({ harness: { page } }) => {
  const refrain = '<p>And the tide came in, and the tide went out, and nobody knew where it had been.</p>'
  const { html } = await articleIn(
    page,
    body(paragraphs(3) + refrain + paragraphs(3, 3) + refrain + paragraphs(2, 6)),
  )
  expect(html.match(/nobody knew where/g)).toHaveLength(2)
})

test('what follows the article goes: its author, shares, other articles', async ({ harness: { page } }) => {
  const tail = `<h3>About the author</h3><p>Mary Alder has lived on the coast since she was a child.</p><p>Share this article</p><p>© 2025 Post</p>`
  const { html } = await articleIn(page, body(paragraphs(10) + tail))
  expect(html.endsWith(`${sentence(9)}</p>`)).toBe(true)
})

test('lines among the paragraphs that lead away go, and sentences that begin so stay', async ({
  harness: { page },
}) => {
  const html = body(
    `${paragraphs(3)}<p>Advertisement</p><p>Read more: <a href="/x">The bridge that opens twice a day</a></p>${paragraphs(3, 3)}<p>Watch: that is what the crew calls the four hours at the helm, and nobody sleeps.</p>${paragraphs(3, 6)}`,
  )
  const article = await articleIn(page, html)
  expect(article.html).not.toContain('Advertisement')
  expect(article.html).not.toContain('The bridge that opens')
  expect(article.html).toContain('four hours at the helm')
})

test('a live blog keeps all its parts with their times', async ({ harness: { page } }) => {
  const update = (hour: number): string =>
    `<article><div class="entry-meta"><time datetime="2025-03-12T${hour}:05:00Z">${hour}:05</time></div><h2>Hour ${hour}</h2>${paragraphs(2, hour)}</article>`
  const data = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"The harbour in winter"}</script>`
  const html = pageOf(
    `${data}<nav>${LINKS}</nav><main>${TITLE}<div>${[16, 14, 12, 10].map(update).join('')}</div></main>`,
  )
  const article = await articleIn(page, html)
  for (const hour of [16, 14, 12, 10])
    expect(article.html).toMatch(new RegExp(`<p>${hour}:05</p><h2>Hour ${hour}</h2><p>Report ${hour}`))
})

test('pictures of a gallery, tables, code, formulas, players and footnotes stay', async ({
  harness: { page },
}) => {
  const gallery = [1, 2, 3].map(
    number =>
      `<figure><img data-src="/p${number}.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><figcaption>Boat ${number} at the quay</figcaption></figure>`,
  )
  const html = body(
    `${paragraphs(4)}<div class="gallery">${gallery.join('')}</div>${paragraphs(2, 4)}
     <table><tr><th>Day</th><th>Depth</th></tr><tr><td>1</td><td>4 m</td></tr></table><pre><code>depth = 4</code></pre>
     <p>So <math><mi>d</mi><mo>=</mo><mn>4</mn></math> holds here<sup><a href="#f1">1</a></sup>, whatever the tide tables of the harbour say.</p>
     <iframe src="https://www.youtube.com/embed/abcdefghijk" title="The bridge opens"></iframe><audio src="/horn.mp3"></audio>
     ${paragraphs(2, 6)}<ol><li id="f1">Measured at the old gauge, on the first day of the year, by two people.</li></ol>`,
  )
  const article = await articleIn(page, html)
  for (const number of [1, 2, 3]) {
    expect(article.html).toContain(`data-picture="https://post.example/p${number}.jpg"`)
    expect(article.html).toContain(`Boat ${number} at the quay`)
  }
  for (const part of [
    '<table>',
    '<pre>',
    '<math>',
    '<sup>',
    'watch?v=abcdefghijk',
    'horn.mp3',
    'Measured at the old gauge',
  ])
    expect(article.html).toContain(part)
})
