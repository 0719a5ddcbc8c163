import { expect, test } from '@playwright/test'
import { isPageOf } from '../../../renderer/ingest/belongs'
import { wantsOf } from '../../../renderer/ingest/wants'

const ENTRY = {
  title: 'Ferry runs again',
  text: 'The ferry between the islands will run again from Monday, the harbour office said today after eleven weeks.',
}
const PAGE = {
  title: 'Ferry runs again',
  text: `${ENTRY.text} The new shaft came by train, by barge and on the shoulders of forty people.`,
}
const BREAD = {
  title: 'Rye bread',
  text: 'Rye flour, caraway seeds, water and the patience of a saint make a loaf that lasts for weeks.',
}
const AT = 'https://courier.example/ferry'

test('a page belongs to an entry whose words it has', () => {
  expect(isPageOf(ENTRY, PAGE, AT, AT)).toBe(true)
  expect(isPageOf(ENTRY, BREAD, AT, AT)).toBe(false)
  expect(
    isPageOf({ title: 'フェリー再開', text: '島々を結ぶ連絡船が月曜日から再開する。' }, BREAD, AT, AT),
  ).toBe(false)
})

test('an entry that says next to nothing is believed its page, but never a front page', () => {
  const entry = { title: 'Ferry', text: 'Comments' }
  expect(isPageOf(entry, BREAD, AT, AT)).toBe(true)
  expect(isPageOf(entry, BREAD, AT, 'https://courier.example/')).toBe(false)
  expect(isPageOf(entry, BREAD, 'https://bread.example/', 'https://bread.example/')).toBe(true)
  expect(isPageOf(entry, BREAD, AT, 'https://courier.example/?p=7')).toBe(true)
})

const NOW = Date.parse('2026-11-24T00:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const ARTICLE = { html: '<p>Text</p>', link: AT, dateline: NOW - DAY, saved: false, leadPicture: null }
const PICTURED = { ...ARTICLE, html: '<p><img data-picture="https://courier.example/1.jpg" alt=""></p>' }
const WISHES = { text: undefined, pictures: undefined, keepPictures: true }

test('a teaser wants its page, and pictures are wanted where there are any', () => {
  expect(wantsOf(ARTICLE, false, WISHES, NOW)).toEqual([])
  expect(wantsOf(ARTICLE, true, WISHES, NOW)).toEqual(['page'])
  expect(wantsOf(PICTURED, true, WISHES, NOW)).toEqual(['page', 'pictures'])
  expect(wantsOf({ ...ARTICLE, leadPicture: AT }, false, WISHES, NOW)).toEqual(['pictures'])
  expect(wantsOf({ ...ARTICLE, link: null }, true, WISHES, NOW)).toEqual([])
})

test('what the person wishes for a feed goes before what is wished everywhere', () => {
  expect(wantsOf(ARTICLE, false, { ...WISHES, text: 'page' }, NOW)).toEqual(['page'])
  expect(wantsOf(ARTICLE, true, { ...WISHES, text: 'feed' }, NOW)).toEqual([])
  expect(wantsOf(PICTURED, true, { ...WISHES, text: 'feed' }, NOW)).toEqual(['pictures'])
  expect(wantsOf(PICTURED, false, { ...WISHES, keepPictures: false }, NOW)).toEqual([])
  expect(wantsOf(PICTURED, false, { ...WISHES, keepPictures: false, pictures: true }, NOW)).toEqual([
    'pictures',
  ])
  expect(wantsOf(PICTURED, false, { ...WISHES, pictures: false }, NOW)).toEqual([])
})

test('articles that were old when they came wait until somebody asks, saved ones do not', () => {
  const old = { ...PICTURED, dateline: NOW - 31 * DAY }
  expect(wantsOf(old, true, WISHES, NOW)).toEqual([])
  expect(wantsOf({ ...old, saved: true }, false, WISHES, NOW)).toEqual(['pictures'])
  expect(wantsOf({ ...PICTURED, dateline: null }, false, WISHES, NOW)).toEqual(['pictures'])
})
