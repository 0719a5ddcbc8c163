import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createBackups, type Backups } from '../../../main/desktop/backup'
import { DAY, START, PATIENCE, createStage, lose, OFFER } from './backup-stage'

test('the backup is offered when a library that held something opens empty, and restored when the person says so', async () => {
  const stage = await createStage()
  await stage.session(async backups => expect(await backups.offer()).toBeNull())
  lose(stage)
  await stage.session(async backups => {
    expect(await backups.offer()).toEqual(OFFER)
    expect(await backups.answer('restore')).toEqual({ problem: null })
    expect(stage.restored).toEqual(['first'])
    expect(await backups.offer()).toBeNull()
    Object.assign(stage, { content: 'first', feeds: 3, articles: 2 })
  })
  await stage.session(async backups => expect(await backups.offer()).toBeNull())
})

test('a question that was not answered is asked again, and the empty library takes no backup along', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  for (let start = 0; start < 3; start++)
    await stage.session(async backups => expect(await backups.offer()).toEqual(OFFER))
  expect(await stage.files()).toHaveLength(1)
})

test('who leaves the backup alone is not asked again', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  await stage.session(async backups => {
    expect(await backups.answer('leave')).toEqual({ problem: null })
    expect(await backups.offer()).toBeNull()
  })
  await stage.session(async backups => expect(await backups.offer()).toBeNull())
  await fs.rm(path.join(stage.folder, 'library.json'))
  // Without the marker the backup alone tells that something was there.
  await stage.session(async backups => expect(await backups.offer()).toEqual(OFFER))
})

test('who leaves a backup alone and loses the next library is asked about the next one', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  await stage.session(async backups => void (await backups.answer('leave')))
  Object.assign(stage, { content: 'second life', feeds: 1, articles: 0, now: START + DAY })
  await stage.session()
  lose(stage)
  await stage.session(async backups =>
    expect(await backups.offer()).toEqual({ writtenAt: START + DAY, feeds: 1, articles: 0 }),
  )
})

test('who begins anew instead of answering loses the old backup to no rotation', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  await stage.session(async () => void Object.assign(stage, { content: 'anew', feeds: 1, articles: 0 }))
  for (let day = 0; day < 60; day++) {
    Object.assign(stage, { content: `anew ${day}`, now: START + day * DAY })
    await stage.session(async backups => expect(await backups.offer()).toBeNull())
  }
  expect(await stage.files()).toContain('library-000001-2026-11-23.jsonl.gz')
  expect((await stage.files()).length).toBeLessThan(14)
})

test('a person who removes everything is asked nothing', async () => {
  const stage = await createStage()
  await stage.session()
  await stage.session(async () => lose(stage))
  await stage.session(async backups => expect(await backups.offer()).toBeNull())
})

test('a library that could not be opened is asked nothing and writes nothing', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  const backups = createBackups(stage.world)
  backups.changed()
  expect(await backups.offer()).toBeNull()
  expect(await backups.answer('restore')).toEqual({ problem: null })
  await backups.close(PATIENCE)
  expect(stage.restored).toEqual([])
  expect(await stage.files()).toHaveLength(1)
})

test('a new library is asked nothing', async () => {
  const stage = await createStage()
  lose(stage)
  await stage.session(async backups => expect(await backups.offer()).toBeNull())
  expect(await stage.files()).toEqual([])
})

test('a restore that was broken off is offered again, though the library has a part of it', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  const world = { ...stage.world, restore: async () => ({ problem: 'reading-failed' as const }) }
  const backups = createBackups(world)
  await backups.opened(true)
  expect(await backups.answer('restore')).toEqual({ problem: 'reading-failed' })
  expect(await backups.offer()).toEqual(OFFER)
  Object.assign(stage, { content: 'part', feeds: 1 })
  await stage.session(async again => {
    expect(await again.offer()).toEqual(OFFER)
    await again.answer('restore')
  })
  expect(stage.restored).toEqual(['first'])
  await stage.session(async again => expect(await again.offer()).toBeNull())
})

test('an empty library that says so while it is being restored is no new loss', async () => {
  const stage = await createStage()
  await stage.session()
  lose(stage)
  let again: Promise<unknown> = Promise.resolve()
  const backups: Backups = createBackups({
    ...stage.world,
    restore: async () => {
      again = backups.opened(true)
      return { problem: null }
    },
  })
  await backups.opened(true)
  await backups.answer('restore')
  expect(await again).toBeNull()
})
