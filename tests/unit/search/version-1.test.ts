import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { createSearcher, mergeSegments } from '../../../renderer/search'
import type { IndexDocument, PageStore, Segment, SegmentHeader } from '../../../renderer/search'
import { ask, memoryStore } from './corpus'

/** A segment that the first version of the program wrote, and the documents it is of. */
interface Fixture {
  readonly documents: readonly (readonly [number, string, string])[]
  readonly header: Record<'documents' | 'dictionary' | 'filter', string> &
    Omit<SegmentHeader, 'documents' | 'dictionary' | 'filter'>
  readonly pages: readonly string[]
}

const file = path.resolve('tests/fixtures/search/segment-version-1.json')
const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
const { header } = fixture
const old: Segment = {
  header: {
    ...header,
    documents: bytes(header.documents),
    dictionary: bytes(header.dictionary),
    filter: bytes(header.filter),
  },
  pages: fixture.pages.map(bytes),
}
const documents: readonly IndexDocument[] = fixture.documents.map(([id, title, text]) => ({
  id,
  title,
  text,
}))
const store: PageStore = {
  segments: async () => [{ id: 1, newest: 1, header: old.header }],
  page: async (_segment, page) => old.pages[page] ?? new Uint8Array(0),
}
const QUERIES = ['harbour ', 'castle river ', '"harbour castle"', '"council har', 'sto', 'winter ', 'absent ']

test('a segment of version 1 answers as one that is written today', async () => {
  expect(old.header.version).toBe(1)
  const [searcher, today] = [createSearcher(store), createSearcher(memoryStore([documents]).store)]
  for (const query of QUERIES) expect(await ask(searcher, query), query).toEqual(await ask(today, query))
})

test('a segment of version 1 becomes one of today when it is merged', async () => {
  const steps = mergeSegments(await store.segments(), store.page, () => false)
  const pages: Uint8Array[] = []
  let step = await steps.next()
  for (; !step.done; step = await steps.next()) pages.push(...step.value.pages)
  const merged = step.value
  expect(merged.header.version).toBe(2)
  const searcher = createSearcher({
    segments: async () => [{ id: 2, ...merged }],
    page: async (_segment, page) => pages[page] ?? new Uint8Array(0),
  })
  const today = createSearcher(memoryStore([documents]).store)
  for (const query of QUERIES) expect(await ask(searcher, query), query).toEqual(await ask(today, query))
})
