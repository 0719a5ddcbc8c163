import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { createBackups } from '../../../main/desktop/backup'
import { CAN_MAKE_DISKS, makeSmallDisk } from '../../support/small-disk'
import { DAY, START, PATIENCE, createStage, sha256, lose, OFFER } from './backup-stage'

test('a backup is a file that any program unpacks, with its date in the name and for nobody else', async () => {
  const stage = await createStage()
  await stage.session()
  expect(await stage.files()).toEqual(['library-000001-2026-11-23.jsonl.gz'])
  const file = path.join(stage.folder, 'library-000001-2026-11-23.jsonl.gz')
  const [head = '', text] = gunzipSync(await fs.readFile(file))
    .toString()
    .split('\n')
  expect(JSON.parse(head)).toMatchObject({ writtenAt: START, feeds: 3, articles: 2 })
  expect(text).toBe('first')
  if (process.platform !== 'win32') expect((await fs.stat(file)).mode & 0o077).toBe(0)
  expect(stage.troubles).toEqual([])
})

test('a library that is as it was is not written again', async () => {
  const stage = await createStage()
  await stage.session()
  await stage.session()
  expect(await stage.files()).toHaveLength(1)
  stage.content = 'second'
  await stage.session()
  expect(await stage.files()).toHaveLength(2)
})

test('pictures are files of their own, written once, and brought back with the articles that show them', async () => {
  const stage = await createStage()
  const all = [1, 2, 3].map(seed => Buffer.from(`picture ${seed}`.repeat(1000)))
  const [first = '', second = '', third = ''] = all.map(sha256)
  all.slice(0, 2).forEach(bytes => stage.pictures.set(sha256(bytes), bytes))
  await stage.session()
  const folder = path.join(stage.folder, 'pictures')
  expect((await fs.readdir(folder)).sort()).toEqual([first, second].sort())
  const written = (await fs.stat(path.join(folder, first))).ino
  stage.content = 'second'
  stage.now += DAY
  await stage.session()
  expect((await fs.stat(path.join(folder, first))).ino).toBe(written)
  // One is damaged on the disk, one was never kept, and one has the name of a file elsewhere.
  await fs.writeFile(path.join(folder, second), 'no picture')
  lose(stage)
  stage.missing = [first, second, third, '../marker.json']
  const backups = createBackups(stage.world)
  await backups.opened(true)
  expect(await backups.answer('restore')).toEqual({ problem: null })
  expect(stage.broughtBack).toEqual({ hashes: [first], lost: [third, '../marker.json'] })
})

test('a picture that backups do not name any more goes after three months', async () => {
  const stage = await createStage()
  const bytes = Buffer.from('picture')
  stage.pictures.set(sha256(bytes), bytes)
  await stage.session()
  stage.pictures.clear()
  const folder = path.join(stage.folder, 'pictures')
  for (const [days, left] of [
    [1, 1],
    [80, 1],
    [20, 0],
  ] as const) {
    // prettier-ignore
    stage.now += days * DAY
    stage.content += '.'
    // The clock of the files is the system's.
    await stage.session()
    expect(await fs.readdir(folder)).toHaveLength(left)
  }
})

test('without room for a picture the backup is written all the same, and the picture tried again', async () => {
  const stage = await createStage()
  const bytes = Buffer.from('picture')
  stage.pictures.set(sha256(bytes), bytes)
  await fs.mkdir(stage.folder, { recursive: true })
  await fs.writeFile(path.join(stage.folder, 'pictures'), 'in the way of the folder')
  await stage.session()
  expect(await stage.files()).toHaveLength(1)
  expect(stage.troubles.map(({ kind }) => kind)).toEqual(['not-written'])
  await fs.rm(path.join(stage.folder, 'pictures'))
  await stage.session()
  expect(await fs.readdir(path.join(stage.folder, 'pictures'))).toHaveLength(1)
})

test('changes make a backup after a while, by themselves', async () => {
  const stage = await createStage()
  const backups = createBackups({ ...stage.world, pauses: { quiet: 10, apart: 20, daily: 1e9, share: 1 } })
  await backups.opened(false)
  backups.changed()
  await expect.poll(() => stage.files().catch(() => [])).toHaveLength(1)
  await backups.close(PATIENCE)
})

