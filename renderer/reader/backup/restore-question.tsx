import { useEffect, useState, type ReactNode } from 'react'
import type { BackupOffer } from '../../../preload/contract'
import { bridge } from '../bridge'
import { Dialog } from '../common/dialog'
import { useSlip } from '../common/slip'
import { useWording } from '../strings'

/** Asks whether a backup is to be restored, when the library opened empty and was not empty before. */
export function RestoreQuestion(): ReactNode {
  const [offer, setOffer] = useOffer()
  return offer && <OfferDialog offer={offer} onClose={() => setOffer(null)} />
}

/** The backup that can be restored; the main process may find it before this page is there, or after. */
function useOffer() {
  const [offer, setOffer] = useState<BackupOffer | null>(null)
  useEffect(() => {
    const end = bridge().listen('backup', setOffer)
    void bridge()
      .request('backup.offer', null)
      .then(found => found && setOffer(found))
    return end
  }, [])
  return [offer, setOffer] as const
}

interface OfferDialogProps {
  readonly offer: BackupOffer
  readonly onClose: () => void
}

/** Closing it answers nothing: the question comes again at the next start. */
function OfferDialog({ offer, onClose }: OfferDialogProps): ReactNode {
  const { strings, format } = useWording()
  const words = strings.sync.backup
  const { busy, trouble, answer } = useAnswer(onClose)
  return (
    <Dialog title={words.title} onClose={onClose} className="question-dialog">
      <div aria-busy={busy}>
        <p>{words.text(format.dateline(offer.writtenAt), offer.feeds, offer.articles)}</p>
        {busy && (
          <p className="busy" role="status">
            {words.busy}
          </p>
        )}
        {trouble && (
          <p className="outcome outcome-failed" role="alert">
            {trouble}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="text-button" disabled={busy} onClick={() => answer('leave')}>
            {words.leave}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => answer('restore')}>
            {words.restore}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

type Answer = 'restore' | 'leave'

/** Sends the answer. What fails is said, and can be tried again. */
function useAnswer(onClose: () => void) {
  const { strings } = useWording()
  const slip = useSlip()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async (answer: Answer): Promise<void> => {
    setBusy(answer === 'restore')
    setTrouble(null)
    try {
      const { problem } = await bridge().request('backup.answer', answer)
      setTrouble(problem === null ? null : `${strings.sync.backup.failed} ${strings.problems[problem]}`)
      if (problem !== null) return
      if (answer === 'restore') slip({ sentence: strings.sync.backup.restored })
      onClose()
    } catch {
      setTrouble(strings.sync.backup.failed)
    } finally {
      setBusy(false)
    }
  }
  return { busy, trouble, answer: (answer: Answer) => void send(answer) }
}
