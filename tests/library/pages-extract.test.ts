import { expect, type Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Article } from '../../renderer/pages'
import type * as Entry from './pages-entry'
import { harnessTest } from '../support/page-harness'

declare const pages: typeof Entry

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const MODEL = read('../fixtures/articles/model-form.txt')
const REAL_MODEL = new URL('../../../shared/seed/nato-ministerial.txt', import.meta.url)

const textArticle = (page: Page, text: string, name: string | null = null): Promise<Article> =>
  page.evaluate(([text, name]) => pages.readTextArticle(text, name), [text, name] as const)
const htmlArticle = (page: Page, html: string, source: string | null = null): Promise<Article> =>
  page.evaluate(([html, source]) => pages.readHtmlArticle(html, source), [html, source] as const)
const markdownArticle = (page: Page, text: string, name: string | null = null): Promise<Article> =>
  page.evaluate(([text, name]) => pages.readMarkdownArticle(text, name), [text, name] as const)
const pageArticle = (page: Page, html: string, url = 'https://post.example/2025/x'): Promise<Article> =>
  page.evaluate(([html, url]) => pages.extractPage(html, url), [html, url] as const)
const problemOf = (page: Page, html: string): Promise<string> =>
  page.evaluate(html => {
    try {
      return pages.extractPage(html, 'https://post.example/').title
    } catch (error) {
      return error instanceof pages.PageError ? error.kind : String(error)
    }
  }, html)

const paragraphs = (article: Article): number => article.html.match(/<p>/g)?.length ?? 0
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The lines of the model form: dateline, more, headline, six paragraphs, MORE HEADLINES. */
const LINES = MODEL.replace(/^\ufeff/, '')
  .split(/\r?\n/)
  .map(line => line.trim())
  .filter(line => line !== '')
const [DATELINE = '', MORE = '', HEADLINE = '', ...BODY] = LINES.slice(0, 9)

/** The same article as a page: boxes and links instead of lines, other headlines after the last. */
const MODEL_PAGE = `<!doctype html><html lang="en"><head><title>${escaped(HEADLINE)}</title></head><body>
<div class="date">${DATELINE.replaceAll(/\s+/g, ' &nbsp; ')}</div> <a class="m" href="/whole">${MORE}</a>
<h1>${escaped(HEADLINE)}</h1>
${BODY.map(paragraph => `<p>${escaped(paragraph)}</p>`).join('\n')}
<h3>MORE HEADLINES</h3><ul>${'<li><a href="/1">A pike weighs nine kilograms</a></li>'.repeat(20)}</ul>
</body></html>`

test('the model form as a text has dateline, headline and six paragraphs, and no furniture', async ({
  harness,
}) => {
  const article = await textArticle(harness.page, MODEL, 'model-form.txt')
  expect(article.title).toBe(HEADLINE)
  expect(article.publishedText).toBe('12 March 2025, 09:40')
  expect(article.published).toBe(new Date(2025, 2, 12, 9, 40).getTime())
  expect(paragraphs(article)).toBe(6)
  expect(article.html).toBe(
    BODY.map(paragraph => `<p>${escaped(paragraph).replaceAll('>', '&gt;')}</p>`).join(''),
  )
})

test('the model form is the same with a byte order mark, Windows line ends and wrapped lines', async ({
  harness,
}) => {
  const expected = await textArticle(harness.page, MODEL)
  const wrapped = MODEL.split('\n')
    .map(line => line.replace(/(.{30,70}) /g, '$1\n'))
    .join('\n')
  for (const text of [
    `\ufeff${MODEL.replaceAll('\n', '\r\n')}`,
    wrapped,
    `\n\n${MODEL}\n\nA pike weighs nine kilograms\nBridge shut for paint\n`,
  ])
    expect(await textArticle(harness.page, text)).toEqual(expected)
})

test('the model form without blank lines has a paragraph a line', async ({ harness }) => {
  expect(await textArticle(harness.page, LINES.join('\n'))).toEqual(await textArticle(harness.page, MODEL))
})

