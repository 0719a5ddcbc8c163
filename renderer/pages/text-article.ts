import { articleOf, assertReadable, type Article } from './article'
import { attributeText, cleanText } from './characters'
import { wholeDate, type WrittenDate } from './dates'
import { bylineIn } from './furniture'
import { isHeadMatter, readForm } from './model-form'
import { canonicalTree, htmlOfText } from './sanitise'
import { serialise } from './tree'

/** Longer first lines are a paragraph and no title. */
const LONGEST_TITLE = 300
/** Lines between these lengths that end in the middle of sentences were wrapped by an editor. */
const WIDEST_WRAPPED = 100
const NARROWEST_WRAPPED = 30
const MOST_TITLE_LINES = 4
const LABEL = /^(title|headline|date|published|author|byline)\s?:\s?(.+)$/i

/** Paragraphs of a text, each one as its lines. */
type Paragraphs = readonly (readonly string[])[]

/**
 * A plain text as an article: the form "dateline, more, headline, paragraphs, MORE HEADLINES" without its furniture,
 * else a first line as title (`Title:`, `Date:`, `By …` lines are read) and paragraphs. Paragraphs end at blank lines,
 * or at each line when there are none; wrapped lines are joined.
 *
 * @param fileName stands in for the title when the text has none
 * @throws {PageError} `empty` or `too-large`
 */
export function readTextArticle(text: string, fileName: string | null): Article {
  assertReadable(text)
  const lines = cleanText(text.replace(/^\ufeff/, ''))
    .split('\n')
    .map(line => line.trim())
  const paragraphs = paragraphsOf(lines)
  const isWrapped = isWrappedText(paragraphs)
  return formArticle(paragraphs, isWrapped) ?? plainArticle(paragraphs, isWrapped, fileName)
}

function paragraphsOf(lines: readonly string[]): Paragraphs {
  const paragraphs: string[][] = []
  let current: string[] | null = null
  for (const line of lines) {
    if (line === '') current = null
    else if (current) current.push(line)
    else paragraphs.push((current = [line]))
  }
  return paragraphs
}

function formArticle(paragraphs: Paragraphs, isWrapped: boolean): Article | null {
  const passages = allPassages(paragraphs, isWrapped)
  const form = readForm(passages)
  if (!form) return null
  return {
    ...articleOf(attributeText(form.head.title), bodyOf(passages.slice(form.start, form.end))),
    byline: form.head.byline,
    published: form.head.date?.published ?? null,
    publishedText: form.head.date?.text ?? null,
  }
}

/** The head stands line by line above the first blank line; then come the paragraphs. */
const allPassages = ([head = [], ...body]: Paragraphs, isWrapped: boolean): readonly string[] => [
  ...headLines(head, isWrapped),
  ...body.flatMap(lines => passagesOf(lines, isWrapped)),
]

/** The lines above the first blank line; a headline that an editor wrapped becomes one. */
function headLines(lines: readonly string[], isWrapped: boolean): readonly string[] {
  const isMatter = (line: string): boolean => isHeadMatter(line) || LABEL.test(line)
  const first = lines.findIndex(line => !isMatter(line))
  const after = lines.findIndex((line, index) => index > first && isMatter(line))
  const end = after < 0 ? lines.length : after
  const isTitle = isWrapped && first >= 0 && end - first <= MOST_TITLE_LINES
  if (isTitle) return [...lines.slice(0, first), lines.slice(first, end).join(' '), ...lines.slice(end)]
  return isWrapped && first >= 0 ? [...lines.slice(0, first), ...passagesOf(lines.slice(first), true)] : lines
}

/** Whether an editor broke the lines: none is long, and those that go on in the next one are seldom short. */
function isWrappedText(paragraphs: Paragraphs): boolean {
  const broken = paragraphs.slice(1).flatMap(lines => lines.slice(0, -1))
  const full = broken.filter(line => line.length >= NARROWEST_WRAPPED).length
  const isNarrow = paragraphs.every(lines => lines.every(line => line.length <= WIDEST_WRAPPED))
  return isNarrow && broken.length > 0 && full >= broken.length * 0.8
}

/** One passage when the lines are wrapped, else a passage a line. */
const passagesOf = (lines: readonly string[], isWrapped: boolean): readonly string[] =>
  isWrapped ? [lines.join(' ').replace(/(\p{L}-) (?=\p{Ll})/gu, '$1')] : lines

const bodyOf = (passages: readonly string[]): string =>
  serialise(canonicalTree(passages.map(htmlOfText).join(''), ''))

interface Labels {
  readonly title: string | null
  readonly byline: string | null
  readonly date: WrittenDate | null
}

/** `Title: …`, `Date: …`, `Author: …`, `By …` and a bare dateline above the text. */
function readLabel(line: string, labels: Labels): Labels | null {
  const [, name = '', value = ''] = LABEL.exec(line) ?? []
  const label = name.toLowerCase()
  if (label === 'title' || label === 'headline') return { ...labels, title: value }
  if (label === 'author' || label === 'byline') return { ...labels, byline: value.replace(/^by\s+/i, '') }
  const date = labels.date === null ? wholeDate(value || line) : null
  if (date) return { ...labels, date }
  const byline = labels.byline === null ? bylineIn(line) : null
  return byline === null ? null : { ...labels, byline }
}

function plainArticle(paragraphs: Paragraphs, isWrapped: boolean, fileName: string | null): Article {
  const passages = allPassages(paragraphs, isWrapped)
  let labels: Labels = { title: null, byline: null, date: null }
  const body: string[] = []
  for (const passage of passages) {
    // Labels stand above the text, or between a first line that is the title and the rest.
    const next = body.length > 1 ? null : readLabel(passage, labels)
    if (next) labels = next
    else body.push(passage)
  }
  const [first = ''] = body
  const isTitled =
    labels.title === null && first.length <= LONGEST_TITLE && (body.length > 1 || fileName === null)
  const title = labels.title ?? (isTitled ? first : (titleOfFile(fileName) ?? shortened(first)))
  return {
    ...articleOf(attributeText(title), bodyOf(isTitled && body.length > 1 ? body.slice(1) : body)),
    byline: labels.byline,
    published: labels.date?.published ?? null,
    publishedText: labels.date?.text ?? null,
  }
}

/** A file's name as a title, or null for one that says nothing. */
export function titleOfFile(fileName: string | null): string | null {
  const name =
    fileName
      ?.split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[a-z\d]{1,5}$/i, '')
      .replace(/[_-]+/g, ' ')
      .trim() ?? ''
  return name === '' ? null : name
}

/** The beginning of a text, cut between two words. */
export const shortened = (text: string): string =>
  text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s\S*$/, '')} …`
