import { readBody } from './bodies'
import type { Database } from './schema'

/** So many earlier forms are looked at: what was new before that is not new any more. */
const MOST_FORMS = 4

/**
 * The bodies that an article had before, of the feed and of the page mixed as they came.
 *
 * @returns canonical HTML with the time at which a later form took its place, the latest first
 */
export async function earlierBodies(
  database: Database,
  articleId: number,
): Promise<readonly { readonly html: string; readonly replacedAt: number }[]> {
  const rows = await database.revisions
    .where('[articleId+number]')
    .between([articleId], [articleId, []])
    .reverse()
    .limit(MOST_FORMS)
    .toArray()
  const bodies = await Promise.all(rows.map(({ body }) => readBody(database, body)))
  return rows.flatMap(({ replacedAt }, at) => {
    const html = bodies[at]
    return typeof html === 'string' ? [{ html, replacedAt }] : []
  })
}