test('the model form as a page comes out as the text does', async ({ harness }) => {
  const expected = await textArticle(harness.page, MODEL)
  for (const article of [
    await htmlArticle(harness.page, MODEL_PAGE, 'model.html'),
    await pageArticle(harness.page, MODEL_PAGE),
  ]) {
    expect(article.language).toBe('en')
    expect({ ...article, language: null }).toEqual(expected)
  }
})

test('dateline and "more" may share a paragraph', async ({ harness }) => {
  const page = MODEL_PAGE.replace(
    /<div class="date">(.*?)<\/div> <a.*?<\/a>/,
    '<p>$1<br><a href="/whole">more</a></p>',
  )
  expect(page).not.toBe(MODEL_PAGE)
  expect(await htmlArticle(harness.page, page, 'model.html')).toEqual(
    await htmlArticle(harness.page, MODEL_PAGE, 'model.html'),
  )
})

test('the model form in a page with a frame of its own loses its furniture, too', async ({ harness }) => {
  const framed = MODEL_PAGE.replace(
    '<body>',
    '<body><div class="menu"><a href="/">Start</a> | <a href="/x">Sport</a></div><div class="article">',
  ).replace('</body>', '</div></body>')
  const article = await htmlArticle(harness.page, framed, 'model.html')
  expect(article.title).toBe(HEADLINE)
  expect(article.published).toBe(new Date(2025, 2, 12, 9, 40).getTime())
  expect(paragraphs(article)).toBe(6)
  expect(article.html).not.toMatch(/more<|MORE HEADLINES|pike|12 March/)
})

test('the model article of the customer is read to the letter', async ({ harness }) => {
  test.skip(!existsSync(REAL_MODEL), 'the article is not here')
  const text = readFileSync(REAL_MODEL, 'utf8')
  const article = await textArticle(harness.page, text, 'nato-ministerial.txt')
  expect(article.title).toBe(text.split('\n')[2]?.trim())
  expect(article.published).toBe(new Date(2024, 10, 27, 11, 27).getTime())
  expect(article.html.match(/<p>/g)).toHaveLength(6)
  expect(article.html.match(/<\w+/g)?.every(tag => tag === '<p')).toBe(true)
  expect(article.html).not.toMatch(/MORE HEADLINES|>more</)
})

test('headlines after MORE HEADLINES go, but a long text after such a line stays', async ({ harness }) => {
  const long =
    'A paragraph of the article itself, which goes on after a heading that only looks like the end of it. '.repeat(
      4,
    )
  const article = await textArticle(harness.page, `A title\n\nFirst.\n\nRelated\n\n${long}`)
  expect(article.html).toContain('goes on after a heading')
})

test('a plain text has its first line as title', async ({ harness }) => {
  const article = await textArticle(harness.page, 'Apples\n\nThey are red.\n\nThey are green.', 'notes.txt')
  expect(article).toMatchObject({
    title: 'Apples',
    html: '<p>They are red.</p><p>They are green.</p>',
    published: null,
  })
})

test('a text that is one long paragraph takes its title from the file', async ({ harness }) => {
  const article = await textArticle(harness.page, 'word '.repeat(200), 'C:\\texts\\my_long-note.txt')
  expect(article.title).toBe('my long note')
  expect(article.html).toContain('<p>word word')
})

test('labels above a text are its metadata', async ({ harness }) => {
  const article = await textArticle(
    harness.page,
    'Title: Pears\nDate: 2 May 2023\nBy Ana Lopes\n\nThey are sweet.\n\nVery.',
  )
  expect(article).toMatchObject({ title: 'Pears', byline: 'Ana Lopes', publishedText: '2 May 2023' })
  expect(article.html).toBe('<p>They are sweet.</p><p>Very.</p>')
})

