import { expect, type Page } from '@playwright/test'
import fc from 'fast-check'
import type * as Entry from './pages-entry'
import { harnessTest } from '../support/page-harness'

declare const pages: typeof Entry

const BASE = 'https://example.org/news/today/'
const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

const sanitised = (page: Page, html: string, base = BASE): Promise<string> =>
  page.evaluate(([html, base]) => pages.sanitise(html, base), [html, base] as const)

/** Each case: what it shows, the input, the canonical HTML. */
const CASES: readonly (readonly [behaviour: string, html: string, canonical: string])[] = [
  ['bare text is a paragraph', 'hello <b>world</b>', '<p>hello <b>world</b></p>'],
  ['a blank line ends a paragraph, one break does not', 'a<br><br>b<br>c', '<p>a</p><p>b<br>c</p>'],
  ['text beside blocks is a paragraph', '<div>x<p>y</p>z</div>', '<p>x</p><p>y</p><p>z</p>'],
  ['paragraphs without text are dropped', '<p>&nbsp;</p><p> <b> </b></p><hr><p>x</p><hr>', '<p>x</p>'],
  ['the first heading is demoted', '<h1>Title</h1>', '<h2>Title</h2>'],
  [
    'a link around blocks is a link in each',
    '<a href="/x"><div>one</div><div>two</div></a>',
    '<p><a href="https://example.org/x" rel="noreferrer noopener">one</a></p>' +
      '<p><a href="https://example.org/x" rel="noreferrer noopener">two</a></p>',
  ],
  ['a link that leads nowhere is text', '<a href="javascript:alert(1)">x</a> <a name=y>z</a>', '<p>x z</p>'],
  [
    'an address keeps no password',
    '<a href="https://me:secret@example.org/">x</a>',
    '<p><a href="https://example.org/" rel="noreferrer noopener">x</a></p>',
  ],
  [
    'what stands between items is an item',
    '<ul><li>a</li>b<li><p>c</p></li></ul>',
    '<ul><li>a</li><li>b</li><li>c</li></ul>',
  ],
  [
    'a numbered list keeps its numbers',
    '<ol start="3"><li>a<li value="7">b</ol>',
    '<ol start="3"><li>a</li><li value="7">b</li></ol>',
  ],
  [
    'a table of data stays a table',
    '<table><tr><th scope="col">a<th colspan="2">b<tr><td>c<td><p>d<p>e<td></table>',
    '<table><tbody><tr><th scope="col">a</th><th colspan="2">b</th></tr><tr><td>c</td><td><p>d</p><p>e</p></td><td></td></tr></tbody></table>',
  ],
  ['a table of one column is its content', '<table><tr><td>one<tr><td>two</table>', '<p>one</p><p>two</p>'],
  [
    'a table around a table is its content',
    '<table><tr><td>a<td><table><tr><td>x<td>y</table></table>',
    '<p>a</p><table><tbody><tr><td>x</td><td>y</td></tr></tbody></table>',
  ],
  [
    'preformatted text keeps its white space',
    '<pre>\n  a\n    <b>b</b>\n\n</pre>',
    '<pre>  a\n    <b>b</b></pre>',
  ],
  [
    'a picture alone is a figure',
    '<p><img src="a.jpg" alt="A &amp; b" width="300"></p>',
    '<figure><img data-picture="https://example.org/news/today/a.jpg" alt="A &amp; b" width="300"></figure>',
  ],
  [
    'a lazy picture is found',
    '<p><img src="blank.gif" data-src="/b.png"></p>',
    '<figure><img data-picture="https://example.org/b.png" alt=""></figure>',
  ],
  [
    'the widest useful picture is taken',
    '<img srcset="a 300w, b 1200w,c 3000w" src="d">',
    '<figure><img data-picture="https://example.org/news/today/b" alt=""></figure>',
  ],
  [
    'a picture that only noscript shows is found',
    '<img src="data:image/gif;base64,R0lG"><noscript><img src="n.jpg"></noscript>',
    '<figure><img data-picture="https://example.org/news/today/n.jpg" alt=""></figure>',
  ],
  [
    'a picture is not doubled by noscript',
    '<img data-src="n.jpg"><noscript><img src="n.jpg"></noscript>',
    '<figure><img data-picture="https://example.org/news/today/n.jpg" alt=""></figure>',
  ],
  [
    'tracking pixels go',
    'x<img src="a.gif" width="1" height="1"><img src="b.gif" style="width:0px"><img src="https://pixel.wp.com/g.gif">',
    '<p>x</p>',
  ],
  [
    'a figure keeps its caption',
    '<figure><div><img src="/a"></div><figcaption>A <i>b</i></figcaption></figure>',
    '<figure><img data-picture="https://example.org/a" alt=""><figcaption>A <i>b</i></figcaption></figure>',
  ],
  [
    'a player is a link to the film',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe>',
    '<p><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noreferrer noopener">A film</a></p>',
  ],
  [
    'a video is a link to its file',
    '<video><source src="m.mp4">old browser</video>',
    '<p><a href="https://example.org/news/today/m.mp4" rel="noreferrer noopener">example.org</a></p>',
  ],
  ['quotation marks that a browser draws are written', '<q>hi <q>yo</q></q>', '<p>“hi ‘yo’”</p>'],
  [
    'ruby stays',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
  ],
  [
    'formulas stay, their style and source go',
    '<math display="block"><semantics><mfrac><mi>a</mi><mstyle><mn>2</mn></mstyle></mfrac><annotation>tex</annotation></semantics></math>',
    '<p><math display="block"><mfrac><mi>a</mi><mrow><mn>2</mn></mrow></mfrac></math></p>',
  ],
  [
    'details stay',
    '<details open><summary>S</summary>text</details>',
    '<details><summary>S</summary><p>text</p></details>',
  ],
  [
    'terms and descriptions stay',
    '<dl><div><dt>a<dd>b</div><dt>c<dd>d</dl>',
    '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>',
  ],
  ['hidden parts go', '<p hidden>a</p><p style="color:red;display: none">b</p>c', '<p>c</p>'],
  ['the direction of a paragraph stays', '<p dir="RTL">שלום</p>', '<p dir="rtl">שלום</p>'],
  [
    'styles, classes, ids and handlers go',
    '<p style="color:red" class=a id=b onclick=c()>x<span onmouseover=d>y</span></p>',
    '<p>xy</p>',
  ],
  [
    'scripts, styles, forms and vector pictures go',
    '<script>1</script><style>p{}</style><form action=x><input value=y><button>z</button></form><svg onload=1><circle/></svg>x',
    '<p>x</p>',
  ],
  [
    'text that looks like markup stays text',
    '<p>1 &lt; 2 &amp;amp; &lt;script&gt;</p>',
    '<p>1 &lt; 2 &amp;amp; &lt;script&gt;</p>',
  ],
  ['control characters go', 'a\u0001b<pre>c&#13;d</pre>', '<p>ab</p><pre>c\nd</pre>'],
  ['a document that is all frames is empty', '<frameset><frame src="x"></frameset>', ''],
]

