import { expect, test } from '@playwright/test'
import { createPool } from '../../../renderer/search/pool'

test('a pool gives back the smallest item that is large enough, and keeps only some', () => {
  const pool = createPool<number[]>(
    2,
    capacity => Array.from<number>({ length: capacity }).fill(0),
    ({ length }) => length,
  )
  const [small, middle, large] = [pool.take(8), pool.take(80), pool.take(800)]
  for (const item of [middle, small, large]) pool.give(item)
  expect(pool.take(101)).toBe(large)
  expect(pool.take(5)).toBe(middle)
  expect(pool.take(5)).not.toBe(small)
})
