import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SyncState } from '../../../preload/contract'
import { useAnnounce } from '../common/announcer'
import { useWording } from '../strings'
import { Completing } from './completing'
import { SyncProgress } from './sync-progress'
import { useOnline } from './use-sync'

/** The result of a refresh stays so long, in milliseconds. */
const RESULT_STAYS = 8_000

/** How far the refresh is, what it brought, and what stands in its way. */
export function SyncStatus({ sync }: { readonly sync: SyncState }): ReactNode {
  const { strings } = useWording()
  const online = useOnline()
  const result = useResult(sync)
  if (sync.trouble)
    return (
      <p className="sync sync-trouble" role="alert">
        {strings.problems[sync.trouble]}
      </p>
    )
  if (sync.running) return <SyncProgress sync={sync} />
  if (result || sync.completing > 0)
    return (
      <>
        {result && <p className="sync">{result}</p>}
        {sync.completing > 0 && <Completing left={sync.completing} />}
      </>
    )
  const paused = online ? sync.paused : 'offline'
  return (
    paused && (
      <p
        className="sync sync-paused"
        title={paused === 'offline' ? strings.header.offlineHint : strings.sync.paused[paused]}
      >
        {strings.sync.pausedSign[paused]}
      </p>
    )
  )
}

/** What the last refresh brought, for a few seconds after its end; screen readers hear it too. */
function useResult(sync: SyncState): string | null {
  const { strings } = useWording()
  const announce = useAnnounce()
  const seen = useRef(0)
  const [result, setResult] = useState<string | null>(null)
  const { running, rounds, total, added, failed } = sync
  useEffect(() => {
    if (running || rounds === seen.current || total === 0) return
    seen.current = rounds
    const sentence = strings.header.syncDone(added, failed)
    setResult(sentence)
    announce(sentence)
  }, [running, rounds, total, added, failed, strings, announce])
  useEffect(() => {
    if (result === null) return
    const timer = setTimeout(() => setResult(null), RESULT_STAYS)
    return () => clearTimeout(timer)
  }, [result])
  return result
}
