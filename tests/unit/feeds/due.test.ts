import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { nextFetch, type FetchFacts } from '../../../renderer/feeds'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Wednesday, 12:00 UTC. */
const NOW = Date.UTC(2024, 10, 27, 12)

const NO_WORDS: FetchFacts['refresh'] = {
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
  updatePeriodMinutes: null,
}

const FACTS: FetchFacts = {
  now: NOW,
  random: 0.5,
  intervalMinutes: null,
  defaultMinutes: 30,
  refresh: NO_WORDS,
  maxAgeSeconds: null,
  retryAfterMs: null,
  failures: 0,
  gone: false,
  entryTimes: [],
  changedAt: 0,
}

/** The delay in minutes when chance does nothing. */
function delay(facts: Partial<FetchFacts>): number {
  const next = nextFetch({ ...FACTS, ...facts })
  if (next === null) throw new Error('never')
  return (next - (facts.now ?? NOW)) / MINUTE
}

const words = (refresh: Partial<FetchFacts['refresh']>): Pick<FetchFacts, 'refresh'> => ({
  refresh: { ...NO_WORDS, ...refresh },
})

/** Entries at a steady gap, the newest `age` ago. */
const steady = (gap: number, age = 0, count = 20): readonly number[] =>
  Array.from({ length: count }, (_, index) => NOW - age - index * gap)

test('a feed of which nothing is known is asked after the default interval', () => {
  expect(delay({})).toBe(30)
  expect(delay({ defaultMinutes: 90 })).toBe(90)
})

test('a feed is asked after half the gap between its newest entries', () => {
  expect(delay({ entryTimes: steady(4 * HOUR) })).toBe(120)
  expect(delay({ entryTimes: steady(10 * MINUTE) })).toBe(30)
  const quickNow = [...steady(6 * HOUR, 0, 11), ...steady(MINUTE, 100 * DAY, 50)]
  expect(delay({ entryTimes: quickNow.reverse() })).toBe(180)
})

test('the longer a feed has been silent, the later it is asked, once a day in the end', () => {
  expect(delay({ entryTimes: steady(10 * MINUTE, 10 * HOUR) })).toBe(60)
  expect(delay({ entryTimes: steady(10 * MINUTE, 90 * DAY) })).toBeGreaterThan(20 * 60)
  expect(delay({ entryTimes: [], changedAt: NOW - 2 * DAY })).toBeCloseTo(288)
})

test('entries dated in the future tell nothing', () => {
  expect(delay({ entryTimes: steady(30 * DAY, -400 * DAY, 5) })).toBe(30)
})

test('what the server and the feed say is a lower bound of a day at most', () => {
  expect(delay({ maxAgeSeconds: 7200 })).toBeGreaterThanOrEqual(120)
  expect(delay(words({ ttlMinutes: 180 }))).toBeGreaterThanOrEqual(180)
  expect(delay(words({ updatePeriodMinutes: 240 }))).toBeGreaterThanOrEqual(240)
  for (const long of [words({ updatePeriodMinutes: 7 * 1440 }), { maxAgeSeconds: 1e12 }]) {
    expect(delay(long)).toBeGreaterThan(20 * 60)
    expect(delay(long)).toBeLessThanOrEqual(24 * 60)
  }
})

test("a person's own interval overrides how often the feed changes, and the server for all but an hour", () => {
  expect(delay({ intervalMinutes: 5, entryTimes: steady(DAY, 300 * DAY) })).toBe(5)
  expect(delay({ intervalMinutes: 14 * 1440 })).toBe(14 * 1440)
  expect(delay({ intervalMinutes: 5, maxAgeSeconds: 1800 })).toBeCloseTo(31.5)
  expect(delay({ intervalMinutes: 5, ...words({ ttlMinutes: 600 }) })).toBeCloseTo(63)
  expect(delay({ intervalMinutes: 5, ...words({ updatePeriodMinutes: 600, skipHours: [12] }) })).toBe(5)
})

test('a feed that is gone, and one that is only asked for by hand, is never asked by itself', () => {
  expect(nextFetch({ ...FACTS, gone: true, intervalMinutes: 5 })).toBeNull()
  expect(nextFetch({ ...FACTS, intervalMinutes: 0 })).toBeNull()
  expect(nextFetch({ ...FACTS, defaultMinutes: 0 })).toBeNull()
  expect(nextFetch({ ...FACTS, defaultMinutes: 0, intervalMinutes: 60 })).not.toBeNull()
})

test('each failure after the first doubles the interval up to a day', () => {
  expect([1, 2, 3, 4].map(failures => delay({ failures }))).toEqual([30, 60, 120, 240])
  expect(delay({ failures: 1e9 })).toBeGreaterThan(20 * 60)
  expect(delay({ failures: 1e9 })).toBeLessThanOrEqual(24 * 60)
  expect(delay({ failures: 9, intervalMinutes: 3 * 1440 })).toBe(3 * 1440)
})

