import { createContext, useContext } from 'react'
import type { HighlightTerm } from '../../search'
import type { Search } from './use-search'

const SearchContext = createContext<Search>({ found: null, failed: false, reload: () => undefined })

export const SearchProvider = SearchContext.Provider

/** @returns what the search in the header found */
export const useFound = (): Search => useContext(SearchContext)

const NO_TERMS: readonly HighlightTerm[] = []

/** @returns what is to be marked in the open article */
export const useTerms = (): readonly HighlightTerm[] => useFound().found?.terms ?? NO_TERMS
