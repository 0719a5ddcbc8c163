import { useMemo } from 'react'
import { asLibraryError, decide, type Decision, type StatusRow } from '../../library'
import { useSlip } from '../common/slip'
import { useWording } from '../strings'
import { useDatabase } from './collections'

/** What the person can decide about an article. A decision that could not be stored is said so on the screen. */
export interface Decisions {
  readonly decide: (articleId: number, decision: Decision) => void
  /** Decides by how the article stands now. */
  readonly change: (articleId: number, next: (status: StatusRow) => Decision) => void
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
      void database.statuses
        .get(id)
        .then(row => row && decide(database, [id], next(row)))
        .catch(tell)
    }
    return {
      decide: (id, decision) => void decide(database, [id], decision).catch(tell),
      change,
    }
  }, [database, slip, strings])
}
