import type { IngestJobs, PagesImportResult } from '../../preload/contract'
import { enqueueAll, NO_FOLDER, savedPages, type NewArticle, type NewWaiting } from '../library'
import {
  articleOfItem,
  decodePage,
  isZip,
  readSavedArchive,
  readSavedList,
  SavedListError,
  type SavedItem,
  type SavedList,
} from '../pages'
import { contribution } from './batcher'
import type { Context } from './context'
import { savedArticle } from './page-jobs'
import { applyKnown } from './queue-jobs'

/** So many articles that came with a list are stored at a time. */
const SLICE = 64

/**
 * Adds the pages of a list that another program exported. Those that come with their text are saved at once, the
 * others go to the queue, all in one transaction; those that the library has stay as they are.
 */
export async function importSavedList(
  context: Context,
  { name, bytes }: IngestJobs['pages.import']['input'],
): Promise<PagesImportResult> {
  const list = await listIn(bytes, name, context.alive)
  if (!list) return { kind: 'failed', problem: 'no-saved-pages' }
  context.alive()
  const isSaved = await savedPages(context.database)
  const fresh = list.items.filter(({ address }) => !isSaved(`link:${address}`))
  const { saved, without } = await storeTexts(context, fresh)
  const waiting = await enqueueAll(context.database, without.map(waitingOf), Date.now())
  const before = list.items.length - saved - waiting
  return { kind: 'imported', saved, waiting, before, leftOut: list.leftOut }
}

async function listIn(bytes: Uint8Array, name: string, onStep: () => void): Promise<SavedList | null> {
  try {
    if (isZip(bytes)) return await readSavedArchive(bytes, name, onStep)
    return readSavedList(decodePage(bytes, null), name)
  } catch (error) {
    if (error instanceof SavedListError) return null
    throw error
  }
}

const waitingOf = ({ address, title, savedAt, tags, read, starred }: SavedItem): NewWaiting => ({
  kind: 'page',
  address,
  folderId: NO_FOLDER,
  known: { title, savedAt, tags, read, starred },
})

/** An item that came with its text. */
interface Whole {
  readonly item: SavedItem
  readonly article: NewArticle
}

/** Stores the items that come with their text. @returns those that do not, and how many were stored */
async function storeTexts(
  context: Context,
  items: readonly SavedItem[],
): Promise<{ readonly saved: number; readonly without: readonly SavedItem[] }> {
  const without: SavedItem[] = []
  let saved = 0
  for (let start = 0; start < items.length; start += SLICE) {
    const whole: Whole[] = []
    for (const item of items.slice(start, start + SLICE)) {
      const article = await readText(context, item)
      if (article) whole.push({ item, article })
      else without.push(item)
    }
    if (whole.length) saved += await storeWhole(context, whole)
  }
  return { saved, without }
}

/** @returns null when the item has no text; one that cannot be read is fetched, so that its neighbours are stored */
async function readText(context: Context, item: SavedItem): Promise<NewArticle | null> {
  if (item.html === null) return null
  context.alive()
  await context.gate.open()
  try {
    const page = articleOfItem(item)
    return page && (await savedArticle(page, item.address, context.settings()))
  } catch (error) {
    console.error(item.address, error)
    return null
  }
}

async function storeWhole(context: Context, whole: readonly Whole[]): Promise<number> {
  const { articleIds } = await context.batcher.add(contribution(whole.map(one => one.article)))
  const known = whole.flatMap(({ item }, at) => {
    const articleId = articleIds[at]
    return articleId === undefined ? [] : [{ articleId, known: item }]
  })
  await applyKnown(context, known)
  return known.length
}
