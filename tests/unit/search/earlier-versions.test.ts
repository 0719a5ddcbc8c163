import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { createSearcher, mergeSegments } from '../../../renderer/search'
import type { IndexDocument, PageStore, Segment, SegmentHeader } from '../../../renderer/search'
import { ask, memoryStore } from './corpus'

/** A segment that an earlier version of the program wrote, and the documents it is of. */
interface Fixture {
  readonly documents: readonly (readonly [number, string, string])[]
  readonly header: Record<'documents' | 'dictionary' | 'filter', string> & {
    readonly pageRegions?: string
  } & Omit<SegmentHeader, 'documents' | 'dictionary' | 'filter' | 'pageRegions'>
  readonly pages: readonly string[]
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

function readFixture(version: number) {
  const file = path.resolve(`tests/fixtures/search/segment-version-${version}.json`)
  const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture
  const { pageRegions, documents, dictionary, filter, ...header } = fixture.header
  const old: Segment = {
    header: {
      ...header,
      documents: bytes(documents),
      dictionary: bytes(dictionary),
      filter: bytes(filter),
      ...(pageRegions === undefined ? {} : { pageRegions: bytes(pageRegions) }),
    },
    pages: fixture.pages.map(bytes),
  }
  const store: PageStore = {
    segments: async () => [{ id: 1, newest: 1, header: old.header }],
    page: async (_segment, page) => old.pages[page] ?? new Uint8Array(0),
  }
  const all: readonly IndexDocument[] = fixture.documents.map(([id, title, text]) => ({ id, title, text }))
  return { old, store, documents: all }
}

const QUERIES = ['harbour ', 'castle river ', '"harbour castle"', '"council har', 'sto', 'winter ', 'absent ']

// The first is a batch, the second was merged.
for (const version of [1, 2]) {
  test(`a segment of version ${version} answers as one that is written today`, async () => {
    const { old, store, documents } = readFixture(version)
    expect(old.header.version).toBe(version)
    const [searcher, today] = [createSearcher(store), createSearcher(memoryStore([documents]).store)]
    for (const query of QUERIES) expect(await ask(searcher, query), query).toEqual(await ask(today, query))
  })

  test(`a segment of version ${version} becomes one of today when it is merged`, async () => {
    const { store, documents } = readFixture(version)
    const steps = mergeSegments(await store.segments(), store.page, () => false)
    const pages: Uint8Array[] = []
    let step = await steps.next()
    for (; !step.done; step = await steps.next()) pages.push(...step.value.pages)
    const merged = step.value
    expect(merged.header.version).toBe(3)
    const searcher = createSearcher({
      segments: async () => [{ id: 2, ...merged }],
      page: async (_segment, page) => pages[page] ?? new Uint8Array(0),
    })
    const today = createSearcher(memoryStore([documents]).store)
    for (const query of QUERIES) expect(await ask(searcher, query), query).toEqual(await ask(today, query))
  })
}
