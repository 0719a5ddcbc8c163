import { startTransition, useEffect, useState } from 'react'
import type { UpdateAction, UpdateState } from '../../../preload/contract'
import { bridge } from '../bridge'

/** @returns what there is to know of updates; null for a moment */
export function useUpdates(): UpdateState | null {
  const [updates, setUpdates] = useState<UpdateState | null>(null)
  useEffect(() => {
    let heard = false
    const end = bridge().listen('update', state => {
      heard = true
      startTransition(() => setUpdates(state))
    })
    void bridge()
      .request('update.state', null)
      .then(state => {
        // What was heard meanwhile is newer than this answer.
        if (!heard) setUpdates(state)
      })
    return end
  }, [])
  return updates
}

export const actOnUpdate = (action: UpdateAction): void => void bridge().request('update.act', action)

export const chooseAutomatic = (on: boolean): void => void bridge().request('update.automatic', on)
