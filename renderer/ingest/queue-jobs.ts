import type { Arrival, IngestJobs, SavePageResult } from '../../preload/contract'
import { decide, enqueue, SAVED_PAGES, settleWaiting, type KnownOfPage } from '../library'
import { contribution } from './batcher'
import type { Context } from './context'
import { NO_MARK } from './entries'
import { pageArrived } from './page-jobs'

/** Keeps an address until there is a network. */
export async function addWaiting(
  { database }: Context,
  address: IngestJobs['queue.add']['input'],
): Promise<null> {
  await enqueue(database, address, Date.now())
  return null
}

/** Strikes out addresses that were fetched; those that cannot be stay, with the reason. */
export async function finishWaiting(
  { database }: Context,
  { ids, problem }: IngestJobs['queue.done']['input'],
): Promise<null> {
  await settleWaiting(database, ids, problem)
  return null
}

/**
 * Saves the page of an address in the queue with what is known of it. When the program ends in between, the address
 * is fetched again and its article is found.
 */
export async function waitingFetched(
  context: Context,
  { id, arrival }: IngestJobs['queue.fetched']['input'],
): Promise<SavePageResult> {
  const { database } = context
  const row = await database.queue.get(id)
  // The person does not wait for it any more.
  if (!row) return { kind: 'failed', problem: 'cancelled' }
  const savedAt = row.known?.savedAt ?? null
  const result = await pageArrived(context, { kind: 'address', arrival }, savedAt)
  if (result.kind === 'failed') await settleWaiting(database, [id], result.problem)
  if (result.kind !== 'saved') return result
  await Promise.all([
    rememberAddress(context, row.address, arrival, result.articleId),
    row.known && applyKnown(context, [{ articleId: result.articleId, known: row.known }]),
  ])
  await settleWaiting(database, [id], null)
  return result
}

/** The page may call itself otherwise: a list with this address finds the article all the same. */
async function rememberAddress(
  { batcher }: Context,
  address: string,
  { finalUrl }: Arrival,
  articleId: number,
): Promise<void> {
  const identities = [...new Set([address, finalUrl])].map(link => `link:${link}`)
  const touched = identities.map(identity => ({ feedId: SAVED_PAGES, identity, articleId, mark: NO_MARK }))
  await batcher.add({ ...contribution([]), touched })
}

/** An article, and what another program knew of it. */
interface KnownArticle {
  readonly articleId: number
  readonly known: Pick<KnownOfPage, 'read' | 'starred'>
}

/** What was read or starred in another program is so here, and all of it is saved. */
export async function applyKnown(
  { database, serial }: Context,
  articles: readonly KnownArticle[],
): Promise<void> {
  const idsOf = (chosen: readonly KnownArticle[]): readonly number[] => chosen.map(one => one.articleId)
  await serial(async () => {
    await decide(database, idsOf(articles), { kind: 'saved', value: true })
    await decide(database, idsOf(articles.filter(one => one.known.starred)), { kind: 'starred', value: true })
    await decide(database, idsOf(articles.filter(one => one.known.read)), { kind: 'read', value: true })
  })
}
