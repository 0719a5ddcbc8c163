import { expect } from '@playwright/test'
import fc from 'fast-check'
import type * as Entry from './pages-entry'
import { harnessTest } from '../support/page-harness'

declare const pages: typeof Entry

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

// Not among them, because our parser leaves out what no reading needs: `form` between the cells of a table, `font`
// with a colour in a vector picture, sections of character data outside of HTML, the line
// break that begins a `pre`; and selections, which later Chromiums read in another way.
const PIECES = (
  '<p>|</p>|<b>|</b>|<a href=x>|</a>|<div>|</div>|<br>| |x|&nbsp;|<li>|</li>|<ul>|</ul>|<ol>|<table>|<table><tr><td>|<tr>|<td>|</td>|</tr>|<tbody>|</table>|' +
  '<th>|<caption>|<thead>|</thead>|<tfoot>|<pre>|</pre>|<figure>|<img src=a>|<figcaption>|</figure>|<blockquote>|</blockquote>|<math>|<mi>|<mtext>|<mstyle>|' +
  '<math><mi>x</mi>|</math>|</mi>|<ruby>|<rt>|<rp>|</ruby>|<h1>|<h2>|</h2>|<q>|</q>|<details>|<summary>|</details>|<dl>|<dt>|<dd>|</dl>|</dd>|<svg>|</svg>|' +
  '<svg><title>x</title><path/></svg>|<svg><desc>|<foreignObject>|<style>|</style>|<!--|-->|<option>|<template>|</template>|<i>|</i>|<em>|' +
  '<sub>|</sub>|<hr>|<iframe src=y>|</iframe>|<noscript>|</noscript>|<code>|</code>|&lt;|&|&amp|&copy2|&#150;|"|<title>|</title>|<textarea>|</textarea>|<button>|' +
  '</button>|<center>|</center>|<span>|</span>|<font>|</font>|<nobr>|<object>|</object>|<script>|</script>|<script><!-- <script>x</script> --></script>|<input>|<x-y>|</x-y>|<body>|' +
  '</body>|</br>|<image>|<section>|</section>|<circle/>|<br/>|<div/>|<p a="b>c|<?x>'
).split('|')

test('documents nest as Chromium nests them', async ({ harness }) => {
  const differing = (inputs: readonly string[]): Promise<readonly string[]> =>
    harness.page.evaluate(inputs => {
      type Markup = ReturnType<typeof pages.parseHtml>['children'][number]
      const EMPTY = new Set('head template select script style title textarea col colgroup'.split(' '))
      const ours = (node: Markup): string =>
        typeof node === 'string'
          ? node
          : `(${node.name.replace(/^\w+:/, '')}${node.children.map(ours).join('')})`
      const theirs = (node: Node): string => {
        if (node instanceof Text) return node.data
        if (!(node instanceof Element)) return ''
        const isHtml = node.namespaceURI === 'http://www.w3.org/1999/xhtml'
        if (isHtml && EMPTY.has(node.localName)) return ''
        const content = isHtml && node.localName === 'iframe' ? '' : [...node.childNodes].map(theirs).join('')
        return `(${node.localName.toLowerCase()}${content})`
      }
      return inputs.flatMap(input => {
        const root = pages.parseHtml(input, { isRead: () => true, fateOf: () => 'kept' })
        const { body } = new DOMParser().parseFromString(input, 'text/html')
        const [one, other] = [root.children.map(ours).join(''), [...body.childNodes].map(theirs).join('')]
        return one === other ? [] : [`${input}\nours:   ${one}\ntheirs: ${other}`]
      })
    }, inputs)
  // Text at the beginning, so that what follows stands in a body.
  const documents = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 12 })
    .map(pieces => `z${pieces.join('')}`)
  await fc.assert(
    fc.asyncProperty(fc.array(documents, { minLength: 100, maxLength: 200 }), async inputs => {
      expect(await differing(inputs)).toEqual([])
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  )
})
