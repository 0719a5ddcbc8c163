import { INGEST_PORT, type FromIngest, type IngestBridge, type ToIngest } from '../../preload/contract'
import {
  DEFAULT_SETTINGS,
  expireActivity,
  followTables,
  isEmpty,
  LONG_PAUSE,
  libraryProblemOf,
  readSettings,
  renewLog,
  rescheduleFeeds,
  sweepPictures,
  type Settings,
} from '../library'
import type { Index } from './batcher'
import { openContext, type Context } from './context'
import { nextAtUnder } from './fetch-state'
import type { ToIndex } from './index.worker'
import indexWorker from './index.worker.ts?worker&url'
import { doJob } from './jobs'
import { announceSchedule, announceWaiting } from './schedule'
import { storeWelcome } from './welcome'

declare global {
  interface Window {
    readonly broadsheetIngest: IngestBridge
  }
}

/** Feeds that may be on their way at a time: enough to hide slow servers, few enough to hold in memory. */
const CREDITS = 48
/** Far below the silence that ends the page: every entry says that its job goes on, and a message wakes the other side. */
const ALIVE_MILLISECONDS = 1_000

// Trusted Types are enforced here too, but this page exists to parse what others wrote: DOMParser takes strings only
// through a policy. What it parses is never put into a document.
window.trustedTypes?.createPolicy('default', {
  createHTML: html => html,
  createScriptURL: address => {
    if (new URL(address, location.href).origin !== location.origin)
      throw new TypeError(`not our own: ${address}`)
    return address
  },
})

function connect(): Promise<MessagePort> {
  return new Promise(resolve => {
    window.addEventListener('message', event => {
      const port = event.ports[0]
      if (event.source === window && event.data === INGEST_PORT && port) resolve(port)
    })
    window.broadsheetIngest.requestPort()
  })
}

/** The person's wishes, as they were when they were read last. */
let settings: Settings = DEFAULT_SETTINGS

/** @returns calls the function, but not again within so many milliseconds */
function seldom(milliseconds: number, run: () => void): () => void {
  let last = -Infinity
  return () => {
    const now = performance.now()
    if (now - last < milliseconds) return
    last = now
    run()
  }
}

/** @returns posts what is said in one go as one message: each wakes the main process, and a batch ends many jobs */
function together(port: MessagePort): (message: FromIngest) => void {
  let waiting: FromIngest[] = []
  return message => {
    if (waiting.push(message) > 1) return
    setTimeout(() => {
      const said = waiting
      waiting = []
      port.postMessage(said)
    })
  }
}

/** What is stored before it runs is read by it from the store. */
let indexer: Worker | undefined

const index: Index = (batch, isAwaited) => {
  const message: ToIndex = { ...batch, isAwaited }
  indexer?.postMessage(message)
  return indexer !== undefined
}

async function prepare(alive: () => void): Promise<Context> {
  await renewLog()
  const context = await openContext({ alive, settings: () => settings, index })
  const { database } = context
  settings = await readSettings(database)
  await storeWelcome(context)
  // Housekeeping decides nothing: on a full disk it waits.
  await expireActivity(database, Date.now()).catch(console.error)
  await sweepPictures(database).catch(console.error)
  return context
}

async function run(): Promise<void> {
  const port = await connect()
  const post = together(port)
  try {
    const context = await prepare(seldom(ALIVE_MILLISECONDS, () => post({ kind: 'alive' })))
    const empty = await isEmpty(context.database)
    const announce = announceSchedule(context.database, post, async read => {
      const isOther = read.refreshMinutes !== settings.refreshMinutes
      settings = read
      if (isOther) await rescheduleFeeds(context.database, nextAtUnder(read.refreshMinutes))
    })
    port.onmessage = ({ data }: MessageEvent<readonly ToIngest[]>) => {
      for (const message of data) void doJob(context, message, post, announce)
    }
    post({ kind: 'ready', credits: CREDITS, empty })
    indexer = new Worker(indexWorker, { type: 'module' })
    announceWaiting(context.database, post)
    // What a backup holds: the ledger stands for everything that happens to articles.
    followTables(
      ['feeds', 'folders', 'settings', 'queue', 'searches', 'ledger'],
      async () => post({ kind: 'changed' }),
      LONG_PAUSE,
    )
  } catch (error) {
    console.error(error)
    post({ kind: 'trouble', trouble: libraryProblemOf(error) ?? 'damaged' })
  }
}

void run()
