import type { ReactNode } from 'react'
import type { SyncState } from '../../../preload/contract'
import { bridge } from '../bridge'
import { IconButton } from '../common/icon-button'
import { useWording } from '../strings'

/** How far a refresh is, and the way to stop it. */
export function SyncProgress({ sync }: { readonly sync: SyncState }): ReactNode {
  const { strings } = useWording()
  const text = strings.header.syncing(sync.done, sync.total)
  return (
    <div className="sync">
      <progress value={sync.done} max={Math.max(1, sync.total)} aria-label={text} />
      <span>{text}</span>
      <IconButton
        icon="close"
        label={strings.header.cancelSync}
        onPress={() => void bridge().request('sync.cancel', null)}
      />
    </div>
  )
}
