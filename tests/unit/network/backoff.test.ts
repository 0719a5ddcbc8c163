import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { createBackOff } from '../../../main/network/backoff'

const HOUR = 60 * 60 * 1000

/** A back-off with a clock that stands until it is moved. */
function backOffAt(random = 0) {
  const clock = { now: 1_000_000 }
  return {
    clock,
    backOff: createBackOff(
      () => clock.now,
      () => random,
    ),
  }
}

test('a host pauses for as long as it asked, other hosts do not', () => {
  const { clock, backOff } = backOffAt()
  expect(backOff.pause('a.example', 10_000)).toBe(10_000)
  expect(backOff.remainingMs('b.example')).toBe(0)
  clock.now += 9_999
  expect(backOff.remainingMs('a.example')).toBe(1)
  clock.now += 1
  expect(backOff.remainingMs('a.example')).toBe(0)
})

test('a host that names no time pauses twice as long each time, up to an hour', () => {
  const { clock, backOff } = backOffAt()
  const pauses = Array.from({ length: 9 }, () => {
    const pause = backOff.pause('a.example', null)
    clock.now += pause
    return pause / 1000
  })
  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
})

test('after a good answer the next pause is short again', () => {
  const { clock, backOff } = backOffAt()
  clock.now += backOff.pause('a.example', null)
  clock.now += backOff.pause('a.example', null)
  backOff.recovered('a.example')
  expect(backOff.pause('a.example', null)).toBe(30_000)
})

test('a good answer to a request from before the pause does not end it', () => {
  const { backOff } = backOffAt()
  backOff.pause('a.example', 10_000)
  backOff.recovered('a.example')
  expect(backOff.remainingMs('a.example')).toBe(10_000)
})

test('answers to requests that were under way together count as one', () => {
  const { backOff } = backOffAt()
  backOff.pause('a.example', null)
  expect(backOff.pause('a.example', null)).toBe(30_000)
})

test('a shorter pause does not shorten a longer one', () => {
  const { backOff } = backOffAt()
  backOff.pause('a.example', 60_000)
  expect(backOff.pause('a.example', 1_000)).toBe(60_000)
})

test('chance makes a pause longer, never shorter, and never longer than a day', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat({ max: 24 * HOUR }),
      (random, asked) => {
        const pause = backOffAt(random).backOff.pause('a.example', asked)
        expect(pause).toBeGreaterThanOrEqual(asked)
        expect(pause).toBeLessThanOrEqual(Math.min(asked * 1.1, 24 * HOUR))
      },
    ),
  )
  expect(backOffAt(0.5).backOff.pause('a.example', null)).toBe(37_500)
})

test('a clock that was set back makes no pause longer than a day', () => {
  const { clock, backOff } = backOffAt()
  clock.now += 1000 * 24 * HOUR
  backOff.pause('a.example', HOUR)
  clock.now -= 1000 * 24 * HOUR
  expect(backOff.remainingMs('a.example')).toBe(24 * HOUR)
})

test('sweeping thousands of hosts forgets no pause that still runs', () => {
  const { clock, backOff } = backOffAt()
  for (let host = 0; host < 1_000; host += 1) backOff.pause(`${host}.example`, 1)
  clock.now += 2 * HOUR
  backOff.pause('late.example', HOUR)
  backOff.pause('later.example', HOUR)
  expect(backOff.remainingMs('late.example')).toBe(HOUR)
})
