import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { asLibraryError, openLibrary, type Database } from '../library'
import { Announcer } from './common/announcer'
import { ErrorBoundary } from './common/error-boundary'
import { SlipProvider } from './common/slip'
import { CollectionsProvider, DatabaseProvider, useCollectionsOf } from './data/collections'
import type { QueryClient } from './query/client'
import { useWording } from './strings'
import { TroublePage } from './trouble-page'
import { Shell } from './shell'

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'trouble'; readonly sentence: string }

/** The reader: opens the library, and shows it or says why it cannot. */
export function App({ queries }: { readonly queries: QueryClient }): ReactNode {
  const { strings } = useWording()
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let ended = false
    let opened: Database | undefined
    const show = (next: Opening): void => {
      if (!ended) setOpening(next)
    }
    openLibrary().then(
      database => {
        if (ended) return database.close()
        opened = database
        // A connection that the browser closed (a full disk does that) Dexie opens again by itself.
        database.on('versionchange', () => show({ kind: 'trouble', sentence: strings.trouble.closed }))
        show({ kind: 'open', database })
      },
      (error: unknown) =>
        show({ kind: 'trouble', sentence: strings.problems[asLibraryError(error).problem] }),
    )
    return () => {
      ended = true
      opened?.close()
    }
  }, [attempt, strings])
  const retry = useCallback(() => {
    setOpening({ kind: 'opening' })
    setAttempt(count => count + 1)
  }, [])
  if (opening.kind === 'opening') return null
  if (opening.kind === 'trouble') return <TroublePage sentence={opening.sentence} onRetry={retry} />
  return (
    <ErrorBoundary
      fallback={(_, error) => (
        <TroublePage sentence={strings.problems[asLibraryError(error).problem]} onRetry={retry} />
      )}
    >
      <Library database={opening.database} queries={queries} />
    </ErrorBoundary>
  )
}

function Library({
  database,
  queries,
}: {
  readonly database: Database
  readonly queries: QueryClient
}): ReactNode {
  const collections = useCollectionsOf(database)
  if (!collections.loaded) return null
  return (
    <DatabaseProvider value={database}>
      <CollectionsProvider value={collections}>
        <Announcer>
          <SlipProvider>
            <Shell queries={queries} />
          </SlipProvider>
        </Announcer>
      </CollectionsProvider>
    </DatabaseProvider>
  )
}
