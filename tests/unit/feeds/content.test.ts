import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { resolveContent } from '../../../renderer/feeds'

const BASE = 'https://x.example/a/b.html'

test('addresses become absolute and nothing else changes', () => {
  const html = `<P Class=x><a href='c?d=1&amp;e=2' title="href=x">é</a><img alt src=/p.png><video poster="v.jpg"></video> <b`
  expect(resolveContent(html, BASE)).toBe(
    `<P Class=x><a href='https://x.example/a/c?d=1&amp;e=2' title="href=x">é</a><img alt src=https://x.example/p.png><video poster="https://x.example/a/v.jpg"></video> <b`,
  )
})

test('addresses that are absolute, fragments or unreadable stay as they are', () => {
  const html =
    '<a href="HTTP://y.example/ "></a><a href="#note"></a><a href="mailto:a@b"></a><a href="http://["></a><a href=""></a>'
  expect(resolveContent(html, BASE)).toBe(html)
})

test('addresses become absolute however their attributes are written', () => {
  const spaces = ' '.repeat(30)
  for (const attribute of ['href="c"', "HREF = 'c'", 'href\n=\n"c"', `href${spaces}=${spaces}"c"`, 'href=c'])
    expect(
      resolveContent(`<a href="https://y.example/"></a><a ${attribute}></a>`, BASE),
      attribute,
    ).toContain('https://x.example/a/c')
})

test('each picture of a set is resolved', () => {
  expect(resolveContent('<img srcset="a.png, /b.png 2x, https://y.example/c,d.png 3x">', BASE)).toBe(
    '<img srcset="https://x.example/a/a.png, https://x.example/b.png 2x, https://y.example/c,d.png 3x">',
  )
})

test('an address cannot break out of its attribute', () => {
  expect(resolveContent(`<a href='x"&#39;&gt;<script>'>`, BASE)).not.toContain(`'>'`)
  const resolved = resolveContent(`<a href="x&quot; onclick=alert(1)">`, BASE)
  expect(resolved.match(/"/g)).toHaveLength(2)
})

test('resolving twice is resolving once, for any text', () => {
  const piece = fc.constantFrom(
    '<a href="',
    'x',
    '/',
    '"',
    "'",
    '>',
    '<img srcset=',
    ' ',
    'é',
    '&amp;',
    '#',
    ',',
    '2x',
    '</a>',
    'http:',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const once = resolveContent(pieces.join(''), BASE)
      expect(resolveContent(once, BASE)).toBe(once)
    }),
  )
})
