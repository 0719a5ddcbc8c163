import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { errorOf, read } from './saved-lists-read'

const cell = fc.string({ maxLength: 20 })
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

test('every title survives being written as RFC 4180 says', () => {
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (titles, end) => {
        const rows = titles.map((title, index) => `${quoted(title)},https://a.example/${index}`)
        const list = read(['title,url', ...rows].join(end))
        const shown = titles.map(title => title.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null)
        expect(list.items.map(item => item.title)).toEqual(shown)
      },
    ),
  )
})

test('every entry of a table is an item or left out, however it is written', () => {
  const row = fc.tuple(cell, fc.oneof(fc.webUrl(), cell), cell)
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), rows => {
      const text = ['title,url,tags', ...rows.map(cells => cells.map(quoted).join(','))].join('\n')
      const list = read(text)
      expect(list.items.length + list.leftOut.length).toBe(rows.length)
      expect(new Set(list.items.map(item => item.address)).size).toBe(list.items.length)
    }),
  )
})

test('any text gives a list or the typed error', () => {
  const beginning = fc.constantFrom(
    '',
    '[',
    '{',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    'title,url\n',
    '[{"slug":"',
  )
  fc.assert(
    fc.property(beginning, fc.string({ maxLength: 200, unit: 'binary' }), (start, rest) => {
      const result = errorOf(start + rest)
      expect(result).not.toBeInstanceOf(Error)
    }),
  )
})

test('100,000 items of each form are read', () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => index)
  const pocket = numbers.map(
    n => `"Title, ${n}",https://host${n % 500}.example/${n},17000${n % 99999},a|b,unread`,
  )
  expect(read(`title,url,time_added,tags,status\n${pocket.join('\n')}`).items).toHaveLength(100_000)
  const links = numbers.map(n => `<DT><A HREF="https://h.example/${n}" ADD_DATE="1700000000">T ${n}</A>\n`)
  expect(read(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${links.join('')}</DL>`).items).toHaveLength(100_000)
  const records = numbers.map(n => ({ slug: `s${n}`, url: `https://h.example/${n}`, labels: ['x'] }))
  expect(read(JSON.stringify(records)).items).toHaveLength(100_000)
})

test('hostile texts end in bounded time', () => {
  const many = 2_000_000
  const head = 'title,url,tags\n'
  const bookmarks = '<!DOCTYPE NETSCAPE-Bookmark-file-1>'
  for (const text of [
    head + '"'.repeat(many),
    head + '"a""'.repeat(many / 4),
    head + '"",""a,'.repeat(many / 7),
    head + ','.repeat(many),
    head + '\r'.repeat(many),
    `${head}x,https://a.example/,[${'"'.repeat(many)}]`,
    `${head}x,https://a.example/,${','.repeat(many)}`,
    bookmarks + '<DL><DT><H3>f</H3>'.repeat(many / 20),
    bookmarks + '<A HREF="'.repeat(many / 9),
    bookmarks + '<A HREF=https://a.example/>'.repeat(many / 27),
    bookmarks + '</DL>'.repeat(many / 5),
    bookmarks + '&amp'.repeat(many / 4),
    bookmarks + '<!--'.repeat(many / 4),
    '['.repeat(many),
    `${'['.repeat(many)}${']'.repeat(many)}`,
    '<title>'.repeat(many / 7),
    ' '.repeat(many) + 'x',
  ])
    expect(errorOf(text)).not.toBeInstanceOf(Error)
})
