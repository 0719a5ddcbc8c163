import type { Happening } from '../../library'
import { problemSentence } from '../sidebar/problem-sentence'
import type { Strings } from '../strings'

/** What happened to a feed, as a sentence. An event that this version does not know is told as it is. */
export function activityWords(
  { event, detail }: Pick<Happening, 'event' | 'detail'>,
  strings: Strings,
): string {
  const { events } = strings.sync
  switch (event) {
    case 'problem':
      return problemSentence(detail, strings) ?? strings.problems['reading-failed']
    case 'recovered':
      return events.recovered
    case 'added':
    case 'updated':
    case 'renamed':
      return events[event](Number(detail) || 0)
    case 'moved':
    case 'quarantined':
    case 'unreadable':
      return events[event](detail)
    default:
      return events.other(`${event} ${detail}`.trim())
  }
}
