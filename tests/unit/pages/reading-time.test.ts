import { expect, test } from '@playwright/test'
import { readingMinutes } from '../../../renderer/pages/reading-time'

test('words and ideographs take their time', () => {
  expect(readingMinutes('')).toBe(0)
  expect(readingMinutes(' — ')).toBe(0)
  expect(readingMinutes('one')).toBe(1)
  expect(readingMinutes('word '.repeat(2300))).toBe(10)
  expect(readingMinutes('湖'.repeat(5000))).toBe(10)
})
