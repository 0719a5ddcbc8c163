import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SavingState } from '../../../preload/contract'
import { bridge } from '../bridge'
import { useAnnounce } from '../common/announcer'
import { IconButton } from '../common/icon-button'
import { useWording } from '../strings'
import { useSaving } from './use-saving'

/** The result stays so long, in milliseconds. */
const RESULT_STAYS = 8_000

/** How far the pages of the queue are, and the way to stop it; nothing when nobody is at it. */
export function SavingProgress({ saving }: { readonly saving: SavingState }): ReactNode {
  const { strings } = useWording()
  const { running, done, total } = saving
  if (!running) return null
  const text = strings.saving.progress(done, total)
  return (
    <div className="sync">
      <progress value={done} max={Math.max(1, total)} aria-label={text} />
      <span>{text}</span>
      <IconButton
        icon="close"
        label={strings.saving.stop}
        onPress={() => void bridge().request('saving.stop', null)}
      />
    </div>
  )
}

/** The same in the window's head, and what came of it for a few seconds; screen readers hear that too. */
export function SavingStatus(): ReactNode {
  const saving = useSaving()
  const result = useResult(saving)
  if (saving.running) return <SavingProgress saving={saving} />
  return result && <p className="sync">{result}</p>
}

/** What was saved, for a few seconds after the end. */
function useResult({ running, stopped, done, total, failed }: SavingState): string | null {
  const { strings } = useWording()
  const announce = useAnnounce()
  const wasRunning = useRef(false)
  const [result, setResult] = useState<string | null>(null)
  useEffect(() => {
    const isOver = wasRunning.current && !running && !stopped && total > 0 && done === total
    wasRunning.current = running
    if (!isOver) return
    const sentence = strings.saving.ended(done - failed, failed)
    setResult(sentence)
    announce(sentence)
  }, [running, stopped, done, total, failed, strings, announce])
  useEffect(() => {
    if (result === null) return
    const timer = setTimeout(() => setResult(null), RESULT_STAYS)
    return () => clearTimeout(timer)
  }, [result])
  return result
}
