import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { feedContent, readContent, sanitise } from '../../../renderer/pages'
import { CANONICAL_ATTRIBUTES, CANONICAL_ELEMENTS } from '../../../renderer/pages/vocabulary'
import { textOfHtml } from '../../../renderer/text'

const BASE = 'https://example.org/news/'

const PIECES = (
  '<p>|</p>|<b>|</b>|<a href=x>|<a href="javascript:x">|</a>|<div>|</div>|<br>| |\n|x|  y |&nbsp;|<li>|<ul>|</ul>|<table>|<tr>|<td>|</td>|' +
  '</table>|<th>|<caption>|<pre>|</pre>|<figure>|<img src=a alt="<b>">|<img srcset="a 1x,b 2x">|<figcaption>|</figure>|<blockquote>|' +
  '</blockquote>|<math>|<mi>|<mtext>|<annotation-xml encoding="text/html">|</math>|<ruby>|<rt>|<rp>|</ruby>|<h1>|<h2>|</h2>|<q>|</q>|<details>|<summary>|' +
  '</details>|<dl>|<dt>|<dd>|</dl>|<svg>|<title>|</title>|</svg>|<style>|</style>|<!--|-->|<form>|</form>|<select>|</select>|<template>|</template>|' +
  '<i style="display:none">|</i>|<sub>|<hr>|<iframe src=//a.b/>|</iframe>|<noscript>|</noscript>|<code>|&lt;|&amp;amp|&|"|<textarea>|</textarea>|' +
  '<p dir=rtl onclick=x>|\u0001|\r|<button>|<object data=//a.b/c>|<script>|</script>|<![CDATA[|]]>|\u200b|\ud800|漢|<abbr title="--\u0001>">|' +
  '<a href="mailto:a--\t>b">|&#13;|&#0;|&#150;|<xmp>|<frameset>|</body>|<nobr>|<font>|<video><source src=v>|</video>'
).split('|')
const documents = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
)

/** The tags of canonical HTML; between them stands text without `<` and `>`. */
const TAG = /<(?:\/([a-z\d]+)|([a-z\d]+)((?: [a-z-]+="[^"<>]*")*))>/g

test('whatever comes in, only elements and attributes of the vocabulary come out', () => {
  fc.assert(
    fc.property(documents, input => {
      const html = feedContent(input, BASE)
      for (const [, closed, opened, attributes = ''] of html.matchAll(TAG)) {
        expect(CANONICAL_ELEMENTS).toContain(closed ?? opened)
        for (const [, name] of attributes.matchAll(/ ([a-z-]+)="/g))
          expect(CANONICAL_ATTRIBUTES).toContain(name)
        for (const [, address] of attributes.matchAll(/ (?:href|data-picture)="([^"]*)"/g))
          expect(address).toMatch(/^(?:https?:\/\/|mailto:)/)
      }
      expect(html.replaceAll(TAG, '')).not.toMatch(/[<>]/)
    }),
    { numRuns: 2000 },
  )
})

test('canonical HTML reads as itself, whatever its base, and its text comes with it', () => {
  fc.assert(
    fc.property(documents, input => {
      const { html, text } = readContent(input, BASE)
      expect(sanitise(html, '')).toBe(html)
      expect(text).toBe(textOfHtml(html).text)
    }),
    { numRuns: 2000 },
  )
})

test('text as deep as a document can nest is kept', () => {
  const pieces = [
    '<div>',
    '<blockquote>',
    '<ul><li>',
    '<table><tr><td>',
    '<b>',
    '<form>',
    '<svg><desc>',
    '<b><div></b>',
  ]
  for (const piece of pieces) {
    const { html, text } = readContent(`${piece.repeat(100_000)}<p>x</p>`, '')
    expect(text, piece).toBe(piece.includes('svg') ? '' : 'x')
    expect(sanitise(html, ''), piece).toBe(html)
  }
})

/** What would take the square of its length, were it read carelessly: pieces that are repeated behind a beginning. */
const MONSTERS: readonly (readonly [beginning: string, piece: string])[] = [
  ['<span>'.repeat(600), '<li>'],
  ['<span>'.repeat(600), '</div></i></h2></x>'],
  ['', '<b><p></b>'],
  ['', '<a><div>'],
  ['<p><b 1><i 2><u 3><s 4>', '<p>x'],
  ['<table>', 'x<b></b>'],
  ['<table>', '<tr>x'],
  ['<picture>', '<img>'],
  ['', '<noscript><img src=x></noscript>'],
  ['', '<b>x</b> '],
  ['<math>', '<mi>x</mi>'],
  ['', '<script><!--<script>'],
  ['<p ', 'data-x=1 '],
  ['', '&'],
  ['', '&nbsp'],
  ['', '<'],
  ['', '"'],
  ['', '<![CDATA['],
  ['<p title="', '&quot'],
]

for (const [beginning, piece] of MONSTERS)
  test(`a megabyte of ${piece} after ${beginning.slice(0, 20) || 'nothing'} is read in time`, () => {
    const { html, text } = readContent(beginning + piece.repeat(1_000_000 / piece.length), BASE)
    expect(text).toBe(textOfHtml(html).text)
  })