test('Retry-After is a lower bound of a week at most', () => {
  expect(delay({ retryAfterMs: 3 * DAY })).toBeGreaterThanOrEqual(3 * 1440)
  expect(delay({ retryAfterMs: 3 * DAY, intervalMinutes: 5 })).toBeGreaterThanOrEqual(3 * 1440)
  expect(delay({ retryAfterMs: 1e15 })).toBeLessThan(8 * 1440)
  expect(delay({ retryAfterMs: Number.NaN, maxAgeSeconds: -5 })).toBe(30)
})

test('hours and days to skip move the time into the next hour that is not skipped', () => {
  const at = (facts: Partial<FetchFacts>): string =>
    new Date(nextFetch({ ...FACTS, random: 0, ...facts }) ?? 0).toISOString()
  expect(at(words({ skipHours: [12, 13, 14] }))).toBe('2024-11-27T15:00:00.000Z')
  const friday = Date.UTC(2024, 10, 29, 23, 50)
  expect(at({ now: friday, ...words({ skipHours: [0, 1], skipDays: [0, 6] }) })).toBe(
    '2024-12-02T02:00:00.000Z',
  )
  expect(at(words({ skipHours: Array.from({ length: 24 }, (_, hour) => hour) }))).toBe(
    '2024-11-27T12:27:00.000Z',
  )
  expect(at(words({ skipDays: [0, 1, 2, 3, 4, 5, 6] }))).toBe('2024-11-27T12:27:00.000Z')
})

test('feeds that skip the same hours are not all asked at the end of them', () => {
  const { refresh } = words({ skipHours: [12, 13] })
  const times = [0, 0.25, 0.5, 0.75, 1].map(random => nextFetch({ ...FACTS, random, refresh }) ?? 0)
  expect(new Set(times).size).toBe(5)
  for (const time of times) expect(new Date(time).getUTCHours()).toBe(14)
})

const minutes = fc.integer({ min: 1, max: 1e7 })
const factsLike: fc.Arbitrary<FetchFacts> = fc.record({
  now: fc.integer({ min: 1, max: 4e12 }),
  random: fc.double({ min: 0, max: 1, noNaN: true }),
  intervalMinutes: fc.constant(null),
  defaultMinutes: fc.integer({ min: 1, max: 600 }),
  refresh: fc.record({
    ttlMinutes: fc.option(minutes),
    skipHours: fc.constant([]),
    skipDays: fc.constant([]),
    updatePeriodMinutes: fc.option(minutes),
  }),
  maxAgeSeconds: fc.option(fc.double()),
  retryAfterMs: fc.constant(null),
  failures: fc.nat(),
  gone: fc.constant(false),
  entryTimes: fc.array(fc.double({ min: 0, max: 5e12 })),
  changedAt: fc.integer({ min: 0, max: 5e12 }),
})

test('automatic fetches come between the default interval and a day, whatever the facts', () => {
  fc.assert(
    fc.property(factsLike, facts => {
      const next = nextFetch(facts) ?? 0
      expect(next - facts.now).toBeGreaterThanOrEqual(facts.defaultMinutes * MINUTE * 0.9 - 1)
      expect(next - facts.now).toBeLessThanOrEqual(DAY + 1)
    }),
  )
})

test('another failure never brings a feed forward, and chance moves it by a tenth at most', () => {
  fc.assert(
    fc.property(factsLike, facts => {
      const next = nextFetch(facts) ?? 0
      expect(nextFetch({ ...facts, failures: facts.failures + 1 })).toBeGreaterThanOrEqual(next)
      const least = (nextFetch({ ...facts, random: 0 }) ?? 0) - facts.now
      const most = (nextFetch({ ...facts, random: 1 }) ?? 0) - facts.now
      expect(next - facts.now).toBeGreaterThanOrEqual(least)
      expect(next - facts.now).toBeLessThanOrEqual(most)
      expect(most / least).toBeLessThan(1.23)
    }),
  )
})

test('with hours and days to skip the time is later by three days at most, and in no skipped hour', () => {
  const schedule = fc.record({
    skipHours: fc.uniqueArray(fc.integer({ min: 0, max: 23 })),
    skipDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  })
  fc.assert(
    fc.property(factsLike, schedule, (facts, skips) => {
      const without = nextFetch(facts) ?? 0
      const next = nextFetch({ ...facts, refresh: { ...facts.refresh, ...skips } }) ?? 0
      expect(next).toBeGreaterThanOrEqual(without - 1)
      expect(next - without).toBeLessThanOrEqual(73 * HOUR)
      const at = new Date(next)
      const skipped = skips.skipHours.includes(at.getUTCHours()) || skips.skipDays.includes(at.getUTCDay())
      if (skipped) expect(next).toBe(without)
    }),
  )
})
