import type { ReactNode } from 'react'
import type { FeedOffer } from '../../../preload/contract'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import { useSyncDialog } from '../sync/dialogs'
import { LeftOutList } from '../sync/left-out'
import type { Outcome } from './outcome'
import type { Adding } from './use-adding'

interface OutcomesProps {
  readonly adding: Adding
  /** Called when the person went to what was added. */
  readonly onOpened: () => void
  readonly onOffer: (offer: FeedOffer) => void
  /** Called when the person entered what opens an address that was asked for in vain. */
  readonly onOpenable?: () => void
}

/** What is going on, and what came of it: one sentence each. */
export function Outcomes({ adding, ...line }: OutcomesProps): ReactNode {
  const { busy, outcomes } = adding
  if (!busy && !outcomes.length) return null
  return (
    <div className="outcomes">
      {outcomes.map((outcome, index) => (
        <OutcomeLine key={index} outcome={outcome} {...line} />
      ))}
      {busy && <p className="busy">{busy}</p>}
    </div>
  )
}

interface OutcomeLineProps extends Omit<OutcomesProps, 'adding'> {
  readonly outcome: Outcome
}

function OutcomeLine({ outcome, onOpened, onOffer, onOpenable }: OutcomeLineProps): ReactNode {
  const { strings } = useWording()
  switch (outcome.kind) {
    case 'failed':
      return (
        <p className="outcome outcome-failed">
          {outcome.sentence}{' '}
          {outcome.asks && onOpenable && <AskCredentials url={outcome.asks} onKept={onOpenable} />}
        </p>
      )
    case 'done':
      return (
        <>
          <p className="outcome">
            {outcome.sentence} <Open outcome={outcome} onOpened={onOpened} />
          </p>
          {outcome.leftOut && <LeftOutList leftOut={outcome.leftOut} />}
        </>
      )
    case 'choice':
      return (
        <div className="outcome">
          <p>{strings.add.choice}</p>
          <ul className="offers">
            {outcome.offers.map(offer => (
              <li key={offer.url}>
                <button type="button" onClick={() => onOffer(offer)}>
                  <b dir="auto">{offer.title || offer.url}</b>
                  <small>{offer.url}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )
  }
}

interface AskCredentialsProps {
  readonly url: string
  readonly onKept: () => void
}

/** The way to enter a name and a password. */
function AskCredentials(asked: AskCredentialsProps): ReactNode {
  const { strings } = useWording()
  const open = useSyncDialog()
  return (
    <button type="button" className="text-button" onClick={() => open({ kind: 'credentials', ...asked })}>
      {strings.sync.credentials.open}
    </button>
  )
}

interface OpenProps {
  readonly outcome: Extract<Outcome, { kind: 'done' }>
  readonly onOpened: () => void
}

/** The way to what was added. */
function Open({ outcome: { articleId, feedId }, onOpened }: OpenProps): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  if (articleId === undefined && feedId === undefined) return null
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        dispatch({ kind: 'go', place: feedId === undefined ? { kind: 'saved' } : { kind: 'feed', feedId } })
        if (articleId !== undefined) dispatch({ kind: 'open', articleId })
        onOpened()
      }}
    >
      {feedId === undefined ? strings.add.open : strings.add.openFeed}
    </button>
  )
}
