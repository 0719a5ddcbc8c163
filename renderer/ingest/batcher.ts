import {
  storeBatch,
  untilIndexed,
  type EditedArticle,
  type Database,
  type FetchOutcome,
  type IndexBatch,
  type Happening,
  type NewArticle,
  type StoredBatch,
  type TouchedEntry,
} from '../library'
import type { Gate } from './gate'
import type { Serial } from './serial'

/** What one job wants stored. */
export interface Contribution {
  readonly articles: readonly NewArticle[]
  /** Stored with the last of the articles, as everything below. */
  readonly edits: readonly EditedArticle[]
  readonly touched: readonly TouchedEntry[]
  /** A validator never stands without the body it came with. */
  readonly outcome: FetchOutcome | null
  readonly activity: readonly Happening[]
  /** Whether the person waits for it, so that it is to be found when it is said to be stored. */
  readonly isAwaited?: boolean
}

/** What became of it. */
export interface Stored {
  readonly added: number
  /** The number of each article, in the order given. */
  readonly articleIds: readonly number[]
}

/** Gathers what jobs want stored, across feeds, and stores it in short transactions. */
export interface Batcher {
  /**
   * @returns once everything is stored
   * @throws what the database throws; parts that were stored before stay
   */
  add(contribution: Contribution): Promise<Stored>
}

/** A piece of a contribution that is stored at once. */
interface Part extends Contribution {
  /** Shared by the parts of one contribution: after one failed, those behind it are not stored either. */
  readonly whole: { error?: unknown; failed: boolean }
  readonly stored: (stored: Stored) => void
  readonly failed: (error: unknown) => void
}

/**
 * A transaction locks the lists for its duration, so it holds about 15 ms of work. How many articles that is depends
 * on the machine: the number follows the time that the last batches took.
 */
const GOAL_MILLISECONDS = 15
const LARGEST = 256
/** Below so many articles it is the transaction itself that takes the time, and fewer of them would only be more. */
const SMALLEST = 48
/** A feed of more is stored in parts, which need not stand in one batch. */
const PART = 8
/**
 * A batch waits so long for more to come, unless it is full: each costs its transaction, a segment of the index and
 * pages that the next one writes again.
 */
const GATHERING_MILLISECONDS = 120

/** The person waits no longer than this for what was added to be indexed. */
const INDEXED_MILLISECONDS = 2_000

/** Connections to the library, by what a write takes (see `openLibrary`). */
export interface Connections {
  readonly strict: Database
  readonly relaxed: Database
}

/**
 * @param serial the queue of everything that writes articles
 * @param gate is passed while a batch is written
 * @param index is given what is to be indexed of every batch, and whether the person waits for it
 * @param alive called after every batch
 */
export function createBatcher(
  connections: Connections,
  serial: Serial,
  gate: Gate,
  index: Index,
  alive: () => void,
): Batcher {
  const waiting: Part[] = []
  let size = SMALLEST
  /** A batch stands in the queue. */
  let isDue = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Stores one batch. What else waits in the queue has its turn before the next one. */
  const flush = async (): Promise<void> => {
    isDue = false
    const parts = takeParts(waiting, size)
    if (parts.length) size = nextSize(size, await storeParts({ connections, gate, index }, parts))
    alive()
    schedule()
  }
  const begin = (): void => {
    clearTimeout(timer)
    timer = undefined
    isDue = true
    void serial(flush)
  }
  const schedule = (): void => {
    if (isDue || !waiting.length) return
    if (waiting.reduce((sum, part) => sum + sizeOf(part), 0) >= size) begin()
    else timer ??= setTimeout(begin, GATHERING_MILLISECONDS)
  }
  return {
    add: async contribution => {
      const whole = { failed: false }
      const stored = partsOf(contribution).map(
        part =>
          new Promise<Stored>((resolve, reject) =>
            waiting.push({ ...part, whole, stored: resolve, failed: reject }),
          ),
      )
      schedule()
      const all = await Promise.all(stored)
      return {
        added: all.reduce((sum, part) => sum + part.added, 0),
        articleIds: all.flatMap(part => part.articleIds),
      }
    },
  }
}

