import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fetchableAddress } from './address'
import type { Credentials } from './results'
import type { Vault } from './vault'

/** How long credentials are known: for good, or only while the program runs. */
export type Keeping = 'kept' | 'until-quit'

/** What lets the person in, by origin (scheme, host and port). */
export interface CredentialStore {
  /** What was given for the origin of an address. */
  readonly find: (address: string) => Credentials | undefined
  /**
   * Remembers credentials for the origin of an address, in the place of earlier ones.
   *
   * @throws RangeError for what is no http or https address
   */
  readonly keep: (address: string, credentials: Credentials) => Promise<Keeping>
  readonly forget: (address: string) => Promise<Keeping>
  /** The origins that credentials are known for, in the order of the alphabet. */
  readonly origins: () => readonly string[]
}

/** A store, and the file that could not be read and was put aside under this name: the person is to be told. */
export interface OpenedCredentials {
  readonly store: CredentialStore
  readonly setAside: string | null
}

type Entries = Map<string, Credentials>

/** What became of the file when it was read. */
type Found =
  | { readonly kind: 'read'; readonly entries: Entries }
  /** The vault is closed today. The file may be good, so nothing is written over it. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }

const VERSION = 1

/**
 * Opens the store that a file holds; a file that is not there is an empty one. Where the vault is not available nothing
 * is written, ever: credentials are then known until the program ends.
 *
 * @param file its path: JSON, `{version, sealed}`, the second one base64 of what the vault encrypted
 * @throws what the file system throws when a file that is there cannot be read or put aside
 */
export async function createCredentials(file: string, vault: Vault): Promise<OpenedCredentials> {
  const found = await read(file, vault)
  const setAside = found.kind === 'unreadable' ? await putAside(file) : null
  const entries: Entries = found.kind === 'read' ? found.entries : new Map()
  let lastWrite: Promise<unknown> = Promise.resolve()
  const save = (): Promise<Keeping> => {
    // One after the other, each with what is known when its turn comes: the last one has everything.
    const written = lastWrite.then(() => write(file, entries, vault, found.kind === 'locked'))
    lastWrite = written
    return written
  }
  return {
    setAside,
    store: {
      find: address => {
        const origin = originOf(address)
        return origin === null ? undefined : entries.get(origin)
      },
      keep: async (address, credentials) => {
        const origin = originOf(address)
        if (origin === null) throw new RangeError('credentials belong to an http or https address')
        entries.set(origin, credentials)
        return save()
      },
      forget: async address => {
        const origin = originOf(address)
        if (origin !== null) entries.delete(origin)
        return save()
      },
      origins: () => [...entries.keys()].sort(),
    },
  }
}

const originOf = (address: string): string | null => fetchableAddress(address)?.origin ?? null

async function read(file: string, vault: Vault): Promise<Found> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return { kind: 'read', entries: new Map() }
  const sealed = sealedOf(text)
  if (!sealed) return { kind: 'unreadable' }
  if (!(await isAvailable(vault))) return { kind: 'locked' }
  const opened = await vault.decrypt(sealed).catch(() => null)
  const entries = opened === null ? null : entriesOf(opened)
  return entries ? { kind: 'read', entries } : { kind: 'unreadable' }
}

const isAvailable = (vault: Vault): Promise<boolean> => vault.available().catch(() => false)

/** Beside the file, under a name that no earlier one has. */
async function putAside(file: string): Promise<string> {
  const name = `${file}.unreadable-${randomBytes(4).toString('hex')}`
  await rename(file, name)
  return name
}

async function write(file: string, entries: Entries, vault: Vault, isLocked: boolean): Promise<Keeping> {
  if (isLocked || !(await isAvailable(vault))) return 'until-quit'
  try {
    const sealed = await vault.encrypt(JSON.stringify(Object.fromEntries(entries)))
    const text = JSON.stringify({ version: VERSION, sealed: Buffer.from(sealed).toString('base64') })
    await writeWhole(file, text)
    return 'kept'
  } catch {
    // A full disk, or a key store that was closed a moment ago: what was written before is still whole.
    return 'until-quit'
  }
}

/** Replaces a file so that at any moment the old or the new content is there, whole; readable by its owner only. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  // One program, one write at a time: what a crash left there is written over.
  const draft = `${file}.tmp`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

function sealedOf(text: string): Uint8Array | null {
  const value = jsonOf(text)
  if (!isRecord(value) || value['version'] !== VERSION) return null
  return typeof value['sealed'] === 'string' ? Buffer.from(value['sealed'], 'base64') : null
}

/** All or nothing: a file that is partly strange is put aside whole. */
function entriesOf(text: string): Entries | null {
  const value = jsonOf(text)
  if (!isRecord(value)) return null
  const entries: Entries = new Map()
  for (const [origin, entry] of Object.entries(value)) {
    const credentials = credentialsOf(entry)
    if (originOf(origin) !== origin || !credentials) return null
    entries.set(origin, credentials)
  }
  return entries
}

function credentialsOf(value: unknown): Credentials | null {
  if (!isRecord(value)) return null
  const { kind, user, password, token } = value
  if (kind === 'basic' && typeof user === 'string' && typeof password === 'string')
    return { kind, user, password }
  return kind === 'bearer' && typeof token === 'string' ? { kind, token } : null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
