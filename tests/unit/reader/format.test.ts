import { expect, test } from '@playwright/test'
import { createFormat } from '../../../renderer/reader/strings/format'
import { pluralizer } from '../../../renderer/reader/strings/plural'

const NOON = Date.UTC(2025, 2, 12, 12, 0)
const HOUR = 3_600_000
const english = createFormat('en-GB', 'UTC')

test('a moment of today is its time', () => {
  expect(english.moment(NOON - 3 * HOUR, NOON)).toBe('09:00')
})

test('a moment of this year is day and month, also when it is less than a day ago', () => {
  expect(english.moment(NOON - 13 * HOUR, NOON)).toBe('11 Mar')
  expect(english.moment(Date.UTC(2025, 0, 1), NOON)).toBe('1 Jan')
})

test('a moment of another year says the year', () => {
  expect(english.moment(Date.UTC(2024, 11, 31, 23), NOON)).toBe('31 Dec 2024')
})

test('to the minute, a moment of another day has both its day and its time', () => {
  expect(english.minute(NOON - 3 * HOUR, NOON)).toBe('09:00')
  expect(english.minute(NOON + 22 * HOUR, NOON)).toBe('13 Mar, 10:00')
})

test('today is counted in the time zone of the reader', () => {
  const yerevan = createFormat('en-GB', 'Asia/Yerevan')
  const lateInLondon = Date.UTC(2025, 2, 11, 21, 30)
  expect(yerevan.moment(lateInLondon, NOON)).toBe('01:30')
  expect(english.moment(lateInLondon, NOON)).toBe('11 Mar')
})

test('the dateline is long and in the order of the locale', () => {
  const at = Date.UTC(2024, 10, 27, 11, 27)
  expect(english.dateline(at)).toContain('27 November 2024')
  expect(english.dateline(at)).toContain('11:27')
  expect(createFormat('de', 'UTC').dateline(at)).toContain('27. November 2024')
})

test('numbers are grouped as the locale does', () => {
  expect(english.number(20_412)).toBe('20,412')
  expect(createFormat('de').number(20_412)).toBe('20.412')
})

test('counted nouns follow the plural rules of their language', () => {
  const articles = pluralizer('en')
  expect(articles(1, { one: 'article', other: 'articles' })).toBe('1 article')
  expect(articles(0, { one: 'article', other: 'articles' })).toBe('0 articles')
  const russian = pluralizer('ru')
  const forms = { one: 'статья', few: 'статьи', many: 'статей', other: 'статьи' }
  expect([1, 3, 5, 21].map(count => russian(count, forms))).toEqual([
    '1 статья',
    '3 статьи',
    '5 статей',
    '21 статья',
  ])
})

test('what something takes is told in the largest unit of which it has one', () => {
  expect(english.bytes(0)).toBe('0 bytes')
  expect(english.bytes(1)).toBe('1 byte')
  expect(english.bytes(1024 * 357)).toBe('357 kB')
  expect(english.bytes(1024 ** 2 * 1.14)).toBe('1.1 MB')
  expect(english.bytes(1024 ** 2 * 250)).toBe('250 MB')
  expect(english.bytes(1024 ** 3 * 2)).toBe('2 GB')
  expect(english.bytes(1024 ** 4 * 5)).toBe('5,120 GB')
  expect(createFormat('de', 'UTC').bytes(1024 ** 3 * 1.5)).toMatch(/^1,5\sGB$/)
})
