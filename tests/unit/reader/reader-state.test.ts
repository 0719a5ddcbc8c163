import { expect, test } from '@playwright/test'
import {
  INITIAL_STATE,
  readerReducer,
  samePlace,
  scopeOfPlace,
  type ReaderAction,
} from '../../../renderer/reader/state/reader-state'

const after = (...actions: readonly ReaderAction[]) => actions.reduce(readerReducer, INITIAL_STATE)

test('the open article stays open while one goes elsewhere and searches', () => {
  const state = after(
    { kind: 'open', articleId: 7 },
    { kind: 'go', place: { kind: 'unread' } },
    { kind: 'search', query: 'lake' },
  )
  expect(state.articleId).toBe(7)
  expect(state.query).toBe('lake')
})

test('going to a place leaves the search and the filter of speakers', () => {
  const state = after(
    { kind: 'speaker', speaker: 'Marit Oskarsen' },
    { kind: 'search', query: 'lake' },
    { kind: 'go', place: { kind: 'starred' } },
  )
  expect(state).toMatchObject({ place: { kind: 'starred' }, query: null, speaker: '' })
})

test('leaving the search leads back to the place where it began', () => {
  const state = after(
    { kind: 'go', place: { kind: 'feed', feedId: 3 } },
    { kind: 'search', query: 'lake' },
    { kind: 'search', query: null },
  )
  expect(state.place).toEqual({ kind: 'feed', feedId: 3 })
})

test('a passage belongs to the article it was opened with', () => {
  const passage = { start: 4, end: 9 }
  const opened = after({ kind: 'open', articleId: 7, passage })
  expect(opened.passage).toBe(passage)
  expect(readerReducer(opened, { kind: 'open', articleId: 8 }).passage).toBeNull()
})

test('feeds and folders are the same place only with the same number', () => {
  expect(samePlace({ kind: 'feed', feedId: 1 }, { kind: 'feed', feedId: 2 })).toBe(false)
  expect(samePlace({ kind: 'feed', feedId: 2 }, { kind: 'feed', feedId: 2 })).toBe(true)
  expect(samePlace({ kind: 'folder', folderId: 2 }, { kind: 'feed', feedId: 2 })).toBe(false)
  expect(samePlace({ kind: 'all' }, { kind: 'all' })).toBe(true)
})

test("a folder's list covers the folders inside it, and the quotes are no list of articles", () => {
  const folders = [
    { id: 1, name: 'World', parentId: 0 },
    { id: 2, name: 'Lakes', parentId: 1 },
    { id: 3, name: 'Other', parentId: 0 },
  ]
  const feeds = new Map(
    [2, 1, 3, 0].map((folderId, index) => {
      const id = 9 - index
      return [id, { id, folderId, url: `https://example.org/${id}`, title: '', siteUrl: null, addedAt: 1 }]
    }),
  )
  expect(scopeOfPlace({ kind: 'folder', folderId: 1 }, folders, feeds)).toEqual({
    kind: 'feeds',
    feedIds: [8, 9],
  })
  expect(scopeOfPlace({ kind: 'quotes' }, folders, feeds)).toBeNull()
  expect(scopeOfPlace({ kind: 'saved' }, folders, feeds)).toEqual({ kind: 'saved' })
})
