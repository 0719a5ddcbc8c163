import { useCallback } from 'react'
import { asLibraryError, completionOf, pictureOf, type ArticleRow, type Database } from '../../library'
import { sanitiseToFragment } from '../../pages'
import { pictureAddresses } from '../../pictures'
import { bridge } from '../bridge'
import { useSlip } from '../common/slip'
import { useDatabase } from '../data/collections'
import { useWording } from '../strings'
import { exportHtml } from './export-html'
import { leadPictureOf } from './picture-counts'

/** @returns writes the article to a file of the person's choice, with the text that is shown and all its pictures */
export function useExport(article: ArticleRow, html: string | null, source: string): () => void {
  const database = useDatabase()
  const slip = useSlip()
  const { strings, format } = useWording()
  return useCallback(() => {
    const run = async (): Promise<void> => {
      const leadPicture = leadPictureOf(article, html)
      const clean = sanitised(html ?? '')
      const addresses = [...(leadPicture === null ? [] : [leadPicture]), ...pictureAddresses(clean)]
      const file = exportHtml({
        ...{ article, source, leadPicture, html: clean },
        dateline: { shown: format.dateline(article.dateline), machine: format.machine(article.dateline) },
        pictures: await picturesAt(database, article.id, addresses),
      })
      const name = article.title || article.lead
      if (await bridge().request('article.export', { name, html: file }))
        slip({ sentence: strings.offline.exported })
    }
    run().catch((error: unknown) =>
      slip({ sentence: strings.problems[asLibraryError(error).problem], trouble: true }),
    )
  }, [article, html, source, database, slip, strings, format])
}

function sanitised(html: string): string {
  const holder = document.createElement('div')
  holder.append(sanitiseToFragment(html))
  return holder.innerHTML
}

/** The pictures of an article that the library has, as `data:` addresses. */
async function picturesAt(
  database: Database,
  articleId: number,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { stored } = await completionOf(database, articleId)
  const wanted = stored.filter(({ address }) => addresses.includes(address))
  const found = await Promise.all(
    wanted.map(async ({ address, hash }) => {
      const picture = await pictureOf(database, hash)
      return picture && ([address, await dataUrl(new Blob([picture.bytes], { type: picture.type }))] as const)
    }),
  )
  return new Map(found.filter(entry => entry !== null))
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the picture cannot be read')))
    reader.readAsDataURL(blob)
  })