for (const [behaviour, html, canonical] of CASES)
  test(`${behaviour}`, async ({ harness }) => {
    expect(await sanitised(harness.page, html)).toBe(canonical)
  })

test('without a base relative addresses are dropped', async ({ harness }) => {
  expect(await sanitised(harness.page, '<a href="/x">x</a><img src="/y">', '')).toBe('<p>x</p>')
})

test('a feed entry without tags is text with paragraphs and lines', async ({ harness }) => {
  const html = await harness.page.evaluate(() =>
    pages.feedContent('one &amp; two\nthree\r\n\r\nfour < five', ''),
  )
  expect(html).toBe('<p>one &amp; two<br>three</p><p>four &lt; five</p>')
})

const PIECES = (
  '<p>|</p>|<b>|</b>|<a href=x>|</a>|<div>|</div>|<br>| |\n|x|&nbsp;|<li>|<ul>|</ul>|<table>|<tr>|<td>|</td>|</table>|<th>|<caption>|<pre>|</pre>|' +
  '<figure>|<img src=a>|<img srcset="a 1x,b 2x">|<figcaption>|</figure>|<blockquote>|</blockquote>|<math>|<mi>|<mtext>|<mstyle>|<semantics>|</math>|' +
  '<ruby>|<rt>|<rp>|</ruby>|<h1>|<h2>|</h2>|<q>|</q>|<details>|<summary>|</details>|<dl>|<dt>|<dd>|</dl>|<svg>|<style>|</style>|<!--|-->|<form>|' +
  '<select>|<template>|</template>|<i>|</i>|<sub>|</sub>|<hr>|<iframe src=//a.b/>|</iframe>|<noscript>|</noscript>|<code>|</code>|&lt;|&|"|<mglyph>|' +
  '<foreignObject>|<title>|</title>|<textarea>|<p dir=rtl>|\u0001|\r|<button>|<ol start=3>|<thead>|<tfoot>|<center>|<annotation-xml encoding="text/html">|' +
  '\u200b|\ud800|漢|<abbr title="--\u0001>">|<a href="mailto:a--\t>b">|&#13;|&#0;'
).split('|')

