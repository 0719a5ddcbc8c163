import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { fold } from '../../text'
import { quotedIds, quotesOf, type ArticleQuotes } from '../../library'
import { useCollections, useDatabase } from '../data/collections'
import { useLive } from '../data/use-live'
import { usePages } from '../list/use-pages'
import { VirtualList } from '../list/virtual-list'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'
import { QuoteRow } from './quote-row'
import { flattened, quotesOfSpeakers, speakersMatching, type ListedQuote } from './speakers'

const ROW_HEIGHT = 130
/** The rows in sight are read in blocks of so many articles. */
const AHEAD = 40

/** Everything that was said in the library, newest first; or what one speaker said. */
export function QuotesList(): ReactNode {
  const { strings } = useWording()
  const { speaker } = useReaderState()
  const names = useDeferredSpeakers(speaker)
  return (
    <section className="list" aria-label={strings.quotesView.title}>
      <QuotesHead />
      {names === 'everyone' ? (
        <EveryonesQuotes />
      ) : names ? (
        <SpeakersQuotes key={names.join('\n')} names={names} typed={speaker} />
      ) : null}
    </section>
  )
}

const QUOTES = ['quotePages'] as const

/** The folded names that the filter means; undefined until they are known. */
function useDeferredSpeakers(typed: string): 'everyone' | readonly string[] | undefined {
  const database = useDatabase()
  const wanted = fold(typed).trim()
  const query = useCallback(() => speakersMatching(database, wanted), [database, wanted])
  const matching = useLive(database, query, NO_TABLES)
  return wanted ? matching : 'everyone'
}

const NO_TABLES = [] as const

function QuotesHead(): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const { speaker } = useReaderState()
  const { counts } = useCollections()
  const total = [...counts.values()].reduce((sum, { quotes }) => sum + quotes, 0)
  return (
    <header className="list-head">
      <h2>{strings.quotesView.title}</h2>
      <span className="list-order" title={strings.quotesView.total(total)}>
        {format.number(total)}
      </span>
      <input
        className="list-filter"
        type="search"
        spellCheck={false}
        aria-label={strings.quotesView.filter}
        placeholder={strings.quotesView.filter}
        value={speaker}
        onChange={event => dispatch({ kind: 'speaker', speaker: event.target.value })}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (!speaker) event.currentTarget.blur()
          else dispatch({ kind: 'speaker', speaker: '' })
        }}
      />
    </header>
  )
}

function EveryonesQuotes(): ReactNode {
  const { strings } = useWording()
  const database = useDatabase()
  const read = useCallback(
    async (after: ArticleQuotes | null, limit: number) => {
      const ids = await quotedIds(database)
      const start = after ? ids.indexOf(after.articleId) + 1 : 0
      return quotesOf(database, Array.from(ids.slice(start, start + limit)))
    },
    [database],
  )
  const { rows, complete, loaded, ensure } = usePages(database, read)
  const quotes = useMemo(() => flattened(rows), [rows])
  const onEnd = useCallback(() => void ensure(rows.length + AHEAD), [ensure, rows.length])
  if (loaded && !rows.length) return <p className="list-empty">{strings.quotesView.empty}</p>
  return <Quotes quotes={quotes} onEnd={complete ? null : onEnd} />
}

interface SpeakersQuotesProps {
  readonly names: readonly string[]
  /** As typed, for saying that nobody is called so. */
  readonly typed: string
}

function SpeakersQuotes({ names, typed }: SpeakersQuotesProps): ReactNode {
  const { strings } = useWording()
  const database = useDatabase()
  const query = useCallback(() => quotesOfSpeakers(database, names), [database, names])
  const quotes = useLive(database, query, QUOTES)
  if (!quotes) return null
  if (!quotes.length) return <p className="list-empty">{strings.quotesView.none(typed.trim())}</p>
  return <Quotes quotes={quotes} onEnd={null} />
}

interface QuotesProps {
  readonly quotes: readonly ListedQuote[]
  /** Called when the end comes into sight; null when there is no more. Memoised. */
  readonly onEnd: (() => void) | null
}

function Quotes({ quotes, onEnd }: QuotesProps): ReactNode {
  const { strings } = useWording()
  const { selected, opened, open } = useChosenQuote(quotes)
  useQuoteKeys(selected, open)
  const onRange = useCallback(
    (_start: number, end: number) => {
      if (end >= quotes.length - AHEAD / 2) onEnd?.()
    },
    [quotes.length, onEnd],
  )
  return (
    <VirtualList
      label={strings.quotesView.label}
      count={quotes.length}
      estimate={ROW_HEIGHT}
      selected={selected}
      opened={opened}
      onRange={onRange}
    >
      {index => {
        const quote = quotes[index]
        return quote ? (
          <QuoteRow quote={quote} index={index} selected={index === selected} onOpen={open} />
        ) : null
      }}
    </VirtualList>
  )
}

/** Which quote of the list is open, and the way to open another one. */
function useChosenQuote(quotes: readonly ListedQuote[]) {
  const { dispatch } = useReader()
  const { articleId, passage } = useReaderState()
  const [chosen, setChosen] = useState(-1)
  const open = useCallback(
    (index: number) => {
      const quote = quotes[index]
      if (!quote) return
      const { start, end } = quote.quotation
      setChosen(index)
      dispatch({ kind: 'open', articleId: quote.row.articleId, passage: { start, end } })
    },
    [quotes, dispatch],
  )
  const quote = quotes[chosen]
  const isOpen = quote?.row.articleId === articleId && quote.quotation.start === passage?.start
  return { selected: isOpen ? chosen : -1, opened: `${articleId}-${passage?.start}`, open }
}

/** Keys walk from quote to quote, as they walk from article to article elsewhere. */
function useQuoteKeys(selected: number, open: (index: number) => void): void {
  const { list } = useReader()
  useEffect(() => {
    list.current = {
      step: by => open(Math.max(0, selected + by)),
      nextUnread: () => open(selected + 1),
    }
    return () => {
      list.current = null
    }
  }, [list, selected, open])
}
