import { useEffect, useMemo, useState } from 'react'
import type { SearchField } from '../../search'
import { useCollections } from '../data/collections'
import { chipsOf } from '../search/chip-words'
import {
  beginning,
  complete,
  FIELD_OF,
  FIXED_VALUES,
  OPERATORS,
  placeOf,
  type Completed,
  type CompletionPlace,
} from '../search/completion'
import { useRecent } from '../search/recent'
import { useParsed } from '../search/use-parsed'
import { parseQuery } from '../query/seam'
import { useReader } from '../state/context'
import { useWording, type Wording } from '../strings'

/** So many are offered. */
const MOST = 8
/** Operators that are shown to who has typed nothing yet. */
const FIRST_OPERATORS = 5

/** One thing that is offered. */
export interface Offer {
  readonly label: string
  /** What it means, where the label does not say it. */
  readonly hint: string
  readonly result: Completed
  /** Set for a search of earlier, which can be forgotten. */
  readonly recent?: string
}

/**
 * What can be offered to who types a query.
 *
 * @param caret where in the query, in UTF-16 code units
 */
export function useOffers(query: string, caret: number): readonly Offer[] {
  const wording = useWording()
  const { feeds } = useCollections()
  const { recent } = useRecent()
  const parsed = useParsed(query)
  const place = useMemo(() => placeOf(query, caret, parsed), [query, caret, parsed])
  const terms = useTermsOf(place)
  return useMemo(() => {
    if (!query.trim()) return [...recentOffers(recent, wording), ...firstOperators(wording)].slice(0, MOST)
    if (!place) return []
    const values = valuesOf(place, terms, () => [...feeds.values()].map(({ title }) => title))
    return values
      .slice(0, MOST)
      .map(value => offerOf(query, place, value, wording))
      .filter(({ result }) => result.query.trim() !== query.trim())
  }, [query, place, terms, feeds, recent, wording])
}

const recentOffers = (recent: readonly string[], { strings }: Wording): readonly Offer[] =>
  recent.map(query => ({
    label: query,
    hint: strings.search.recent,
    result: { query, caret: query.length },
    recent: query,
  }))

const firstOperators = (wording: Wording): readonly Offer[] =>
  OPERATORS.slice(0, FIRST_OPERATORS).map(operator =>
    offerOf('', { kind: 'operator', prefix: '', start: 0, end: 0 }, operator, wording),
  )

function valuesOf(
  place: CompletionPlace,
  terms: readonly string[],
  titles: () => readonly string[],
): readonly string[] {
  if (place.kind === 'operator')
    return OPERATORS.filter(operator => operator.startsWith(place.prefix.toLowerCase()))
  const { operator, prefix } = place
  if (operator === 'source') return beginning(titles(), prefix)
  const fixed = FIXED_VALUES[operator] ?? []
  return [...fixed.filter(value => value.startsWith(prefix.toLowerCase())), ...terms]
}

function offerOf(query: string, place: CompletionPlace, value: string, wording: Wording): Offer {
  const result = complete(query, place, value)
  if (place.kind === 'operator')
    return { label: `${value}:`, hint: wording.strings.search.operators[value] ?? '', result }
  return { label: value, hint: meaningOf(place.operator, value, wording), result }
}

/** What the finished part will be called as a chip, unless that is only the value again. */
function meaningOf(operator: string, value: string, wording: Wording): string {
  if (operator !== 'is' && operator !== 'has' && operator !== 'age' && operator !== 'lang') return ''
  const query = `${operator}:${value} `
  const words = chipsOf(query, parseQuery(query, Date.now()), wording)[0]?.words ?? ''
  return words.toLowerCase() === value ? '' : words
}

const NO_TERMS: readonly string[] = []

/** The words that the index has for what is being typed. */
function useTermsOf(place: CompletionPlace | null): readonly string[] {
  const { queries } = useReader()
  const field = place?.kind === 'value' ? (FIELD_OF[place.operator] ?? null) : null
  const prefix = place?.prefix ?? ''
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (field === null) return
    const controller = new AbortController()
    queries.ask('complete', { field, prefix, limit: MOST }, controller.signal).then(
      terms => setAnswer({ field, prefix, terms }),
      // Completion helps; without it one types on.
      () => undefined,
    )
    return () => controller.abort()
  }, [queries, field, prefix])
  return answer?.field === field && answer.prefix === prefix ? answer.terms : NO_TERMS
}

interface Answer {
  readonly field: SearchField
  readonly prefix: string
  readonly terms: readonly string[]
}
