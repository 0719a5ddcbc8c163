import { expect, test } from '@playwright/test'
import { decodePage } from '../../../renderer/pages/decode'

const latin = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a byte order mark decides, and is not part of the text', () => {
  expect(decodePage(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('é')]), 'text/html; charset=iso-8859-1')).toBe(
    'é',
  )
  expect(decodePage(new Uint8Array([0xff, 0xfe, 0xe9, 0x00]), null)).toBe('é')
  expect(decodePage(new Uint8Array([0xfe, 0xff, 0x00, 0xe9]), null)).toBe('é')
})

test('the header goes before the document', () => {
  expect(decodePage(latin('<meta charset=utf-8>\xe9'), 'text/html; charset="ISO-8859-1"')).toContain('é')
})

test('the document says its own encoding', () => {
  expect(decodePage(latin('<meta charset="windows-1251">\xcf'), 'text/html')).toContain('П')
  expect(
    decodePage(latin('<meta http-equiv=Content-Type content="text/html; charset=koi8-r">\xf0'), null),
  ).toContain('П')
  expect(decodePage(latin('<?xml version="1.0" encoding="iso-8859-2"?>\xb9'), null)).toContain('š')
})

test('without a word UTF-8 is tried, then windows-1252', () => {
  expect(decodePage(utf8('“é”'), null)).toBe('“é”')
  expect(decodePage(latin('caf\xe9'), null)).toBe('café')
})

test('unknown names and impossible ones are passed over', () => {
  expect(decodePage(utf8('é'), 'text/html; charset=nonsense')).toBe('é')
  expect(decodePage(utf8('<meta charset="utf-16">é'), null)).toContain('é')
})
