import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { dateAtStart, wholeDate } from '../../../renderer/pages/dates'

const local = (year: number, month: number, day: number, hour = 0, minute = 0): number =>
  new Date(year, month - 1, day, hour, minute).getTime()

const FORMS: readonly (readonly [text: string, published: number])[] = [
  ['27 November 2024,\u00a0 \u00a0 \u00a0 11:27', local(2024, 11, 27, 11, 27)],
  ['Nov. 27, 2024 at 11:27 PM', local(2024, 11, 27, 23, 27)],
  ['November 27th, 2024 12:05 a.m.', local(2024, 11, 27, 0, 5)],
  ['Published: Wednesday, 27 November 2024', local(2024, 11, 27)],
  ['Wed 27 Nov 2024 11.27', local(2024, 11, 27, 11, 27)],
  ['27.11.2024 11:27 Uhr', local(2024, 11, 27, 11, 27)],
  ['27. März 2024, 7:05 Uhr', local(2024, 3, 27, 7, 5)],
  ['27 novembre 2024 à 11h27', local(2024, 11, 27, 11, 27)],
  ['27 de noviembre de 2024', local(2024, 11, 27)],
  ['27 ноября 2024 г., 11:27', local(2024, 11, 27, 11, 27)],
  ['27 Kasım 2024 11:27', local(2024, 11, 27, 11, 27)],
  ['2024年11月27日 11:27', local(2024, 11, 27, 11, 27)],
  ['2024년 11월 27일', local(2024, 11, 27)],
  ['27/11/2024', local(2024, 11, 27)],
  ['11/27/2024', local(2024, 11, 27)],
  ['03/04/2024', local(2024, 4, 3)],
  ['2024-11-27', local(2024, 11, 27)],
  ['2024-11-27T11:27', local(2024, 11, 27, 11, 27)],
  ['2024-11-27T11:27:00.123Z', Date.UTC(2024, 10, 27, 11, 27)],
  ['2024-11-27T11:27:00+05:30', Date.UTC(2024, 10, 27, 5, 57)],
  ['2024-11-27T11:27:00-0330', Date.UTC(2024, 10, 27, 14, 57)],
  ['27 November 2024 11:27 GMT', Date.UTC(2024, 10, 27, 11, 27)],
  ['27 November 2024, 11:27 EST', Date.UTC(2024, 10, 27, 16, 27)],
]

for (const [text, published] of FORMS)
  test(`"${text}" is read`, () => {
    expect(wholeDate(text)?.published).toBe(published)
  })

for (const text of [
  '',
  'A sentence about 2024.',
  '31 February 2024',
  '45.13.2024',
  '27 Nobember 2024',
  'more',
  '12345',
  '11:27',
])
  test(`"${text}" is no date`, () => {
    expect(wholeDate(text)).toBeNull()
  })

test('what follows a date is told, and a date with other words is no whole date', () => {
  expect(dateAtStart('27 November 2024, 11:27 more')).toMatchObject({
    text: '27 November 2024, 11:27',
    rest: ' more',
  })
  expect(wholeDate('27 November 2024 was a cold day in the harbour')).toBeNull()
})

test('no text makes it throw, and a date that is read exists', () => {
  const pieces = fc.constantFrom(
    '27',
    '2024',
    'Nov',
    'mai',
    '.',
    '/',
    '-',
    ' ',
    ',',
    ':',
    '11:27',
    'pm',
    'GMT',
    '+02',
    '年',
    '月',
    'x',
    'de ',
    '\u00a0',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map(list => list.join('')),
      ),
      text => {
        const date = dateAtStart(text)
        expect(date === null || Number.isFinite(date.published)).toBe(true)
      },
    ),
  )
})
