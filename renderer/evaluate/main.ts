import {
  INGEST_PORT,
  type EvaluateAnswer,
  type EvaluateItem,
  type EvaluateRequest,
} from '../../preload/contract'
import { describeFeedFile } from '../feeds'
import { describePageFile } from './pages'
import { describeQuotes } from './quotes'
import { createSearchTask } from './search'
import searchWorker from './evaluate.worker.ts?worker&url'

// As in the ingest page: DOMParser and Worker take strings only through a policy.
window.trustedTypes?.createPolicy('default', {
  createHTML: html => html,
  createScriptURL: address => {
    if (address !== searchWorker) throw new TypeError(`not our own: ${address}`)
    return address
  },
})

const search = createSearchTask()

/** @returns the line of output that the item gives, or null */
async function evaluate(item: EvaluateItem): Promise<unknown> {
  switch (item.kind) {
    case 'file':
      return item.task === 'feeds' ? describeFeedFile(item.bytes, item) : describePageFile(item)
    case 'line':
      return describeQuotes(item.line)
    case 'articles':
      return search.add(item.lines)
    case 'query':
      return search.query(item.query)
  }
}

async function answer({ id, item }: EvaluateRequest): Promise<EvaluateAnswer> {
  try {
    const result = await evaluate(item)
    return { id, line: result === null ? null : JSON.stringify(result), error: null }
  } catch (error) {
    return { id, line: null, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

window.addEventListener('message', event => {
  const port = event.ports[0]
  if (event.source !== window || event.data !== INGEST_PORT || !port) return
  // One after the other: the times that `search` measures would otherwise contain those of its neighbours.
  let last = Promise.resolve()
  port.onmessage = ({ data }: MessageEvent<EvaluateRequest>) => {
    last = last.then(async () => port.postMessage(await answer(data)))
  }
})
window.broadsheetIngest.requestPort()
