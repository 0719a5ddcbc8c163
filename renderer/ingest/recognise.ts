import { fingerprintOf, matchRenamed, type Entry, type EntryMark } from '../feeds'
import {
  COMES_BACK_READ,
  hashIdentity,
  type EditedArticle,
  type KnownEntry,
  type NewArticle,
  type TouchedEntry,
} from '../library'

/** The entries of a fetch that have to be read, by what the library knows of them. */
export interface Recognised {
  readonly unknown: readonly Entry[]
  /** Entries that are written otherwise than before; whether that is an edit is seen when they were read. */
  readonly altered: readonly { readonly entry: Entry; readonly known: KnownEntry }[]
  /** Entries that are as they were. */
  readonly present: readonly KnownEntry[]
  /** What the library knows that is not in this fetch. */
  readonly missing: readonly KnownEntry[]
}

/** Tells the entries of a fetch apart without reading their contents. */
export function recognise(entries: readonly Entry[], known: ReadonlyMap<number, KnownEntry>): Recognised {
  const unknown: Entry[] = []
  const altered: { entry: Entry; known: KnownEntry }[] = []
  const present: KnownEntry[] = []
  const seen = new Set<number>()
  for (const entry of entries) {
    const before = known.get(hashIdentity(entry.identity))
    if (!before || before.articleId === COMES_BACK_READ) {
      unknown.push(entry)
      continue
    }
    seen.add(before.articleId)
    const { content, title } = fingerprintOf(entry)
    if (content === before.mark.content && title === before.mark.title) present.push(before)
    else altered.push({ entry, known: before })
  }
  const missing = unknown.length
    ? [...known.values()].filter(({ articleId }) => articleId !== COMES_BACK_READ && !seen.has(articleId))
    : []
  return { unknown, altered, present, missing }
}

/** What is to be stored of the entries of a fetch. */
export interface Findings {
  readonly articles: readonly NewArticle[]
  readonly edits: readonly EditedArticle[]
  readonly touched: readonly TouchedEntry[]
  /** Entries whose identity the publisher has changed. */
  readonly renamed: number
}

/**
 * Tells new articles from edited ones and from those that only have another identity.
 *
 * @param fresh the unknown entries as they were read
 * @param reread the altered ones
 */
export function findingsOf(
  { present, missing, altered }: Pick<Recognised, 'present' | 'missing' | 'altered'>,
  fresh: readonly NewArticle[],
  reread: readonly { readonly article: NewArticle; readonly known: KnownEntry }[],
): Findings {
  const inFeed = [...present, ...altered.map(one => one.known)].map(({ mark }) => mark)
  const renamed = new Map(
    matchRenamed(fresh.map(article => article.mark), missing.map(({ mark }) => mark), inFeed) // prettier-ignore
      .map(pair => [pair.unknown, missing[pair.missing]]),
  )
  const known = [
    ...reread,
    ...fresh.flatMap((article, index) => {
      const before = renamed.get(index)
      return before ? [{ article, known: before }] : []
    }),
  ]
  return {
    articles: fresh.filter((_, index) => !renamed.get(index)),
    edits: known
      .filter(({ article, known: { mark } }) => isEdit(mark, article.mark))
      .map(({ article, known: { articleId } }) => ({ article, articleId })),
    touched: known.map(({ article: { feedId, identity, mark }, known: { articleId } }) => ({
      feedId,
      identity,
      articleId,
      mark,
    })),
    renamed: renamed.size,
  }
}

/** A person would see the difference. What was never hashed is taken as it stands. */
function isEdit(before: EntryMark, after: EntryMark): boolean {
  if (before.content === 0 && before.title === 0) return false
  // Texts that are too short to be told apart are compared as they are written.
  const isOtherText =
    before.text && after.text ? before.text !== after.text : before.content !== after.content
  return isOtherText || before.title !== after.title
}
