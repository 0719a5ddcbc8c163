import { useEffect, useRef, type ReactNode } from 'react'
import { useArticleCount } from '../data/use-article-count'
import { useWording } from '../strings'
import type { Offer } from './use-completion'

interface OfferListProps {
  readonly id: string
  readonly offers: readonly Offer[]
  /** The offer that Enter takes, or -1. */
  readonly active: number
  readonly onChoose: (offer: Offer) => void
}

/** What is offered below the search field. The focus stays in the field. */
export function OfferList({ id, offers, active, onChoose }: OfferListProps): ReactNode {
  const { strings } = useWording()
  const total = useArticleCount()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])
  return (
    <div className="completions">
      <ul ref={list} id={id} role="listbox" aria-label={strings.search.completions}>
        {offers.map((offer, index) => (
          <li
            key={offer.label}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // The field must not lose the focus to what completes it.
            onMouseDown={event => event.preventDefault()}
            onClick={() => onChoose(offer)}
          >
            <span dir="auto">{offer.label}</span>
            {offer.hint && <small>{offer.hint}</small>}
          </li>
        ))}
      </ul>
      <p>{strings.search.scope(total)}</p>
    </div>
  )
}
