import type {
  FeedOffer,
  ImportResult,
  LeftOut,
  PageSource,
  PagesImportResult,
  SavePageResult,
  AddFeedResult,
} from '../../../preload/contract'
import { isHtmlSavedList } from '../../pages'
import { bridge } from '../bridge'
import type { Strings } from '../strings'
import { pageProblemSentence } from './page-problem'

/** What came of adding something, as the person is told. */
export type Outcome =
  | {
      readonly kind: 'done'
      readonly sentence: string
      readonly articleId?: number
      readonly feedId?: number
      /** What a list of subscriptions or of pages holds that cannot be added. */
      readonly leftOut?: readonly LeftOut[]
    }
  | {
      readonly kind: 'failed'
      readonly sentence: string
      /** The address that asks for a name and a password. */
      readonly asks?: string
    }
  | { readonly kind: 'choice'; readonly offers: readonly FeedOffer[] }

/** Follows a feed, or the feed of a site. */
export async function followFeed(address: string, folderId: number, strings: Strings): Promise<Outcome> {
  const result = await bridge().request('feed.add', { address, folderId })
  return outcomeOfFeed(result, address, strings)
}

/** Saves a page. */
export async function savePage(source: PageSource, strings: Strings): Promise<Outcome> {
  return outcomeOfPage(await bridge().request('page.save', source), strings)
}

/** Larger files are not read, in megabytes: the lists of some readers hold all articles. */
const LARGEST = { feeds: 50, pages: 200, page: 50 } as const
const MEGABYTE = 1024 * 1024

/** What a file is: a list of subscriptions, a list of saved pages, or a page. */
type FileKind = keyof typeof LARGEST

/** The extensions of files that can be added. */
const KINDS: Readonly<Record<string, FileKind>> = {
  opml: 'feeds',
  xml: 'feeds',
  csv: 'pages',
  json: 'pages',
  zip: 'pages',
  html: 'page',
  htm: 'page',
  xhtml: 'page',
  txt: 'page',
  md: 'page',
  markdown: 'page',
}

/** As a file chooser takes them. */
export const FILE_TYPES = Object.keys(KINDS)
  .map(extension => `.${extension}`)
  .join(',')

const kindByName = (name: string): FileKind | undefined => {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined
}

/** Bookmarks of browsers, and the older lists of some readers, are pages by their names. */
async function kindOf(file: File): Promise<FileKind | undefined> {
  const kind = kindByName(file.name)
  if (kind !== 'page') return kind
  return isHtmlSavedList(await file.slice(0, 4096).text()) ? 'pages' : 'page'
}

/** What is said while files are added. */
export function busyWith(files: readonly Pick<File, 'name'>[], { add }: Strings): string {
  return files.every(file => kindByName(file.name) === 'page') ? add.busy.saving : add.busy.importing
}

/** Adds a file: a page, a list of subscriptions, or a list of saved pages. */
export async function addFile(file: File, strings: Strings): Promise<Outcome> {
  const kind = await kindOf(file)
  if (!kind) return { kind: 'failed', sentence: strings.add.unknownFile(file.name) }
  if (file.size > LARGEST[kind] * MEGABYTE)
    return { kind: 'failed', sentence: strings.add.fileTooLarge(file.name, LARGEST[kind]) }
  const outcome = await addContent(kind, file.name, new Uint8Array(await file.arrayBuffer()), strings)
  return outcome.kind === 'failed'
    ? { ...outcome, sentence: strings.add.ofFile(file.name, outcome.sentence) }
    : outcome
}

async function addContent(
  kind: FileKind,
  name: string,
  bytes: Uint8Array,
  strings: Strings,
): Promise<Outcome> {
  switch (kind) {
    case 'feeds':
      return outcomeOfImport(await bridge().request('feeds.import', bytes), strings)
    case 'pages':
      return outcomeOfPages(await bridge().request('pages.import', { name, bytes }), strings)
    case 'page':
      return savePage({ kind: 'file', name, bytes }, strings)
  }
}

/** What came of following an address. @param address as it was typed */
export function outcomeOfFeed(result: AddFeedResult, address: string, strings: Strings): Outcome {
  switch (result.kind) {
    case 'added':
      return {
        kind: 'done',
        sentence: strings.add.added(result.title, result.articles),
        feedId: result.feedId,
      }
    case 'subscribed-before':
      return { kind: 'done', sentence: strings.add.subscribedBefore(result.title), feedId: result.feedId }
    case 'choice':
      return { kind: 'choice', offers: result.offers }
    case 'waiting':
      return { kind: 'done', sentence: strings.add.waiting }
    case 'failed':
      return {
        kind: 'failed',
        sentence: strings.problems[result.problem],
        ...(result.problem === 'unauthorised' ? { asks: withScheme(address) } : {}),
      }
  }
}

/** The main process asks plain addresses and names without a dot over http, all others over https first. */
const withScheme = (address: string): string => {
  const trimmed = address.trim().replace(/^feed:(\/\/)?/i, '')
  if (/^https?:/i.test(trimmed)) return trimmed
  return /^(?:[^./:]+|[\d.]+|\[.*)(?:[:/]|$)/.test(trimmed) ? `http://${trimmed}` : `https://${trimmed}`
}

function outcomeOfPage(result: SavePageResult, strings: Strings): Outcome {
  switch (result.kind) {
    case 'saved':
      return { kind: 'done', sentence: strings.add.saved(result.title), articleId: result.articleId }
    case 'waiting':
      return { kind: 'done', sentence: strings.add.waiting }
    case 'failed':
      return { kind: 'failed', sentence: pageProblemSentence(result.problem, strings) }
  }
}

/** What came of importing a list of subscriptions. */
export function outcomeOfImport(result: ImportResult, strings: Strings): Outcome {
  return result.kind === 'imported'
    ? {
        kind: 'done',
        sentence: strings.add.imported(result.added, result.before),
        ...(result.leftOut.length ? { leftOut: result.leftOut } : {}),
      }
    : { kind: 'failed', sentence: strings.problems[result.problem] }
}

/** What came of importing a list of saved pages. */
export function outcomeOfPages(result: PagesImportResult, strings: Strings): Outcome {
  if (result.kind === 'failed') return { kind: 'failed', sentence: strings.problems[result.problem] }
  const { saved, waiting, before, leftOut } = result
  return {
    kind: 'done',
    sentence: strings.saving.imported(saved, waiting, before),
    ...(leftOut.length ? { leftOut } : {}),
  }
}
