import { expect, test } from '@playwright/test'
import { read } from './support'

const feed = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel>${items.map(item => `<item>${item}</item>`).join('')}</channel></rss>`

const identities = (...items: readonly string[]): readonly string[] =>
  read(feed(...items)).entries.map(entry => entry.identity)

test('the id counts before the link, the link before the content', () => {
  const content = '<title>t</title><description>d</description>'
  const [byId] = identities(`<guid isPermaLink="false">7</guid><link>https://x.example/a</link>${content}`)
  const [byLink] = identities(`<link>https://x.example/a</link>${content}`)
  const [byHash] = identities(content)
  expect(byId).toBe('id:7')
  expect(byLink).toBe('link:https://x.example/a')
  expect(byHash).toMatch(/^hash:[\da-f]{16}$/)
})

test('a date never makes another article', () => {
  const item = (date: string): string =>
    `<title>t</title><description>d</description><pubDate>${date}</pubDate>`
  expect(identities(item('Mon, 25 Nov 2024 10:00:00 GMT'))).toEqual(
    identities(item('Tue, 26 Nov 2024 10:00:00 GMT')),
  )
  expect(identities(item('Mon, 25 Nov 2024 10:00:00 GMT'))).toEqual(identities(item('')))
})

test('other words make another article where nothing else identifies it', () => {
  const [one] = identities('<title>ab</title><description>c</description>')
  const [two] = identities('<title>a</title><description>bc</description>')
  expect(one).not.toBe(two)
})

test('the same article twice is one, as it was changed last', () => {
  const item = (day: number, text: string): string =>
    `<guid>1</guid><title>t</title><description>${text}</description><atom:updated>2024-11-${day}T00:00:00Z</atom:updated>`
  const { entries } = read(feed(item(20, 'old'), '<guid>2</guid>', item(22, 'new'), item(21, 'middle')))
  expect(entries.map(entry => [entry.id, entry.summary])).toEqual([
    ['1', 'new'],
    ['2', ''],
  ])
})

test('an id or link that a publisher gives to everything loses no article', () => {
  expect(
    new Set(
      identities(
        '<guid>x</guid><link>https://x.example/1</link><title>One</title>',
        '<guid>x</guid><link>https://x.example/2</link><title>Two</title>',
      ),
    ),
  ).toEqual(new Set(['link:https://x.example/1', 'link:https://x.example/2']))
  const sameLink = ['One', 'Two', 'Three'].map(
    title => `<link>https://x.example/</link><title>${title}</title>`,
  )
  expect(new Set(identities(...sameLink)).size).toBe(3)
  const untitled = ['One', 'Two'].map(text => `<guid>x</guid><description>${text}</description>`)
  expect(new Set(identities(...untitled)).size).toBe(2)
})

test('entries with nothing but a file are told apart by it', () => {
  const [one, two] = ['a', 'b'].map(
    name => `<enclosure url="https://x.example/${name}.mp3" type="audio/mpeg" length="1"/>`,
  )
  expect(new Set(identities(one ?? '', two ?? '', one ?? '')).size).toBe(2)
})
