import { createHash } from 'node:crypto'
import type { Arrival, CompletionTask, IngestJobs, PartArrival, Wanted } from '../../preload/contract'
import { JobError, type IngestLink } from '../ingest'
import { isUnchanged, type Fetched, type FetchResult, type HttpClient, type Validators } from '../network'
import { arrivalOf, contentOf } from './arrival'

/** Pictures of one article under way at a time. */
const PICTURES = 3
/** Pages of one article. */
const MOST_PAGES = 20

/** How work at an article ended; `offline`: it is left as it is, as nothing can be fetched. */
export type CompletionEnd = 'done' | 'cancelled' | 'offline'

/** What a part of one article's completion works with. */
interface Work {
  readonly client: HttpClient
  readonly link: IngestLink
  readonly articleId: number
  readonly signal: AbortSignal
}

/**
 * Fetches what an article needs next, its page or its pictures, and has it stored.
 *
 * @param signal gives it up; what was fetched by then is stored
 * @throws {JobError} when it could not be stored
 */
export async function completeArticle(
  client: HttpClient,
  link: IngestLink,
  task: CompletionTask,
  signal: AbortSignal,
): Promise<CompletionEnd> {
  const work = { client, link, articleId: task.articleId, signal }
  return task.kind === 'page' ? fetchPages(work, task) : fetchPictures(work, task.pictures)
}

type PageTask = Extract<CompletionTask, { kind: 'page' }>

/** Fetches the page behind an article, and those on which it goes on. */
async function fetchPages(work: Work, { page, validators }: PageTask): Promise<CompletionEnd> {
  const { link, articleId } = work
  const store = (arrival: IngestJobs['page.arrived']['input']['arrival'], content?: Arrival): Promise<null> =>
    link.run('page.arrived', { articleId, arrival }, content && contentOf(content))
  try {
    const pages: Arrival[] = []
    for (let wanted: Wanted | null = page; wanted && pages.length < MOST_PAGES;) {
      const answer = await ask(work, wanted, 'page', pages.length ? undefined : validators)
      if (isUnchanged(answer)) return (await store({ kind: 'unchanged' }), 'done')
      const result = partOf(answer)
      // Half an article is none: it is tried again as a whole.
      if (result.kind === 'left') return result.end
      if (result.kind === 'failed') return (await store(result), 'done')
      const arrival = arrivalOf(result.part)
      pages.push(arrival)
      const address: string | null = await link.run('page.next', arrival, contentOf(arrival))
      const isNew = address !== null && pages.every(({ url }) => url !== address)
      wanted = isNew ? { address, trust: page.trust } : null
    }
    await store({ kind: 'fetched', part: pages }, pages[0])
  } catch (error) {
    if (!isQuarantine(error)) throw error
    await store({ kind: 'failed', problem: 'quarantined' })
  }
  return 'done'
}

/** Fetches the pictures of an article; each is stored as it comes. */
async function fetchPictures(work: Work, pictures: readonly Wanted[]): Promise<CompletionEnd> {
  const waiting = [...pictures]
  let end: CompletionEnd = 'done'
  const inTurn = async (): Promise<void> => {
    for (let wanted = waiting.shift(); wanted && end === 'done'; wanted = waiting.shift()) {
      const ended = await fetchPicture(work, wanted)
      if (ended !== 'done') end = ended
    }
  }
  await Promise.all(Array.from({ length: PICTURES }, inTurn))
  if (end === 'done') await work.link.run('pictures.done', { articleId: work.articleId })
  return end
}

async function fetchPicture(work: Work, wanted: Wanted): Promise<CompletionEnd> {
  const { link, articleId } = work
  const { address } = wanted
  const result = partOf(await ask(work, wanted, 'picture'))
  if (result.kind === 'left') return result.end
  if (result.kind === 'failed') {
    await link.run('picture.arrived', { articleId, address, arrival: result })
    return 'done'
  }
  const { body } = result.part
  const contentHash = createHash('sha256').update(body).digest('hex')
  const arrival = { kind: 'fetched', part: { body, contentHash } } as const
  try {
    await link.run('picture.arrived', { articleId, address, arrival }, { contentHash, address })
  } catch (error) {
    if (!isQuarantine(error)) throw error
    const failure = { kind: 'failed', problem: 'quarantined' } as const
    await link.run('picture.arrived', { articleId, address, arrival: failure })
  }
  return 'done'
}

/** What ends the page that reads content keeps nothing else from coming. */
const isQuarantine = (error: unknown): boolean => error instanceof JobError && error.problem === 'quarantined'

/** What came, why nothing did, or that it was given up without an answer. */
type Part = PartArrival<Fetched> | { readonly kind: 'left'; readonly end: 'cancelled' | 'offline' }

const ask = (
  { client, signal }: Work,
  { address, trust }: Wanted,
  kind: 'page' | 'picture',
  validators?: Validators,
): Promise<FetchResult> =>
  client.fetch({ url: address, kind, trust, ...(validators && { validators }) }, signal)

function partOf(result: FetchResult): Part {
  if (result.outcome === 'fetched') return { kind: 'fetched', part: result }
  const problem = result.outcome === 'failed' ? result.problem : 'network'
  return problem === 'cancelled' || problem === 'offline'
    ? { kind: 'left', end: problem }
    : { kind: 'failed', problem }
}
