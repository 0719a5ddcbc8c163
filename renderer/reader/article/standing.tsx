import { useEffect, type ReactNode } from 'react'
import type { ArticleRow, Origin, Want } from '../../library'
import { pageProblemSentence } from '../add/page-problem'
import { useAnnounce } from '../common/announcer'
import { useOnline } from '../header/use-sync'
import { useNow } from '../list/use-now'
import { useWording } from '../strings'
import type { PictureCounts } from './picture-counts'
import { progressOf, type Asked } from './progress'
import type { ShownArticle } from './read-article'
import type { ShownVersion } from './use-version'

interface StandingProps {
  readonly article: ArticleRow
  readonly shown: ShownArticle
  readonly version: ShownVersion
  readonly pictures: PictureCounts
  /** Blocks that are new since an earlier form. */
  readonly fresh: number
  readonly onFresh: () => void
  readonly asked: Asked
  readonly onAsk: (want: Want) => void
  /** Shows a form that has come since; null when there is none. */
  readonly onNewer: (() => void) | null
}

/** The lines below the headline: who wrote it, which text is shown, and what of it is in the library. */
export function Standing(props: StandingProps): ReactNode {
  const { strings } = useWording()
  const { article, version, pictures, shown } = props
  const isWhole = version.html && !pictures.awaited && !shown.lacks.includes('page')
  return (
    <div className="byline">
      {article.byline && <span dir="auto">{article.byline}</span>}
      <TextStanding {...props} />
      <PictureStanding {...props} />
      {isWhole && <span>{strings.offline.complete}</span>}
      <Edits {...props} />
    </div>
  )
}

/** Which text is shown, and the way to the other one. */
function TextStanding({ article, version, shown, asked, onAsk }: StandingProps): ReactNode {
  const { strings } = useWording()
  const { texts, showText, showTextHint, fetchText, fetchTextHint } = strings.offline
  const { origin, change } = version
  // What comes from nowhere else has no other text.
  if (origin === 'feed' && !change && article.link === null) return null
  const other: Origin = origin === 'page' ? 'feed' : 'page'
  return (
    <span className="standing-text">
      {texts[origin]}
      {change && <Act label={showText[other]} hint={showTextHint[other]} shortcut="V" onPress={change} />}
      {origin === 'feed' && !change && (
        <PageProgress shown={shown} asked={asked}>
          {again => (
            <Act
              label={again ? strings.offline.textAgain : fetchText}
              hint={fetchTextHint}
              shortcut="V"
              onPress={() => onAsk('page')}
            />
          )}
        </PageProgress>
      )}
    </span>
  )
}

interface PageProgressProps extends Pick<StandingProps, 'shown' | 'asked'> {
  /** Draws the button that asks for the page. */
  readonly children: (again: boolean) => ReactNode
}

/** How far the page behind an article is. */
function PageProgress({ shown, asked, children }: PageProgressProps): ReactNode {
  const { strings } = useWording()
  const online = useOnline()
  const progress = progressOf('page', asked, shown)
  const { pageProblem } = shown.fetched
  const { offline } = strings
  // What failed before is not what becomes of asking now.
  if (pageProblem !== null && progress !== 'asked')
    return (
      <>
        <span className="standing-problem">{pageProblemSentence(pageProblem, strings)}</span>
        {children(true)}
      </>
    )
  switch (progress) {
    case 'asked':
      return <Said sentence={online ? offline.fetchingText : offline.textWaits} />
    case 'ended':
      return <Said sentence={offline.textSame} />
    case 'idle':
    case 'wanted':
      return children(false)
  }
}

/** How many pictures are here, and the way to those that are not. */
function PictureStanding({ pictures, shown, version, asked, onAsk }: StandingProps): ReactNode {
  const { strings } = useWording()
  const online = useOnline()
  const { offline } = strings
  const { stored, awaited, lost } = pictures
  const progress = progressOf('pictures', asked, shown)
  // The pictures of a text that is only at hand are not fetched.
  const isCompleted = version.origin === (shown.full?.article.origin ?? 'feed')
  const isFetched = online && progress === 'asked'
  const announce = useAnnounce()
  const outcome = awaited ? offline.awaited(awaited) : offline.arrived
  useEffect(() => {
    if (progress === 'ended') announce(outcome)
  }, [progress, outcome, announce])
  return (
    <>
      {stored > 0 && <span>{offline.pictures(stored)}</span>}
      {awaited > 0 && (
        <span className="standing-pictures">
          {isFetched ? offline.fetching(awaited) : offline.awaited(awaited)}
          {!isFetched && isCompleted && (
            <Act label={offline.fetch(awaited)} onPress={() => onAsk('pictures')} />
          )}
        </span>
      )}
      {lost > 0 && <span>{offline.lost(lost)}</span>}
    </>
  )
}

/** What the source has changed, and a form that came while this one was read. */
function Edits({ article, fresh, onFresh, onNewer }: StandingProps): ReactNode {
  const { strings, format } = useWording()
  const now = useNow()
  const { offline } = strings
  return (
    <>
      {fresh > 0 && article.updatedAt !== null && (
        <Act
          label={offline.updated(format.minute(article.updatedAt, now), fresh)}
          hint={offline.updatedHint}
          onPress={onFresh}
        />
      )}
      {onNewer && (
        <span>
          <Said sentence={offline.newerArrived} /> <Act label={offline.showNewer} onPress={onNewer} />
        </span>
      )}
    </>
  )
}

/** Something that changes while the article is open, so that it is spoken, too. */
function Said({ sentence }: { readonly sentence: string }): ReactNode {
  const announce = useAnnounce()
  useEffect(() => announce(sentence), [announce, sentence])
  return <span>{sentence}</span>
}

interface ActProps {
  readonly label: string
  readonly hint?: string
  readonly shortcut?: string
  readonly onPress: () => void
}

function Act({ label, hint, shortcut, onPress }: ActProps): ReactNode {
  return (
    <button
      type="button"
      className="text-button"
      {...(hint ? { title: shortcut ? `${hint} (${shortcut})` : hint } : {})}
      {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
      onClick={onPress}
    >
      {label}
    </button>
  )
}
