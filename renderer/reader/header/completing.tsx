import type { ReactNode } from 'react'
import { bridge } from '../bridge'
import { IconButton } from '../common/icon-button'
import { useWording } from '../strings'

/** How many articles are still to be completed, and the way to stop that. */
export function Completing({ left }: { readonly left: number }): ReactNode {
  const { strings } = useWording()
  return (
    <div className="sync">
      <span>{strings.offline.completing(left)}</span>
      <IconButton
        icon="close"
        label={strings.offline.stopCompleting}
        onPress={() => void bridge().request('sync.cancel', null)}
      />
    </div>
  )
}
