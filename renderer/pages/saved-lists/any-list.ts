import { readCsvList } from './csv-lists'
import { readHtmlList } from './html-lists'
import { readJsonList, type TextOf } from './json-lists'
import type { SavedList } from './types'

/**
 * A list of saved pages of any form, told by its content.
 *
 * @param textOf finds the articles that lie beside the list
 * @returns null when it is none
 */
export function readAnyList(text: string, textOf?: TextOf): SavedList | null {
  const content = text.replace(/^\ufeff/, '').trimStart()
  if (content.startsWith('<')) return readHtmlList(content)
  return /^[[{]/.test(content) ? readJsonList(content, textOf) : readCsvList(content)
}
