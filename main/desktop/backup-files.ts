import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { BackupContent } from '../../preload/contract'

/** The name of a backup file: a number that only grows, because clocks are set back, and the day it was written. */
export interface BackupName {
  readonly name: string
  readonly number: number
  /** In Greenwich, as `2026-11-23`. */
  readonly day: string
}

/** What a backup file says of itself, in its first line. */
export interface BackupHead extends Pick<BackupContent, 'mark' | 'feeds' | 'articles'> {
  /** Milliseconds since 1970. */
  readonly writtenAt: number
  /** Of all that follows the first line, in hexadecimal. */
  readonly sha256: string
}

/** A backup file that was read and found whole. */
export interface BackupFile {
  readonly name: string
  readonly head: BackupHead
  readonly text: string
}

const NAME = /^library-(\d{6,15})-(\d{4}-\d{2}-\d{2})\.jsonl\.gz$/
const PART = '.part'
/** What a file may unfold to: Chromium's strings, to which the text goes, end there. */
const LARGEST = 512 * 1024 * 1024

const packBytes = promisify(gzip)
const unpackBytes = promisify(gunzip)

/** @returns the backup files of a folder, newest first; none when there is no folder */
export async function listBackups(folder: string): Promise<readonly BackupName[]> {
  const names = await fs.readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap(name => {
      const [, number = '', day = ''] = NAME.exec(name) ?? []
      return number ? [{ name, number: Number(number), day }] : []
    })
    .sort((a, b) => b.number - a.number)
}

/** @returns the newest backup that is whole. @param skip is told of each that is not */
export async function newestBackup(
  folder: string,
  skip: (name: string) => void = () => undefined,
): Promise<BackupFile | null> {
  for (const { name } of await listBackups(folder)) {
    const file = await readBackupFile(folder, name)
    if (file) return file
    skip(name)
  }
  return null
}

/** @returns the name of the backup that is written after those */
export function nextName(newestFirst: readonly BackupName[], now: number): BackupName {
  const number = (newestFirst[0]?.number ?? 0) + 1
  const day = new Date(now).toISOString().slice(0, 10)
  return { name: `library-${String(number).padStart(6, '0')}-${day}.jsonl.gz`, number, day }
}

/**
 * Writes a backup: whole, or not at all. Gunzipped it is the head as a line of JSON, and the text.
 *
 * @throws what the file system throws; nothing of it stays
 */
export async function writeBackupFile(
  folder: string,
  name: string,
  { mark, text, feeds, articles }: Omit<BackupContent, 'pictures'>,
  now: number,
): Promise<void> {
  const body = Buffer.from(text)
  const head: BackupHead = { mark, feeds, articles, writtenAt: now, sha256: sha256(body) }
  await writeWhole(
    folder,
    name,
    await packBytes(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])),
  )
}

/** @returns the backup, or null when the file is gone, or not as it was written */
export async function readBackupFile(folder: string, name: string): Promise<BackupFile | null> {
  try {
    const bytes = await unpackBytes(await fs.readFile(path.join(folder, name)), { maxOutputLength: LARGEST })
    const end = bytes.indexOf('\n')
    const head = headOf(bytes.toString('utf8', 0, Math.max(0, end)))
    const body = bytes.subarray(end + 1)
    return head?.sha256 === sha256(body) ? { name, head, text: body.toString('utf8') } : null
  } catch {
    return null
  }
}

function headOf(line: string): BackupHead | null {
  const value = JSON.parse(line) as Partial<Record<keyof BackupHead, unknown>> | null
  if (typeof value !== 'object' || value === null) return null
  const { mark, feeds, articles, writtenAt, sha256: sum } = value
  const isWhole = [feeds, articles, writtenAt].every(Number.isFinite)
  return isWhole && typeof mark === 'string' && typeof sum === 'string' ? (value as BackupHead) : null
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes a file so that a crash or a power cut at any moment leaves the whole new one or what was there before.
 *
 * @throws what the file system throws; nothing of it stays
 */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const part = path.join(folder, `${name}${PART}`)
  try {
    const file = await fs.open(part, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await fs.rename(part, path.join(folder, name))
  } catch (error) {
    await fs.rm(part, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** A rename lasts after the folder was written too; Windows has no such call and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes backups, and what a crash left half written. */
export async function removeBackups(folder: string, names: readonly string[]): Promise<void> {
  const parts = (await fs.readdir(folder)).filter(name => /^library.*\.part$/.test(name))
  for (const name of [...names, ...parts]) await fs.rm(path.join(folder, name), { force: true })
}

/** The file system's own name of what went wrong. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
