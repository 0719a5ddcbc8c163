import { useCallback, type ReactNode } from 'react'
import { waitingAddresses, type QueueRow } from '../../library'
import { IconButton } from '../common/icon-button'
import { useCommand } from '../common/use-command'
import { useDatabase } from '../data/collections'
import { useLive } from '../data/use-live'
import { problemSentence } from '../sidebar/problem-sentence'
import { useWording } from '../strings'

const QUEUE = ['queue'] as const

/** Addresses that were added without a network; nothing when there are none. */
export function WaitingList(): ReactNode {
  const { strings } = useWording()
  const database = useDatabase()
  const waiting = useLive(
    database,
    useCallback(() => waitingAddresses(database), [database]),
    QUEUE,
  )
  if (!waiting?.length) return null
  return (
    <section className="waiting-list" aria-labelledby="waiting-title">
      <h3 id="waiting-title">{strings.sync.queueTitle}</h3>
      <ul>
        {waiting.map(row => (
          <WaitingLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function WaitingLine({ row: { id, kind, address, problem } }: { readonly row: QueueRow }): ReactNode {
  const { strings } = useWording()
  const send = useCommand()
  const { queueKinds, queueRetry, queueDrop } = strings.sync
  return (
    <li>
      <p>
        <b>{address}</b> <small>{queueKinds[kind]}</small>
        {problem !== null && <span className="sync-reason">{problemSentence(problem, strings)}</span>}
      </p>
      {problem !== null && (
        <IconButton
          icon="refresh"
          label={queueRetry(address)}
          onPress={() => void send({ kind: 'retry-waiting', id })}
        />
      )}
      <IconButton
        icon="close"
        label={queueDrop(address)}
        onPress={() => void send({ kind: 'drop-waiting', id })}
      />
    </li>
  )
}
