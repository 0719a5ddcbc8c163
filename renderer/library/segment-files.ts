import { IndexFormatError, type MergeChunk, type SegmentBytes, type SegmentRegion } from '../search'
import { perLibrary } from './per-library'
import type { Database } from './schema'

// The bytes of the index: a file a segment, in the origin's private file system. A read takes microseconds there, and
// a hundred times as long in the database, whose pages come from another process. Only workers can open such files.

declare global {
  /** What Chromium gives workers (File System, section 2.6); the types of the language know it for workers alone. */
  interface FileSystemFileHandle {
    createSyncAccessHandle(options?: {
      readonly mode: 'readwrite' | 'read-only'
    }): Promise<FileSystemSyncAccessHandle>
  }
  interface FileSystemSyncAccessHandle {
    read(into: Uint8Array, options: { readonly at: number }): number
    write(bytes: Uint8Array, options: { readonly at: number }): number
    truncate(length: number): void
    flush(): void
    close(): void
  }
}

/** Files are put together in pieces of so many bytes. */
const COPIED_AT_ONCE = 1 << 20
/** Milliseconds until it is tried again to remove a file that somebody reads. */
const TRIES_AGAIN = 2000
const TRIES_TO_OPEN = 20
const LOCKED_MILLISECONDS = 50

const folderOf = async ({ name }: Database): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(`${encodeURIComponent(name)}-index`, { create: true })
}

/**
 * Opens a segment for reading. It can be read until it is closed, and its file stays as long.
 *
 * @throws IndexFormatError when there is none, and by reading when the disk fails; what else keeps it from being opened
 */
export async function openSegmentFile(database: Database, segment: number): Promise<SegmentBytes> {
  const folder = await folderOf(database)
  const handle = await openToRead(folder, segment).catch((error: unknown) => {
    throw isGone(error) ? new IndexFormatError(`Segment ${segment} is gone`) : error
  })
  const read: SegmentBytes['read'] = (into, start) => {
    try {
      return handle.read(into, { at: start })
    } catch (error) {
      throw new IndexFormatError(`Segment ${segment} cannot be read: ${String(error)}`)
    }
  }
  return { read, close: () => handle.close() }
}

/** One that was written just now may still be locked. */
async function openToRead(
  folder: FileSystemDirectoryHandle,
  segment: number,
): Promise<FileSystemSyncAccessHandle> {
  const file = await folder.getFileHandle(`${segment}`)
  for (let left = TRIES_TO_OPEN; ; left--)
    try {
      return await file.createSyncAccessHandle({ mode: 'read-only' })
    } catch (error) {
      if (left === 0 || !(error instanceof DOMException) || error.name !== 'NoModificationAllowedError')
        throw error
      await new Promise(resolve => setTimeout(resolve, LOCKED_MILLISECONDS))
    }
}

/** The files of all segments, in use or not, with their lengths in bytes; -1 where that cannot be known now. */
export async function segmentFiles(database: Database): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>()
  for await (const [name, handle] of (await folderOf(database)).entries()) {
    const size = handle instanceof FileSystemFileHandle ? await sizeOf(handle) : -1
    if (size !== null) files.set(name, size)
  }
  return files
}

/** @returns null when it was removed just now */
const sizeOf = (handle: FileSystemFileHandle): Promise<number | null> =>
  handle.getFile().then(
    ({ size }) => size,
    (error: unknown) => (isGone(error) ? null : -1),
  )

/** A segment whose regions grow. */
export interface GrowingSegment {
  readonly write: (chunks: readonly MergeChunk[]) => void
  /** Puts the regions together; nothing of it is lost from then on. */
  readonly end: () => void
  /** Lets go of everything; call it in any case. */
  readonly close: () => Promise<void>
}

/** The first one grows in the segment's own file, the last one comes when all others are written. */
const BESIDE = ['frequencies', 'dictionary'] as const satisfies readonly SegmentRegion[]

/**
 * Writes a segment whose regions grow at the same time: each but the first in a file of its own until the end.
 *
 * @throws by its calls QuotaExceededError when the disk is full
 */
