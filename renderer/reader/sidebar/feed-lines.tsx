import { memo, useState, type MouseEvent, type ReactNode } from 'react'
import type { FeedRow, FolderRow } from '../../library'
import { IconButton } from '../common/icon-button'
import { Icon } from '../common/icons'
import { Menu, type MenuItem } from '../common/menu'
import { useReader } from '../state/context'
import type { Place } from '../state/reader-state'
import { useWording } from '../strings'
import { PlaceButton } from './place-button'
import { problemSentence } from './problem-sentence'
import { useFeedActions, useFolderActions } from './use-actions'

interface FeedLineProps {
  readonly feed: FeedRow
  readonly depth: number
  readonly unread: number
  readonly current: boolean
  /** How its last fetch failed, as the library keeps it. */
  readonly problem: string | null
}

/** A feed in the sidebar. With a thousand of them, only those that change are drawn anew. */
export const FeedLine = memo(function FeedLine({ feed, problem, ...line }: FeedLineProps): ReactNode {
  const { strings } = useWording()
  const reason = problemSentence(problem, strings)
  return (
    <Line
      {...line}
      place={{ kind: 'feed', feedId: feed.id }}
      label={feed.title}
      actions={useFeedActions(feed)}
      trouble={reason && strings.sidebar.failing(reason)}
    />
  )
})

interface FolderLineProps {
  readonly folder: FolderRow
  readonly depth: number
  readonly unread: number
  readonly open: boolean
  readonly current: boolean
  readonly onToggle: (folderId: number) => void
}

/** A folder in the sidebar, with the sign that opens and shuts it. */
export const FolderLine = memo(function FolderLine(props: FolderLineProps): ReactNode {
  const { folder, open, onToggle, ...line } = props
  const { strings } = useWording()
  return (
    <Line
      {...line}
      place={{ kind: 'folder', folderId: folder.id }}
      label={folder.name}
      actions={useFolderActions(folder)}
      trouble={null}
    >
      <button
        type="button"
        className="folder-sign"
        data-depth={Math.min(line.depth, 4)}
        aria-expanded={open}
        aria-label={open ? strings.sidebar.closeFolder(folder.name) : strings.sidebar.openFolder(folder.name)}
        onClick={() => onToggle(folder.id)}
      >
        <Icon name="open" />
      </button>
    </Line>
  )
})

interface LineProps {
  readonly place: Place
  readonly label: string
  readonly actions: readonly MenuItem[]
  readonly unread: number
  readonly depth: number
  readonly current: boolean
  readonly trouble: string | null
  readonly children?: ReactNode
}

type Point = { readonly x: number; readonly y: number }

function Line({ place, label, actions, unread, depth, current, trouble, children }: LineProps): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const [menuAt, setMenuAt] = useState<Point | null>(null)
  return (
    <li
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
      {menuAt && (
        <Menu
          label={strings.sidebar.actions(label)}
          at={menuAt}
          items={actions}
          onClose={() => setMenuAt(null)}
        />
      )}
    </li>
  )
}

/** Where the pointer is, or below the element when a key was used: keys have no place. */
function pointOf(event: MouseEvent): Point {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY }
  const box = event.currentTarget.getBoundingClientRect()
  return { x: box.left + 16, y: box.bottom }
}
