import { memo, useEffect, useMemo, useReducer, useRef, useState, type ReactNode, type RefObject } from 'react'
import { AddOnDrop } from './add/drop-zone'
import { PasteOffer } from './add/paste-offer'
import { Wishes } from './add/wishes'
import { ArticlePane } from './article/article-pane'
import { RestoreQuestion } from './backup/restore-question'
import { libraryProblemOf } from '../library'
import { bridge } from './bridge'
import { ErrorBoundary } from './common/error-boundary'
import { useCollections, useDatabase } from './data/collections'
import { useDecisions } from './data/use-decisions'
import { useAppearance } from './header/use-appearance'
import { Header } from './header/header'
import { commandOf, targetOf } from './keys/keys'
import { useCommands } from './keys/use-commands'
import { Layers } from './layers'
import { ListColumn } from './list/list-column'
import type { QueryClient } from './query/client'
import { SearchProvider } from './search/context'
import { useSearch, type Search } from './search/use-search'
import { useSearchNews } from './search/use-search-news'
import { Sidebar } from './sidebar/sidebar'
import {
  ReaderProvider,
  ReaderStateProvider,
  useReader,
  type ArticleHandle,
  type FindHandle,
  type ListHandle,
  type PaneHandle,
  type Reader,
} from './state/context'
import { INITIAL_STATE, readerReducer, type ReaderState } from './state/reader-state'
import { useWording, type Strings } from './strings'
import { SyncDialogs } from './sync/dialogs'
import { SyncView } from './sync/sync-view'
import { useLook } from './sync/use-look'
import { UpdateRow } from './updates/update-row'
import { useUpdates } from './updates/use-updates'
import { Welcome } from './welcome/welcome'

interface ShellProps {
  readonly queries: QueryClient
}

/**
 * The window: header, sidebar, list and article, and what lies in front of them. It does not read the library itself:
 * during a sync each part is drawn anew for what it shows alone.
 */
export const Shell = memo(function Shell({ queries }: ShellProps): ReactNode {
  const [settingsOpen, setSettingsOpen] = useState(false)
  const { reader, state } = useReaderParts(queries, setSettingsOpen)
  const search = useSearch(queries, state.query, state.order)
  return (
    <Providers reader={reader} state={state} search={search}>
      <div className="window">
        <Header settingsOpen={settingsOpen} onSettings={setSettingsOpen} />
        <Updates />
        <Part>
          <Sidebar />
        </Part>
        <Columns state={state} />
      </div>
      <Layers />
      <RestoreQuestion />
      <AddOnDrop />
      <PasteOffer />
      <Wishes />
      <FollowLibrary />
    </Providers>
  )
})

/** What stands beside the sidebar: list and article, or the Sync view over the width of both. */
function Columns({ state }: { readonly state: ReaderState }): ReactNode {
  if (state.place.kind === 'sync' && state.query === null)
    return (
      <Part scope={state.place}>
        <SyncView />
      </Part>
    )
  return (
    <>
      <Part scope={state.place}>
        <ListColumn />
      </Part>
      <Part scope={state.articleId}>
        <Pane isFirst={state.articleId === null} />
      </Part>
    </>
  )
}

/** The line about a newer version, where there is something to say. */
function Updates(): ReactNode {
  const { dispatch } = useReader()
  const { welcomed } = useCollections().settings
  const updates = useUpdates()
  const showNotes = (): void => dispatch({ kind: 'layer', layer: { kind: 'updates' } })
  return updates && <UpdateRow updates={updates} mayAsk={welcomed} onNotes={showNotes} />
}

/** The article, or the first page of a new library until an article is opened. */
function Pane({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const { settings } = useCollections()
  return !settings.welcomed && isFirst ? <Welcome /> : <ArticlePane />
}

/** What follows the library without showing anything of it. */
function FollowLibrary(): ReactNode {
  useAppearance(useCollections().settings)
  useLook()
  useSearchNews()
  return null
}

interface PartProps {
  /** Another one is a new beginning after a failure. */
  readonly scope?: unknown
  readonly children: ReactNode
}

/** A part of the window: when it fails, it says so in its own place, and the others work on. */
function Part({ scope, children }: PartProps): ReactNode {
  const { strings } = useWording()
  const failed = (retry: () => void, error: unknown): ReactNode => (
    <div className="part-failed" role="alert">
      <p>{sentenceOf(error, strings)}</p>
      <button type="button" className="button" onClick={retry}>
        {strings.trouble.again}
      </button>
    </div>
  )
  return (
    <ErrorBoundary fallback={failed} scope={scope}>
      {children}
    </ErrorBoundary>
  )
}

/** A part fails because the library does, or because of the part itself. */
function sentenceOf(error: unknown, { problems, trouble }: Strings): string {
  const problem = libraryProblemOf(error)
  return problem === null ? trouble.part : problems[problem]
}

interface ProvidersProps {
  readonly reader: Reader
  readonly state: ReaderState
  readonly search: Search
  readonly children: ReactNode
}

function Providers({ reader, state, search, children }: ProvidersProps): ReactNode {
  return (
    <ReaderProvider value={reader}>
      <ReaderStateProvider value={state}>
        <SearchProvider value={search}>
          <SyncDialogs>{children}</SyncDialogs>
        </SearchProvider>
      </ReaderStateProvider>
    </ReaderProvider>
  )
}

interface ReaderParts {
  readonly reader: Reader
  readonly state: ReaderState
}

function useReaderParts(queries: QueryClient, setSettingsOpen: (open: boolean) => void): ReaderParts {
  const database = useDatabase()
  const decisions = useDecisions()
  const [state, dispatch] = useReducer(readerReducer, INITIAL_STATE)
  const list = useRef<ListHandle>(null)
  const pane = useRef<PaneHandle>(null)
  const article = useRef<ArticleHandle>(null)
  const find = useRef<FindHandle>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const articleId = useLatest(state.articleId)
  const showSettings = useMemo(() => () => setSettingsOpen(true), [setSettingsOpen])
  const commands = useCommands({
    database,
    decisions,
    dispatch,
    articleId,
    list,
    pane,
    article,
    find,
    searchField,
    showSettings,
  })
  const onKey = useMemo(
    () =>
      (event: KeyboardEvent): void => {
        // A dialog or menu in front keeps its keys to itself.
        if (event.defaultPrevented || document.querySelector('dialog[open], .menu:popover-open')) return
        const command = commandOf(event, targetOf(event.target))
        if (!command) return
        event.preventDefault()
        commands.key(command)
      },
    [commands],
  )
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    const endMenu = bridge().listen('menu', commands.menu)
    return () => {
      window.removeEventListener('keydown', onKey)
      endMenu()
    }
  }, [onKey, commands])
  const reader = useMemo(
    () => ({ dispatch, queries, list, pane, article, find, searchField, onKey }),
    [dispatch, queries, onKey],
  )
  return { reader, state }
}

/** A reference that always holds the latest value, for handlers that must not change with it. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  return latest
}
