import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react'
import { targetOf } from '../keys/keys'
import { useWording } from '../strings'
import { useAnnounce } from './announcer'
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

interface SlipViewProps {
  readonly slip: Slip
  readonly onClose: () => void
}

function SlipView({ slip, onClose }: SlipViewProps): ReactNode {
  const { strings } = useWording()
  const { sentence, trouble = false, action } = slip
  // Who points at it or works in it is not hurried.
  const [held, setHeld] = useState(false)
  const run = useCallback(() => {
    onClose()
    action?.run()
  }, [onClose, action])
  useSpoken(slip)
  useUndoKey(action ? run : null)
  useEffect(() => {
    if (trouble || held) return
    const timer = setTimeout(onClose, STAYS)
    return () => clearTimeout(timer)
  }, [slip, trouble, held, onClose])
  return (
    <div
      className="notice slip"
      role={trouble ? 'alert' : 'group'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="notice-text">{sentence}</p>
      {action && (
        <button type="button" className="text-button" aria-keyshortcuts="Control+Z" onClick={run}>
          {action.label}
        </button>
      )}
      <IconButton icon="close" label={strings.add.dismiss} onPress={onClose} />
    </div>
  )
}

/** A live region that comes together with its words is not read; the window's own one is. */
function useSpoken({ sentence, trouble }: Slip): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (!trouble) announce(sentence)
  }, [announce, sentence, trouble])
}

/** The key that undoes everywhere else does what the slip offers, except in fields, which undo what was typed. */
function useUndoKey(run: (() => void) | null): void {
  useEffect(() => {
    if (!run) return
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (!isUndo || targetOf(event.target) === 'field') return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [run])
}
