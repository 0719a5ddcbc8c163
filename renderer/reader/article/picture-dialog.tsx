import { useEffect, type ReactNode } from 'react'
import { Dialog } from '../common/dialog'
import { useWording } from '../strings'
import type { LargePicture } from './enlarging'

interface PictureDialogProps {
  readonly picture: LargePicture
  readonly onClose: () => void
}

/** A picture as large as the window lets it be. */
export function PictureDialog({ picture, onClose }: PictureDialogProps): ReactNode {
  const { strings } = useWording()
  const { source, words, caption, focus } = picture
  // The browser would give the focus back to the frame, but to nothing in it.
  useEffect(() => focus, [focus])
  return (
    <Dialog title={words || strings.offline.picture} onClose={onClose} className="picture-dialog">
      <figure>
        <img src={source} alt={words} decoding="async" />
        {caption && <figcaption dir="auto">{caption}</figcaption>}
      </figure>
    </Dialog>
  )
}
