import { Readability } from '@mozilla/readability'
import { decodePage, extractPage, PageError, type Article } from '../pages'
import { detectLanguage, textOfHtml } from '../text'

let isOursFirst = false

/**
 * One line of the task `evaluate pages`: a page's article as the library would store it, the milliseconds that it took
 * from the bytes on, and those that Readability alone takes for the same page. Whoever comes first pays for new memory,
 * so the two take turns.
 */
export function describePageFile({
  file,
  url,
  bytes,
}: {
  readonly file: string
  readonly url: string
  readonly bytes: Uint8Array
}) {
  isOursFirst = !isOursFirst
  const before = isOursFirst ? null : timed(() => readAlone(bytes))
  const own = timed(() => describe(bytes, url))
  const alone = before ?? timed(() => readAlone(bytes))
  return { file, ...own.result, ms: own.milliseconds, readabilityMs: alone.milliseconds }
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const begun = performance.now()
  const result = work()
  return { result, milliseconds: rounded(performance.now() - begun) }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100

function describe(bytes: Uint8Array, url: string) {
  try {
    return lineOf(extractPage(decodePage(bytes, null), url))
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    return { ...NOTHING, error: error.kind }
  }
}

function lineOf({ title, byline, published, modified, section, language, leadImage, html }: Article) {
  const { text } = textOfHtml(html)
  return {
    ...{ title, byline, published: dateOf(published), modified: dateOf(modified), section },
    language: language ?? detectLanguage(text),
    ...{ leadImage, text, html },
  }
}

const dateOf = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString())

const NOTHING = {
  ...{ title: '', byline: null, published: null, modified: null, section: null },
  ...{ language: null, leadImage: null, text: '', html: '' },
}

function readAlone(bytes: Uint8Array): void {
  try {
    new Readability(new DOMParser().parseFromString(decodePage(bytes, null), 'text/html')).parse()
  } catch {
    // It throws at a few documents that are none; that is its answer.
  }
}
