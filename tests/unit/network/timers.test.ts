import { expect, test } from '@playwright/test'
import { createTimers } from '../../../main/network/timers'

const wait = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))

test('a timer rings once, not before its time', async () => {
  const begun = performance.now()
  const rings: number[] = []
  createTimers().start(60, () => rings.push(performance.now() - begun))
  await expect.poll(() => rings.length).toBe(1)
  expect(rings[0]).toBeGreaterThanOrEqual(60)
  await wait(120)
  expect(rings).toHaveLength(1)
})

test('a timer that was stopped does not ring', async () => {
  let rings = 0
  createTimers()
    .start(20, () => rings++)
    .stop()
  await wait(120)
  expect(rings).toBe(0)
})

test('a timer that is restarted in time does not ring before its new time', async () => {
  const begun = performance.now()
  let rang = 0
  const timer = createTimers().start(200, () => (rang = performance.now() - begun))
  await wait(40)
  timer.restart(400)
  const again = performance.now() - begun
  await expect.poll(() => rang).toBeGreaterThan(0)
  expect(rang).toBeGreaterThanOrEqual(again + 400)
})

test('a timer that rang can be started again, by itself, too', async () => {
  const timers = createTimers()
  let rings = 0
  const timer = timers.start(10, () => {
    rings += 1
    if (rings < 3) timer.restart(10)
  })
  await expect.poll(() => rings).toBe(3)
  await wait(120)
  expect(rings).toBe(3)
})

test('timers ring in any order of their times, also when one stops another', async () => {
  const timers = createTimers()
  const rings: string[] = []
  timers.start(150, () => rings.push('late'))
  const never = timers.start(140, () => rings.push('never'))
  timers.start(10, () => {
    rings.push('early')
    never.stop()
  })
  await expect.poll(() => rings).toEqual(['early', 'late'])
})

test('the clock runs while somebody waits, and stands still when nobody does', () => {
  let step: (() => void) | undefined
  const timers = createTimers(given => {
    step = given
    return () => (step = undefined)
  })
  expect(step).toBeUndefined()
  const rings: string[] = []
  timers.start(0, () => rings.push('first'))
  const second = timers.start(60_000, () => rings.push('second'))
  step?.()
  expect(rings).toEqual(['first'])
  expect(step).toBeDefined()
  second.stop()
  step?.()
  expect(step).toBeUndefined()
  timers.start(60_000, () => undefined)
  expect(step).toBeDefined()
})
