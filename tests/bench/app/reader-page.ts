import type { Page } from '@playwright/test'
import { place } from '../../support/reader'

// What the bench asks of the reader's page, from inside it.

declare global {
  /** Durations of the reader's long tasks, in milliseconds. */
  var benchTasks: number[]
}

/** Begins to note tasks of more than 50 ms (W3C Long Tasks API). */
export const watchTasks = (reader: Page): Promise<void> =>
  reader.evaluate(() => {
    globalThis.benchTasks = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) globalThis.benchTasks.push(entry.duration)
    }).observe({ type: 'longtask' })
  })

/** @returns the durations of the tasks since the last call, in milliseconds; nothing below 50 */
export const takeTasks = (reader: Page): Promise<readonly number[]> =>
  reader.evaluate(() => globalThis.benchTasks.splice(0))

/** The unread articles of the whole library, as the person sees them. */
export async function unreadCount(reader: Page): Promise<number> {
  const text = await place(reader, 'Unread').innerText()
  return Number(text.replace(/\D/g, ''))
}

export const roundsSoFar = (reader: Page): Promise<number> =>
  reader.evaluate(async () => (await window.broadsheet.request('sync.state', null)).rounds)

export const importOpml = (reader: Page, opml: string): Promise<void> =>
  reader.evaluate(async text => {
    const result = await window.broadsheet.request('feeds.import', new TextEncoder().encode(text))
    if (result.kind === 'failed') throw new Error(`the import failed: ${result.problem}`)
  }, opml)

export const refreshAll = (reader: Page): Promise<null> =>
  reader.evaluate(() => window.broadsheet.request('sync.start', null))

/** No round for so long means that none follows: lists of subscriptions may be stored in slices. */
const CALM_MILLISECONDS = 1_000

/**
 * Waits until rounds have ended and none follows. The page listens; asking again and again would be measured too.
 *
 * @param before how many rounds had ended before
 * @returns when the last one ended, in milliseconds since 1970
 */
export const untilSynced = (reader: Page, before: number): Promise<number> =>
  reader.evaluate(
    ([rounds, calm]) =>
      new Promise<number>(resolve => {
        let timer: ReturnType<typeof setTimeout> | undefined
        const note = (state: { readonly running: boolean; readonly rounds: number }): void => {
          if (state.running || state.rounds <= rounds) {
            clearTimeout(timer)
            timer = undefined
          } else if (timer === undefined) {
            const ended = Date.now()
            timer = setTimeout(() => {
              stopListening()
              resolve(ended)
            }, calm)
          }
        }
        const stopListening = window.broadsheet.listen('sync', note)
        void window.broadsheet.request('sync.state', null).then(note)
      }),
    [before, CALM_MILLISECONDS] as const,
  )

/** Has all articles of all feeds completed, whatever their age. */
export const completeFeeds = (reader: Page, feedIds: readonly number[]): Promise<null> =>
  reader.evaluate(
    ids => window.broadsheet.request('articles.complete', { kind: 'feeds', feedIds: ids }),
    feedIds,
  )

/** Waits until articles have been completed and none is left. The page listens, as in `untilSynced`. */
export const untilCompleted = (reader: Page): Promise<void> =>
  reader.evaluate(
    () =>
      new Promise<void>(resolve => {
        let wasRunning = false
        const stopListening = window.broadsheet.listen('sync', ({ completing }) => {
          if (completing > 0) wasRunning = true
          else if (wasRunning) {
            stopListening()
            resolve()
          }
        })
      }),
  )
