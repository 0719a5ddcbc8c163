import fs from 'node:fs/promises'
import path from 'node:path'
import type { IngestJobs } from '../../preload/contract'
import { codeOf, writeWhole } from './backup-files'

/** Pictures never change, so each is a file of its own, written once, named by the hash of its bytes. */
const FOLDER = 'pictures'
const HASH = /^[\da-f]{64}$/
/** A picture that no backup has named for so long goes; older backups are then without it. */
const KEPT_MILLISECONDS = 90 * 24 * 60 * 60 * 1000
/** So many bytes are handed over at a time. */
const GROUP_BYTES = 8 * 1024 * 1024

/**
 * Keeps the pictures of a backup, those that are not kept yet.
 *
 * @param folder of the backups
 * @param read gives a picture; null when it is gone meanwhile
 * @param now milliseconds since 1970
 * @throws what the file system throws; pictures that were written by then stay
 */
export async function keepPictures(
  folder: string,
  hashes: readonly string[],
  read: (hash: string) => Promise<Uint8Array | null>,
  now: number,
): Promise<void> {
  const own = path.join(folder, FOLDER)
  const kept = new Set(await namesIn(own))
  const named = new Set(hashes.filter(hash => HASH.test(hash)))
  for (const hash of named) {
    if (kept.has(hash)) await fs.utimes(path.join(own, hash), now / 1000, now / 1000)
    else {
      const bytes = await read(hash)
      if (bytes) await writeWhole(own, hash, bytes)
    }
  }
  for (const name of kept) if (!named.has(name)) await removeOld(path.join(own, name), now)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** The time of a file is when a backup named it last. */
async function removeOld(file: string, now: number): Promise<void> {
  const { mtimeMs } = await fs.stat(file)
  if (now - mtimeMs > KEPT_MILLISECONDS) await fs.rm(file, { force: true })
}

/** Hands the pictures over that are kept, in groups, and tells which of them are not. */
export async function givePictures(
  folder: string,
  hashes: readonly string[],
  give: (group: IngestJobs['backup.pictures']['input']) => Promise<unknown>,
): Promise<void> {
  let found: { hash: string; bytes: Uint8Array }[] = []
  let size = 0
  const lost: string[] = []
  for (const hash of hashes) {
    const bytes = HASH.test(hash)
      ? await fs.readFile(path.join(folder, FOLDER, hash)).catch(() => null)
      : null
    if (!bytes) {
      lost.push(hash)
      continue
    }
    found.push({ hash, bytes })
    size += bytes.length
    if (size < GROUP_BYTES) continue
    await give({ found, lost: [] })
    ;[found, size] = [[], 0]
  }
  if (found.length + lost.length) await give({ found, lost })
}
