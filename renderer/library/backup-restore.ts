import type { EntryMark } from '../feeds'
import { atomically } from './atomically'
import { nothingFetched } from './pictures'
import { markRead, nameEntries, type FeedNumbers, type Identities } from './backup-known'
import { readBackup, type BackupLines } from './backup-lines'
import { restoreSubscriptions } from './backup-subscriptions'
import type { NewArticle } from './batch'
import { changeHeads } from './heads'
import { hashIdentity, knownEntries } from './known'
import { isPresent } from './ledger'
import { setFlag } from './ledger-rows'
import { changeRows, ledgerOf } from './ledger-store'
import { SAVED_PAGES, type ArticleRow, type Database } from './schema'
import { storeBatch } from './store'

/** What restoring works with. */
export interface RestoreTools {
  /** Computes from an article's HTML what can be computed; the HTML of a file is as hostile as that of a feed. */
  readonly read: (article: Omit<NewArticle, 'text' | 'quotations'>) => NewArticle
  /** The queue of everything that writes articles. */
  readonly serial: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Called at every step. */
  readonly alive: () => void
}

/** What became of a backup. */
export interface Restored {
  /** Articles of the backup that are in the library now. */
  readonly articles: number
  /** Numbers of the lines that could not be read, from 1. */
  readonly unreadable: readonly number[]
  /** The hashes of pictures that the articles show and the library has not got. */
  readonly pictures: readonly string[]
}

/** An article of the backup with the feed that it has in the library. */
interface Wanted {
  readonly line: BackupLines['article']
  readonly article: NewArticle
}

/** So many articles are stored at a time. */
const SLICE = 16

/**
 * Merges a backup into the library. All of it is read before anything is written, and nothing that the library holds
 * is removed or replaced: feeds are found by their address, folders by name and place, articles by the hashes of
 * their identities. Doing it again, also after it was broken off, adds what is missing.
 *
 * @param text as `writeBackup` made it
 * @param now milliseconds since 1970
 * @throws BackupError before anything is written; LibraryError's causes, with a part of the articles restored
 */
export async function restoreBackup(
  database: Database,
  text: string,
  tools: RestoreTools,
  now: number,
): Promise<Restored> {
  const backup = readBackup(text)
  tools.alive()
  const { folders, feeds: followed, settings, queue, searches, known } = database
  const tables = [folders, followed, settings, queue, searches, known]
  const { feeds, read } = await tools.serial(() =>
    atomically(database, tables, () => restoreSubscriptions(database, backup)),
  )
  await markRead(database, read)
  // The backup has those first that came last.
  const lines = backup.article.toReversed()
  let articles = 0
  for (let start = 0; start < lines.length; start += SLICE) {
    const wanted = lines.slice(start, start + SLICE).map(line => ({
      line,
      article: tools.read(articleOf(line, feeds)),
    }))
    articles += await tools.serial(() => restoreArticles(database, wanted, now))
    tools.alive()
  }
  if (backup.unreadable.length) await noteUnreadable(database, backup.unreadable.length, now)
  const pictures = await picturesMissing(database)
  return { articles, unreadable: backup.unreadable, pictures }
}

async function noteUnreadable(database: Database, lines: number, now: number): Promise<void> {
  await database.activity.add({ at: now, feedId: null, event: 'not-restored', detail: String(lines) })
}

function articleOf(
  line: BackupLines['article'],
  feeds: FeedNumbers,
): Omit<NewArticle, 'text' | 'quotations'> {
  const { title, dateline, datelineText, byline, source, language, link, saved } = line
  return {
    ...{ title, dateline, datelineText, byline, source, language, link, saved },
    feedId: feeds.get(line.feedId) ?? SAVED_PAGES,
    identity: standInOf(line),
    mark: markOf(line),
    html: line.html ?? `<p>${escaped(line.lead)}</p>`,
    origin: line.origin ?? (feeds.has(line.feedId) ? 'feed' : 'page'),
    leadPicture: null,
    // What the backup has not got may be there still where it came from.
    wants: line.html === null && link !== null ? ['page', 'pictures'] : ['pictures'],
  }
}

/** Only the hash of an identity is known, so it is stored under another one for a moment. */
const standInOf = ({ hashes, title, dateline, link }: BackupLines['article']): string =>
  hashes.length ? `backup:${hashes[0]}` : `backup:${title}\n${dateline}\n${link}`

