import type { Transaction } from 'dexie'
import { MERGED, type SegmentRow, type SequenceRow } from './schema'

/** So many numbers of articles are made again at a time: whenever the program ends, the parts that were done are kept. */
const PART = 4096

/** What the segments of before held is to be made again: their pages are gone, their articles are not. */
export async function loseIndex(transaction: Transaction): Promise<void> {
  const segments = transaction.table<SegmentRow, number>('segments')
  const sequence = transaction.table<SequenceRow, number>('sequence')
  const rows = await segments.toArray()
  if (!rows.length) return
  const newest = Math.max(...rows.map(row => row.newest ?? row.id))
  const first = Math.min(...rows.map(({ header }) => header.firstId))
  const last = Math.max(...rows.map(({ header }) => header.lastId))
  const before = await sequence.get(MERGED)
  const lost: SegmentRow[] = []
  for (let firstId = first, id = (before?.segment ?? 0) - 1; firstId <= last; firstId += PART, id--)
    lost.push(lostSegment(id, newest, firstId, Math.min(firstId + PART - 1, last)))
  await segments.clear()
  await segments.bulkAdd(lost)
  await sequence.put({ id: MERGED, article: 0, bodyPage: 0, segment: Math.min(...lost.map(({ id }) => id)) })
}

function lostSegment(id: number, newest: number, firstId: number, lastId: number): SegmentRow {
  const none = new Uint8Array(0)
  const header = {
    version: 4,
    documentCount: lastId - firstId + 1,
    termCount: 0,
    firstId,
    lastId,
    titleTokens: 0,
    textTokens: 0,
    positionBytes: 0,
    frequencyBytes: 0,
    dictionaryBytes: 0,
    documentBytes: 0,
    sparse: none,
    filter: none,
  } as const
  return { id, header, newest, terms: 0, isLost: true }
}
