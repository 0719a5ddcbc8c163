import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseFeed, type Entry, type Feed } from '../../../renderer/feeds'

/** Real files of others beside the project: measured with where they are, never part of it. */
export const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

const ADDRESS = 'https://feeds.example/path/feed.xml'

/** The bytes of a file of tests/fixtures/feeds. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url)))
}

export function fixtureText(name: string): string {
  return new TextDecoder().decode(fixture(name))
}

/** A feed from text or bytes at an address of its own. */
export function read(source: string | Uint8Array, contentType: string | null = null): Feed {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  return parseFeed(bytes, { url: ADDRESS, contentType })
}

/** The one entry of an RSS 2.0 feed with these elements in its item. */
export function readItem(elements: string): Entry {
  return onlyEntry(`<rss version="2.0"><channel><title>t</title><item>${elements}</item></channel></rss>`)
}

/** The one entry of an Atom feed with these elements in it. */
export function readEntry(elements: string, attributes = ''): Entry {
  return onlyEntry(
    `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>t</title><entry>${elements}</entry></feed>`,
  )
}

function onlyEntry(source: string): Entry {
  const [entry, ...others] = read(source).entries
  if (!entry || others.length > 0) throw new Error(`one entry was expected in ${source}`)
  return entry
}
