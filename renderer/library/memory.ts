import { Dexie } from 'dexie'
import { changesOf, touching } from './key-ranges'
import { perLibrary } from './per-library'
import { rememberRows } from './remembered-rows'
import {
  ONLY,
  type Database,
  type FeedRow,
  type FetchRow,
  type HeadPageRow,
  type KnownRow,
  type QuotePageRow,
  type SequenceRow,
} from './schema'

/** Where the next batch goes on. */
export interface Tail {
  readonly sequence: SequenceRow
  /** The pages that the last batch left to be filled; null when they are not known. */
  readonly pages: { readonly heads: HeadPageRow; readonly quotes: QuotePageRow | undefined } | null
}

type Reads<Row> = (keys: readonly number[]) => Promise<readonly (Row | undefined)[]>

/**
 * What storing asks for again and again, held in memory. It follows every change of the store, so it is never older
 * than the last transaction that ended, whoever began that; a transaction that fails changes nothing here.
 */
export interface Memory {
  readonly feeds: Reads<FeedRow>
  readonly fetches: Reads<FetchRow>
  readonly known: Reads<KnownRow>
  /** The hashes of all content that was put aside. */
  readonly quarantined: () => Promise<ReadonlySet<string>>
  readonly tail: TailMemory
}

interface TailMemory {
  /** @returns null when it has to be read */
  readonly now: () => Tail | null
  /** Runs a transaction, after which it is as given. */
  readonly after: (tail: Tail, write: () => Promise<void>) => Promise<void>
}

/** Rows of some hundred bytes: those of all feeds fit in memory. */
const SMALL_ROWS = { together: 256, sizeOf: () => 1, most: 100_000 }
/** 40 bytes an entry: 8 MB. */
const KNOWN_ROWS = { together: 8, sizeOf: (row: KnownRow) => row.identities.length, most: 200_000 }

/** @returns the memory of a connection, made at the first call */
export const memoryOf = perLibrary(createMemory)

function createMemory(database: Database): Memory {
  const { feeds, fetches, known, quarantine } = database
  const hashes = async (): Promise<ReadonlySet<string>> =>
    new Set(await quarantine.toCollection().primaryKeys())
  return {
    feeds: rememberRows<FeedRow>(database, feeds, row => row.id, SMALL_ROWS),
    fetches: rememberRows<FetchRow>(database, fetches, row => row.feedId, SMALL_ROWS),
    known: rememberRows<KnownRow>(database, known, row => row.feedId, KNOWN_ROWS),
    quarantined: rememberWhole(database, quarantine, hashes),
    tail: rememberTail(database),
  }
}

function rememberWhole<Held>(
  database: Database,
  table: { readonly name: string },
  read: () => Promise<Held>,
): () => Promise<Held> {
  let held: Promise<Held> | null = null
  const forget = (): void => {
    held = null
  }
  Dexie.on('storagemutated', (parts: Readonly<Record<string, unknown>>) => {
    if (changesOf(parts, database, table).length) forget()
  })
  database.on('close', forget)
  return () => {
    held ??= read().catch((error: unknown) => {
      forget()
      throw error
    })
    return held
  }
}

function rememberTail(database: Database): TailMemory {
  const { heads, quotePages, sequence } = database
  let tail: Tail | null = null
  let changes = 0
  const forget = (): void => {
    tail = null
    changes++
  }
  Dexie.on('storagemutated', (parts: Readonly<Record<string, unknown>>) => {
    const pages = [heads, quotePages].flatMap(table => changesOf(parts, database, table))
    const numbers = changesOf(parts, database, sequence).filter(range => touching(range, ONLY))
    if (pages.length || numbers.length) forget()
  })
  database.on('close', forget)
  return {
    now: () => tail,
    after: async (next, write) => {
      const before = changes
      await write()
      // Only the transaction's own change was seen: nobody else's came between.
      if (changes === before + 1) tail = next
    },
  }
}
