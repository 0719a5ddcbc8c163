import { startTransition, useEffect, useState } from 'react'
import type { SavingState } from '../../../preload/contract'
import { bridge } from '../bridge'

const QUIET: SavingState = { running: false, stopped: false, done: 0, total: 0, failed: 0 }

/** @returns how far the pages of the queue are saved */
export function useSaving(): SavingState {
  const [saving, setSaving] = useState(QUIET)
  useEffect(() => {
    let heard = false
    const end = bridge().listen('saving', state => {
      heard = true
      startTransition(() => setSaving(state))
    })
    void bridge()
      .request('saving.state', null)
      .then(state => {
        // What was heard meanwhile is newer than this answer.
        if (!heard) setSaving(state)
      })
    return end
  }, [])
  return saving
}
