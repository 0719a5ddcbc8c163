import type { Transaction } from 'dexie'
import { CHUNK, FLAG } from './ledger-rows'
import { MERGED, type LedgerRow, type SegmentRow, type SequenceRow } from './schema'

/** So many rows of the ledger are indexed again at a time: when the program ends, the parts that were done are kept. */
const PART = 4

/** What the segments of before held is to be made again: their pages are gone, their articles are not. */
export async function loseIndex(transaction: Transaction): Promise<void> {
  const segments = transaction.table<SegmentRow, number>('segments')
  const sequence = transaction.table<SequenceRow, number>('sequence')
  const rows = await segments.toArray()
  if (!rows.length) return
  await segments.clear()
  const newest = Math.max(...rows.map(row => row.newest ?? row.id))
  let id = (await sequence.get(MERGED))?.segment ?? 0
  for (const [part, articles] of await countParts(transaction))
    await segments.add(lostSegment(--id, newest, part, articles))
  await sequence.put({ id: MERGED, article: 0, bodyPage: 0, segment: id })
}

/** How many articles there are in each part of the ledger that has any. */
async function countParts(transaction: Transaction): Promise<ReadonlyMap<number, number>> {
  const parts = new Map<number, number>()
  await transaction.table<LedgerRow, number>('ledger').each(({ chunk, flags }) => {
    const articles = flags.reduce((count, flag) => count + (flag & FLAG.present), 0)
    const part = Math.floor(chunk / PART)
    if (articles > 0) parts.set(part, (parts.get(part) ?? 0) + articles)
  })
  return parts
}

function lostSegment(id: number, newest: number, part: number, documentCount: number): SegmentRow {
  const none = new Uint8Array(0)
  const header = {
    version: 4,
    documentCount,
    termCount: 0,
    firstId: part * PART * CHUNK,
    lastId: (part + 1) * PART * CHUNK - 1,
    titleTokens: 0,
    textTokens: 0,
    positionBytes: 0,
    frequencyBytes: 0,
    dictionaryBytes: 0,
    documentBytes: 0,
    checksums: { positions: 0, frequencies: 0, dictionary: 0, documents: 0 },
    sparse: none,
    filter: none,
  } as const
  return { id, header, newest, terms: 0, isLost: true }
}
