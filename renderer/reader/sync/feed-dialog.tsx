import type { ReactNode } from 'react'
import type { FeedRow } from '../../library'
import { Dialog } from '../common/dialog'
import { Field } from '../common/field'
import { useCollections } from '../data/collections'
import { useWording } from '../strings'
import { IntervalSelect } from './interval-select'
import { usePicturesWish, useTextWish } from './use-wish'

interface FeedDialogProps {
  readonly feedId: number
  readonly onClose: () => void
}

/** Asks how often a feed is to be asked, and what of its articles is to be kept. What is chosen holds at once. */
export function FeedDialog({ feedId, onClose }: FeedDialogProps): ReactNode {
  const { strings } = useWording()
  const feed = useCollections().feeds.get(feedId)
  const { intervalLabel, intervalHelp, intervalConfirm } = strings.sync
  return (
    <Dialog title={strings.offline.feedTitle(feed?.title ?? '')} onClose={onClose}>
      {feed && (
        <>
          <Field label={intervalLabel}>{id => <IntervalSelect feed={feed} id={id} />}</Field>
          <p className="dialog-help">{intervalHelp}</p>
          <TextField feed={feed} />
          <PicturesField feed={feed} />
        </>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {intervalConfirm}
        </button>
      </div>
    </Dialog>
  )
}

function TextField({ feed }: { readonly feed: FeedRow }): ReactNode {
  const { textLabel, textWishes } = useWording().strings.offline
  const [chosen, choose] = useTextWish(feed)
  return <WishField label={textLabel} words={textWishes} chosen={chosen} onChoose={choose} />
}

function PicturesField({ feed }: { readonly feed: FeedRow }): ReactNode {
  const { picturesLabel, pictureWishes } = useWording().strings.offline
  const [chosen, choose] = usePicturesWish(feed)
  return <WishField label={picturesLabel} words={pictureWishes} chosen={chosen} onChoose={choose} />
}

interface WishFieldProps<Wish extends string> {
  readonly label: string
  readonly words: Readonly<Record<Wish, string>>
  readonly chosen: Wish
  readonly onChoose: (wish: Wish) => void
}

function WishField<Wish extends string>({ label, words, chosen, onChoose }: WishFieldProps<Wish>): ReactNode {
  return (
    <Field label={label}>
      {id => (
        <select id={id} value={chosen} onChange={({ target: { value } }) => onChoose(value as Wish)}>
          {Object.entries<string>(words).map(([wish, meaning]) => (
            <option key={wish} value={wish}>
              {meaning}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
