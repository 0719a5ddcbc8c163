import { expect, test } from '@playwright/test'
import { readingFrom, watchAfter, watchAfterNothing, type LiveReading } from '../../../renderer/ingest/live'
import type { LiveWatch } from '../../../renderer/library'

const NOW = Date.parse('2026-11-24T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const READING: LiveReading = {
  coverage: { until: null },
  published: NOW - HOUR,
  modified: NOW,
  isNew: true,
  etag: '"1"',
  lastModified: null,
}

/** Reads a page whenever it is due. @returns the minutes from one reading to the next */
function pausesWith(read: (before: LiveWatch, now: number) => LiveWatch | null): readonly number[] {
  const pauses: number[] = []
  let now = NOW
  for (let watch = watchAfter(null, READING, now); watch && pauses.length < 100; watch = read(watch, now)) {
    pauses.push((watch.rereadAt - now) / MINUTE)
    now = watch.rereadAt
  }
  return pauses
}

test('a live page is read again after a quarter of an hour, then later and later, for two days', () => {
  const pauses = pausesWith((before, now) => watchAfter(before, { ...READING, modified: now }, now))
  expect(pauses.slice(0, 7)).toEqual([15, 30, 60, 120, 240, 240, 240])
  expect(pauses.reduce((sum, pause) => sum + pause)).toBe(48 * 60)
})

test('a page that brings nothing new five times in a row is taken to be finished', () => {
  const same = { ...READING, isNew: false }
  expect(pausesWith((before, now) => watchAfter(before, same, now))).toEqual([15, 30, 60, 120, 240])
  expect(pausesWith(watchAfterNothing)).toEqual([15, 30, 60, 120, 240])
})

test('what is new, or a later time of change, begins the count anew', () => {
  const four = { ...(watchAfter(null, READING, NOW) as LiveWatch), unchanged: 4 }
  expect(watchAfter(four, READING, NOW)?.unchanged).toBe(0)
  expect(watchAfter(four, { ...READING, isNew: false, modified: NOW + MINUTE }, NOW)?.unchanged).toBe(0)
  expect(watchAfter(four, { ...READING, isNew: false }, NOW)).toBeNull()
})

test('only pages that are live, and still are, are read again', () => {
  const after = (given: Partial<LiveReading>): boolean =>
    watchAfter(null, { ...READING, ...given }, NOW) !== null
  expect(after({})).toBe(true)
  expect(after({ coverage: { until: NOW + HOUR } })).toBe(true)
  expect(after({ published: null, modified: null })).toBe(true)
  expect(after({ coverage: null })).toBe(false)
  expect(after({ coverage: { until: NOW } })).toBe(false)
})

test('a page that nobody has changed for days has ended, whatever it calls itself', () => {
  const days = (count: number): number => NOW - count * 24 * HOUR
  const after = (given: Partial<LiveReading>): boolean =>
    watchAfter(null, { ...READING, ...given }, NOW) !== null
  expect(after({ modified: days(3) })).toBe(false)
  expect(after({ published: days(3), modified: null })).toBe(false)
  expect(after({ published: days(3), modified: days(1) })).toBe(true)
})

test('the request is conditional only where one page is all of the article', () => {
  const page = (etag: string) => ({
    ...{ url: 'https://courier.example/1', finalUrl: 'https://courier.example/1', contentType: null },
    ...{ body: new Uint8Array(), contentHash: '', etag, lastModified: null },
  })
  const article = { live: { until: null }, published: null, modified: null }
  expect(readingFrom(article, [page('"a"')], true).etag).toBe('"a"')
  expect(readingFrom(article, [page('"a"'), page('"b"')], true).etag).toBeNull()
})
