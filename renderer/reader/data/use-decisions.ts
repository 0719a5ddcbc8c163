import { useMemo } from 'react'
import {
  asLibraryError,
  decide,
  listIds,
  statusesByIds,
  type Decision,
  type ListScope,
  type Status,
} from '../../library'
import { useSlip } from '../common/slip'
import { useWording } from '../strings'
import { useDatabase } from './collections'

/** What the person can decide about an article. A decision that could not be stored is said so on the screen. */
export interface Decisions {
  readonly decide: (articleId: number, decision: Decision) => void
  /** Decides by how the article stands now. */
  readonly change: (articleId: number, next: (status: Status) => Decision) => void
  /** Marks articles as read, with a way back. */
  readonly markRead: (ids: Iterable<number>) => void
  /** Marks the articles of a list as read that are there now. */
  readonly markListRead: (scope: ListScope) => void
}

/** @returns the same decisions as long as the library stays open */
export function useDecisions(): Decisions {
  const database = useDatabase()
  const slip = useSlip()
  const { strings } = useWording()
  return useMemo(() => {
    const tell = (error: unknown): void =>
      slip({ sentence: strings.problems[asLibraryError(error).problem], trouble: true })
    const change: Decisions['change'] = (id, next) => {
      void statusesByIds(database, [id])
        .then(([status]) => status && decide(database, [id], next(status)))
        .catch(tell)
    }
    const markRead = async (ids: Iterable<number>): Promise<void> => {
      const marked = await decide(database, ids, { kind: 'read', value: true })
      const undo = (): void => void decide(database, marked, { kind: 'read', value: false }).catch(tell)
      slip({
        sentence: strings.list.markedRead(marked.length),
        ...(marked.length ? { action: { label: strings.list.undo, run: undo } } : {}),
      })
    }
    return {
      decide: (id, decision) => void decide(database, [id], decision).catch(tell),
      change,
      markRead: ids => void markRead(ids).catch(tell),
      markListRead: scope => void listIds(database, scope).then(markRead).catch(tell),
    }
  }, [database, slip, strings])
}
