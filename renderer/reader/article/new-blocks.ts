import { textOfHtml, type TextBlock } from '../../text'

/** An article of which a larger share is new was written anew, and marks would be everywhere. */
const MOST_NEW = 0.5

/**
 * The blocks of a text that stand in no earlier form of it.
 *
 * Earlier forms come from the feed and from the page: the latest of which at least half is still there is the one that
 * counts.
 *
 * @param html canonical HTML, as are the earlier forms, the latest first
 * @returns in the order of the text; none when it has no such form
 */
export function newBlocks(html: string, earlier: readonly string[]): readonly TextBlock[] {
  const { text, blocks } = textOfHtml(html)
  for (const before of earlier) {
    const known = new Set(wordsOfBlocks(before))
    const fresh = blocks.filter(({ start, end }) => !known.has(text.slice(start, end)))
    if (fresh.length <= blocks.length * MOST_NEW) return fresh
  }
  return []
}

function wordsOfBlocks(html: string): readonly string[] {
  const { text, blocks } = textOfHtml(html)
  return blocks.map(({ start, end }) => text.slice(start, end))
}