test('markup in a text is text', async ({ harness }) => {
  const article = await textArticle(harness.page, 'A <b>title</b>\n\n<script>alert(1)</script> &amp;')
  expect(article.title).toBe('A <b>title</b>')
  expect(article.html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>')
})

test('a page of the web gives metadata and a clean body', async ({ harness }) => {
  const article = await pageArticle(
    harness.page,
    read('../fixtures/pages/harbour.html'),
    'https://post.example/news/night-ferries?from=front',
  )
  expect(article).toMatchObject({
    title: 'Night ferries return to Brackwater harbour',
    byline: 'Ines Calloway, Dov Marsh',
    published: Date.parse('2025-03-14T05:30:00Z'),
    publishedText: '2025-03-14T06:30:00+01:00',
    language: 'en-GB',
    siteName: 'The Brackwater Post',
    canonicalUrl: 'https://post.example/news/night-ferries',
    leadImage: 'https://post.example/pictures/ferry-wide.jpg',
  })
  expect(article.html).toContain(
    '<a href="https://post.example/documents/timetable.pdf" rel="noreferrer noopener">published the timetable</a>',
  )
  expect(article.html).toContain(
    '<figure><img data-picture="https://post.example/pictures/ferry.jpg" alt="The ferry at the pier" width="1200" height="800"><figcaption>The ferry <em>Marigold</em> at the pier.</figcaption></figure>',
  )
  expect(article.html).toContain('<blockquote><p>We will be tired, and we will be on time.</p></blockquote>')
  expect(article.html).not.toMatch(
    /Night ferries return|anchor|Tide tables|seal in|Copyright|pixel|script|By Ines|14 March/,
  )
})

test('visible date and author serve where a page states none', async ({ harness }) => {
  const body =
    '<p>A sentence that is long enough, with a comma, to be part of an article on any page.</p>'.repeat(8)
  const html = `<title>Fog over the bay - Bay News</title><article><h1>Fog over the bay</h1><div>By <a href="/x">Lena Holt</a></div><div>Tuesday, 4 March 2025 at 17:05</div>${body}</article>`
  const article = await pageArticle(harness.page, html, 'https://baynews.example/fog')
  expect(article).toMatchObject({
    title: 'Fog over the bay',
    byline: 'Lena Holt',
    published: new Date(2025, 2, 4, 17, 5).getTime(),
  })
  expect(article.html).toBe(body)
})

test('the date in an address serves where the page shows none', async ({ harness }) => {
  const html = `<title>x</title>${'<p>A sentence that is long enough, with a comma, to be part of an article.</p>'.repeat(8)}`
  const article = await pageArticle(harness.page, html, 'https://post.example/2021/06/05/x')
  expect(article.published).toBe(new Date(2021, 5, 5).getTime())
})

test('the base of a page resolves its links', async ({ harness }) => {
  const html = `<base href="/deep/folder/"><title>Links</title>${'<p>A sentence that is long enough, with a <a href="x">link</a>, to be part of an article.</p>'.repeat(8)}`
  const article = await pageArticle(harness.page, html, 'https://post.example/a')
  expect(article.html).toContain('href="https://post.example/deep/folder/x"')
})

test('what is no article says what it is', async ({ harness }) => {
  expect(await problemOf(harness.page, '')).toBe('empty')
  expect(await problemOf(harness.page, ' \n ')).toBe('empty')
  expect(await problemOf(harness.page, '<html><body><script>1</script></body></html>')).toBe('no-article')
  expect(await problemOf(harness.page, '<i></i>'.repeat(100_001))).toBe('too-large')
})

test('a file that is no page of the web is read whole', async ({ harness }) => {
  const article = await htmlArticle(harness.page, '<h1>Eggs</h1><p>Two.</p>', 'shopping-list.html')
  expect(article).toMatchObject({ title: 'Eggs', html: '<p>Two.</p>' })
  expect((await htmlArticle(harness.page, '<p>Two.</p>', 'shopping-list.html')).title).toBe('shopping list')
})

test('a saved page knows where it came from', async ({ harness }) => {
  const html = `<!-- saved from url=(0026)https://post.example/deep/ --><title>Saved</title>${'<p>A sentence that is long enough, with a <a href="x">link</a>, to be part of it.</p>'.repeat(8)}`
  expect((await htmlArticle(harness.page, html, 'saved.html')).html).toContain(
    'href="https://post.example/deep/x"',
  )
})

test('Markdown gives title, metadata and structure', async ({ harness }) => {
  const markdown =
    '---\ntitle: "On plums"\nauthor: Kit Moss\ndate: 2024-08-09\nlang: en\n---\n\n# On plums\n\nThey are *blue*.\n\n- one\n- two\n\n> said\n\n<script>alert(1)</script>\n'
  expect(await markdownArticle(harness.page, markdown, 'plums.md')).toMatchObject({
    title: 'On plums',
    byline: 'Kit Moss',
    published: new Date(2024, 7, 9).getTime(),
    language: 'en',
    html: '<p>They are <em>blue</em>.</p><ul><li>one</li><li>two</li></ul><blockquote><p>said</p></blockquote>',
  })
})

test('Markdown without front matter has its first heading, else the file, as title', async ({ harness }) => {
  expect(await markdownArticle(harness.page, '# Figs\n\nSweet.')).toMatchObject({
    title: 'Figs',
    html: '<p>Sweet.</p>',
  })
  expect((await markdownArticle(harness.page, 'Sweet.\n\nRipe.', 'figs.md')).title).toBe('figs')
})

test('Markdown that is nested without end is read in time', async ({ harness }) => {
  for (const hostile of ['> '.repeat(20_000), '['.repeat(20_000), '*a '.repeat(20_000), '- '.repeat(5_000)])
    expect((await markdownArticle(harness.page, `# Deep\n\n${hostile}x`)).title).not.toBe('')
})

test('pasted HTML keeps its structure, pasted text its lines', async ({ harness }) => {
  const paste = (html: string | null, text: string): Promise<Article> =>
    harness.page.evaluate(([html, text]) => pages.readPasted({ html, text }), [html, text] as const)
  expect(await paste('<h2>Nuts</h2><ul><li>one<li>two</ul>', 'Nuts')).toMatchObject({
    title: 'Nuts',
    html: '<ul><li>one</li><li>two</li></ul>',
  })
  expect(await paste(null, 'Nuts\n\nHard.')).toMatchObject({ title: 'Nuts', html: '<p>Hard.</p>' })
  expect(await paste('<span>Nuts</span>', 'Nuts\n\nHard.')).toMatchObject({
    title: 'Nuts',
    html: '<p>Hard.</p>',
  })
})

test('bytes that are not UTF-8 are read as browsers read them', async ({ harness }) => {
  const text = await harness.page.evaluate(() =>
    pages.decodePage(Uint8Array.of(0x93, 0x63, 0xe9, 0x94), null),
  )
  expect(text).toBe('“cé”')
})

test('a text of many short paragraphs is read in time', async ({ harness }) => {
  const article = await textArticle(harness.page, `Numbers\n\n${'one\ntwo\n\n'.repeat(50_000)}`)
  expect(paragraphs(article)).toBe(100_000)
})

test('a rule that divided the head from the text goes with the head', async ({ harness }) => {
  expect(await markdownArticle(harness.page, '# Figs\n\n---\n\nSweet.\n')).toMatchObject({
    html: '<p>Sweet.</p>',
  })
  const page = '<h1>Figs</h1><hr><p>Sweet.</p><hr><h2>More headlines</h2><p>Dates</p>'
  expect(await htmlArticle(harness.page, page)).toMatchObject({ title: 'Figs', html: '<p>Sweet.</p>' })
})

const PAGES = new URL('../../../shared/data/pages/readability/', import.meta.url)

test('the body of a real page is canonical', async ({ harness }) => {
  test.skip(!existsSync(PAGES), 'the pages are not here')
  for (const folder of readdirSync(PAGES)) {
    const html = readFileSync(new URL(`${folder}/source.html`, PAGES), 'utf8')
    const isFixed = await harness.page.evaluate(html => {
      const article = pages.extractPage(html, 'https://post.example/a/b')
      return article.title !== '' && pages.sanitise(article.html, '') === article.html
    }, html)
    expect(isFixed, folder).toBe(true)
  }
})
