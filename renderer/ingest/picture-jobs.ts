import type { IngestJobs, Problem } from '../../preload/contract'
import { isQuarantined, storePicture, type PictureFate } from '../library'
import type { EmbeddedPicture } from '../pages'
import { PictureError, readPicture } from '../pictures'
import type { Context } from './context'

/** Stores what became of a picture of an article. */
export async function pictureArrived(
  context: Context,
  { articleId, address, arrival }: IngestJobs['picture.arrived']['input'],
): Promise<null> {
  if (arrival.kind === 'failed') await keep(context, articleId, address, missing(arrival.problem))
  else if (await isQuarantined(context.database, arrival.part.contentHash))
    await keep(context, articleId, address, missing('quarantined'))
  else await keep(context, articleId, address, await fateOf(new Uint8Array(arrival.part.body)))
  return null
}

/** Stores the pictures that a page carries with it. */
export async function storeEmbedded(
  context: Context,
  articleId: number,
  pictures: readonly EmbeddedPicture[],
): Promise<void> {
  for (const { address, dataUrl } of pictures) {
    context.alive()
    const bytes = bytesOf(dataUrl)
    await keep(context, articleId, address, bytes ? await fateOf(bytes) : missing('picture-damaged'))
  }
}

async function keep(
  { database, pictureBudget }: Context,
  articleId: number,
  address: string,
  fate: PictureFate,
): Promise<void> {
  const bytes = await storePicture(database, articleId, address, fate)
  if (bytes) await pictureBudget.spend(bytes)
}

const missing = (problem: Problem): PictureFate => ({ kind: 'missing', problem })

async function fateOf(bytes: Uint8Array<ArrayBuffer>): Promise<PictureFate> {
  try {
    const { thumbnail, ...picture } = await readPicture(bytes)
    return { kind: 'kept', picture, thumbnail }
  } catch (error) {
    if (error instanceof PictureError) return missing(problemOf(error))
    throw error
  }
}

function problemOf({ kind }: PictureError): Problem {
  switch (kind) {
    case 'unsupported':
      return 'no-picture'
    case 'damaged':
      return 'picture-damaged'
    case 'blank':
      return 'picture-blank'
    case 'too-large':
      return 'too-large'
  }
}

/** The bytes in a `data:` address (RFC 2397), or null when it holds none. */
function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> | null {
  const comma = dataUrl.indexOf(',')
  const [head, data] = [dataUrl.slice(0, comma), dataUrl.slice(comma + 1)]
  try {
    const isBase64 = /;\s*base64\s*$/i.test(head)
    if (!isBase64) return new TextEncoder().encode(decodeURIComponent(data))
    return Uint8Array.from(atob(data.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '=')), c => c.charCodeAt(0)) // prettier-ignore
  } catch {
    return null
  }
}
