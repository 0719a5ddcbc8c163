import { memo, useState, type ReactNode } from 'react'
import type { FeedRow, FetchRow } from '../../library'
import { bridge } from '../bridge'
import { IconButton } from '../common/icon-button'
import { pointOf, type Point } from '../common/menu'
import { FeedMenu } from '../sidebar/place-menus'
import { problemSentence } from '../sidebar/problem-sentence'
import { useReader } from '../state/context'
import { useWording, type Strings } from '../strings'
import { useSyncDialog } from './dialogs'
import { feedState, nextTime, type FeedState, type NextFacts } from './feed-state'
import { IntervalSelect } from './interval-select'
import { useNotify } from './use-wish'

interface FeedTableLineProps extends NextFacts {
  readonly feed: FeedRow
  readonly fetch: FetchRow | undefined
  /** Whether it is being asked at the moment, and whether a round goes on. */
  readonly asking: boolean
  readonly running: boolean
}

/** A feed in the Sync view: how it stands, when it was asked and will be, and what the person wishes for it. */
export const FeedTableLine = memo(function FeedTableLine(props: FeedTableLineProps): ReactNode {
  const { feed, fetch, asking, running, now } = props
  const { strings } = useWording()
  const { dispatch } = useReader()
  const [menuAt, setMenuAt] = useState<Point | null>(null)
  const state = feedState(fetch, { asking, running }, now)
  return (
    <div className="feed-line" data-state={state}>
      <div className="feed-line-name">
        <button
          type="button"
          dir="auto"
          onClick={() => dispatch({ kind: 'go', place: { kind: 'feed', feedId: feed.id } })}
        >
          {feed.title || feed.url}
        </button>
        <Result feed={feed} fetch={fetch} state={state} />
      </div>
      <Times {...props} />
      <IntervalSelect feed={feed} label={strings.sync.intervalOf(feed.title)} />
      <NotifyChoice feed={feed} />
      <div className="feed-line-actions">
        <IconButton
          icon="refresh"
          label={strings.sync.retry(feed.title)}
          disabled={asking}
          onPress={() => void bridge().request('sync.start', [feed.id])}
        />
        <IconButton
          icon="actions"
          label={strings.sidebar.actions(feed.title)}
          onPress={event => setMenuAt(pointOf(event))}
        />
      </div>
      {menuAt && <FeedMenu feedId={feed.id} at={menuAt} onClose={() => setMenuAt(null)} />}
    </div>
  )
})

interface ResultProps {
  readonly feed: FeedRow
  readonly fetch: FetchRow | undefined
  readonly state: FeedState
}

/** What the last fetch brought, in words, and what can be done about it. */
function Result({ feed, fetch, state }: ResultProps): ReactNode {
  const { strings } = useWording()
  const open = useSyncDialog()
  return (
    <p className="feed-line-result">
      {resultWords(fetch, state, strings)}{' '}
      {state === 'failing' && fetch?.problem === 'unauthorised' && (
        <button
          type="button"
          className="text-button"
          onClick={() =>
            open({
              kind: 'credentials',
              url: feed.url,
              onKept: () => void bridge().request('sync.start', [feed.id]),
            })
          }
        >
          {strings.sync.credentials.open}
        </button>
      )}
    </p>
  )
}

function resultWords(fetch: FetchRow | undefined, state: FeedState, { sync, problems }: Strings): string {
  switch (state) {
    case 'asking':
      return sync.asking
    case 'waiting':
      return sync.waiting
    case 'new':
      return sync.notAsked
    case 'stopped':
      return problems.gone
    case 'failing': {
      const failures = fetch?.failures ?? 0
      const sentence = problemSentence(fetch?.problem, { problems }) ?? ''
      return failures > 1 ? `${sentence} ${sync.failedTimes(failures)}` : sentence
    }
    case 'fine':
      return fetch?.added ? sync.newArticles(fetch.added) : sync.nothingNew
  }
}

/** When it was asked, and when it is asked next. */
function Times({ feed, fetch, ...facts }: FeedTableLineProps): ReactNode {
  const { strings, format } = useWording()
  const { columns, next } = strings.sync
  const at = nextTime(feed, fetch, facts)
  const time = (value: number): ReactNode => (
    <time dateTime={format.machine(value)} title={format.dateline(value)}>
      {format.minute(value, facts.now)}
    </time>
  )
  return (
    <>
      <span className="feed-line-time">
        <span className="spoken">{columns.last} </span>
        {fetch?.fetchedAt ? time(fetch.fetchedAt) : '–'}
      </span>
      <span className="feed-line-time">
        <span className="spoken">{columns.next} </span>
        {typeof at === 'number' ? time(at) : next[at]}
      </span>
    </>
  )
}

function NotifyChoice({ feed }: { readonly feed: FeedRow }): ReactNode {
  const { strings } = useWording()
  const [on, choose] = useNotify(feed)
  const label = strings.sync.notifyOf(feed.title)
  return (
    <label className="feed-line-notify" title={label}>
      <input
        type="checkbox"
        aria-label={label}
        checked={on}
        onChange={event => choose(event.target.checked)}
      />
    </label>
  )
}
