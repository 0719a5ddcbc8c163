import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { parseDate } from '../../../renderer/feeds'

const iso = (text: string): string | null => {
  const time = parseDate(text)
  return time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z')
}

const MODEL = '2024-11-27T11:27:00Z'

test('every way in which feeds write a time is read', () => {
  const forms = [
    ['2024-11-27T11:27:00Z', MODEL],
    ['2024-11-27T11:27Z', MODEL],
    ['2024-11-27t11:27:00z', MODEL],
    ['2024-11-27 11:27', MODEL],
    ['2024-11-27 11:27:00 UTC', MODEL],
    ['2024-11-27 13:27:00 +0200', MODEL],
    ['2024-11-27T06:27:00-05:00', MODEL],
    ['2024-11-27T16:57:00.000+0530', MODEL],
    ['2024-11-27T12:27:00+01', MODEL],
    ['2024-11-27T11:27:00.1234567Z', '2024-11-27T11:27:00.123Z'],
    ['2024-11-27T11:27:00,5Z', '2024-11-27T11:27:00.500Z'],
    ['20241127T112700Z', MODEL],
    ['20241127', '2024-11-27T00:00:00Z'],
    ['2024-11-27', '2024-11-27T00:00:00Z'],
    ['2024/11/27 11:27', MODEL],
    ['2024-11', '2024-11-01T00:00:00Z'],
    ['2024', '2024-01-01T00:00:00Z'],
    ['2024-332', '2024-11-27T00:00:00Z'],
    ['2024-11-26T24:00:00Z', '2024-11-27T00:00:00Z'],
    ['Wed, 27 Nov 2024 11:27:00 GMT', MODEL],
    ['Wed, 27 Nov 2024 12:27:00 +0100 (CET)', MODEL],
    ['Wed, 27 Nov 2024 06:27:00 EST', MODEL],
    ['Wed, 27 Nov 2024 07:27:00 EDT', '2024-11-27T11:27:00Z'],
    ['Wed, 27 Nov 2024 11:27 UT', MODEL],
    ['Thursday, 27 November 2024 11:27:00 Z', MODEL],
    ['Wed,27 Nov 2024 11:27:00 GMT', MODEL],
    ['27 Nov 24 11:27:00 GMT', MODEL],
    ['27 Nov 99 11:27:00 GMT', '1999-11-27T11:27:00Z'],
    ['27-Nov-2024 11:27:00', MODEL],
    ['Wed Nov 27 11:27:00 2024', MODEL],
    ['Wed Nov 27 11:27:00 UTC 2024', MODEL],
    ['Wed Nov 27 12:27:00 +0100 2024', MODEL],
    ['Wed Nov 27 2024 12:27:00 GMT+0100 (Central European Standard Time)', MODEL],
    ['Nov 27, 2024 11:27 AM', MODEL],
    ['November 27th, 2024 11:27 a.m.', MODEL],
    ['Wednesday, November 27, 2024 11:27 PM', '2024-11-27T23:27:00Z'],
    ['Nov 27, 2024 12:05 AM', '2024-11-27T00:05:00Z'],
    ['November 27, 2024 at 3 PM', '2024-11-27T15:00:00Z'],
    ['11/27/2024 11:27:00 AM', MODEL],
    ['27/11/2024 11:27', MODEL],
    ['27.11.2024 11:27', MODEL],
    ['27. November 2024, 11:27 Uhr', MODEL],
    ['mercredi 27 novembre 2024 11h27', MODEL],
    ['mar., 26 nov. 2024 11:27', '2024-11-26T11:27:00Z'],
    ['Mi, 27 Dez 2023 11:27:00 +0100', '2023-12-27T10:27:00Z'],
    ['3. März 2024', '2024-03-03T00:00:00Z'],
    ['1er août 2024', '2024-08-01T00:00:00Z'],
    ['27 de noviembre de 2024', '2024-11-27T00:00:00Z'],
    ['27 ноября 2024', '2024-11-27T00:00:00Z'],
    ['9 мая 2024', '2024-05-09T00:00:00Z'],
    ['27 listopada 2024', '2024-11-27T00:00:00Z'],
    ['2024年11月27日 11:27', MODEL],
    ['2024년 11월 27일', '2024-11-27T00:00:00Z'],
    ['1732706820', MODEL],
    ['1732706820000', MODEL],
    ['  Wed, 27 Nov 2024\n 11:27:00 GMT ', MODEL],
  ] as const
  const read = forms.map(([form]) => [form, iso(form)])
  expect(read).toEqual(forms.map(([form, time]) => [form, time]))
})

test('what names no day is no date', () => {
  const none = [
    '',
    'yesterday',
    'soon',
    '0',
    '2024-13-01',
    '31 Jun 2024',
    '2023-02-29',
    '2024-11-27T25:00:00Z',
    '0001-01-01T00:00:00Z',
    'Nov',
    '32 Nov 2024',
    '2023-366',
    '1'.repeat(200),
  ]
  expect(none.filter(text => parseDate(text) !== null)).toEqual([])
})

test('every time survives being written in the standard ways', () => {
  const seconds = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2199, 11, 31) / 1000 })
  fc.assert(
    fc.property(seconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (second, zone) => {
      const time = second * 1000
      expect(parseDate(new Date(time).toISOString())).toBe(time)
      expect(parseDate(new Date(time).toUTCString())).toBe(time)
      const digits = (value: number): string => String(Math.floor(value)).padStart(2, '0')
      const offset = `${zone < 0 ? '-' : '+'}${digits(Math.abs(zone) / 60)}:${digits(Math.abs(zone) % 60)}`
      const local = new Date(time + zone * 60_000).toISOString().slice(0, 19)
      expect(parseDate(local + offset)).toBe(time)
    }),
  )
})

test('any text gives a whole number or null', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), text => {
      const time = parseDate(text)
      expect(time === null || Number.isInteger(time)).toBe(true)
    }),
  )
})
