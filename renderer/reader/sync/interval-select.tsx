import type { ReactNode } from 'react'
import type { FeedRow } from '../../library'
import { useWording } from '../strings'
import { useInterval } from './use-wish'

/** Intervals to choose from, in minutes. */
const INTERVALS: readonly number[] = [15, 30, 60, 240, 1440]

interface IntervalSelectProps {
  readonly feed: FeedRow
  /** Its name, where no label says it. */
  readonly label?: string
  readonly id?: string
}

/** The choice how often a feed is asked. */
export function IntervalSelect({ feed, label, id }: IntervalSelectProps): ReactNode {
  const { strings } = useWording()
  const [chosen, choose] = useInterval(feed)
  const { automatic, byHand, every } = strings.sync
  const shown =
    chosen === null || chosen === 0 || INTERVALS.includes(chosen) ? INTERVALS : [...INTERVALS, chosen]
  return (
    <select
      value={chosen ?? 'automatic'}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label, title: label } : {})}
      onChange={({ target: { value } }) => choose(value === 'automatic' ? null : Number(value))}
    >
      <option value="automatic">{automatic}</option>
      {shown.map(minutes => (
        <option key={minutes} value={minutes}>
          {every(minutes)}
        </option>
      ))}
      <option value={0}>{byHand}</option>
    </select>
  )
}
