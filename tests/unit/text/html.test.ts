import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { textOfHtml } from '../../../renderer/text'

test('blocks are apart, breaks are lines, references are characters', () => {
  expect(textOfHtml('<h2>A</h2><p>b <b>c</b><br>d &lt;&amp;amp;&gt; &quot;</p>').text).toBe(
    'A\n\nb c\nd <&amp;> "',
  )
})

test('each block says where it stands and what it is', () => {
  const html =
    '<h2>A</h2><p>b</p><ul><li>c</li><li><p>d</p><p>e</p></li></ul><blockquote><p>f</p></blockquote><pre>g  h</pre>' +
    '<figure><img data-picture="https://example.org/x?a&amp;b" alt="&lt;p&gt;"><figcaption>i</figcaption></figure>' +
    '<table><tbody><tr><td>j</td><td>k</td></tr></tbody></table><dl><dt>l</dt><dd>m</dd></dl><hr><p>n</p>'
  const { text, blocks } = textOfHtml(html)
  expect(blocks.map(({ start, end, kind }) => `${text.slice(start, end)} ${kind}`)).toEqual([
    'A heading',
    'b paragraph',
    'c item',
    'd item',
    'e item',
    'f quotation',
    'g  h preformatted',
    'i caption',
    'j cell',
    'k cell',
    'l term',
    'm item',
    'n paragraph',
  ])
  expect(text.split('\n\n')).toHaveLength(blocks.length)
})

test('white space is one space, but in preformatted text', () => {
  expect(textOfHtml('<p> a \n b</p>\n<pre> c\n\n d</pre><p>e<br> f</p>').text).toBe('a b\n\n c\n\n d\n\ne\nf')
})

test('readings beside ideographs are left out', () => {
  expect(textOfHtml('<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</rt></ruby></p>').text).toBe(
    '東京',
  )
})

test('any string gives a text whose blocks cover everything but the lines between them', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<li>',
    '</li>',
    '<pre>',
    '</pre>',
    '<rt>',
    '</rt>',
    '<br>',
    'a',
    ' ',
    '\n',
    '&lt;',
    '&',
    '<',
    '>',
    '</',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map(list => list.join('')),
      ),
      html => {
        const { text, blocks } = textOfHtml(html)
        let end = 0
        for (const [index, block] of blocks.entries()) {
          expect(text.slice(end, block.start)).toBe(index === 0 ? '' : '\n\n')
          expect(block.end).toBeGreaterThan(block.start)
          end = block.end
        }
        expect(end).toBe(text.length)
      },
    ),
  )
})

test('ten megabytes of anything are read in time', () => {
  for (const piece of ['<', '>', '&', '<p>', '</p>', ' ', 'a ', '<br>', '<p>a'])
    expect(textOfHtml(piece.repeat(10_000_000 / piece.length)).text.length).toBeGreaterThanOrEqual(0)
})
