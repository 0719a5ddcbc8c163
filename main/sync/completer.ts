import type { CompletionTask, CompletionWish } from '../../preload/contract'
import { JobError, type IngestLink } from '../ingest'
import type { HttpClient } from '../network'
import { completeArticle } from './complete'

/** Completes articles: fetches the pages and the pictures that they lack. */
export interface Completer {
  /** There may be something to do, or it may be done now. */
  check(): void
  /** The person wants these complete now, whatever is paused. */
  want(wish: CompletionWish): Promise<void>
  /** Gives up what is under way, and rests for a while: the person does not want it now. */
  cancel(): void
  /** Articles that are still to be completed; 0 when nobody is at it. */
  left(): number
}

/** Articles under way at a time; how many requests go out is for the network client's limits to say. */
const ARTICLES = 4
/** What was tried in vain is tried again later, and a live page read again; so often it is looked whether that is now. */
const LATER_MILLISECONDS = 5 * 60 * 1000
/** When the page that reads content was in trouble, it is left alone for so long. */
const TROUBLE_MILLISECONDS = 60 * 1000
/** And after the person stopped it for so long, unless something is asked for again. */
const STOPPED_MILLISECONDS = 10 * 60 * 1000

/**
 * @param mayRun whether articles may be completed by themselves now: nothing is paused, and no feed is waiting
 * @param onLeft told when `left` has changed
 */
export function createCompleter(
  client: HttpClient,
  link: IngestLink,
  mayRun: () => boolean,
  onLeft: () => void,
): Completer {
  const hurried = { feedIds: new Set<number>(), articleIds: new Set<number>() }
  let controller: AbortController | null = null
  let again = false
  let restUntil = 0
  let left = 0

  const tell = (count: number): void => {
    if (count === left) return
    left = count
    onLeft()
  }
  const calmDown = (): void => {
    hurried.feedIds.clear()
    hurried.articleIds.clear()
  }
  const isWanted = (): boolean => mayRun() || hurried.feedIds.size + hurried.articleIds.size > 0
  /** @param except articles that are under way, or that were tried in this run */
  const next = async (except: Iterable<number>): Promise<readonly CompletionTask[]> => {
    if (!isWanted()) return []
    const first = { feedIds: [...hurried.feedIds], articleIds: [...hurried.articleIds] }
    const found = await link.run('completion.next', { count: ARTICLES * 2, except: [...except], first })
    tell(found.left)
    return mayRun() ? found.tasks : found.tasks.slice(0, found.hurried)
  }
  const run = async (signal: AbortSignal): Promise<void> => {
    const queue = createQueue(next)
    const work = async (): Promise<void> => {
      for (let task = await queue.take(); task && !signal.aborted; task = await queue.take()) {
        const end = await completeArticle(client, link, task, signal)
        queue.done(task)
        if (end === 'offline') giveUp()
      }
    }
    await Promise.all(Array.from({ length: ARTICLES }, work))
    if (!again) calmDown()
  }
  const check = (): void => {
    again = true
    if (controller || !isWanted() || performance.now() < restUntil) return
    again = false
    controller = new AbortController()
    void run(controller.signal)
      .catch((error: unknown) => {
        // What the page that reads content says of itself is told elsewhere.
        if (!(error instanceof JobError)) console.error(error)
        restUntil = performance.now() + TROUBLE_MILLISECONDS
      })
      .then(() => {
        controller = null
        tell(0)
        if (again) check()
      })
  }
  const giveUp = (): void => {
    again = false
    calmDown()
    controller?.abort()
  }
  setInterval(check, LATER_MILLISECONDS).unref()
  return {
    check,
    want: async wish => {
      await link.run('completion.want', wish)
      if (wish.kind === 'feeds') for (const feedId of wish.feedIds) hurried.feedIds.add(feedId)
      else hurried.articleIds.add(wish.articleId)
      restUntil = 0
      check()
    },
    cancel: () => {
      giveUp()
      restUntil = performance.now() + STOPPED_MILLISECONDS
    },
    left: () => left,
  }
}

/** What is to be done, each part of each article at most once a run: what could not be had is not asked for again at once. */
interface Queue {
  take(): Promise<CompletionTask | undefined>
  done(task: CompletionTask): void
}

function createQueue(next: (except: Iterable<number>) => Promise<readonly CompletionTask[]>): Queue {
  const waiting: CompletionTask[] = []
  const underWay = new Set<number>()
  const tried = new Set<string>()
  /** Articles of which nothing is left to try. */
  const over = new Set<number>()
  let refilling: Promise<void> | null = null
  const refill = async (): Promise<void> => {
    for (const task of await next([...underWay, ...over])) {
      const name = `${task.kind} ${task.articleId}`
      if (tried.has(name)) over.add(task.articleId)
      else {
        tried.add(name)
        underWay.add(task.articleId)
        waiting.push(task)
      }
    }
  }
  return {
    take: async () => {
      if (!waiting.length) await (refilling ??= refill().finally(() => (refilling = null)))
      return waiting.shift()
    },
    done: ({ articleId }) => void underWay.delete(articleId),
  }
}
