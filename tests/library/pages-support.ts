import type { Page } from '@playwright/test'
import type { Article } from '../../renderer/pages'
import type * as Entry from './pages-entry'

declare const pages: typeof Entry

export const URL_OF_PAGE = 'https://post.example/2025/harbour'

/** The article of a page in the harness. */
export const articleIn = (page: Page, html: string, url = URL_OF_PAGE): Promise<Article> =>
  page.evaluate(([html, url]) => pages.extractPage(html, url), [html, url] as const)

/** What extraction says of a page: the title, or the kind of the error. */
export const outcomeIn = (page: Page, html: string, url = URL_OF_PAGE): Promise<string> =>
  page.evaluate(
    ([html, url]) => {
      try {
        return `article: ${pages.extractPage(html, url).title}`
      } catch (error) {
        return error instanceof pages.PageError ? error.kind : String(error)
      }
    },
    [html, url] as const,
  )

const SUBJECTS = [
  'pilot',
  'harbour master',
  'tide',
  'lighthouse',
  'ferry',
  'net maker',
  'dredger',
  'customs boat',
]
const DEEDS = [
  'came in with the evening tide, later than anybody on the quay had expected',
  'was counted among the oldest in the bay, and nobody wanted to see it go',
  'kept a record of every storm, written in pencil, for more than forty years',
  'had to wait for the bridge, which opens twice a day and never on a Sunday',
]

/** Different sentences with commas, as paragraphs. */
export const paragraphs = (count: number, first = 0): string =>
  Array.from({ length: count }, (_, index) => `<p>${sentence(first + index)}</p>`).join('\n')

export const sentence = (number: number): string =>
  `Report ${number}: the ${SUBJECTS[number % 8] ?? ''} ${DEEDS[number % 4] ?? ''}, as the ${SUBJECTS[(number + 3) % 8] ?? ''} said to the council on day ${number}.`

/** A page with a head and a body. */
export const pageOf = (body: string, head = '<title>The harbour in winter</title>'): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
