import fs from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from './backup-files'

/** What is remembered of updates. It is no part of the library: it must hold also where that cannot be opened. */
export interface UpdateRecord {
  /** Whether the person wants newer versions looked for once a day; null before the question was answered. */
  readonly automatic: boolean | null
  /** When the address of updates answered last, in milliseconds since 1970. */
  readonly checkedAt: number | null
  /** The version that the person does not want to hear of. */
  readonly skipped: string | null
}

const NAME = 'updates.json'
const NOTHING: UpdateRecord = { automatic: null, checkedAt: null, skipped: null }

/** @returns what is remembered, and what was damaged as if it had never been */
export async function readUpdateRecord(folder: string): Promise<UpdateRecord> {
  try {
    const record = JSON.parse(await fs.readFile(path.join(folder, NAME), 'utf8')) as Partial<UpdateRecord>
    const { automatic, checkedAt, skipped } = record
    return {
      automatic: typeof automatic === 'boolean' ? automatic : null,
      checkedAt: typeof checkedAt === 'number' && Number.isFinite(checkedAt) ? checkedAt : null,
      skipped: typeof skipped === 'string' ? skipped : null,
    }
  } catch {
    return NOTHING
  }
}

/** @throws what the file system throws; the record is as it was then */
export const writeUpdateRecord = (folder: string, record: UpdateRecord): Promise<void> =>
  writeWhole(folder, NAME, JSON.stringify(record))
