import type { KnownOfPage, Origin } from './schema'
import type { StoredPicture } from './completion-rows'

/**
 * The text of a backup: JSON Lines. The first line says what it is and in which version, every other line is one
 * thing, named by its `kind`. Numbers of folders and feeds mean something within the backup only.
 */

/** The version that this program writes. A higher one is of a newer program and is not read. */
const VERSION = 1

/** Why a text cannot be read as a backup: it was written by a newer program, or it is none. */
export type BackupProblem = 'newer-program' | 'damaged'

/** The text as a whole cannot be read; nothing was stored. */
export class BackupError extends Error {
  constructor(readonly problem: BackupProblem) {
    super(`backup: ${problem}`)
    this.name = 'BackupError'
  }
}

/** What stands in the fields of a line. */
interface Types {
  readonly text: string
  readonly 'text or null': string | null
  readonly number: number
  readonly 'number or null': number | null
  readonly flag: boolean
  readonly numbers: readonly number[]
  /** 53-bit numbers as the base64 of little-endian doubles. */
  readonly packed: string
  readonly anything: unknown
  /** For what later versions of this program add: earlier backups are read as well. */
  readonly 'origin or absent': Origin | undefined
  readonly 'flag or absent': boolean | undefined
  readonly 'pictures or absent': readonly StoredPicture[] | undefined
  readonly 'page or absent': KnownOfPage | undefined
}
type Shape = Readonly<Record<string, keyof Types>>
type Fields<Of extends Shape> = { readonly [Name in keyof Of]: Types[Of[Name]] }

const SHAPES = {
  folder: { id: 'number', name: 'text', parentId: 'number' },
  feed: {
    id: 'number',
    url: 'text',
    title: 'text',
    siteUrl: 'text or null',
    folderId: 'number',
    addedAt: 'number',
    intervalMinutes: 'number or null',
    notify: 'flag',
    /** Which text its articles are read in, and whether their pictures are kept. */
    text: 'origin or absent',
    pictures: 'flag or absent',
  },
  setting: { key: 'text', value: 'anything' },
  waiting: {
    isFeed: 'flag',
    address: 'text',
    folderId: 'number',
    addedAt: 'number',
    problem: 'text or null',
    /** What a list of another program knew of it. */
    known: 'page or absent',
  },
  /** A search that the person keeps. */
  search: { name: 'text', query: 'text', createdAt: 'number', notify: 'flag' },
  /** Entries of a feed whose articles the backup does not hold: those that were read, and those that were deleted. */
  known: { feedId: 'number', read: 'packed', gone: 'packed' },
  /** An article that was starred or saved, or that no feed brings again. */
  article: {
    /** 0 for pages, and where the feed is not followed any more. */
    feedId: 'number',
    /** The hashes of its identities; the first one is the oldest. None when its feed is not followed any more. */
    hashes: 'numbers',
    /** Hashes that tell an edited entry; see EntryMark. */
    content: 'number',
    text: 'number',
    linkHash: 'number',
    titleHash: 'number',
    published: 'number or null',
    unread: 'flag',
    starred: 'flag',
    saved: 'flag',
    title: 'text',
    dateline: 'number',
    datelineText: 'text or null',
    firstSeen: 'number',
    updatedAt: 'number or null',
    byline: 'text or null',
    lead: 'text',
    source: 'text or null',
    language: 'text or null',
    link: 'text or null',
    /** Canonical HTML; null when the library had lost it, or the backup has grown too long. */
    html: 'text or null',
    origin: 'origin or absent',
    /** The pictures stand in files of their own, named by their hashes. */
    pictures: 'pictures or absent',
  },
} as const satisfies Readonly<Record<string, Shape>>

type Kind = keyof typeof SHAPES

/** A line of each kind. */
export type BackupLines = { readonly [Name in Kind]: Fields<(typeof SHAPES)[Name]> }

/** What a backup holds. */
export type Backup = { readonly [Name in Kind]: readonly BackupLines[Name][] } & {
  /** Numbers of the lines that could not be read, from 1. */
  readonly unreadable: readonly number[]
}

/** The first line. */
export const headLine = (): string => JSON.stringify({ kind: 'backup', version: VERSION })

/** A line of a backup, without the line feed. */
export const lineOf = <Name extends Kind>(kind: Name, fields: BackupLines[Name]): string =>
  JSON.stringify({ kind, ...fields })