/** What a page of hostile inputs has to hold; returns the first input that breaks it. */
const firstBroken = (page: Page, inputs: readonly string[]): Promise<string | null> =>
  page.evaluate(
    ({ inputs, base }) => {
      for (const input of inputs) {
        const html = pages.sanitise(input, base)
        const shown = pages.sanitiseToFragment(html)
        if (pages.sanitise(html, base) !== html) return `not a fixed point: ${input} -> ${html}`
        if (pages.sanitise(html, '') !== html) return `depends on the base: ${input} -> ${html}`
        if (pages.mapText(shown).text !== pages.textOfHtml(html).text)
          return `other text: ${input} -> ${html}`
        for (const node of shown.querySelectorAll('*'))
          if (node.matches('[src], [style], [class], [id], script, iframe, svg, form, style, input, h1'))
            return `forbidden: ${input} -> ${html}`
      }
      return null
    },
    { inputs, base: BASE },
  )

test('canonical HTML is a fixed point, and its text is the text of what is shown', async ({ harness }) => {
  const documents = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map(pieces => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(documents, { minLength: 50, maxLength: 100 }), async inputs => {
      expect(await firstBroken(harness.page, inputs)).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('a range of the text is the same range of the page', async ({ harness }) => {
  const found = await harness.page.evaluate(() => {
    const html = pages.sanitise(
      '<h1>One</h1><p>two <b>three</b> four<br>five</p><ul><li>six<li>seven</ul><pre>a  b</pre>',
      '',
    )
    const root = document.createElement('div')
    root.append(pages.sanitiseToFragment(html))
    const { text, rangeOf } = pages.mapText(root)
    return ['One', 'two three', 'ee fo', 'four\nfive', 'seven', 'a  b', 'six\n\nseven'].map(words => {
      const range = rangeOf(text.indexOf(words), text.indexOf(words) + words.length)
      return [words.replaceAll('\n', ''), range.toString(), text.includes(words)]
    })
  })
  for (const [expected, shown, isThere] of found) {
    expect(isThere).toBe(true)
    expect(shown).toBe(expected)
  }
})

test('a range outside of the text is empty', async ({ harness }) => {
  const collapsed = await harness.page.evaluate(() => {
    const { text, rangeOf } = pages.mapText(pages.sanitiseToFragment('<p>abc</p>'))
    return [rangeOf(10, 20), rangeOf(2, 2), rangeOf(3, 1), rangeOf(text.length, text.length + 1)].map(
      range => range.collapsed,
    )
  })
  expect(collapsed).toEqual([true, true, true, true])
})
