import type { ReactNode } from 'react'
import { addOperator, removePart, type QueryPart } from '../../search'
import { fold } from '../../text'
import { useCollections } from '../data/collections'
import type { FoundArticles } from '../query/protocol'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import { useParsed } from './use-parsed'

/** One way to narrow the results. */
interface Facet {
  readonly label: string
  readonly count: number
  readonly operator: 'source' | 'age'
  readonly value: string
}

interface FacetLinesProps {
  /** What stands in the field. */
  readonly query: string
  /** What was found last; null before the first answer: the lines keep their place. */
  readonly found: FoundArticles | null
}

/** How the results are spread over sources and time; a press narrows the search, another one widens it again. */
export function FacetLines({ query, found }: FacetLinesProps): ReactNode {
  const { strings } = useWording()
  const { feeds } = useCollections()
  const { parts } = useParsed(query)
  const total = found?.total ?? 0
  const sources = (found?.facets.sources ?? []).flatMap(({ feedId, count }): readonly Facet[] => {
    const title = feeds.get(feedId)?.title
    return title ? [{ label: title, count, operator: 'source', value: title }] : []
  })
  const times = (found?.facets.times ?? []).map(({ age, count }): Facet => {
    return { label: strings.search.ages[age] ?? age, count, operator: 'age', value: age }
  })
  return (
    <div className="facets" role="group" aria-label={strings.search.facets}>
      <FacetLine name={strings.search.bySource} facets={sources} {...{ query, parts }} />
      <FacetLine name={strings.search.byTime} facets={telling(times, total, parts)} {...{ query, parts }} />
    </div>
  )
}

/** Ranges of time that tell something: not those that hold all, nor as many as a narrower one. */
function telling(times: readonly Facet[], total: number, parts: readonly QueryPart[]): readonly Facet[] {
  return times.filter((time, index) => {
    if (activeParts(time, parts).length) return true
    return time.count > 0 && time.count < total && time.count !== times[index - 1]?.count
  })
}

/** @returns the query without several parts of it, the last one first, so that the places of the others stay */
const withoutAll = (query: string, parts: readonly QueryPart[]): string =>
  parts.reduceRight(removePart, query)

/** The parts of the query that ask for just this. */
const activeParts = ({ operator, value }: Facet, parts: readonly QueryPart[]): readonly QueryPart[] =>
  parts.filter(
    part => part.operator === operator && !part.negated && fold(part.value.trim()) === fold(value.trim()),
  )

interface FacetLineProps {
  readonly name: string
  readonly facets: readonly Facet[]
  readonly query: string
  readonly parts: readonly QueryPart[]
}

function FacetLine({ name, facets, query, parts }: FacetLineProps): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const toggle = (facet: Facet): void => {
    const active = activeParts(facet, parts)
    // One range of time at a time: two would only be the narrower one.
    const others = facet.operator === 'age' ? parts.filter(part => part.operator === 'age') : []
    const next = active.length
      ? withoutAll(query, active)
      : addOperator(withoutAll(query, others), facet.operator, facet.value)
    dispatch({ kind: 'search', query: next })
  }
  return (
    <div className="facet-line" role="group" aria-label={name}>
      {facets.map(facet => (
        <button
          key={facet.value}
          type="button"
          className="facet"
          aria-pressed={activeParts(facet, parts).length > 0}
          aria-label={strings.search.narrowTo(facet.label, facet.count)}
          onClick={() => toggle(facet)}
        >
          <span dir="auto">{facet.label}</span> <small>{format.number(facet.count)}</small>
        </button>
      ))}
    </div>
  )
}
