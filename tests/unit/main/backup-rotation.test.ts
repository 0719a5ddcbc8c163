import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { outdated } from '../../../main/desktop/backup-rotation'

const DAY = 24 * 60 * 60 * 1000
/** A Thursday: weeks of the rotation begin on Thursdays, as the count of days does. */
const FIRST = Date.parse('2026-01-01')

const backup = (number: number, time: number) => {
  const day = new Date(time).toISOString().slice(0, 10)
  return { name: `library-${number}-${day}`, number, day }
}

/** Makes backups one after the other and lets go after each, as the program does. */
function liveThrough(times: readonly number[], kept: string | null = null) {
  let files: readonly ReturnType<typeof backup>[] = []
  for (const [index, time] of times.entries()) {
    const all = [backup(index + 1, time), ...files]
    const gone = new Set(outdated(all, kept))
    files = all.filter(({ name }) => !gone.has(name))
  }
  return files
}

test('of a year with six backups a day the last seven days and four weeks are kept', () => {
  const times = Array.from({ length: 365 * 6 }, (_, index) => FIRST + (index * DAY) / 6)
  const days = liveThrough(times).map(({ day }) => day)
  expect(days).toEqual([
    '2026-12-31', // twice: the two newest
    '2026-12-31',
    '2026-12-30',
    '2026-12-29',
    '2026-12-28',
    '2026-12-27',
    '2026-12-26',
    '2026-12-25',
    '2026-12-23',
    '2026-12-16',
  ])
})

test('of one day the two newest are kept', () => {
  const times = Array.from({ length: 20 }, (_, index) => FIRST + index * 60_000)
  expect(liveThrough(times).map(({ number }) => number)).toEqual([20, 19])
})

test('nothing goes because of its age', () => {
  const times = [0, 1, 2].map(index => FIRST + index * DAY)
  expect(liveThrough([...times, FIRST + 2000 * DAY]).map(({ number }) => number)).toEqual([4, 3, 2, 1])
})

test('a clock that was far ahead for a while takes no backup along that is written after it', () => {
  const ahead = FIRST + 9000 * DAY
  const days = liveThrough([FIRST, ahead, FIRST + DAY, FIRST + 2 * DAY]).map(({ number }) => number)
  expect(days).toEqual([4, 3, 2, 1])
})

test('the backup that a question is about stays', () => {
  const times = Array.from({ length: 100 }, (_, index) => FIRST + index * DAY)
  const name = backup(3, FIRST + 2 * DAY).name
  expect(liveThrough(times, name).at(-1)?.name).toBe(name)
  expect(liveThrough(times).at(-1)?.name).not.toBe(name)
})

test('whatever the clock says, the two newest stay and there are never more than thirteen', () => {
  const times = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 80 })
  fc.assert(
    fc.property(times, days => {
      const numbers = liveThrough(days.map(day => FIRST + day * DAY)).map(({ number }) => number)
      expect(numbers.slice(0, 2)).toEqual([days.length, days.length - 1].filter(number => number > 0))
      expect(numbers.length).toBeLessThanOrEqual(13)
    }),
  )
})
