import type { IndexDocument } from '../search'
import type { Batch, Fate, NewArticle } from './batch'
import { COMES_BACK_READ } from './backup-known'
import { packBodies } from './bodies'
import { articlesByIds } from './heads'
import type { IndexBatch } from './index-batches'
import { indexDocument } from './index-document'
import { hashIdentity, knownEntries, knownRow, type KnownEntry } from './known'
import { editedHead, isShown, replacedBody } from './edited'
import { FLAG, wantFlags, type Amendment, type LedgerEntry, type Want } from './ledger-rows'
import { memoryOf, type Tail } from './memory'
import { openPages, pagesAfter, pagesIn, type PagesAfter } from './pages-after'
import {
  ONLY,
  SAVED_PAGES,
  type ArticleRow,
  type BodyPageRow,
  type Database,
  type FeedRow,
  type KnownRow,
  type RevisionRow,
  type SequenceRow,
} from './schema'

const FIRST: SequenceRow = { id: ONLY, article: 1, bodyPage: 1, segment: 1 }
const LEAD_CHARACTERS = 240

/** Everything that a batch writes, computed before its transaction begins. */
export interface Prepared extends PagesAfter {
  readonly fates: readonly Fate[]
  /** Where the next batch goes on. */
  readonly tail: Tail
  /** The feeds of the outcomes, those that are there. */
  readonly feeds: ReadonlyMap<number, FeedRow>
  readonly ledger: readonly LedgerEntry[]
  readonly edited: ReadonlyMap<number, Amendment>
  readonly revisions: readonly RevisionRow[]
  readonly bodyPages: readonly BodyPageRow[]
  readonly known: readonly KnownRow[]
  /** What is to be indexed behind the transaction; null when nothing of it is searched. */
  readonly toIndex: IndexBatch | null
  /** Articles that are new, by feed. */
  readonly added: ReadonlyMap<number, number>
}

/** An article with its head, as it will be stored. */
interface Stored {
  readonly id: number
  readonly head: ArticleRow
  readonly article: NewArticle
}

/** One that was edited, as it was before. */
interface Edited extends Stored {
  readonly old: ArticleRow
}

/** Reads what a batch needs to know and computes all that it writes. */
export async function prepare(database: Database, batch: Batch, now: number): Promise<Prepared> {
  const { tail, feeds, knownOf } = await readBefore(database, batch)
  const { sequence } = tail
  const { fresh, returned, fates, known } = selectNew(batch, knownOf, sequence.article)
  const before = await articlesBefore(database, batch)
  const edits = batch.edits.filter(edit => before.has(edit.articleId))
  const bodies = [...fresh, ...edits.map(edit => edit.article)].map(article => article.html)
  const { pages: bodyPages, places } = await packBodies(bodies, sequence.bodyPage)
  const placeOf = (at: number): ArticleRow['body'] => places[at] ?? { page: 0, offset: 0, length: 0 }
  const added = fresh.map((article, at): Stored => {
    const id = sequence.article + at
    return { id, head: headOf(article, { id, firstSeen: now, updatedAt: null, body: placeOf(at) }), article }
  })
  const edited = edits.flatMap(({ articleId, article }, at): readonly Edited[] => {
    const old = before.get(articleId)
    if (!old) return []
    const given = {
      id: articleId,
      firstSeen: old.firstSeen,
      updatedAt: now,
      body: placeOf(fresh.length + at),
    }
    return [{ id: articleId, head: editedHead(old, headOf(article, given)), article, old }]
  })
  const shown = edited.filter(({ old, article }) => isShown(old, article.origin))
  const requoted = new Set(shown.map(({ id }) => id))
  const pages = await pagesAfter(pagesIn(database), [...added, ...edited], requoted, sequence.article, tail.pages) // prettier-ignore
  const documents = documentsOf([...shown, ...added])
  const next: SequenceRow = {
    id: ONLY,
    article: sequence.article + fresh.length,
    bodyPage: sequence.bodyPage + bodyPages.length,
    segment: sequence.segment + (documents.length ? 1 : 0),
  }
  return {
    fates,
    feeds,
    ...pages,
    bodyPages,
    known,
    ledger: added.map(({ id, head, article }) => entryOf(id, head, article, !returned.has(article))),
    edited: new Map(edited.map(edit => [edit.id, amendmentOf(edit)])),
    revisions: await revisionsOf(database, edited, now),
    toIndex: documents.length ? { batch: sequence.segment, documents } : null,
    added: countByFeed(fresh.filter(article => !returned.has(article))),
    tail: { sequence: next, pages: openPages(next.article, pages, tail.pages) },
  }
}

function countByFeed(articles: readonly NewArticle[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { feedId } of articles) counts.set(feedId, (counts.get(feedId) ?? 0) + 1)
  return counts
}

/** What the library knows of the entries of each feed that is there, by the hash of the identity. */
type KnownOf = ReadonlyMap<number, Map<number, KnownEntry>>

async function readBefore(
  database: Database,
  { articles, touched, outcomes }: Batch,
): Promise<{
  readonly tail: Tail
  readonly feeds: ReadonlyMap<number, FeedRow>
  readonly knownOf: KnownOf
}> {
  const memory = memoryOf(database)
  const feedIds = [...new Set([...articles, ...touched].map(({ feedId }) => feedId))]
  const [tail, feedRows, knownRows] = await Promise.all([
    memory.tail.now() ?? readTail(database),
    memory.feeds([...feedIds, ...outcomes.map(({ feedId }) => feedId)]),
    memory.known(feedIds),
  ])
  const feeds = new Map(feedRows.flatMap(row => (row ? [[row.id, row]] : [])))
  const knownOf = new Map<number, Map<number, KnownEntry>>()
  feedIds.forEach((feedId, at) => {
    if (feeds.has(feedId) || feedId === SAVED_PAGES) knownOf.set(feedId, knownEntries(knownRows[at]))
  })
  return { tail, feeds, knownOf }
}

