import type { FromIngest, IngestJobs, ToIngest } from '../../preload/contract'
import { carryOut, libraryProblemOf, quarantine, sweepPictures, type LibraryCommand } from '../library'
import { backedUpPicture, backupRestored, backupWritten, picturesRestored } from './backup-jobs'
import { nextTasks, picturesDone, wantCompletion } from './completion-jobs'
import type { Context } from './context'
import { feedArrived, feedOffered } from './feed-jobs'
import { nextAtUnder } from './fetch-state'
import { fullTextArrived, nextPageOf } from './full-text-jobs'
import { pageArrived } from './page-jobs'
import { pictureArrived } from './picture-jobs'
import { addWaiting, finishWaiting, waitingFetched } from './queue-jobs'
import { importSavedList } from './saved-list-jobs'
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
  'queue.fetched': waitingFetched,
  'pages.import': importSavedList,
  'backup.write': backupWritten,
  'backup.picture': backedUpPicture,
  'backup.restore': backupRestored,
  'backup.pictures': picturesRestored,
  'completion.next': nextTasks,
  'completion.want': wantCompletion,
  'page.next': nextPageOf,
  'page.arrived': fullTextArrived,
  'picture.arrived': pictureArrived,
  'pictures.done': picturesDone,
  'library.command': async ({ database, serial, settings }, command) => {
    const nextAt = nextAtUnder(settings().refreshMinutes)
    const given = command as LibraryCommand
    await serial(() => carryOut(database, given, nextAt))
    if (given.kind === 'remove-feed') await sweepPictures(database)
    return { problem: null }
  },
  quarantine: async ({ database }, content) => {
    await quarantine(database, content, Date.now())
    return null
  },
}

/** Jobs that change which feeds are fetched, or when. */
const CHANGES_SCHEDULE: ReadonlySet<keyof IngestJobs> = new Set([
  'feed.offer',
  'feeds.subscribe',
  'feeds.import',
  'backup.restore',
  'library.command',
])

/**
 * Does a job of the main process and tells how it ended; what it stores is stored by then.
 *
 * @param announce tells the main process of the schedule
 */
export async function doJob(
  context: Context,
  { id, name, input }: ToIngest,
  post: (message: FromIngest) => void,
  announce: () => Promise<void>,
): Promise<void> {
  context.alive()
  try {
    const output = await HANDLERS[name](context, input as never)
    if (CHANGES_SCHEDULE.has(name)) await announce()
    post({ kind: 'done', id, output })
  } catch (error) {
    console.error(name, error)
    const problem = libraryProblemOf(error)
    post({ kind: 'failed', id, problem: problem ?? 'reading-failed' })
    // On a full disk Chromium closes the connection, and opening it anew hangs in this page; a new page succeeds.
    if (problem) post({ kind: 'trouble', trouble: problem })
  }
}
