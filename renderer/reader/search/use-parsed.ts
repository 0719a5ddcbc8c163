import { useMemo } from 'react'
import { parseQuery, type ParsedQuery } from '../../search'

/** @returns what was typed, as it is understood */
export const useParsed = (query: string): ParsedQuery => useMemo(() => parseQuery(query, Date.now()), [query])
