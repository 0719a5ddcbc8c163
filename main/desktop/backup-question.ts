import type { BackupOffer, Problem } from '../../preload/contract'
import { newestBackup, readBackupFile, type BackupFile, type BackupHead } from './backup-files'
import { readMarker, type Loss, type Marker } from './backup-marker'

/** What the question works with. */
export interface QuestionWorld {
  readonly folder: string
  readonly restore: (text: string) => Promise<{ readonly problem: Problem | null }>
  /** Stores the marker; it does not reject. */
  readonly mark: (marker: Marker) => Promise<void>
  readonly unreadable: (name: string) => void
}

/** The question whether a backup is to be restored: asked when the library opened empty and was not empty before. */
export interface Question {
  /** Finds out whether there is something to ask. */
  opened(isEmpty: boolean): Promise<void>
  /** @returns null when nothing is asked, or it was answered */
  offer(): BackupOffer | null
  answer(answer: 'restore' | 'leave'): Promise<{ readonly problem: Problem | null }>
}

/** A backup that is offered. */
type Asked = Pick<BackupFile, 'name' | 'head'>

/** Makes a question that is not asked. Call one thing at a time. */
export function createQuestion({ folder, restore, mark, unreadable }: QuestionWorld): Question {
  let asked: Asked | null = null

  const restoreFile = async (file: BackupFile): Promise<{ problem: Problem | null }> => {
    const { feeds, articles } = file.head
    await mark({ feeds, articles, loss: { name: file.name, state: 'restoring' } })
    const { problem } = await restore(file.text)
    if (problem === null) {
      asked = null
      await mark({ feeds, articles, loss: { name: file.name, state: 'restored' } })
    }
    return { problem }
  }
  return {
    opened: async isEmpty => {
      const marker = await readMarker(folder)
      asked = await whatToAsk(folder, isEmpty, marker, unreadable)
      const loss = marker?.loss ?? null
      if (asked) {
        const state = loss?.state === 'restoring' ? 'restoring' : 'asked'
        await mark({ ...heldOf(marker, asked.head), loss: { name: asked.name, state } })
      } else if (marker && loss?.state === 'asked') {
        // The person began anew instead of answering.
        await mark({ ...marker, loss: { name: loss.name, state: 'left' } })
      }
    },
    offer: () => asked && offerOf(asked.head),
    answer: async answer => {
      if (!asked) return { problem: null }
      if (answer === 'restore') {
        const file = (await readBackupFile(folder, asked.name)) ?? (await newestBackup(folder, unreadable))
        return file ? restoreFile(file) : { problem: 'damaged' }
      }
      // What is empty now is as the person wants it.
      await mark({ feeds: 0, articles: 0, loss: { name: asked.name, state: 'left' } })
      asked = null
      return { problem: null }
    },
  }
}

async function whatToAsk(
  folder: string,
  isEmpty: boolean,
  marker: Marker | null,
  unreadable: (name: string) => void,
): Promise<Asked | null> {
  const loss = marker?.loss ?? null
  // A restore that was broken off goes on, though the library has a part of it.
  if (!isEmpty && loss?.state !== 'restoring') return null
  const before = isPending(loss) ? await readBackupFile(folder, loss.name) : null
  const file = before ?? (await newestBackup(folder, unreadable))
  if (!file || (loss?.state === 'left' && loss.name === file.name)) return null
  const { feeds, articles } = heldOf(marker, file.head)
  return feeds + articles > 0 ? { name: file.name, head: file.head } : null
}

const isPending = (loss: Loss | null): loss is Loss =>
  loss !== null && (loss.state === 'asked' || loss.state === 'restoring')

/** Without a marker the backup tells by itself that the library was not empty. */
const heldOf = (marker: Marker | null, head: BackupHead): Pick<Marker, 'feeds' | 'articles'> => {
  const { feeds, articles } = marker ?? head
  return { feeds, articles }
}

const offerOf = ({ writtenAt, feeds, articles }: BackupHead): BackupOffer => ({ writtenAt, feeds, articles })
