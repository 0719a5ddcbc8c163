import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useWording } from '../strings'
import { Notice } from './notice'
import { addFile, busyWith } from './outcome'
import { useAdding } from './use-adding'

/** Files dropped anywhere on the window are added. */
export function AddOnDrop(): ReactNode {
  const { strings } = useWording()
  const adding = useAdding()
  const { run, busy, outcomes, clear } = adding
  const add = useCallback(
    (files: readonly File[]) => {
      const works = files.map(file => () => addFile(file, strings))
      void run(busyWith(files, strings), works)
    },
    [run, strings],
  )
  const over = useDroppedFiles(add)
  return (
    <>
      {over && (
        <div className="drop-sheet" aria-hidden="true">
          <p>{strings.add.dropHere}</p>
          <p>{strings.add.dropHint}</p>
        </div>
      )}
      {(busy !== null || outcomes.length > 0) && <Notice adding={adding} onClose={clear} />}
    </>
  )
}

/** @returns whether files are held over the window */
function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      // Leaving for another element of the window is no leaving.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      setOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  return over
}
