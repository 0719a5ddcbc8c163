import type { IngestJobs } from '../../preload/contract'
import {
  BackupError,
  forgetPictures,
  pictureOf,
  restoreBackup,
  restorePicture,
  writeBackup,
  type NewArticle,
} from '../library'
import { sanitise } from '../pages'
import { readKeptPicture } from '../pictures'
import { textOfHtml } from '../text'
import type { Context } from './context'
import { withReadings } from './entries'

/** What cannot be fetched again, as the text of a backup; null when it is as it was. */
export async function backupWritten(
  { database, alive }: Context,
  { known }: IngestJobs['backup.write']['input'],
): Promise<IngestJobs['backup.write']['output']> {
  const backup = await writeBackup(database, alive)
  return backup.mark === known ? null : backup
}

/** A picture that a backup names. */
export const backedUpPicture = async (
  { database }: Context,
  hash: IngestJobs['backup.picture']['input'],
): Promise<Uint8Array | null> => (await pictureOf(database, hash))?.bytes ?? null

/** Merges a backup into the library. Lines that cannot be read are left out, and noted in the activity. */
export async function backupRestored(
  { database, serial, alive }: Context,
  text: IngestJobs['backup.restore']['input'],
): Promise<IngestJobs['backup.restore']['output']> {
  try {
    const { unreadable, pictures } = await restoreBackup(database, text, { read, serial, alive }, Date.now())
    if (unreadable.length) console.error('lines of the backup that could not be read:', unreadable.join(' '))
    return { problem: null, pictures }
  } catch (error) {
    if (error instanceof BackupError) return { problem: error.problem, pictures: [] }
    throw error
  }
}

/** Brings back pictures; a file that is not the picture that it is named for is none. */
export async function picturesRestored(
  { database, alive }: Context,
  { found, lost }: IngestJobs['backup.pictures']['input'],
): Promise<null> {
  const gone = new Set(lost)
  for (const { hash, bytes } of found) {
    alive()
    const picture = await readKeptPicture(new Uint8Array(bytes))
    if (picture?.hash === hash) await restorePicture(database, picture)
    else gone.add(hash)
  }
  await forgetPictures(database, gone)
  return null
}

/** What was canonical stays as it is; what somebody wrote into the file becomes so. */
function read(article: Omit<NewArticle, 'text' | 'quotations'>): NewArticle {
  const html = sanitise(article.html, '')
  return withReadings({ ...article, html, text: textOfHtml(html).text })
}
