import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { FeedError, type FeedErrorKind } from '../../../renderer/feeds'
import { fixture, fixtureText, read, readItem } from './support'

function kindOf(source: string | Uint8Array): FeedErrorKind | 'a feed' {
  try {
    read(source)
    return 'a feed'
  } catch (error) {
    if (error instanceof FeedError) return error.kind
    throw error
  }
}

const titles = (source: string | Uint8Array): readonly string[] =>
  read(source).entries.map(entry => entry.title)

const item = (title: string): string => `<item><title>${title}</title><guid>${title}</guid></item>`

test('what is no feed is told apart', () => {
  expect(kindOf('')).toBe('empty')
  expect(kindOf(' \n\t ')).toBe('empty')
  expect(kindOf('\ufeff')).toBe('empty')
  expect(kindOf('<!DOCTYPE html><html><head><title>Welcome</title></head><body>Hello</body></html>')).toBe(
    'html',
  )
  expect(kindOf(fixture('page.html'))).toBe('html')
  expect(kindOf('<html><body><p>Not found')).toBe('html')
  expect(kindOf('<?xml version="1.0"?><rss version="2.0"><channel><title>Cut</title><item><title>of')).toBe(
    'cut-off',
  )
  expect(kindOf('<?xml version="1.0" encoding="utf-8"')).toBe('cut-off')
  expect(kindOf('{"version": "https://jsonfeed.org/version/1.1", "title": "Cut')).toBe('cut-off')
  expect(kindOf('{"hello": "world"}')).toBe('unknown')
  expect(kindOf('hello world')).toBe('unknown')
  expect(kindOf('<catalog><book/></catalog>')).toBe('unknown')
  expect(kindOf(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0))).toBe('unknown')
  expect(kindOf('<rss version="2.0"><channel></channel></rss>')).toBe('a feed')
})

test('a feed cut off anywhere keeps its whole entries and never a broken one', () => {
  const whole = fixtureText('lighthouse.rss')
  const all = read(whole).entries
  const ends = [...whole.matchAll(/<\/item>/g)].map(match => match.index + match[0].length)
  expect(ends).toHaveLength(3)
  for (let length = ends[0] ?? 0; length < whole.length; length++) {
    const count = ends.filter(end => end <= length).length
    expect(read(whole.slice(0, length)).entries).toEqual(all.slice(0, count))
  }
})

test('a JSON Feed cut off inside an item keeps the items before', () => {
  const whole = fixtureText('kitchen.json')
  const cut = whole.slice(0, whole.indexOf('Only text'))
  expect(titles(cut)).toEqual(['Soup & bread'])
})

test('bare ampersands, unknown entities and control characters are text', () => {
  expect(readItem('<title>Salt & pepper &unknown; x</title>').title).toBe('Salt & pepper &unknown; x')
  expect(readItem('<title>a\u0007b\u0000c</title>').title).toBe('abc')
  expect(readItem('<link>https://x.example/?a=1&copy=2&b=3</link>').link).toBe(
    'https://x.example/?a=1&copy=2&b=3',
  )
})

