import { readBody } from './bodies'
import { COMES_BACK_READ } from './backup-known'
import { headLine, lineOf, pack, type BackupLines } from './backup-lines'
import { articlesByIds } from './heads'
import { isPresent, statusOf, type Ledger, type Status } from './ledger'
import { ledgerOf } from './ledger-store'
import { knownEntries, type KnownEntry } from './known'
import { SAVED_PAGES, type ArticleRow, type Database, type FeedRow, type KnownRow } from './schema'
import type { CompletionRow } from './completion-rows'
import { DEFAULT_SETTINGS } from './settings'

/** What a backup file holds. */
export interface WrittenBackup {
  /** Stands for the state of the library: the same state has the same mark. */
  readonly mark: string
  /** JSON Lines; see backup-lines.ts. */
  readonly text: string
  /** Feeds that are fetched. */
  readonly feeds: number
  /** Articles that were starred or saved. */
  readonly articles: number
  /** The hashes of their pictures, which are no part of the text. */
  readonly pictures: readonly string[]
}

/** So many articles are read at a time. */
const SLICE = 32
/**
 * Chromium's strings end at 512 Mi characters. Beyond this, articles are kept without their texts, the oldest first:
 * a backup with all stars and the newest texts is better than none.
 */
const LONGEST_TEXT = 192 * 1024 * 1024

/**
 * Everything that cannot be fetched again: feeds, folders, settings, the queue, saved searches, which entries were read or deleted,
 * and, whole, the articles that were starred, saved, or that no feed brings again.
 *
 * It reads without a transaction, so that it delays nothing; what changes meanwhile is in the next backup.
 *
 * @param alive called at every step
 */
export async function writeBackup(
  database: Database,
  alive: () => void = () => undefined,
  longestText = LONGEST_TEXT,
): Promise<WrittenBackup> {
  // What is known is read before the articles: one that came in between is left out, and not taken for a deleted one.
  const known = await database.known.toArray()
  const ledger = await ledgerOf(database)
  const [feeds, ...lines] = await subscriptionLines(database)
  const followed = new Set(feeds.map(feed => feed.id))
  const kept = keptArticles(ledger, followed)
  const keptIds = new Set(kept.map(status => status.id))
  lines.push(...known.flatMap(row => knownLine(row, followed, ledger, keptIds)))
  const entries = entriesByArticle(known, followed, keptIds)
  const pictures = await picturesByArticle(database, keptIds)
  let length = lines.reduce((sum, line) => sum + line.length, 0)
  for (let start = 0; start < kept.length; start += SLICE) {
    const slice = kept.slice(start, start + SLICE)
    const facts = { followed, entries, pictures, withText: length < longestText }
    for (const line of await articleLines(database, slice, facts)) {
      length += line.length
      lines.push(line)
    }
    alive()
  }
  const text = `${[headLine(), ...lines].join('\n')}\n`
  return {
    mark: await markOf(text),
    text,
    feeds: feeds.filter(feed => /^https?:/.test(feed.url)).length,
    articles: kept.filter(({ starred, saved }) => starred || saved).length,
    pictures: [...new Set([...pictures.values()].flat().map(({ hash }) => hash))],
  }
}

async function subscriptionLines(database: Database): Promise<[readonly FeedRow[], ...string[]]> {
  const [folders, feeds, settings, queue, searches] = await Promise.all([
    database.folders.toArray(),
    database.feeds.toArray(),
    database.settings.bulkGet(Object.keys(DEFAULT_SETTINGS)),
    database.queue.toArray(),
    database.searches.toArray(),
  ])
  return [
    feeds,
    ...folders.map(({ id, name, parentId }) => lineOf('folder', { id, name, parentId })),
    ...feeds.map(({ intervalMinutes = null, notify = false, text, pictures, ...feed }) => {
      const { id, url, title, siteUrl, folderId, addedAt } = feed
      const wishes = { intervalMinutes, notify, text, pictures }
      return lineOf('feed', { id, url, title, siteUrl, folderId, addedAt, ...wishes })
    }),
    ...settings.flatMap(row => (row ? [lineOf('setting', { key: row.key, value: row.value })] : [])),
    ...queue.map(({ kind, address, folderId, addedAt, problem, known }) =>
      lineOf('waiting', { isFeed: kind === 'feed', address, folderId, addedAt, problem, known }),
    ),
    ...searches.map(({ name, query, createdAt, notify }) =>
      lineOf('search', { name, query, createdAt, notify }),
    ),
  ]
}

