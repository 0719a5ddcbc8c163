import { marked } from 'marked'
import { articleOf, assertReadable, type Article } from './article'
import { attributeText } from './characters'
import { wholeDate } from './dates'
import { readHead } from './model-form'
import { canonicalTree } from './sanitise'
import { readTextArticle, shortened, titleOfFile } from './text-article'
import { passagesOf, serialise, withInnerRules } from './tree'

/** Longer files are read as plain text: nobody writes them by hand, and Markdown's rules are not linear. */
const LONGEST_MARKDOWN = 1_000_000

/**
 * A Markdown file as an article. Front matter between `---` gives title, date, author and language; without it the
 * first heading is the title.
 *
 * @param fileName stands in for the title when the text has none
 * @throws {PageError} `empty` or `too-large`
 */
export function readMarkdownArticle(markdown: string, fileName: string | null): Article {
  assertReadable(markdown)
  const { fields, body } = frontMatterOf(markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const html = body.length > LONGEST_MARKDOWN ? null : render(body)
  if (html === null) return readTextArticle(markdown, fileName)
  const blocks = canonicalTree(html, '')
  const passages = passagesOf(blocks)
  const heading = blocks[0]?.name === 'h2' ? (passages[0] ?? null) : null
  const title = fields.get('title') ?? heading ?? titleOfFile(fileName) ?? shortened(passages[0] ?? '')
  const head = readHead(passages, title)
  const stated = fields.get('date') ?? fields.get('published') ?? ''
  const date = wholeDate(stated) ?? head.date
  return {
    ...articleOf(attributeText(title), serialise(withInnerRules(blocks.slice(head.length)))),
    byline: fields.get('author') ?? fields.get('byline') ?? head.byline,
    published: date?.published ?? null,
    publishedText: date?.text ?? null,
    language: fields.get('lang') ?? fields.get('language') ?? null,
  }
}

interface Markdown {
  readonly fields: ReadonlyMap<string, string>
  readonly body: string
}

/** Front matter as far as articles use it: one `name: value` a line, values with or without quotation marks. */
function frontMatterOf(markdown: string): Markdown {
  const end = /^---[ \t]*\n/.test(markdown) ? markdown.indexOf('\n---', 3) : -1
  if (end < 0) return { fields: new Map(), body: markdown }
  const fields = new Map<string, string>()
  for (const line of markdown.slice(0, end).split('\n')) {
    const [, name, value] = /^([A-Za-z]{1,20})\s?:\s?(\S.*)$/.exec(line) ?? []
    const text = attributeText(value?.replace(/^(["'])(.*)\1\s*$/, '$2') ?? null)
    if (name !== undefined && text !== '') fields.set(name.toLowerCase(), text)
  }
  const next = markdown.indexOf('\n', end + 1)
  return { fields, body: next < 0 ? '' : markdown.slice(next + 1) }
}

/** Markup of the text, not yet safe; null when it is nested too deeply to be read. */
function render(markdown: string): string | null {
  try {
    return marked.parse(markdown, { async: false, gfm: true })
  } catch {
    return null
  }
}