export async function createSegmentFile(database: Database, segment: number): Promise<GrowingSegment> {
  const names = { positions: `${segment}`, frequencies: `${segment}-1`, dictionary: `${segment}-2` } as const
  const files = new Map<SegmentRegion, GrowingFile>()
  const close = async (): Promise<void> => {
    for (const { handle } of files.values()) handle.close()
    await removeSegmentFiles(
      database,
      BESIDE.map(region => names[region]),
    )
  }
  try {
    for (const region of ['positions', ...BESIDE] as const)
      files.set(region, await growingFile(database, names[region]))
  } catch (error) {
    await close()
    throw error
  }
  const fileOf = (region: SegmentRegion): GrowingFile =>
    files.get(region) ?? failWith(`no region ${region} is being written`)
  let documents: Uint8Array | null = null
  return {
    write: chunks => {
      for (const { region, bytes } of chunks)
        if (region === 'documents') documents = bytes
        else append(fileOf(region), bytes)
    },
    end: () => {
      const whole = fileOf('positions')
      for (const region of BESIDE) appendFile(whole, fileOf(region))
      if (documents) append(whole, documents)
      whole.handle.flush()
    },
    close,
  }
}

/** Writes a segment that is in memory. @throws QuotaExceededError when the disk is full */
export async function writeSegmentFile(
  database: Database,
  segment: number,
  bytes: Uint8Array,
): Promise<void> {
  const file = await growingFile(database, `${segment}`)
  try {
    append(file, bytes)
    file.handle.flush()
  } finally {
    file.handle.close()
  }
}

interface GrowingFile {
  readonly handle: FileSystemSyncAccessHandle
  length: number
}

async function growingFile(database: Database, name: string): Promise<GrowingFile> {
  const folder = await folderOf(database)
  // One that a program left that ended while it wrote.
  leftFiles(database).names.delete(name)
  await folder.removeEntry(name).catch(() => undefined)
  const file = await folder.getFileHandle(name, { create: true })
  const handle = await file.createSyncAccessHandle()
  try {
    handle.truncate(0)
    return { handle, length: 0 }
  } catch (error) {
    handle.close()
    throw error
  }
}

function append(file: GrowingFile, bytes: Uint8Array): void {
  const written = file.handle.write(bytes, { at: file.length })
  if (written < bytes.length) throw new DOMException('The disk is full', 'QuotaExceededError')
  file.length += written
}

function appendFile(whole: GrowingFile, part: GrowingFile): void {
  const bytes = new Uint8Array(Math.min(COPIED_AT_ONCE, part.length))
  for (let at = 0; at < part.length; at += bytes.length) {
    const read = part.handle.read(bytes, { at })
    if (read < Math.min(bytes.length, part.length - at)) failWith('what was just written cannot be read')
    append(whole, bytes.subarray(0, read))
  }
}

function failWith(message: string): never {
  throw new Error(message)
}

/** Files that nobody needs any more, and whether it will be tried to remove them by itself. */
interface Left {
  readonly names: Set<string>
  isDue: boolean
}

const leftFiles = perLibrary((): Left => ({ names: new Set(), isDue: false }))

/**
 * Removes files, and never fails: whoever reads one has not heard yet that it is not in use any more. Then it is removed
 * a little later, or at the next start.
 */
export async function removeSegmentFiles(
  database: Database,
  names: Iterable<number | string>,
): Promise<void> {
  const left = leftFiles(database)
  for (const name of names) left.names.add(`${name}`)
  const folder = await folderOf(database).catch(() => null)
  for (const name of left.names)
    await folder?.removeEntry(name, { recursive: true }).then(
      () => left.names.delete(name),
      (error: unknown) => isGone(error) && left.names.delete(name),
    )
  if (left.names.size === 0 || left.isDue) return
  left.isDue = true
  setTimeout(() => {
    left.isDue = false
    void removeSegmentFiles(database, [])
  }, TRIES_AGAIN)
}

const isGone = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'
