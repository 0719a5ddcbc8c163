import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import type { SyncState } from '../../../preload/contract'
import { bridge } from '../bridge'

const QUIET: SyncState = {
  running: false,
  rounds: 0,
  done: 0,
  total: 0,
  failed: 0,
  added: 0,
  paused: null,
  asking: [],
  completing: 0,
  trouble: null,
}

/** @returns how far the refresh is */
export function useSync(): SyncState {
  const [sync, setSync] = useState(QUIET)
  useEffect(() => {
    let heard = false
    const end = bridge().listen('sync', state => {
      heard = true
      // It comes five times a second: what it changes is drawn between other things, never in one piece before them.
      startTransition(() => setSync(state))
    })
    void bridge()
      .request('sync.state', null)
      .then(state => {
        // What was heard meanwhile is newer than this answer.
        if (!heard) setSync(state)
      })
    return end
  }, [])
  return sync
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** @returns whether the computer has a network */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
