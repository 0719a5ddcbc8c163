import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react'
import { useWording } from '../strings'
import { IconButton } from './icon-button'

/** A sentence about what was just done, with a way to answer it. */
export interface Slip {
  readonly sentence: string
  /** A trouble stays until it is put away; anything else goes by itself. */
  readonly trouble?: boolean
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Good news needs no answer: it goes by itself, after so many milliseconds. */
const STAYS = 10_000

const SlipContext = createContext<(slip: Slip) => void>(() => undefined)

/** @returns a function that lays a slip at the lower edge of the window, in the place of the one before */
export const useSlip = (): ((slip: Slip) => void) => useContext(SlipContext)

/** The place of the window's slips. */
export function SlipProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [slip, setSlip] = useState<Slip | null>(null)
  const close = useCallback(() => setSlip(null), [])
  return (
    <SlipContext value={setSlip}>
      {children}
      {slip && <SlipView slip={slip} onClose={close} />}
    </SlipContext>
  )
}

function SlipView({ slip, onClose }: { readonly slip: Slip; readonly onClose: () => void }): ReactNode {
  const { strings } = useWording()
  const { sentence, trouble, action } = slip
  useEffect(() => {
    if (trouble) return
    const timer = setTimeout(onClose, STAYS)
    return () => clearTimeout(timer)
  }, [slip, trouble, onClose])
  return (
    <div className="notice" role={trouble ? 'alert' : 'status'}>
      <p className="notice-text">{sentence}</p>
      {action && (
        <button
          type="button"
          className="button"
          onClick={() => {
            onClose()
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label={strings.add.dismiss} onPress={onClose} />
    </div>
  )
}