test('junk before the feed does not hide it', () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel>${item('one')}</channel></rss>`
  expect(titles(`\n\n  ${feed}`)).toEqual(['one'])
  expect(titles(`<br />\n<b>Warning</b>: something in line 4 <br>${feed}`)).toEqual(['one'])
  expect(titles(`Notice: nothing\n${feed}`)).toEqual(['one'])
})

test('missing and wrong end tags lose no entry', () => {
  const wrap = (items: string): string =>
    `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`
  expect(titles(wrap('<item><title>one</title><foo></item><item><title>two</title></item>'))).toEqual([
    'one',
    'two',
  ])
  expect(titles(wrap('<item><title>one<item><title>two</title></item>'))).toEqual(['one', 'two'])
  expect(titles(wrap('<item><title>one<link>https://x.example/</link></item>'))).toEqual(['one'])
  expect(titles(wrap('<category><item><title>one</title></item><item><title>two</title></item>'))).toEqual([
    'one',
    'two',
  ])
  expect(titles(wrap('<item><title>one</title><item /><guid>1</guid></item>'))).toEqual(['one'])
  expect(titles(wrap('</div><item></p><title>one</title></item>'))).toEqual(['one'])
})

test('an element of another namespace is no entry', () => {
  const feed = `<rss version="2.0"><channel><item><title>one</title><x:items><x:item>no</x:item></x:items></item></channel></rss>`
  expect(titles(feed)).toEqual(['one'])
})

test('forgotten escapes and unclosed tags stay markup', () => {
  const entry = readItem('<description><p>One<br>two &lt; three</p></description><guid>after</guid>')
  expect(entry).toMatchObject({ summary: '<p>One<br>two &lt; three</p>', id: 'after' })
})

test('a prefixed feed without its namespace declaration is read by the customary prefixes', () => {
  const feed =
    '<rss><channel><item><dc:creator>Ann</dc:creator><content:encoded>Text</content:encoded></item></channel></rss>'
  expect(read(feed).entries[0]).toMatchObject({ author: 'Ann', content: 'Text' })
})

test('entities of the document type are known, nested and external ones are not expanded', () => {
  const feed = (declarations: string, text: string): string =>
    `<?xml version="1.0"?><!DOCTYPE rss [${declarations}]><rss version="2.0"><channel><item><title>${text}</title></item></channel></rss>`
  expect(titles(feed('<!ENTITY who "the keeper">', 'Ask &who;'))).toEqual(['Ask the keeper'])
  expect(titles(feed('<!ENTITY a "lol"><!ENTITY b "&a;&a;">', '&b;'))).toEqual(['&a;&a;'])
  expect(titles(feed('<!ENTITY f SYSTEM "file:///etc/passwd">', 'x &f;'))).toEqual(['x &f;'])
})

test('entities together grow no further than a bound', () => {
  const value = 'x'.repeat(1000)
  const feed = `<!DOCTYPE rss [<!ENTITY a "${value}">]><rss><channel><item><description>${'&a;'.repeat(100_000)}</description></item></channel></rss>`
  expect(read(feed).entries[0]?.summary.length).toBeLessThan(1_500_000)
})

test('hostile shapes neither hang nor overflow', () => {
  const count = 300_000
  const inItem = (text: string): string => `<rss><channel><item>${text}</item></channel></rss>`
  const shapes = [
    '"'.repeat(count),
    '<'.repeat(count),
    '&'.repeat(count),
    '{'.repeat(count),
    '{"items":['.repeat(count / 10),
    `<rss><channel>${'<item>'.repeat(count)}`,
    '<a>'.repeat(count) + '</b>'.repeat(count),
    inItem(`<description>${'<b>'.repeat(count)}${'</i>'.repeat(count)}</description>`),
    inItem(`<title>${'&lt;a '.repeat(count)}</title>`),
    inItem(`<title>${'&lt;!--'.repeat(count)}</title>`),
    inItem(`<author>a@${'- '.repeat(count)}x b@c.d</author>`),
    inItem(`<author>a@${'.'.repeat(count)}@</author>`),
    inItem(`<pubDate>${'1 '.repeat(count)}</pubDate>`),
    inItem('<![CDATA['.repeat(count)),
    inItem('<!--'.repeat(count)),
    inItem(`<description>&lt;img srcset="${' '.repeat(count)}"&gt;</description>`),
    `<!DOCTYPE a [${'<!ENTITY a "'.repeat(count)}`,
    `<feed xml:base="https://x.example/">${'<entry xml:base="b/">'.repeat(count)}`,
  ]
  for (const shape of shapes) expect(['a feed', 'cut-off', 'unknown']).toContain(kindOf(shape))
})

test('no feed brings more than twenty thousand entries', () => {
  const items = Array.from({ length: 20_010 }, (_, index) => `<item><guid>${index}</guid></item>`).join('')
  expect(read(`<rss><channel>${items}</channel></rss>`).entries).toHaveLength(20_000)
})

test('a feed of millions of entries is read no further than its first ones', () => {
  const { entries } = read(`<rss><channel>${'<item><guid>1</guid></item>'.repeat(300_000)}</channel></rss>`)
  expect(entries).toHaveLength(1)
})

test('any change to a feed gives a feed or a FeedError, nothing else', () => {
  const sources = ['lighthouse.rss', 'harbour.rdf', 'orchard.atom', 'attic.atom03', 'kitchen.json'].map(
    fixture,
  )
  const edit = fc.record({
    source: fc.constantFrom(...sources),
    at: fc.nat(),
    removed: fc.nat(200),
    added: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom('<item>', '</', '&#x110000;', ']]>', '<![CDATA[', '"')
        .map(text => new TextEncoder().encode(text)),
    ),
  })
  fc.assert(
    fc.property(edit, ({ source, at, removed, added }) => {
      const start = at % source.length
      const changed = Buffer.concat([source.subarray(0, start), added, source.subarray(start + removed)])
      expect(['a feed', 'html', 'cut-off', 'unknown', 'empty']).toContain(kindOf(new Uint8Array(changed)))
    }),
    { numRuns: 500 },
  )
})
