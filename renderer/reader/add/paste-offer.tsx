import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { PageSource } from '../../../preload/contract'
import { targetOf } from '../keys/keys'
import { useWording } from '../strings'
import { Notice } from './notice'
import { savePage } from './outcome'
import { pastedPage } from './pasted'
import { useAdding } from './use-adding'

/** A text that is pasted where no field is may be kept as an article: the person is asked. */
export function PasteOffer(): ReactNode {
  const { strings } = useWording()
  const adding = useAdding()
  const [page, setPage] = useState<PageSource | null>(null)
  const { run, clear } = adding
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (targetOf(event.target) === 'field' || document.querySelector('dialog[open]')) return
      const pasted = pastedPage(event.clipboardData)
      if (!pasted) return
      clear()
      setPage(pasted)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [clear])
  const close = useCallback(() => {
    clear()
    setPage(null)
  }, [clear])
  if (!page && !adding.busy && !adding.outcomes.length) return null
  return (
    <Notice adding={adding} onClose={close}>
      {page && (
        <p>
          {strings.add.pasteOffer}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => {
              setPage(null)
              void run(strings.add.busy.saving, [() => savePage(page, strings)])
            }}
          >
            {strings.add.pasteKeep}
          </button>
        </p>
      )}
    </Notice>
  )
}
