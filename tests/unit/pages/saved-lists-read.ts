import { readSavedList, SavedListError } from '../../../renderer/pages/saved-lists'

/** Reads a list that was exported. */
export const read = (text: string) => readSavedList(text, 'list')

/** What is wrong with a list: the kind of the typed error, or whatever else was thrown. */
export function errorOf(text: string): unknown {
  try {
    return read(text)
  } catch (error) {
    return error instanceof SavedListError ? error.kind : error
  }
}