const markOf = (line: BackupLines['article']): EntryMark => ({
  content: line.content,
  text: line.text,
  link: line.linkHash,
  title: line.titleHash,
  published: line.published,
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** @returns how many of them are in the library now */
async function restoreArticles(database: Database, wanted: readonly Wanted[], now: number): Promise<number> {
  const ledger = await ledgerOf(database)
  const isThere = (articleId: number): boolean => isPresent(ledger, articleId)
  const before = await articlesThere(database, wanted, isThere)
  const missing = wanted.filter(one => !before.has(one))
  const batch = {
    articles: missing.map(({ article }) => article),
    ...{ edits: [], touched: [], outcomes: [], activity: [] },
  }
  const { fates } = await storeBatch(database, batch, now)
  const stored = new Map(
    missing.flatMap((one, index) => {
      const fate = fates[index]
      // A feed that was removed meanwhile takes its articles along.
      return fate && fate.kind !== 'dropped' ? [[one, fate.articleId] as const] : []
    }),
  )
  await settle(database, new Map([...before, ...stored]), new Set(stored.values()), isThere)
  return before.size + stored.size
}

type Placed = ReadonlyMap<Wanted, number>

/** The articles that the library has. */
async function articlesThere(
  database: Database,
  wanted: readonly Wanted[],
  isThere: (articleId: number) => boolean,
): Promise<Placed> {
  const feedIds = [...new Set(wanted.map(({ article }) => article.feedId))]
  const rows = await database.known.bulkGet(feedIds)
  const byFeed = new Map(feedIds.map((feedId, index) => [feedId, knownEntries(rows[index])]))
  return new Map(
    wanted.flatMap(one => {
      const entries = byFeed.get(one.article.feedId)
      const ids = one.line.hashes.flatMap(hash => entries?.get(hash)?.articleId ?? [])
      const id = ids.find(isThere)
      return id === undefined ? [] : [[one, id] as const]
    }),
  )
}

/** What storing an article does not do: its real identities, what the person decided, when it was first seen. */
async function settle(
  database: Database,
  placed: Placed,
  stored: ReadonlySet<number>,
  isThere: (articleId: number) => boolean,
): Promise<void> {
  const lines = new Map([...placed].map(([{ line }, id]) => [id, line]))
  const withTimes = (head: ArticleRow): ArticleRow => {
    const line = lines.get(head.id)
    return line ? { ...head, firstSeen: line.firstSeen, updatedAt: line.updatedAt } : head
  }
  const tables = [database.known, database.ledger, database.heads, database.completions]
  await atomically(database, tables, async () => {
    await nameEntries(database, [...placed].map(identitiesOf), isThere)
    await changeRows(database, lines.keys(), (row, ids) => {
      for (const id of ids) {
        const { starred = false, saved = false, unread = true } = lines.get(id) ?? {}
        if (starred) setFlag(row, id, 'starred', true)
        if (saved) setFlag(row, id, 'saved', true)
        if (!unread) setFlag(row, id, 'unread', false)
      }
      return true
    })
    await changeHeads(database, stored, withTimes)
    await restorePictures(database, lines, stored)
  })
}

/** Which pictures the articles show; the pictures themselves come later. */
async function restorePictures(
  { completions }: Database,
  lines: ReadonlyMap<number, BackupLines['article']>,
  stored: ReadonlySet<number>,
): Promise<void> {
  const rows = [...lines].flatMap(([id, { pictures }]) =>
    pictures?.length && stored.has(id) ? [{ ...nothingFetched(id), stored: pictures }] : [],
  )
  await completions.bulkPut(rows)
}

/** Pictures that articles show and that are not there: those of a backup, until they are brought. */
async function picturesMissing({ completions, pictures }: Database): Promise<readonly string[]> {
  const hashes = new Set(
    (await completions.toArray()).flatMap(({ stored }) => stored.map(({ hash }) => hash)),
  )
  for (const hash of await pictures.toCollection().primaryKeys()) hashes.delete(hash)
  return [...hashes]
}

const identitiesOf = ([{ line, article }, articleId]: readonly [Wanted, number]): Identities => ({
  feedId: article.feedId,
  articleId,
  hashes: line.hashes,
  mark: article.mark,
  standIn: hashIdentity(standInOf(line)),
})
