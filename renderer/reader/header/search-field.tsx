import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '../common/icons'
import { IconButton } from '../common/icon-button'
import { useRecent } from '../search/recent'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'
import { OfferList } from './offer-list'
import { useOffers, type Completed, type Offer } from './use-completion'

/** The field for searching everything. What is typed goes into the state; the list column answers. */
export function SearchField(): ReactNode {
  const { strings } = useWording()
  const { dispatch, searchField } = useReader()
  const state = useReaderState()
  const query = state.query ?? ''
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [focused, setFocused] = useState(false)
  const leave = (): void => dispatch({ kind: 'search', query: null })
  const completion = useCompletion(query, focused ? caret : -1, setCaret)
  const { offers, active, choose } = completion
  const onKeyDown = useFieldKeys(query, completion)
  return (
    <div className="search-field" role="search">
      <Icon name="search" />
      <input
        ref={searchField}
        type="text"
        inputMode="search"
        spellCheck={false}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        {...(offers.length ? { 'aria-controls': id } : {})}
        {...(active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        aria-label={strings.header.search}
        placeholder={strings.header.search}
        value={query}
        onFocus={() => {
          setFocused(true)
          if (state.query === null) dispatch({ kind: 'search', query: '' })
        }}
        onBlur={() => {
          setFocused(false)
          if (state.query === '') leave()
        }}
        onSelect={event => setCaret(event.currentTarget.selectionStart ?? 0)}
        onChange={event => {
          setCaret(event.target.selectionStart ?? 0)
          dispatch({ kind: 'search', query: event.target.value })
        }}
        onKeyDown={onKeyDown}
      />
      {state.query === null ? (
        <kbd aria-hidden="true">{strings.header.searchKey}</kbd>
      ) : (
        <IconButton icon="close" label={strings.header.clearSearch} shortcut="Escape" onPress={leave} />
      )}
      {offers.length > 0 && <OfferList {...{ id, offers, active }} onChoose={choose} />}
    </div>
  )
}

interface Completion {
  readonly offers: readonly Offer[]
  /** The offer that the arrow keys chose, or -1: Enter and Tab take it. */
  readonly active: number
  readonly move: (by: 1 | -1) => void
  readonly choose: (offer: Offer) => void
  /** Puts the offers away until something else is typed. */
  readonly dismiss: () => void
}

const NO_OFFERS: readonly Offer[] = []

/** @param caret -1 while the field has no focus */
function useCompletion(query: string, caret: number, setCaret: (caret: number) => void): Completion {
  const { dispatch, searchField } = useReader()
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ readonly query: string; readonly label?: string } | null>(null)
  const all = useOffers(query, Math.max(0, caret))
  const offers = caret < 0 || dismissed === query ? NO_OFFERS : all
  const active = chosen?.query === query ? offers.findIndex(({ label }) => label === chosen.label) : -1
  const put = usePutCaret(query, setCaret)
  return {
    offers,
    active,
    move: by => {
      // Before the first one and behind the last one stands what was typed: nothing is chosen.
      const places = offers.length + 1
      const offer = offers[((active + 1 + by + places) % places) - 1]
      setChosen(offer ? { query, label: offer.label } : null)
    },
    choose: ({ result }) => {
      put(result)
      dispatch({ kind: 'search', query: result.text })
      searchField.current?.focus()
    },
    dismiss: () => setDismissed(query),
  }
}

/** Puts the caret where a completion leaves it, once the field shows it. */
function usePutCaret(query: string, setCaret: (caret: number) => void): (completed: Completed) => void {
  const { searchField } = useReader()
  const wanted = useRef<Completed | null>(null)
  useLayoutEffect(() => {
    const completed = wanted.current
    if (completed?.text !== query) return
    wanted.current = null
    searchField.current?.setSelectionRange(completed.caret, completed.caret)
    setCaret(completed.caret)
  }, [query, searchField, setCaret])
  return completed => {
    wanted.current = completed
  }
}

/** Enter and the arrows walk the results, unless an offer was chosen or there are offers to choose from. */
function useFieldKeys(
  query: string,
  completion: Completion,
): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { list } = useReader()
  const { remember, forget } = useRecent()
  const { offers, active, move, choose, dismiss } = completion
  return event => {
    if (event.nativeEvent.isComposing) return
    const offer = offers[active]
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (by && offers.length) move(by)
    else if (by) list.current?.step(by)
    else if (offer && (event.key === 'Enter' || event.key === 'Tab')) choose(offer)
    else if (offer?.recent !== undefined && event.key === 'Delete') forget(offer.recent)
    else if (event.key === 'Escape' && offers.length && query) dismiss()
    else if (event.key === 'Enter') {
      remember(query)
      event.currentTarget.blur()
      list.current?.step(1)
    } else return
    event.preventDefault()
  }
}
