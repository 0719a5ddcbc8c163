import { listOf } from './entry'
import { readAnyList } from './any-list'
import { SavedListError, type SavedList } from './types'
import { filesInZip, type ZippedFile } from './zip'

/** A list that is larger is not read, and texts of articles only up to a sum; in bytes. */
const LARGEST_LIST = 100 * 1024 * 1024
const LARGEST_TEXTS = 256 * 1024 * 1024
const LARGEST_TEXT = 10 * 1024 * 1024
/** More lists than any program puts into one archive. */
const MOST_LISTS = 2_000

/**
 * Reads the lists inside a ZIP archive, as Pocket (CSV files of 10,000 pages each) and Omnivore (`metadata_*.json`, and
 * the articles themselves as `content/<slug>.html`) export them. Together they are one list. Texts beyond 256 MB are
 * left out, so that those pages have to be fetched.
 *
 * @param fileName for the message of the error alone
 * @param onStep called at every step
 * @throws {SavedListError} `not-a-list` or `empty`
 */
export async function readSavedArchive(
  bytes: Uint8Array,
  fileName: string,
  onStep: () => void = () => undefined,
): Promise<SavedList> {
  const files = filesInZip(bytes)
  const texts = await readTexts(files, onStep)
  const lists: SavedList[] = []
  for (const file of files.filter(isList).slice(0, MOST_LISTS)) {
    onStep()
    const content = await file.read(LARGEST_LIST)
    const list = content && readAnyList(decode(content), slug => texts.get(slug) ?? null)
    if (list) lists.push(list)
  }
  const [first] = lists
  if (!first) throw new SavedListError('not-a-list', `${fileName} holds no list of saved pages.`)
  const together = listOf(first.source, lists.flatMap(list => list.items)) // prettier-ignore
  const leftOut = [...lists.flatMap(list => list.leftOut), ...together.leftOut]
  if (!together.items.length && !leftOut.length)
    throw new SavedListError('empty', `The lists in ${fileName} have no entries.`)
  return { ...together, leftOut }
}

const TEXT = /(?:^|\/)content\/([^/]+)\.html$/i

const isList = ({ name }: ZippedFile): boolean => /\.(?:csv|json|html?)$/i.test(name) && !TEXT.test(name)

/** The articles by their slugs. */
async function readTexts(
  files: readonly ZippedFile[],
  onStep: () => void,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  let left = LARGEST_TEXTS
  for (const file of files) {
    const slug = TEXT.exec(file.name)?.[1]
    if (slug === undefined || left <= 0) continue
    onStep()
    const content = await file.read(Math.min(left, LARGEST_TEXT))
    left -= content?.length ?? 0
    if (content) texts.set(slug, decode(content))
  }
  return texts
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
