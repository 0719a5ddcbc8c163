import { Dexie } from 'dexie'
import { openLibrary, pageStore, reconnecting } from '../../library'
import { createSearcher } from '../../search'
import { answer, type Answering } from './answers'
import type { FromWorker, ToWorker } from './protocol'

// Searches run here, so that they never delay typing. The library is read only.

async function prepare(): Promise<Answering> {
  const database = await openLibrary()
  const searcher = createSearcher(pageStore(database))
  let stale = false
  Dexie.on('storagemutated', (parts: object) => {
    stale ||= Object.keys(parts).some(part => part.includes('/segments/'))
  })
  return {
    database,
    searcher,
    refreshed: async () => {
      if (!stale) return
      stale = false
      await searcher.refresh()
    },
  }
}

const prepared = prepare()
const running = new Map<number, AbortController>()
const send = (message: FromWorker): void => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'cancel') return running.get(data.id)?.abort()
  const controller = new AbortController()
  running.set(data.id, controller)
  prepared
    .then(answering => reconnecting(answering.database, () => answer(answering, data, controller.signal)))
    .then(
      output => send({ kind: 'answer', id: data.id, output }),
      (error: unknown) => send({ kind: 'failure', id: data.id, message: String(error) }),
    )
    .finally(() => running.delete(data.id))
})
