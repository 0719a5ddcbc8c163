import { expect, test } from '@playwright/test'
import { createBackupTimer, nextBackup, PAUSES } from '../../../main/desktop/backup-timer'

const MINUTE = 60_000
const soon = { quiet: 20, apart: 60, daily: 60_000, share: 1 }
const wait = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))

test('a backup is made half a minute after the last change', () => {
  const times = { changes: { first: 10 * MINUTE, last: 11 * MINUTE }, last: 0, took: 0 }
  expect(nextBackup(times, PAUSES)).toBe(11.5 * MINUTE)
})

test('changes that never end do not put it off for more than five minutes', () => {
  const times = { changes: { first: 10 * MINUTE, last: 14.9 * MINUTE }, last: 0, took: 0 }
  expect(nextBackup(times, PAUSES)).toBe(15 * MINUTE)
})

test('two backups are five minutes apart, and more where they take long', () => {
  const changes = { first: 10 * MINUTE, last: 10 * MINUTE }
  expect(nextBackup({ changes, last: 9 * MINUTE, took: 100 }, PAUSES)).toBe(14 * MINUTE)
  expect(nextBackup({ changes, last: 9 * MINUTE, took: 30_000 }, PAUSES)).toBe(59 * MINUTE)
  expect(nextBackup({ changes, last: 0, took: Infinity }, PAUSES)).toBe(PAUSES.daily)
})

test('without any change one is made a day', () => {
  expect(nextBackup({ changes: null, last: 7, took: 5 }, PAUSES)).toBe(7 + 24 * 60 * MINUTE)
})

test('a burst of changes makes one backup, and a change during it another one', async () => {
  let made = 0
  const timer = createBackupTimer(async () => {
    if (++made === 1) timer.changed()
    return true
  }, soon)
  for (let count = 0; count < 50; count++) timer.changed()
  expect(made).toBe(0)
  await expect.poll(() => made).toBe(2)
  await wait(200)
  expect(made).toBe(2)
  timer.stop()
})

test('a backup that failed is tried again, without another change', async () => {
  let tried = 0
  const timer = createBackupTimer(async () => ++tried === 3, soon)
  timer.changed()
  await expect.poll(() => tried).toBe(3)
  await wait(200)
  expect(tried).toBe(3)
  timer.stop()
})

test('after its end nothing is made', async () => {
  let made = 0
  const timer = createBackupTimer(async () => (made++, true), soon)
  timer.changed()
  timer.stop()
  timer.changed()
  await wait(150)
  expect(made).toBe(0)
})
