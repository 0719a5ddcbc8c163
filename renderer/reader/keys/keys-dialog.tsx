import type { ReactNode } from 'react'
import { Dialog } from '../common/dialog'
import { useWording } from '../strings'

/** All keys and what they do. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { strings } = useWording()
  return (
    <Dialog title={strings.keys.title} onClose={onClose} className="keys-dialog">
      <dl className="keys">
        {strings.keys.rows.map(({ keys, meaning }) => (
          <div key={meaning}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
