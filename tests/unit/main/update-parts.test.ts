import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { replaceExecutable } from '../../../main/desktop/replace-file'
import { plainNotes } from '../../../main/desktop/update-notes'
import { updateProblemOf } from '../../../main/desktop/update-problems'
import { readUpdateRecord, writeUpdateRecord } from '../../../main/desktop/update-record'
import { hostOfConfig, isSafeAddress } from '../../../main/desktop/update-session'

const newFolder = (): Promise<string> => fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-update-'))
const failure = (code: string, message = code): Error => Object.assign(new Error(message), { code })

test('notes stay plain text: markup as it is, nothing unseen, no end of it', () => {
  expect(plainNotes('<b>Bold</b>\r\n<script>alert(1)</script>\n')).toBe(
    '<b>Bold</b>\n<script>alert(1)</script>',
  )
  expect(plainNotes('a\u202eb\u0000c\u2066d\ufeff')).toBe('abcd')
  expect(plainNotes([{ version: '2.0.0', note: 'Two' }, { version: '1.9.0', note: null }, 7])).toBe(
    '2.0.0\nTwo',
  )
  for (const nothing of [null, undefined, 7, {}, { note: 'x' }]) expect(plainNotes(nothing)).toBe('')
  expect(plainNotes('x'.repeat(100_000))).toHaveLength(20_001)
})

test('failures have the names that people understand', () => {
  expect(updateProblemOf(failure('ERR_CHECKSUM_MISMATCH'), true)).toBe('damaged')
  expect(updateProblemOf(failure('ENOSPC'), true)).toBe('disk-full')
  expect(updateProblemOf(failure('EACCES'), true)).toBe('not-allowed')
  expect(updateProblemOf(new Error('net::ERR_CONNECTION_REFUSED'), true)).toBe('unreachable')
  expect(updateProblemOf(new Error('net::ERR_INTERNET_DISCONNECTED'), false)).toBe('offline')
  expect(updateProblemOf(failure('HTTP_ERROR_503'), true)).toBe('unreachable')
  expect(updateProblemOf(failure('HTTP_ERROR_403'), true)).toBe('bad-answer')
  expect(updateProblemOf(failure('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), true)).toBe('bad-answer')
  expect(updateProblemOf(new Error('Cannot update while running on a read-only volume.'), true)).toBe(
    'not-allowed',
  )
  for (const odd of ['constructor', 'x']) expect(updateProblemOf(failure(odd), true)).toBe('unknown')
  expect(updateProblemOf(null, true)).toBe('unknown')
})

test('updates are fetched encrypted, or from this machine', () => {
  for (const address of [
    'https://a.example/x',
    'http://127.0.0.1:80/',
    'http://[::1]/',
    'http://localhost:1/',
  ])
    expect(isSafeAddress(address), address).toBe(true)
  for (const address of [
    'http://a.example/',
    'http://127.0.0.1.a.example/',
    'file:///x',
    'ftp://a.example/',
    '',
  ])
    expect(isSafeAddress(address), address).toBe(false)
})

test('the host is the one that the configuration names', () => {
  expect(hostOfConfig('provider: generic\nurl: https://news.example/files\nupdaterCacheDirName: x\n')).toBe(
    'news.example',
  )
  expect(hostOfConfig("owner: a\nrepo: b\nprovider: 'github'\n")).toBe('github.com')
  expect(hostOfConfig('')).toBe('')
})

test('what is remembered comes back, and damage counts as nothing', async () => {
  const folder = await newFolder()
  const nothing = { automatic: null, checkedAt: null, skipped: null }
  expect(await readUpdateRecord(folder)).toEqual(nothing)
  const record = { automatic: true, checkedAt: 5, skipped: '1.2.3' }
  await writeUpdateRecord(folder, record)
  expect(await readUpdateRecord(folder)).toEqual(record)
  for (const text of ['{', 'null', '{"automatic":"yes","checkedAt":"x","skipped":5}']) {
    await fs.writeFile(path.join(folder, 'updates.json'), text)
    expect(await readUpdateRecord(folder), text).toEqual(nothing)
  }
})

test('an executable is replaced whole, or stays as it was', async () => {
  const folder = await newFolder()
  const [fresh, old] = [path.join(folder, 'fresh'), path.join(folder, 'Program-1.0.0.AppImage')]
  await fs.writeFile(old, 'old')
  expect(() => replaceExecutable(fresh, old)).toThrow(/ENOENT/)
  expect(await fs.readFile(old, 'utf8')).toBe('old')
  await fs.writeFile(fresh, 'new')
  replaceExecutable(fresh, old)
  expect(await fs.readFile(old, 'utf8')).toBe('new')
  if (process.platform !== 'win32') expect((await fs.stat(old)).mode & 0o777).toBe(0o755)
  expect(await fs.readdir(folder)).toEqual(['Program-1.0.0.AppImage'])
})
