import { useState, type ReactNode } from 'react'
import { NO_FOLDER } from '../../library'
import { command } from '../bridge'
import { FolderChoice, folderOfChoice, type ChosenFolder } from '../common/folder-choice'
import { useCollections, useDatabase } from '../data/collections'
import { useWording } from '../strings'
import { QuestionDialog } from './question-dialog'

interface MoveFeedProps {
  readonly feedId: number
  readonly onClose: () => void
}

/** Asks for the folder that a feed moves to; a new one can be named. */
export function MoveFeedDialog({ feedId, onClose }: MoveFeedProps): ReactNode {
  const { strings } = useWording()
  const { feeds } = useCollections()
  const database = useDatabase()
  const feed = feeds.get(feedId)
  const [chosen, setChosen] = useState<ChosenFolder>({ kind: 'known', id: feed?.folderId ?? NO_FOLDER })
  return (
    <QuestionDialog
      title={strings.ask.moveTitle(feed?.title ?? '')}
      confirm={strings.ask.moveConfirm}
      onConfirm={async () => {
        await command({ kind: 'move-feed', feedId, folderId: await folderOfChoice(database, chosen) })
      }}
      onClose={onClose}
    >
      <FolderChoice label={strings.ask.moveLabel} chosen={chosen} onChoose={setChosen} />
    </QuestionDialog>
  )
}