/** A feed of thousands of entries is stored in several transactions. */
function partsOf({ articles, ...rest }: Contribution): readonly Contribution[] {
  const parts: Contribution[] = []
  for (let start = 0; start < articles.length; start += PART)
    parts.push(contribution(articles.slice(start, start + PART)))
  const last = parts.pop()
  return [...parts, { articles: last?.articles ?? [], ...rest }]
}

/** Articles that come from no fetch. */
export const contribution = (articles: readonly NewArticle[]): Contribution => ({
  articles,
  edits: [],
  touched: [],
  outcome: null,
  activity: [],
})

/** Takes parts from the front until they hold `size` articles; feeds without news are cheap and ride along. */
function takeParts(waiting: Part[], size: number): readonly Part[] {
  let articles = 0
  let count = 0
  while (count < waiting.length && count < LARGEST && articles < size) articles += sizeOf(waiting[count++])
  return waiting.splice(0, count)
}

const sizeOf = (part: Part | undefined): number => (part ? part.articles.length + part.edits.length : 0)

function nextSize(size: number, milliseconds: number): number {
  const wanted = size * Math.min(2, Math.max(0.5, GOAL_MILLISECONDS / Math.max(1, milliseconds)))
  return Math.round(Math.min(LARGEST, Math.max(SMALLEST, wanted)))
}

/**
 * Has a batch indexed, at once where the person waits for it.
 *
 * @returns false when nobody does that now
 */
export type Index = (batch: IndexBatch, isAwaited: boolean) => boolean

/** What storing goes through. */
interface Store {
  readonly connections: Connections
  readonly gate: Gate
  readonly index: Index
}

/**
 * When a batch cannot be stored, its parts are tried alone, so that one bad part does not take the others along.
 *
 * @returns how long a transaction held the stores, in milliseconds
 */
async function storeParts(store: Store, given: readonly Part[]): Promise<number> {
  const parts = given.filter(part => !part.whole.failed)
  for (const part of given) if (part.whole.failed) part.failed(part.whole.error)
  if (!parts.length) return GOAL_MILLISECONDS
  try {
    const batch = {
      articles: parts.flatMap(part => part.articles),
      edits: parts.flatMap(part => part.edits),
      touched: parts.flatMap(part => part.touched),
      outcomes: parts.flatMap(part => part.outcome ?? []),
      activity: parts.flatMap(part => part.activity),
    }
    const isSaved = hasSaved(batch)
    const isAwaited = isSaved || parts.some(part => part.isAwaited)
    const database = isSaved ? store.connections.strict : store.connections.relaxed
    const stored = await storeBatch(database, batch, Date.now(), store.gate.pass)
    const isIndexing = stored.toIndex !== null && store.index(stored.toIndex, isAwaited)
    // Other batches do not wait.
    if (isAwaited && isIndexing) void indexedSoon(database).then(() => answer(parts, stored))
    else answer(parts, stored)
    return stored.heldMilliseconds
  } catch (error) {
    if (parts.length > 1) for (const part of parts) await storeParts(store, [part])
    else parts.forEach(part => giveUp(part, error))
    return GOAL_MILLISECONDS
  }
}

/** Without room on the disk nothing is indexed, and what was added is stored by now. */
const indexedSoon = (database: Database): Promise<void> =>
  untilIndexed(database, AbortSignal.timeout(INDEXED_MILLISECONDS)).catch(() => undefined)

/** What the person saved may never be had again; what a feed brought can be fetched once more. */
const hasSaved = ({ articles, edits }: Pick<Part, 'articles' | 'edits'>): boolean =>
  articles.some(article => article.saved) || edits.some(({ article }) => article.saved)

/** A validator must never be stored without all of the articles it came with: the whole contribution fails. */
function giveUp(part: Part, error: unknown): void {
  part.whole.failed = true
  part.whole.error = error
  part.failed(error)
}

function answer(parts: readonly Part[], { fates }: StoredBatch): void {
  let start = 0
  for (const part of parts) {
    const own = fates.slice(start, (start += part.articles.length))
    part.stored({
      added: own.filter(fate => fate.kind === 'added').length,
      articleIds: own.flatMap(fate => (fate.kind === 'dropped' ? [] : [fate.articleId])),
    })
  }
}
