import type {
  FeedOffer,
  ImportResult,
  LeftOut,
  PageSource,
  SavePageResult,
  AddFeedResult,
} from '../../../preload/contract'
import { bridge } from '../bridge'
import type { Strings } from '../strings'

/** What came of adding something, as the person is told. */
export type Outcome =
  | {
      readonly kind: 'done'
      readonly sentence: string
      readonly articleId?: number
      readonly feedId?: number
      /** What a list of subscriptions holds that cannot be followed. */
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

/** Files that are larger are not read; in bytes. */
const LARGEST_FILE = 50 * 1024 * 1024

/** Adds a file: a page, or a list of subscriptions. */
export async function addFile(file: File, strings: Strings): Promise<Outcome> {
  const extension = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const isList = extension === 'opml' || extension === 'xml'
  if (!isList && !['html', 'htm', 'xhtml', 'txt', 'md', 'markdown'].includes(extension))
    return { kind: 'failed', sentence: strings.add.unknownFile(file.name) }
  if (file.size > LARGEST_FILE) return { kind: 'failed', sentence: strings.add.fileTooLarge(file.name) }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const outcome = isList
    ? outcomeOfImport(await bridge().request('feeds.import', bytes), strings)
    : await savePage({ kind: 'file', name: file.name, bytes }, strings)
  return outcome.kind === 'failed'
    ? { ...outcome, sentence: strings.add.ofFile(file.name, outcome.sentence) }
    : outcome
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
      return { kind: 'failed', sentence: strings.problems[result.problem] }
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
