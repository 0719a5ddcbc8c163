import { readCsvList } from './csv-lists'
import { htmlListKind, readHtmlList } from './html-lists'
import { readJsonList } from './json-lists'
import { SavedListError, type SavedList } from './types'

export { articleOfItem } from './article'
export { SavedListError } from './types'
export type { LeftOutItem, SavedItem, SavedList, SavedListErrorKind, SavedListSource } from './types'

/**
 * Reads a list of saved pages as other programs export it, told by its content: Pocket (CSV, and the older HTML),
 * Instapaper (CSV and HTML), a browser's bookmarks ("Netscape bookmark file"), Omnivore and wallabag (JSON), and other
 * tables with a column of addresses (Readwise Reader, Raindrop). The time is in proportion to the length.
 *
 * @param fileName for the message of the error alone
 * @throws {SavedListError} `not-a-list` or `empty`
 */
export function readSavedList(text: string, fileName: string): SavedList {
  const content = text.replace(/^\ufeff/, '').trimStart()
  const list = content.startsWith('<')
    ? readHtmlList(content)
    : /^[[{]/.test(content)
      ? readJsonList(content)
      : readCsvList(content)
  if (!list) throw new SavedListError('not-a-list', `${fileName} holds no list of saved pages.`)
  if (!list.items.length && !list.leftOut.length)
    throw new SavedListError('empty', `The list in ${fileName} has no entries.`)
  return list
}

/** Whether an HTML file is a list of saved pages, by its first 4,096 characters; any other is a page. */
export const isHtmlSavedList = (beginning: string): boolean => htmlListKind(beginning) !== null
