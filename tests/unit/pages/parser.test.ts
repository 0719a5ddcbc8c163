import { expect, test } from '@playwright/test'
import { parseHtml, type MarkupNode } from '../../../renderer/pages/parser'

const shown = (node: MarkupNode): string =>
  typeof node === 'string' ? node : `(${node.name}${node.children.map(child => ` ${shown(child)}`).join('')})`

/** The tree as text: `(p a (b c))`. */
const tree = (html: string): string =>
  parseHtml(html, {
    isRead: () => true,
    fateOf: name => (name === 'nav' ? 'removed' : name === 'form' ? 'dissolved' : 'kept'),
  })
    .children.map(shown)
    .join(' ')

/** Each case: what it shows, the input, the tree. */
const CASES: readonly (readonly [behaviour: string, html: string, tree: string])[] = [
  ['a block ends an open paragraph', '<p>a<div>b', '(p a) (div b)'],
  ['an end tag of a paragraph that is not open makes one', '<div>a</p>b</div>', '(div a (p) b)'],
  [
    'items end each other, but not across lists',
    '<ul><li>a<ul><li>b</ul><li>c',
    '(ul (li a (ul (li b))) (li c))',
  ],
  ['terms and descriptions end each other', '<dl><dt>a<dd>b<dt>c', '(dl (dt a) (dd b) (dt c))'],
  ['a heading ends at the end tag of another one', '<h2>a</h3>b', '(h2 a) b'],
  ['a link ends where another one begins', '<a>x<b>y<a>z', '(a x (b y)) (b (a z))'],
  ['formatting goes on in the next paragraph', '<p><b>a<p>c', '(p (b a)) (p (b c))'],
  ['formatting that ends in a later block ends there', '<b>a<p>c</b>d', '(b a) (p (b c) d)'],
  ['misnested formatting is mended', '<b>a<i>c</b>d</i>', '(b a (i c)) (i d)'],
  [
    'like elements are opened again at most three times',
    '<p><b><b><b><b>a<p>c',
    '(p (b (b (b (b a))))) (p (b (b (b c))))',
  ],
  [
    'formatting of a cell stays in it',
    '<table><td><b>a<td>c</table>d',
    '(table (tbody (tr (td (b a)) (td c)))) d',
  ],
  [
    'parts of tables that are left out are there',
    '<table><td>a<tr><th>b',
    '(table (tbody (tr (td a)) (tr (th b))))',
  ],
  ['text between cells stands before the table', '<table>a<tr>b<td>c', 'ab (table (tbody (tr (td c))))'],
  ['columns have no place in the tree', '<table><colgroup><col><tr><td>a', '(table (tbody (tr (td a))))'],
  [
    'a table in a row ends the first one',
    '<table><tr><table><td>a',
    '(table (tbody (tr))) (table (tbody (tr (td a))))',
  ],
  ['cells outside of tables are text', '<tr><td>a</td></tr>b', 'ab'],
  ['readings end each other', '<ruby>a<rt>b<rt>c', '(ruby a (rt b) (rt c))'],
  ['a picture may be called an image', '<image>a', '(img) a'],
  ['HTML ends a vector picture', '<svg><g><p>a', '(svg (svg:g)) (p a)'],
  [
    'the title of a vector picture is no title',
    '<svg><title>a</title><path/></svg>b',
    '(svg (svg:title a) (svg:path)) b',
  ],
  ['text in mathematics may hold HTML', '<math><mi><b>a</b></mi><mo/></math>b', '(math (mi (b a)) (mo)) b'],
  ['an empty element of mathematics is closed', '<math><mspace/><mi>a', '(math (mspace) (mi a))'],
  [
    'scripts, styles and fields have no content',
    '<style>a</style><title>b<i></title><textarea><b></textarea>c',
    'c',
  ],
  ['a script that a script writes does not end it', '<script><!-- <script>a</script> b --></script>c', 'c'],
  ['a comment in a script hides nothing once it has ended', '<script><!-- <script> --></script>c', 'c'],
  ['templates have no content', 'a<template>b<template>c</template>d</template>e', 'ae'],
  ['selections have no content, and a field ends them', 'a<select><option>b<input>c', 'a (input) c'],
  ['a cell ends a selection', '<table><td><select><option>a<td>b', '(table (tbody (tr (td) (td b))))'],
  ['frames have no content', '<iframe src=a><p>b</iframe>c', '(iframe) c'],
  ['a document of frames is empty', '<frameset><frame><noframes>a</noframes></frameset>b', ''],
  [
    'what belongs into a head is left out',
    '<!doctype html><html><head><meta a><base b></head><body c>d',
    'd',
  ],
  ['comments of all forms are left out', 'a<!-->b<!-- c -- > -->d<?e>f<!g>h</ i>j<!---->k', 'abdfhjk'],
  ['a section of character data is a comment up to the first >', 'a<![CDATA[b>c]]>d', 'ac]]>d'],
  ['signs that begin no tag are text', 'a < b <3 </> <', 'a < b <3  <'],
  ['a tag that does not end is dropped', 'a<b c="d>e', 'a'],
  [
    'references are characters',
    '&lt;&amp;lt;&#65;&#x42;&#150;&copy2&nbsp;&notit;&#0;',
    '<&lt;AB–©2\u00a0¬it;\ufffd',
  ],
  ['removed elements take their content with them', 'a<nav>b<p>c</nav>d', 'a d'],
  ['dissolved elements leave their content', '<form>a<p>b</form>c', 'a (p b) c'],
]

for (const [behaviour, html, expected] of CASES)
  test(behaviour, () => {
    expect(tree(html)).toBe(expected)
  })

test('the first attribute of a name counts, in whatever quotes', () => {
  const [node] = parseHtml(`<a HREF='x&amp;y"' href=z title="&lt;" hidden other=1>`, {
    isRead: name => name !== 'other',
    fateOf: () => 'kept',
  }).children
  expect(typeof node === 'object' && [...node.attributes]).toEqual([
    ['href', 'x&y"'],
    ['title', '<'],
    ['hidden', ''],
  ])
})

test('neighbours are linked, and elements know where they stand', () => {
  const root = parseHtml('<i></i>a<form><b></b></form><u></u>', {
    isRead: () => true,
    fateOf: name => (name === 'form' ? 'dissolved' : 'kept'),
  })
  const elements = root.children.filter(child => typeof child !== 'string')
  expect(elements.map(({ name, previous, parent }) => [name, previous?.name ?? '', parent === root])).toEqual(
    [
      ['i', '', true],
      ['b', 'i', true],
      ['u', 'b', true],
    ],
  )
})

test('nothing nests without end', () => {
  const depthOf = (node: MarkupNode): number =>
    typeof node === 'string' ? 0 : 1 + Math.max(0, ...node.children.map(depthOf))
  const deep = ['<div>', '<b>', '<b id=>', '<ul><li>', '<table><tr><td>', '<math><mrow>', '<svg><g>', '<x-y>']
  const tricks = ['<div></b>', '<form><div></form>', '<a><div>', '<table><div>', '<nobr><p><div>']
  for (const piece of [...deep, ...tricks]) {
    const root = parseHtml(`<b>${piece.repeat(20_000)}x`, { isRead: () => true, fateOf: () => 'kept' })
    expect(depthOf(root), piece).toBeLessThan(1600)
    expect(tree(`${piece.repeat(1000)}x`), piece).toContain('x')
  }
})
