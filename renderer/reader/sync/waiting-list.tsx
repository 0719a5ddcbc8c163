import { memo, useCallback, useDeferredValue, useState, type ReactNode } from 'react'
import type { SavingState } from '../../../preload/contract'
import { waitingAddresses, type QueueRow } from '../../library'
import { pageProblemSentence } from '../add/page-problem'
import { SavingProgress } from '../add/saving-progress'
import { useSaving } from '../add/use-saving'
import { bridge } from '../bridge'
import { IconButton } from '../common/icon-button'
import { useCommand } from '../common/use-command'
import { VirtualLines } from '../common/virtual-lines'
import { useDatabase } from '../data/collections'
import { useLive } from '../data/use-live'
import { QuestionDialog } from '../sidebar/question-dialog'
import { problemSentence } from '../sidebar/problem-sentence'
import { useWording } from '../strings'

const QUEUE = ['queue'] as const
/** The queue is read whole, and may hold thousands. */
const PAUSE = 1_000
const LINE_HEIGHT = 56

/** Addresses that wait to be fetched, and those that could not be; nothing when there are none. */
export function WaitingList(): ReactNode {
  const { strings } = useWording()
  const database = useDatabase()
  const saving = useSaving()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const current = useLive(
    database,
    useCallback(() => waitingAddresses(database), [database]),
    QUEUE,
    PAUSE,
  )
  const rows = useDeferredValue(current)
  if (!rows?.length) return null
  // What needs an answer stands first.
  const lines = [...rows.filter(row => row.problem !== null), ...rows.filter(row => row.problem === null)]
  return (
    <section className="waiting-list" aria-labelledby="waiting-title">
      <h3 id="waiting-title">{strings.saving.queueTitle}</h3>
      <Standing rows={rows} saving={saving} />
      <div ref={setScroller} className="lines-scroller">
        <VirtualLines
          scroller={scroller}
          label={strings.saving.queueTitle}
          count={lines.length}
          estimate={LINE_HEIGHT}
          keyOf={index => lines[index]?.id ?? index}
        >
          {index => {
            const row = lines[index]
            return row && <WaitingLine row={row} />
          }}
        </VirtualLines>
      </div>
    </section>
  )
}

interface StandingProps {
  readonly rows: readonly QueueRow[]
  readonly saving: SavingState
}

/** How many there are, how far it is, and what can be done about all of them. */
function Standing({ rows, saving }: StandingProps): ReactNode {
  const { strings } = useWording()
  const failed = rows.filter(row => row.problem !== null).length
  const { queueCount, stopped, goOn } = strings.saving
  return (
    <div className="waiting-standing">
      <SavingProgress saving={saving} />
      {!saving.running && saving.stopped && (
        <p>
          {stopped(rows.length - failed)}{' '}
          <button type="button" className="text-button" onClick={startSaving}>
            {goOn}
          </button>
        </p>
      )}
      <p>{queueCount(rows.length - failed, failed)}</p>
      {failed > 1 && <FailedActions failed={failed} />}
    </div>
  )
}

const startSaving = (): void => void bridge().request('saving.start', null)

function FailedActions({ failed }: { readonly failed: number }): ReactNode {
  const { strings } = useWording()
  const send = useCommand()
  const [asking, setAsking] = useState(false)
  const { retryFailed, dropFailed, dropTitle, dropText, dropConfirm } = strings.saving
  return (
    <p>
      <button
        type="button"
        className="text-button"
        onClick={() => void send({ kind: 'retry-failed' }).then(startSaving)}
      >
        {retryFailed}
      </button>{' '}
      <button type="button" className="text-button" onClick={() => setAsking(true)}>
        {dropFailed}
      </button>
      {asking && (
        <QuestionDialog
          title={dropTitle(failed)}
          confirm={dropConfirm}
          onConfirm={async () => void (await send({ kind: 'drop-failed' }))}
          onClose={() => setAsking(false)}
        >
          <p>{dropText}</p>
        </QuestionDialog>
      )}
    </p>
  )
}

const WaitingLine = memo(function WaitingLine({ row }: { readonly row: QueueRow }): ReactNode {
  const { strings } = useWording()
  const send = useCommand()
  const { id, kind, address, problem, known } = row
  const { queueKinds, queueRetry, queueDrop } = strings.sync
  const reason = kind === 'page' ? problem && pageProblemSentence(problem, strings) : problemSentence(problem, strings) // prettier-ignore
  return (
    <div className="waiting-line">
      <p>
        {known?.title && <b dir="auto">{known.title}</b>} <span>{address}</span>{' '}
        {kind === 'feed' && <small>{queueKinds.feed}</small>}
        {reason && <span className="sync-reason">{reason}</span>}
      </p>
      {problem !== null && (
        <IconButton
          icon="refresh"
          label={queueRetry(address)}
          onPress={() => void send({ kind: 'retry-waiting', id }).then(startSaving)}
        />
      )}
      <IconButton
        icon="close"
        label={queueDrop(address)}
        onPress={() => void send({ kind: 'drop-waiting', id })}
      />
    </div>
  )
})