const readTail = async ({ sequence }: Database): Promise<Tail> => ({
  sequence: (await sequence.get(ONLY)) ?? FIRST,
  pages: null,
})

/** The heads of the articles that were edited, as they are. */
async function articlesBefore(
  database: Database,
  { edits }: Batch,
): Promise<ReadonlyMap<number, ArticleRow>> {
  if (!edits.length) return new Map()
  const heads = await articlesByIds(
    database,
    edits.map(edit => edit.articleId),
  )
  return new Map(heads.map(head => [head.id, head]))
}

/** Leaves out what the library or the batch itself has already, and articles of feeds that are gone. */
function selectNew({ articles, touched }: Batch, known: KnownOf, firstId: number) {
  const fresh: NewArticle[] = []
  const returned = new Set<NewArticle>()
  const changed = new Set<number>()
  const fates = articles.map((article): Fate => {
    const entries = known.get(article.feedId)
    if (!entries) return { kind: 'dropped' }
    const hash = hashIdentity(article.identity)
    const before = entries.get(hash)
    const isReturned = before?.articleId === COMES_BACK_READ
    if (before && !isReturned) return { kind: 'known', articleId: before.articleId }
    if (isReturned) returned.add(article)
    const articleId = firstId + fresh.length
    entries.set(hash, { hash, articleId, mark: article.mark })
    changed.add(article.feedId)
    fresh.push(article)
    return { kind: isReturned ? 'returned' : 'added', articleId }
  })
  for (const { feedId, identity, articleId, mark } of touched) {
    const hash = hashIdentity(identity)
    known.get(feedId)?.set(hash, { hash, articleId, mark })
    changed.add(feedId)
  }
  return {
    fresh,
    returned,
    fates,
    known: [...changed].flatMap(feedId => {
      const entries = known.get(feedId)
      return entries ? [knownRow(feedId, entries.values())] : []
    }),
  }
}

type Given = Pick<ArticleRow, 'id' | 'firstSeen' | 'updatedAt' | 'body'>

function headOf(article: NewArticle, given: Given): ArticleRow {
  const { feedId, title, datelineText, byline, source, language, link } = article
  return {
    ...given,
    feedId,
    title,
    // Dates in feeds lie: a missing one is the time first seen, one in the future is now.
    dateline: Math.min(article.dateline ?? given.firstSeen, given.firstSeen),
    datelineText,
    byline,
    source,
    language,
    link,
    lead: leadOf(article.text),
    words: countWords(article.text),
    quotes: article.quotations.length,
    pictures: countPictures(article.html),
    ...(article.origin === 'page' ? { origin: article.origin } : null),
    ...(article.leadPicture === null ? null : { leadPicture: article.leadPicture }),
  }
}

const entryOf = (
  id: number,
  { feedId, dateline, quotes }: ArticleRow,
  { saved, wants }: NewArticle,
  unread: boolean,
): LedgerEntry => ({
  id,
  feedId,
  dateline,
  flags: FLAG.present | (unread ? FLAG.unread : 0) | (saved ? FLAG.saved : 0) | wantFlags(wants),
  quotes,
})

async function revisionsOf(
  database: Database,
  edited: readonly Edited[],
  now: number,
): Promise<readonly RevisionRow[]> {
  const revisions = await Promise.all(
    edited.map(async ({ id, old, article }) => {
      const body = replacedBody(old, article.origin)
      if (!body) return []
      const number =
        1 + (await database.revisions.where('[articleId+number]').between([id], [id, []]).count())
      return [{ articleId: id, number, replacedAt: now, title: old.title, body }]
    }),
  )
  return revisions.flat()
}

const amendmentOf = (edit: Edited): Amendment => ({
  quotes: edit.head.quotes,
  wants: wantsOf(edit),
  isPage: edit.article.origin === 'page',
})

/** A page that was read before its feed's text changed may have changed as well. */
const wantsOf = ({ old, article }: Edited): readonly Want[] =>
  isShown(old, article.origin) ? article.wants : ['page', ...article.wants.filter(want => want !== 'page')]

/** An edited article is indexed again under its number: a newer batch takes the place of an older one. */
const documentsOf = (stored: readonly Stored[]): readonly IndexDocument[] =>
  stored.map(({ head, article: { html, text, quotations } }) => indexDocument(head, html, text, quotations))

function leadOf(text: string): string {
  const flat = text
    .slice(0, LEAD_CHARACTERS * 2)
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .trim()
  if (flat.length <= LEAD_CHARACTERS) return flat
  const cut = flat.lastIndexOf(' ', LEAD_CHARACTERS)
  return `${flat.slice(0, cut > LEAD_CHARACTERS / 2 ? cut : LEAD_CHARACTERS)}…`
}

/** Counts where a word begins; all white space of a text of ours is at or below a space, or a no-break space. */
function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isSpace = code <= 32 || code === 0xa0
    if (!isSpace && !inWord) words++
    inWord = !isSpace
  }
  return words
}

function countPictures(html: string): number {
  let pictures = 0
  for (let at = html.indexOf('<img '); at >= 0; at = html.indexOf('<img ', at + 1)) pictures++
  return pictures
}