/** The articles to be kept whole, those that came last first. */
function keptArticles(ledger: Ledger, followed: ReadonlySet<number>): readonly Status[] {
  return [...ledger.order]
    .flatMap(id => statusOf(ledger, id) ?? [])
    .filter(({ starred, saved, feedId }) => starred || saved || !followed.has(feedId))
    .sort((a, b) => b.id - a.id)
}

/** Unread entries are left out: they come again by themselves. So are pages: each can be saved again. */
function knownLine(
  row: KnownRow,
  followed: ReadonlySet<number>,
  ledger: Ledger,
  kept: ReadonlySet<number>,
): readonly string[] {
  if (!followed.has(row.feedId)) return []
  const read: number[] = []
  const gone: number[] = []
  for (const { hash, articleId } of knownEntries(row).values()) {
    if (kept.has(articleId)) continue
    if (articleId === COMES_BACK_READ) read.push(hash)
    else if (!isPresent(ledger, articleId)) gone.push(hash)
    else if (!statusOf(ledger, articleId)?.unread) read.push(hash)
  }
  return read.length + gone.length
    ? [lineOf('known', { feedId: row.feedId, read: pack(read), gone: pack(gone) })]
    : []
}

type Entries = ReadonlyMap<number, readonly KnownEntry[]>

/** The identities of articles; one that its publisher renamed has several. */
function entriesByArticle(
  known: readonly KnownRow[],
  followed: ReadonlySet<number>,
  kept: ReadonlySet<number>,
): Entries {
  const entries = new Map<number, KnownEntry[]>()
  for (const row of known) {
    if (row.feedId !== SAVED_PAGES && !followed.has(row.feedId)) continue
    for (const entry of knownEntries(row).values()) {
      if (!kept.has(entry.articleId)) continue
      const own = entries.get(entry.articleId)
      if (own) own.push(entry)
      else entries.set(entry.articleId, [entry])
    }
  }
  return entries
}

/** What the lines of articles are made of besides their heads. */
interface ArticleFacts {
  readonly followed: ReadonlySet<number>
  readonly entries: Entries
  readonly pictures: ReadonlyMap<number, CompletionRow['stored']>
  readonly withText: boolean
}

async function picturesByArticle(
  { completions }: Database,
  kept: ReadonlySet<number>,
): Promise<ArticleFacts['pictures']> {
  const rows = await completions.filter(({ articleId, stored }) => stored.length > 0 && kept.has(articleId)).toArray() // prettier-ignore
  return new Map(rows.map(({ articleId, stored }) => [articleId, stored]))
}

async function articleLines(
  database: Database,
  statuses: readonly Status[],
  { followed, entries, pictures, withText }: ArticleFacts,
): Promise<readonly string[]> {
  const heads = await articlesByIds(database, statuses.map(({ id }) => id)) // prettier-ignore
  const byId = new Map(heads.map(head => [head.id, head]))
  const lines = statuses.map(async status => {
    const head = byId.get(status.id)
    if (!head) return []
    const html = withText ? await readBody(database, head.body) : null
    const feedId = followed.has(status.feedId) ? status.feedId : SAVED_PAGES
    const fields = articleFields(head, status, entries.get(head.id) ?? [])
    const own = pictures.get(head.id)
    return [lineOf('article', { ...fields, feedId, html, origin: head.origin, pictures: own })]
  })
  return (await Promise.all(lines)).flat()
}

function articleFields(
  head: ArticleRow,
  { unread, starred, saved }: Status,
  entries: readonly KnownEntry[],
): Omit<BackupLines['article'], 'feedId' | 'html' | 'origin' | 'pictures'> {
  const { title, dateline, datelineText, firstSeen, updatedAt, byline, lead, source, language, link } = head
  // The identity that the publisher uses now is the one that was learnt last, and its mark is the current one.
  const mark = entries.at(-1)?.mark
  return {
    hashes: entries.map(({ hash }) => hash),
    content: mark?.content ?? 0,
    text: mark?.text ?? 0,
    linkHash: mark?.link ?? 0,
    titleHash: mark?.title ?? 0,
    published: mark?.published ?? null,
    ...{ unread, starred, saved },
    ...{ title, dateline, datelineText, firstSeen, updatedAt, byline, lead, source, language, link },
  }
}

async function markOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
