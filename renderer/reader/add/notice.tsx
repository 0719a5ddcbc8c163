import { useEffect, type ReactNode } from 'react'
import { IconButton } from '../common/icon-button'
import { useWording } from '../strings'
import type { Outcome } from './outcome'
import { Outcomes } from './outcomes'
import type { Adding } from './use-adding'

/** Good news needs no answer: it goes by itself, after so many milliseconds. */
const STAYS = 8_000

interface NoticeProps {
  readonly adding: Adding
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** A slip at the lower edge of the window: what was dropped or pasted, and what came of it. */
export function Notice({ adding, children, onClose }: NoticeProps): ReactNode {
  const { strings } = useWording()
  const { busy, outcomes } = adding
  const isGood = (outcome: Outcome): boolean => outcome.kind === 'done' && !outcome.leftOut
  const allGood = !busy && outcomes.length > 0 && outcomes.every(isGood)
  useEffect(() => {
    if (!allGood) return
    const timer = setTimeout(onClose, STAYS)
    return () => clearTimeout(timer)
  }, [allGood, onClose])
  return (
    <div className="notice">
      <div className="notice-text">
        {children}
        <Outcomes adding={adding} onOpened={onClose} onOffer={() => undefined} />
      </div>
      <IconButton icon="close" label={strings.add.dismiss} onPress={onClose} />
    </div>
  )
}
