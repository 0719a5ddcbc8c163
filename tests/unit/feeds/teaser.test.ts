import { expect, test } from '@playwright/test'
import { isTeaser } from '../../../renderer/feeds'

const SENTENCE = 'The ferry between the islands will run again from Monday, the harbour office said. '
const entry = { link: 'https://example.org/1', title: 'Ferry runs again', content: '' }

test('a short summary stands for the text on its page, a long one is the text', () => {
  expect(isTeaser(entry, SENTENCE)).toBe(true)
  expect(isTeaser(entry, SENTENCE.repeat(8))).toBe(false)
  expect(isTeaser(entry, '')).toBe(true)
  expect(isTeaser(entry, 'Ferry runs again')).toBe(true)
})

test('content that the feed calls so is whole, unless it breaks off', () => {
  const whole = { ...entry, content: '<p>text</p>' }
  expect(isTeaser(whole, SENTENCE)).toBe(false)
  const endings = [
    '…',
    '...',
    ' [...]',
    '[…]',
    '… Read more',
    '... Continue reading →',
    '\nRead more »',
    '\nWeiterlesen',
    '. Lire la suite',
    '\nЧитать далее',
    '続きを読む',
  ]
  for (const ending of endings)
    expect(isTeaser(whole, SENTENCE.repeat(20).trim() + ending), ending).toBe(true)
  for (const ending of [' He said: “Well …” and left.', ' I like to read more books.'])
    expect(isTeaser(whole, SENTENCE.repeat(20) + ending), ending).toBe(false)
})

test('messages without a title are whole, and without a link there is no page', () => {
  expect(isTeaser({ ...entry, title: '' }, SENTENCE)).toBe(false)
  expect(isTeaser({ ...entry, link: null }, SENTENCE)).toBe(false)
})

test('scripts without spaces are counted by their characters', () => {
  expect(isTeaser(entry, '島々を結ぶ連絡船が月曜日から再開する。')).toBe(true)
  expect(isTeaser(entry, '島々を結ぶ連絡船が月曜日から再開する。'.repeat(12))).toBe(false)
})

test('a megabyte of dots and spaces is read at once', () => {
  for (const piece of ['. ', '… ', '[ ', '\n', 'read ', ')))'])
    expect(isTeaser(entry, piece.repeat(500_000))).toBeDefined()
})
