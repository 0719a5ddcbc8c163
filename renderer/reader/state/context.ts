import { createContext, useContext, type Dispatch, type RefObject } from 'react'
import type { QueryClient } from '../query/client'
import { INITIAL_STATE, type ReaderAction, type ReaderState } from './reader-state'

/** What the list column can do for keys pressed anywhere. */
export interface ListHandle {
  /** Opens the next (1) or the previous (-1) entry. */
  readonly step: (by: 1 | -1) => void
  /** Opens the next unread one behind the open article. */
  readonly nextUnread: () => void
}

/** What the article pane can do for keys pressed anywhere. */
export interface PaneHandle {
  /** Moves the text by most of a page. @returns false when it stood at its end already */
  readonly page: (by: 1 | -1) => boolean
}

/** What the open article can do for keys pressed anywhere. */
export interface ArticleHandle {
  /** Shows the page's text in the place of the feed's, or the other way round; fetches the page where that is not here. */
  readonly switchText: () => void
  readonly exportArticle: () => void
}

/** What the marks in the open article can do for keys pressed anywhere. */
export interface FindHandle {
  /** Opens the bar that looks for words in the article. */
  readonly open: () => void
  /** Goes to the next (1) or the previous (-1) hit. */
  readonly go: (by: 1 | -1) => void
  /** @returns whether the bar was open */
  readonly close: () => boolean
}

/** What every part of the reader shares; it never changes. The references are filled by the parts on the screen. */
export interface Reader {
  readonly dispatch: Dispatch<ReaderAction>
  readonly queries: QueryClient
  readonly list: RefObject<ListHandle | null>
  readonly pane: RefObject<PaneHandle | null>
  readonly article: RefObject<ArticleHandle | null>
  readonly find: RefObject<FindHandle | null>
  readonly searchField: RefObject<HTMLInputElement | null>
  /** Handles a key, whichever document it was pressed in. */
  readonly onKey: (event: KeyboardEvent) => void
}

const ReaderContext = createContext<Reader | null>(null)
const StateContext = createContext<ReaderState>(INITIAL_STATE)

export const ReaderProvider = ReaderContext.Provider
export const ReaderStateProvider = StateContext.Provider

/** @returns what every part of the reader shares */
export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('a component of the reader stands outside its provider')
  return reader
}

/** @returns where the person is */
export const useReaderState = (): ReaderState => useContext(StateContext)
