import type { Dexie, Transaction } from 'dexie'
import { WRITER_TABLE } from './one-writer'
import { packArticles } from './upgrade-2'
import { loseIndex } from './upgrade-10'
import { alignPages, moveSequence } from './upgrade-3'

/** The schema that this program writes. A library with a higher one is of a newer program and is left alone. */
export const SCHEMA_VERSION = 10

/** Tables by name; null removes one. */
type Stores = Readonly<Record<string, string | null>>

/** What a version changes, and how a library of the version before gets there. */
interface Step {
  readonly stores: Stores
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}

const STEPS: readonly Step[] = [
  // 1: the first edition: a row an article for its head, its status and its quotes, with indexes for each list.
  {
    stores: {
      folders: '++id',
      feeds: '++id, &url, folderId',
      fetches: 'feedId',
      known: 'feedId',
      articles: 'id',
      statuses:
        'id, [unread+order+id], [feedId+unread+order+id], [folderId+unread+order+id], [starred+order+id], [saved+order+id]',
      bodyPages: 'id',
      quotes: 'articleId, [order+articleId], *speakers',
      segments: '++id',
      indexPages: '[segmentId+number]',
      counters: 'feedId',
      settings: 'key',
      activity: '++id, at',
      quarantine: 'contentHash',
    },
  },
  // 2: rows and index entries were two thirds of the cost of a first sync. Heads and quotes are packed as bodies are,
  // and the lists come from the ledger, which is held in memory.
  {
    stores: {
      ledger: 'chunk',
      heads: 'first',
      quotePages: 'first',
      speakers: 'first',
      revisions: '[articleId+number]',
      queue: '++id',
      articles: null,
      statuses: null,
      quotes: null,
      counters: null,
    },
    upgrade: packArticles,
  },
  // 3: the sequence stood among the settings, and every batch woke whoever follows them. Heads and quotes
  // lay where their batch put them, 32 to a page: now the number says the page, and pages are smaller and full.
  {
    stores: { sequence: 'id' },
    upgrade: async transaction => {
      await moveSequence(transaction)
      await alignPages(transaction)
    },
  },
  // 4: pictures. A row an article comes only with what was fetched for it, long after the article itself.
  { stores: { completions: 'articleId', pictures: 'hash', thumbnails: 'articleId' } },
  // 5: searches that the person keeps.
  { stores: { searches: '++id' } },
  // 6: pages that are read again. Few rows have the key, and looking for those that are due must not read the others.
  { stores: { completions: 'articleId, live.rereadAt' } },
  // 7: what keeps two transactions from writing at once. Two that were killed cost the whole library.
  { stores: { [WRITER_TABLE]: '' } },
  // 8: a segment of each batch, and merging hundreds of them, was a quarter of a first sync: many batches become one.
  { stores: { unindexed: 'batch' } },
  // 9: quotes as JSON: as objects each of them named all its fields. Those of before are read as they are.
  { stores: {} },
  // 10: the index in files of its own. It is made again from the articles, a part at a time.
  { stores: { indexPages: null }, upgrade: loseIndex },
]

/**
 * Declares every version of the schema, oldest first; each step says why it came. A step is never changed once it
 * was released: a new one is added with its upgrade, and a test opens a library of the old form with it.
 *
 * @param database to declare them on
 * @param upTo the version to open at; tests write with an old one
 */
export function declareVersions(database: Dexie, upTo = SCHEMA_VERSION): void {
  STEPS.slice(0, upTo).forEach(({ stores, upgrade }, index) => {
    const version = database.version(index + 1).stores({ ...stores })
    if (upgrade) version.upgrade(upgrade)
  })
}
