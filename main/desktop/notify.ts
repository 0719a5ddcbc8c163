import { Notification } from 'electron'
import { STRINGS } from './strings'

/** So many feeds or searches are named. */
const NAMED = 3

/**
 * Tells quietly that feeds have new articles, or that saved searches find new ones.
 *
 * @param titles of the feeds or searches
 * @param onClick called when the person answers it
 */
export function notifyOfArticles(titles: readonly string[], added: number, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const { newArticles, andMore } = STRINGS
  const named = titles.slice(0, NAMED).join(', ')
  const body = titles.length > NAMED ? andMore(named, titles.length - NAMED) : named
  const notification = new Notification({ title: newArticles(added), body, silent: true })
  notification.on('click', onClick)
  notification.show()
}
