import type { ReactNode } from 'react'
import { useSlip } from '../common/slip'
import { useArticleCount } from '../data/use-article-count'
import { useWording } from '../strings'
import type { FoundArticles } from '../query/protocol'
import { askedBy, savedAs } from './find-saved'
import { OrderSwitch } from './order-switch'
import { QueryChips } from './query-chips'
import { useRecent } from './recent'
import { RenewalLine } from './renewal-line'
import { useSavedSearches } from './saved-searches'

interface ResultsHeadProps {
  readonly query: string
  readonly found: FoundArticles | null
}

/** The head of the results: what is searched for and in what, how it is sorted, and the way to keep the search. */
export function ResultsHead({ query, found }: ResultsHeadProps): ReactNode {
  const { strings } = useWording()
  const { searches } = useSavedSearches()
  const saved = savedAs(searches, query)
  const total = useArticleCount()
  return (
    <header className="list-head search-head">
      <h2 dir="auto">{saved?.name ?? strings.search.title}</h2>
      <OrderSwitch />
      <div className="search-scope">
        <p className="list-scope">
          {found ? strings.search.foundIn(found.total, total) : strings.search.scope(total)}
        </p>
        {!saved && query.trim() && <SaveButton query={askedBy(query)} />}
      </div>
      <RenewalLine />
      {query.trim() && <QueryChips query={query} />}
    </header>
  )
}

function SaveButton({ query }: { readonly query: string }): ReactNode {
  const { strings } = useWording()
  const { save } = useSavedSearches()
  const { remember } = useRecent()
  const slip = useSlip()
  return (
    <button
      type="button"
      className="text-button search-save"
      onClick={() => {
        remember(query)
        const name = query.trim()
        void save(name, query).then(isSaved => {
          if (isSaved) slip({ sentence: strings.search.savedNow(name) })
        })
      }}
    >
      {strings.search.save}
    </button>
  )
}
