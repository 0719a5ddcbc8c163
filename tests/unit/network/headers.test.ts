import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  freshSeconds,
  header,
  httpDate,
  LONGEST_PAUSE_MS,
  requestHeaders,
  retryAfterMs,
  validatorsOf,
} from '../../../main/network/headers'

const NOW = Date.UTC(2024, 10, 27, 11, 27, 0)

test('the three forms of HTTP dates are read as GMT', () => {
  const time = Date.UTC(1994, 10, 6, 8, 49, 37)
  expect(httpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(time)
  expect(httpDate('Sunday, 06-Nov-94 08:49:37 GMT')).toBe(time)
  expect(httpDate('Sun Nov  6 08:49:37 1994')).toBe(time)
})

test('what is no HTTP date is none, even where Date.parse sees one', () => {
  for (const text of ['', '-5', '12', '2024-11-27', 'Sun, 99 Nov 1994 08:49:37 GMT', 'soon', 'Nov 6 1994'])
    expect(httpDate(text), text).toBeNull()
})

test('Retry-After in seconds and as a date', () => {
  const wait = (value: string, more = {}): number | null =>
    retryAfterMs({ 'retry-after': value, ...more }, NOW)
  expect(wait('120')).toBe(120_000)
  expect(wait(' 0 ')).toBe(0)
  expect(wait('Wed, 27 Nov 2024 11:28:30 GMT')).toBe(90_000)
  expect(wait('Wed, 27 Nov 2024 11:00:00 GMT')).toBe(0)
})

test('a date in Retry-After is measured by the clock that wrote it', () => {
  const headers = { 'retry-after': 'Wed, 27 Nov 2024 09:01:00 GMT', date: 'Wed, 27 Nov 2024 09:00:00 GMT' }
  expect(retryAfterMs(headers, NOW)).toBe(60_000)
})

test('no Retry-After asks for more than a day', () => {
  for (const value of ['999999999', '999999999999', 'Sun, 27 Nov 2099 09:00:00 GMT'])
    expect(retryAfterMs({ 'retry-after': value }, NOW), value).toBe(LONGEST_PAUSE_MS)
})

test('nonsense in Retry-After is no Retry-After', () => {
  for (const value of ['', '-5', '1.5', 'tomorrow', '1e3', '9'.repeat(100_000), ' '.repeat(100_000) + 'x'])
    expect(retryAfterMs({ 'retry-after': value }, NOW)).toBeNull()
  expect(retryAfterMs({}, NOW)).toBeNull()
})

test('Retry-After is never negative and never over a day, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map(String)),
      text => {
        const wait = retryAfterMs({ 'retry-after': text }, NOW) ?? 0
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(LONGEST_PAUSE_MS)
      },
    ),
  )
})

test('an answer is fresh for its max-age less its age', () => {
  expect(freshSeconds({ 'cache-control': 'public, max-age=600' }, NOW)).toBe(600)
  expect(freshSeconds({ 'cache-control': 'MAX-AGE = "600"' }, NOW)).toBe(600)
  expect(freshSeconds({ 'cache-control': 'max-age=600', age: '100' }, NOW)).toBe(500)
  expect(freshSeconds({ 'cache-control': 'max-age=600', age: '900' }, NOW)).toBe(0)
  expect(freshSeconds({ 'cache-control': 's-maxage=600' }, NOW)).toBeNull()
})

test('no-store and no-cache make it stale at once, and go before max-age', () => {
  expect(freshSeconds({ 'cache-control': 'max-age=600, no-cache' }, NOW)).toBe(0)
  expect(freshSeconds({ 'cache-control': 'no-store' }, NOW)).toBe(0)
})

test('without max-age, Expires counts from Date', () => {
  const expires = 'Wed, 27 Nov 2024 12:27:00 GMT'
  expect(freshSeconds({ expires }, NOW)).toBe(3_600)
  expect(freshSeconds({ expires, date: 'Wed, 27 Nov 2024 12:26:00 GMT' }, NOW)).toBe(60)
  expect(freshSeconds({ expires: '0' }, NOW)).toBe(0)
  expect(freshSeconds({}, NOW)).toBeNull()
})

test('validators that could not be sent back are not kept', () => {
  expect(validatorsOf({ etag: ' "a" ', 'last-modified': 'x' })).toEqual({ etag: '"a"', lastModified: 'x' })
  expect(validatorsOf({ etag: '"ü"', 'last-modified': 'a\nb' })).toEqual({ etag: null, lastModified: null })
  expect(validatorsOf({ etag: 'a'.repeat(3_000) })).toEqual({ etag: null, lastModified: null })
})

test('a request carries its validators, and without them no condition', () => {
  const request = { url: 'http://a.example/', kind: 'feed', trust: 'typed' } as const
  const validators = { etag: '"1"', lastModified: null }
  expect(requestHeaders({ ...request, validators }, 'Reader')).toMatchObject({ 'If-None-Match': '"1"' })
  expect(Object.keys(requestHeaders(request, 'Reader'))).toEqual(['User-Agent', 'Accept'])
})

test('several values of a field are one text', () => {
  expect(header({ link: ['a', 'b'] }, 'link')).toBe('a, b')
  expect(header({}, 'link')).toBe('')
})
