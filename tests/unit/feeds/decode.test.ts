import { expect, test } from '@playwright/test'
import { read } from './support'

const feed = (encoding: string, title: string): string =>
  `<?xml version="1.0"${encoding === '' ? '' : ` encoding="${encoding}"`}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  const all = mark ? [0xfeff, ...units] : units
  return Uint8Array.from(all.flatMap(unit => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

test('the declared encoding is used', () => {
  expect(read(latin1(feed('ISO-8859-1', 'Caf\u00e9'))).title).toBe('Café')
  expect(read(latin1(feed('windows-1251', '\u00cf\u00f0\u00e8'))).title).toBe('При')
  expect(read(latin1(feed('', '\u00cf\u00f0\u00e8')), 'text/xml; charset="windows-1251"').title).toBe('При')
  expect(read(latin1(feed('iso-2022-jp', '\u001b$B5-;v\u001b(B'))).title).toBe('記事')
})

test('valid UTF-8 is UTF-8 whatever is declared', () => {
  expect(read(bytes(feed('ISO-8859-1', 'Café'))).title).toBe('Café')
  expect(read(bytes(feed('', 'Café')), 'text/xml; charset=iso-8859-1').title).toBe('Café')
  expect(read(bytes(feed('no-such-encoding', 'Café'))).title).toBe('Café')
})

test('bytes that are not the UTF-8 they claim to be are windows-1252', () => {
  expect(read(latin1(feed('utf-8', 'Caf\u00e9 \u0093quoted\u0094'))).title).toBe('Café “quoted”')
})

test('a few broken bytes do not spoil a text in UTF-8', () => {
  const text = bytes(feed('utf-8', 'Žluťoučký kůň X'))
  text[text.indexOf('X'.charCodeAt(0), 60)] = 0xff
  expect(read(text).title).toBe('Žluťoučký kůň \ufffd')
})

test('UTF-16 is seen by its mark or by its zeros', () => {
  for (const bigEndian of [true, false])
    for (const mark of [true, false])
      expect(read(utf16(feed('utf-16', 'Ωμέγα'), bigEndian, mark)).title).toBe('Ωμέγα')
})

test('a byte order mark before the declaration is no junk', () => {
  expect(read(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes(feed('utf-8', 'Ž')))).title).toBe('Ž')
})