for (const [damage, change] of [
  [
    'one byte is another',
    (bytes: Buffer) => void (bytes[bytes.length >> 1] = ~(bytes[bytes.length >> 1] ?? 0)),
  ],
  ['the end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
  ['it is empty', () => Buffer.alloc(0)],
] as const) {
  test(`when the newest file is damaged (${damage}), the one before it counts, and that is reported`, async () => {
    const stage = await createStage()
    await stage.session()
    Object.assign(stage, { content: 'second', now: START + DAY })
    await stage.session()
    const newest = path.join(stage.folder, 'library-000002-2026-11-24.jsonl.gz')
    const bytes = await fs.readFile(newest)
    await fs.writeFile(newest, change(bytes) ?? bytes)
    lose(stage)
    await stage.session(async backups => {
      expect(await backups.offer()).toEqual(OFFER)
      await backups.answer('restore')
    })
    expect(stage.restored).toEqual(['first'])
    expect(stage.troubles).toEqual([{ kind: 'unreadable', name: 'library-000002-2026-11-24.jsonl.gz' }])
  })
}

test('a file whose text was changed and packed again is not taken', async () => {
  const stage = await createStage()
  await stage.session()
  const [name = ''] = await stage.files()
  const file = path.join(stage.folder, name)
  const text = gunzipSync(await fs.readFile(file))
    .toString()
    .replace(/first$/, 'worse')
  await fs.writeFile(file, gzipSync(text))
  lose(stage)
  await stage.session(async backups => expect(await backups.offer()).toBeNull())
  expect(stage.troubles).toEqual([{ kind: 'unreadable', name }])
})

test('when the newest file became unreadable, the same library is written again', async () => {
  const stage = await createStage()
  await stage.session()
  await fs.writeFile(path.join(stage.folder, (await stage.files())[0] ?? ''), 'not a backup')
  await stage.session()
  expect(await stage.files()).toHaveLength(2)
})

test('a crash while a backup is written leaves the one before it, and what is half written goes', async () => {
  const stage = await createStage()
  await stage.session()
  // What such a crash leaves.
  const part = path.join(stage.folder, 'library-000002-2026-11-23.jsonl.gz.part')
  await fs.writeFile(part, 'half of it')
  lose(stage)
  await stage.session(async backups => expect(await backups.offer()).toEqual(OFFER))
  Object.assign(stage, { content: 'second', feeds: 4 })
  await stage.session()
  expect(await stage.files()).toHaveLength(2)
  expect((await fs.readdir(stage.folder)).filter(name => name.endsWith('.part'))).toEqual([])
})

/** A program that does nothing but write backups of some megabytes, one after the other. */
async function writingProgram(folder: string): Promise<string> {
  const entry = path.resolve(import.meta.dirname, '../../../main/desktop/backup-files.ts')
  const outDir = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-backup-program-'))
  const output = { format: 'es', entryFileNames: 'files.mjs' } as const
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, ssr: entry, target: 'node20.18', rollupOptions: { output } },
  })
  const program = path.join(outDir, 'program.mjs')
  await fs.writeFile(
    program,
    `import { listBackups, nextName, writeBackupFile } from './files.mjs'
const folder = ${JSON.stringify(folder)}
const text = Array.from({ length: 200_000 }, () => Math.random()).join('')
console.log('ready')
for (;;) {
  const { name } = nextName(await listBackups(folder), Date.now())
  await writeBackupFile(folder, name, { mark: name, text, feeds: 1, articles: 1 }, Date.now())
}`,
  )
  return program
}

test('killed at any moment, the newest file is a whole one', async () => {
  const stage = await createStage()
  await stage.session()
  const program = await writingProgram(stage.folder)
  for (const after of [3, 40, 110, 190, 260, 330, 400, 470]) {
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise(resolve => child.once('exit', resolve))
    await new Promise(resolve => child.stdout.once('data', resolve))
    await new Promise(resolve => setTimeout(resolve, after))
    child.kill('SIGKILL')
    await ended
    await createBackups(stage.world).opened(true)
    expect(stage.troubles).toEqual([])
  }
  // It did write.
  expect((await stage.files()).length).toBeGreaterThan(1)
})

test('a full disk leaves the backups that are there, is reported once, and is over when there is room', async () => {
  test.skip(!CAN_MAKE_DISKS, 'only root on Linux can make a small disk')
  const disk = makeSmallDisk(8)
  try {
    const stage = await createStage(disk.folder)
    await stage.session()
    disk.fill()
    stage.content = randomBytes(4_000_000).toString('base64')
    let tries = 0
    const backups = createBackups({
      ...stage.world,
      write: async known => (tries++, stage.world.write(known)),
      pauses: { quiet: 5, apart: 10, daily: 1e9, share: 1 },
    })
    await backups.opened(false)
    backups.changed()
    await expect.poll(() => tries, { timeout: 10_000 }).toBeGreaterThan(3)
    expect(stage.troubles).toMatchObject([{ kind: 'not-written', problem: 'disk-full' }])
    // Between two tries nothing is left of them.
    const left = ['library-000001-2026-11-23.jsonl.gz', 'library.json']
    await expect.poll(() => fs.readdir(stage.folder)).toEqual(left)
    disk.clear()
    await expect.poll(() => stage.files(), { timeout: 10_000 }).toHaveLength(2)
    await backups.close(PATIENCE)
    expect(stage.troubles).toHaveLength(1)
  } finally {
    disk.remove()
  }
})

test('a library that cannot be read leaves the backups that are there', async () => {
  const stage = await createStage()
  await stage.session()
  const failing = createBackups({ ...stage.world, write: () => Promise.reject(new Error('gone')) })
  await failing.opened(false)
  failing.changed()
  await failing.close(PATIENCE)
  expect(stage.troubles).toMatchObject([{ kind: 'not-written', problem: 'library' }])
  expect(await stage.files()).toHaveLength(1)
})

test('the end makes no backup when nothing changed', async () => {
  const stage = await createStage()
  const backups = createBackups(stage.world)
  await backups.opened(false)
  await backups.close(PATIENCE)
  await expect(stage.files()).rejects.toThrow('ENOENT')
})

test('the end does not wait for a backup that takes too long', async () => {
  const stage = await createStage()
  const hanging = createBackups({ ...stage.world, write: () => new Promise(() => undefined) })
  await hanging.opened(false)
  hanging.changed()
  await hanging.close(50)
})
