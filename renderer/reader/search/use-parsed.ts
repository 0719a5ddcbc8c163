import { useMemo } from 'react'
import type { ParsedQuery } from '../../search'
import { parseQuery } from '../query/seam'

/** @returns what was typed, as it is understood */
export const useParsed = (query: string): ParsedQuery => useMemo(() => parseQuery(query, Date.now()), [query])
