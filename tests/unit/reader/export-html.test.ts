import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { exportHtml, type Exported } from '../../../renderer/reader/article/export-html'

const exported = (changes: Partial<Exported> = {}, article: Partial<Exported['article']> = {}): Exported => ({
  article: {
    title: 'Bread & salt',
    lead: 'Two things',
    byline: 'Ada <i>Bell</i>',
    link: 'https://example.org/a?b=1&c="2"',
    language: 'en',
    ...article,
  },
  source: 'The Courier',
  dateline: { shown: '4 May 2026 at 09:30', machine: '2026-05-04T07:30:00.000Z' },
  html: '<p>Words</p>',
  leadPicture: null,
  pictures: new Map(),
  ...changes,
})

test('others’ words are text in the file, whatever they hold', () => {
  fc.assert(
    fc.property(fc.string(), words => {
      const file = exportHtml(
        exported({ source: `<b>${words}` }, { title: `</title><script>${words}`, byline: `"><img ${words}` }),
      )
      expect(file).not.toMatch(/<script|<b>|<img/)
    }),
  )
})

test('pictures stand in the file itself, and those that are not there are fetched by nobody', () => {
  const html = '<img data-picture="http://a/1?x&amp;y" alt="One"><img data-picture="http://a/2" alt="Two">'
  const file = exportHtml(
    exported({ html, pictures: new Map([['http://a/1?x&y', 'data:image/png;base64,AA']]) }),
  )
  expect(file).toContain('<img src="data:image/png;base64,AA" alt="One">')
  expect(file).toContain('<img data-src="http://a/2" alt="Two">')
  expect(file).not.toContain('src="http://a/1')
})

test('words that look like a picture stay words', () => {
  const html = '<p>Write &lt;img data-picture="http://a/1"&gt; here.</p>'
  expect(exportHtml(exported({ html, pictures: new Map([['http://a/1', 'data:x']]) }))).toContain(html)
})

test('the picture above the text comes first', () => {
  const file = exportHtml(
    exported({ leadPicture: 'http://a/l', pictures: new Map([['http://a/l', 'data:image/png;base64,BB']]) }),
  )
  expect(file.indexOf('data:image/png;base64,BB')).toBeGreaterThan(file.indexOf('</header>'))
  expect(file.indexOf('data:image/png;base64,BB')).toBeLessThan(file.indexOf('<p>Words</p>'))
})

test('title, byline, date, source, address and language can be read from the file', () => {
  const file = exportHtml(exported())
  expect(file).toContain('<html lang="en">')
  expect(file).toContain('<title>Bread &amp; salt</title>')
  expect(file).toContain('<meta name="author" content="Ada &lt;i&gt;Bell&lt;/i&gt;">')
  expect(file).toContain('<meta property="article:published_time" content="2026-05-04T07:30:00.000Z">')
  expect(file).toContain('<meta property="og:site_name" content="The Courier">')
  expect(file).toContain('<link rel="canonical" href="https://example.org/a?b=1&amp;c=&quot;2&quot;">')
})
