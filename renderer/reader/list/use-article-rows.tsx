import { useCallback, useState, type ReactNode } from 'react'
import type { HighlightTerm, Snippet } from '../../search'
import { useSources } from '../data/use-sources'
import { useReader, useReaderState } from '../state/context'
import { ArticleRowView } from './article-row'
import { useNow } from './use-now'
import { useRowData } from './use-row-data'

/** Rows in sight are read in blocks, so that not every turn of the wheel asks the library. */
const BLOCK = 20

/** The articles of a list that are in sight, and some around them. */
export interface Sight {
  readonly inSight: readonly number[]
  readonly onRange: (start: number, end: number) => void
}

/** Follows which articles of a list are in sight. */
export function useSight(ids: readonly number[] | Uint32Array): Sight {
  const [range, setRange] = useState({ start: 0, end: BLOCK })
  const onRange = useCallback((start: number, end: number) => {
    setRange({ start: Math.floor(start / BLOCK) * BLOCK, end: Math.ceil(end / BLOCK) * BLOCK })
  }, [])
  return { inSight: Array.from(ids.slice(range.start, range.end)), onRange }
}

/** Why a search found articles. */
export interface Reasons {
  readonly snippets: ReadonlyMap<number, Snippet>
  readonly terms: readonly HighlightTerm[]
}

const NO_REASONS: Reasons = { snippets: new Map(), terms: [] }

/**
 * Draws the articles of a list that are in sight.
 *
 * @returns draws the row at a place of the list
 */
export function useArticleRows(
  ids: readonly number[] | Uint32Array,
  inSight: readonly number[],
  reasons = NO_REASONS,
): (index: number) => ReactNode {
  const { dispatch } = useReader()
  const { articleId } = useReaderState()
  const sourceOf = useSources()
  const now = useNow()
  const data = useRowData(inSight.join(','), articleId === null)
  const onOpen = useCallback((id: number) => dispatch({ kind: 'open', articleId: id }), [dispatch])
  return index => {
    const id = ids[index]
    const row = id === undefined ? undefined : data.get(id)
    if (row === null) return null
    return (
      <ArticleRowView
        row={row}
        source={row ? sourceOf(row.article) : ''}
        now={now}
        selected={id !== undefined && id === articleId}
        onOpen={onOpen}
        snippet={id === undefined ? undefined : reasons.snippets.get(id)}
        terms={reasons.terms}
      />
    )
  }
}
