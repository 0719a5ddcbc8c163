import { useEffect, useRef, type ReactNode } from 'react'
import { useAnnounce } from '../common/announcer'
import { useIndexRenewal } from '../data/use-index-renewal'
import { useWording } from '../strings'

/** Says, while older articles are indexed again, how many are, and what that means for a search. */
export function RenewalLine(): ReactNode {
  const { strings } = useWording()
  const renewal = useIndexRenewal()
  const announce = useAnnounce()
  const isGoingOn = renewal !== null
  const { began, going, over } = strings.search.renewal
  const wasGoingOn = useRef(false)
  useEffect(() => {
    // Spoken once when it is met and once when it is over: numbers that keep changing would drown everything else.
    if (isGoingOn) announce(began)
    else if (wasGoingOn.current) announce(over)
    wasGoingOn.current = isGoingOn
  }, [isGoingOn, announce, began, over])
  return renewal && <p className="renewal-line">{going(renewal.renewed, renewal.articles)}</p>
}
