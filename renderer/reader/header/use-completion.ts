import { useEffect, useMemo, useState } from 'react'
import {
  applyCompletion,
  completionAt,
  parseQuery,
  type Completion,
  type CompletionPoint,
} from '../../search'
import { useCollections } from '../data/collections'
import { chipsOf } from '../search/chip-words'
import { completionsFor, firstCompletions, ofNames } from '../search/completion'
import { useRecent } from '../search/recent'
import { useReader } from '../state/context'
import { useWording, type Wording } from '../strings'

/** So many are offered. */
const MOST = 8
/** So many of what was searched before, so that there is room for what else can be asked. */
const MOST_RECENT = 5

/** A query and where its caret stands. */
export type Completed = ReturnType<typeof applyCompletion>

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
  const point = useMemo(() => completionAt(query, caret), [query, caret])
  const names = useNamesAt(point)
  return useMemo(() => {
    const offers = (completions: readonly Completion[]): readonly Offer[] =>
      completions.map(completion => offerOf(query, point, completion, wording))
    if (!query.trim()) return [...recentOffers(recent, wording), ...offers(firstCompletions())].slice(0, MOST)
    if (point.start === point.end) return []
    const sources = (): readonly string[] => [...feeds.values()].map(({ title }) => title)
    // What stands there already need not be offered.
    return offers(completionsFor(point, { sources, names }))
      .filter(({ result }) => result.text.trim() !== query.trim())
      .slice(0, MOST)
  }, [query, point, names, feeds, recent, wording])
}

const recentOffers = (recent: readonly string[], { strings }: Wording): readonly Offer[] =>
  recent.slice(0, MOST_RECENT).map(query => ({
    label: query,
    hint: strings.search.recent,
    result: { text: query, caret: query.length },
    recent: query,
  }))

function offerOf(query: string, point: CompletionPoint, completion: Completion, wording: Wording): Offer {
  const { kind, label, text } = completion
  const result = applyCompletion(query, point, completion)
  const { operators } = wording.strings.search
  return {
    label,
    hint: kind === 'operator' ? (operators[text.slice(0, -1)] ?? '') : meaningOf(text, label, wording),
    result,
  }
}

/** What it will be called as a chip, where that says more than the value. */
function meaningOf(text: string, label: string, wording: Wording): string {
  if (!/^(is|has|age|after|before):/.test(text)) return ''
  const words = chipsOf(text, parseQuery(`${text} `, Date.now()), wording)[0]?.words ?? ''
  return words.toLowerCase() === label ? '' : words
}

interface Answer {
  readonly operator: string
  readonly prefix: string
  readonly names: readonly string[]
}

const NO_NAMES: readonly string[] = []

/** The names that the articles have for what is being typed. */
function useNamesAt({ operator: typed, prefix }: CompletionPoint): readonly string[] {
  const { queries } = useReader()
  const operator = ofNames(typed)
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (operator === null) return
    const controller = new AbortController()
    queries.ask('names', { operator, prefix, limit: MOST }, controller.signal).then(
      names => setAnswer({ operator, prefix, names }),
      // Completion helps; without it one types on.
      () => undefined,
    )
    return () => controller.abort()
  }, [queries, operator, prefix])
  return answer?.operator === operator && answer.prefix === prefix ? answer.names : NO_NAMES
}
