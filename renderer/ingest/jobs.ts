import type { FromIngest, IngestJobs, ToIngest } from '../../preload/contract'
import { carryOut, libraryProblemOf, quarantine, type LibraryCommand } from '../library'
import { backupRestored, backupWritten } from './backup-jobs'
import type { Context } from './context'
import { feedArrived, feedOffered } from './feed-jobs'
import { nextAtUnder } from './fetch-state'
import { pageArrived } from './page-jobs'
import { addWaiting, finishWaiting } from './queue-jobs'
import { exportSubscriptions, importSubscriptions, subscribe } from './subscription-jobs'

type Handlers = {
  readonly [Name in keyof IngestJobs]: (
    context: Context,
    input: IngestJobs[Name]['input'],
  ) => Promise<IngestJobs[Name]['output']>
}

const HANDLERS: Handlers = {
  'feed.offer': feedOffered,
  'feed.arrived': feedArrived,
  'feeds.subscribe': subscribe,
  'feeds.import': importSubscriptions,
  'feeds.export': exportSubscriptions,
  'page.save': pageArrived,
  'queue.add': addWaiting,
  'queue.done': finishWaiting,
  'backup.write': backupWritten,
  'backup.restore': backupRestored,
  'library.command': async ({ database, serial, settings }, command) => {
    const nextAt = nextAtUnder(settings().refreshMinutes)
    await serial(() => carryOut(database, command as LibraryCommand, nextAt))
    return { problem: null }
  },
  quarantine: async ({ database }, content) => {
    await quarantine(database, content, Date.now())
    return null
  },
}

/** Does a job of the main process and tells how it ended; what it stores is stored by then. */
export async function doJob(
  context: Context,
  { id, name, input }: ToIngest,
  post: (message: FromIngest) => void,
): Promise<void> {
  context.alive()
  try {
    const output = await HANDLERS[name](context, input as never)
    post({ kind: 'done', id, output })
  } catch (error) {
    console.error(name, error)
    const problem = libraryProblemOf(error)
    post({ kind: 'failed', id, problem: problem ?? 'reading-failed' })
    // On a full disk Chromium closes the connection, and opening it anew hangs in this page; a new page succeeds.
    if (problem) post({ kind: 'trouble', trouble: problem })
  }
}