/**
 * Reads a backup. A line that is damaged or of an unknown kind is left out and named; the others count.
 *
 * @throws BackupError 'newer-program' when a later version wrote it; 'damaged' when the first line is not a backup's
 */
export function readBackup(text: string): Backup {
  const lines = text.split('\n')
  checkHead(lines[0] ?? '')
  const found = { folder: [], feed: [], setting: [], waiting: [], search: [], known: [], article: [] } as {
    readonly [Name in Kind]: unknown[]
  }
  const unreadable: number[] = []
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const read = readLine(line)
    if (read) found[read.kind].push(read.fields)
    else unreadable.push(index + 1)
  }
  return { ...(found as unknown as Backup), unreadable }
}

function checkHead(line: string): void {
  const head = objectOf(line)
  if (head?.['kind'] !== 'backup' || typeof head['version'] !== 'number') throw new BackupError('damaged')
  if (head['version'] > VERSION) throw new BackupError('newer-program')
}

function readLine(line: string): { readonly kind: Kind; readonly fields: unknown } | null {
  const fields = objectOf(line)
  const kind = fields?.['kind']
  if (!fields || typeof kind !== 'string' || !Object.hasOwn(SHAPES, kind)) return null
  const shape: Shape = SHAPES[kind as Kind]
  const isWhole = Object.entries(shape).every(
    ([name, type]) =>
      (Object.hasOwn(fields, name) || type.endsWith('absent')) && isOfType(fields[name], type),
  )
  return isWhole ? { kind: kind as Kind, fields } : null
}

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function isOfType(value: unknown, type: keyof Types): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return isNumber(value)
    case 'text or null':
      return value === null || typeof value === 'string'
    case 'number or null':
      return value === null || isNumber(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'numbers':
      return Array.isArray(value) && value.every(isNumber)
    case 'packed':
      return typeof value === 'string' && unpack(value) !== null
    case 'anything':
      return true
    case 'origin or absent':
      return value === undefined || value === 'feed' || value === 'page'
    case 'flag or absent':
      return value === undefined || typeof value === 'boolean'
    case 'page or absent':
      return value === undefined || isKnownPage(value)
    case 'pictures or absent':
      return value === undefined || (Array.isArray(value) && value.every(isPicture))
  }
}

function isKnownPage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { title, savedAt, tags, read, starred } = value as Record<string, unknown>
  return (
    isOfType(title, 'text or null') &&
    isOfType(savedAt, 'number or null') &&
    Array.isArray(tags) &&
    tags.every(tag => typeof tag === 'string') &&
    [read, starred].every(flag => typeof flag === 'boolean')
  )
}

function isPicture(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { address, hash, width, height, bytes } = value as Record<string, unknown>
  const isNamed = typeof address === 'string' && typeof hash === 'string' && PICTURE_HASH.test(hash)
  return isNamed && [width, height, bytes].every(isNumber)
}

/** Names of files are made of it. */
const PICTURE_HASH = /^[\da-f]{64}$/

/** JSON reads 1e999 as infinity. */
const isNumber = (value: unknown): boolean => Number.isFinite(value)

/** So many bytes are given to one call as arguments. */
const BYTES_A_CALL = 0x2000
const BYTES_A_NUMBER = 8

/** @returns the numbers as `packed` has them */
export function pack(numbers: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(numbers.length * BYTES_A_NUMBER))
  numbers.forEach((number, index) => view.setFloat64(index * BYTES_A_NUMBER, number, true))
  const bytes = new Uint8Array(view.buffer)
  let binary = ''
  for (let start = 0; start < bytes.length; start += BYTES_A_CALL)
    binary += String.fromCharCode(...bytes.subarray(start, start + BYTES_A_CALL))
  return btoa(binary)
}

/** @returns the numbers, or null when the text is not `packed` */
export function unpack(text: string): readonly number[] | null {
  try {
    const binary = atob(text)
    if (binary.length % BYTES_A_NUMBER !== 0) return null
    const view = new DataView(Uint8Array.from(binary, unit => unit.charCodeAt(0)).buffer)
    return Array.from({ length: binary.length / BYTES_A_NUMBER }, (_, index) =>
      view.getFloat64(index * BYTES_A_NUMBER, true),
    )
  } catch {
    return null
  }
}
