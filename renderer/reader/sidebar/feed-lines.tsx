import { memo, useState, type ReactNode } from 'react'
import { IconButton } from '../common/icon-button'
import { Icon } from '../common/icons'
import { pointOf, type Point } from '../common/menu'
import { useReader } from '../state/context'
import type { Place } from '../state/reader-state'
import { useWording } from '../strings'
import { PlaceButton } from './place-button'
import { FeedMenu, FolderMenu } from './place-menus'
import { problemSentence } from './problem-sentence'

interface FeedLineProps {
  readonly feedId: number
  readonly title: string
  readonly depth: number
  readonly unread: number
  readonly current: boolean
  /** How its last fetch failed, as the library keeps it. */
  readonly problem: string | null
}

/** A feed in the sidebar. It is drawn anew only when something on it changes. */
export const FeedLine = memo(function FeedLine({
  feedId,
  title,
  problem,
  ...line
}: FeedLineProps): ReactNode {
  const { strings } = useWording()
  const reason = problemSentence(problem, strings)
  return (
    <Line
      {...line}
      place={{ kind: 'feed', feedId }}
      label={title}
      trouble={reason && strings.sidebar.failing(reason)}
    />
  )
})

interface FolderLineProps {
  readonly folderId: number
  readonly name: string
  readonly depth: number
  readonly unread: number
  readonly open: boolean
  readonly current: boolean
  readonly onToggle: (folderId: number) => void
}

/** A folder in the sidebar, with the sign that opens and shuts it. */
export const FolderLine = memo(function FolderLine(props: FolderLineProps): ReactNode {
  const { folderId, name, open, onToggle, ...line } = props
  const { strings } = useWording()
  return (
    <Line {...line} place={{ kind: 'folder', folderId }} label={name} trouble={null}>
      <button
        type="button"
        className="folder-sign"
        data-depth={Math.min(line.depth, 4)}
        aria-expanded={open}
        aria-label={open ? strings.sidebar.closeFolder(name) : strings.sidebar.openFolder(name)}
        onClick={() => onToggle(folderId)}
      >
        <Icon name="open" />
      </button>
    </Line>
  )
})

interface LineProps {
  readonly place: Extract<Place, { kind: 'feed' | 'folder' }>
  readonly label: string
  readonly unread: number
  readonly depth: number
  readonly current: boolean
  readonly trouble: string | null
  readonly children?: ReactNode
}

function Line({ place, label, unread, depth, current, trouble, children }: LineProps): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const [menuAt, setMenuAt] = useState<Point | null>(null)
  const close = (): void => setMenuAt(null)
  return (
    <div
      className="place-line"
      onContextMenu={event => {
        event.preventDefault()
        setMenuAt(pointOf(event))
      }}
    >
      {children}
      <PlaceButton
        current={current}
        label={label}
        count={unread ? format.number(unread) : ''}
        countLabel={strings.sidebar.unreadCount(unread)}
        depth={depth}
        trouble={trouble}
        onGo={() => dispatch({ kind: 'go', place })}
      />
      <IconButton
        icon="actions"
        label={strings.sidebar.actions(label)}
        onPress={event => setMenuAt(pointOf(event))}
      />
      {menuAt &&
        (place.kind === 'feed' ? (
          <FeedMenu feedId={place.feedId} at={menuAt} onClose={close} />
        ) : (
          <FolderMenu folderId={place.folderId} at={menuAt} onClose={close} />
        ))}
    </div>
  )
}
