import { decodePage, extractPage, PageError } from '../pages'
import { detectLanguage, textOfHtml } from '../text'

/** One line of the task `evaluate pages`: a page's article as the library would store it. */
export function describePageFile({
  file,
  url,
  bytes,
}: {
  readonly file: string
  readonly url: string
  readonly bytes: Uint8Array
}) {
  try {
    const article = extractPage(decodePage(bytes, null), url)
    const { text } = textOfHtml(article.html)
    const { title, byline, published, language, leadImage, html } = article
    return {
      file,
      title,
      byline,
      published: published === null ? null : new Date(published).toISOString(),
      language: language ?? detectLanguage(text),
      leadImage,
      text,
      html,
    }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    return {
      file,
      title: '',
      byline: null,
      published: null,
      language: null,
      leadImage: null,
      text: '',
      html: '',
      error: error.kind,
    }
  }
}
