import { expect, test } from '@playwright/test'
import { createPause } from '../../../renderer/ingest/pause'

const CHANGE = { 'idb://library/articles/': true }
const LONG = 1_000_000
const later = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))

test('a wait is over when nothing has changed for a pause, and begins with the next change', async () => {
  const changes = createPause('articles', { pause: 40, longest: LONG })
  const first = changes.over()
  changes.heed({ 'idb://library/feeds/': true })
  expect(await Promise.race([first, later(80).then(() => 'waiting')])).toBe('waiting')
  changes.heed(CHANGE)
  const began = performance.now()
  expect(await first).toBe(true)
  expect(performance.now() - began).toBeGreaterThan(30)
  const next = changes.over()
  expect(await Promise.race([next, later(80).then(() => 'waiting')])).toBe('waiting')
  changes.heed({ all: true })
  await next
})

test('changes that do not pause are heeded all the same after the longest wait', async () => {
  const changes = createPause('articles', { pause: LONG, longest: 60 })
  changes.heed(CHANGE)
  const timer = setInterval(() => changes.heed(CHANGE), 5)
  expect(await changes.over()).toBe(true)
  clearInterval(timer)
})

test('a wait can be ended, be it before it begins, and the next one goes on with it', async () => {
  const changes = createPause('articles', { pause: 40, longest: LONG })
  const waiting = changes.over()
  changes.heed(CHANGE)
  changes.end()
  expect(await waiting).toBe(false)
  expect(await changes.over()).toBe(true)
  changes.end()
  expect(await changes.over()).toBe(false)
})
