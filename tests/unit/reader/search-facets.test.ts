import { expect, test } from '@playwright/test'
import { CHUNK_SIZE, ledgerOfRows } from './ledger-support'
import { fulfilment } from '../../../renderer/reader/query/conditions'
import { facetsOf } from '../../../renderer/reader/query/facets'

const DAY = 86_400_000
const NOW = 400 * DAY
const ledger = ledgerOfRows([
  { id: 1, feedId: 1, dateline: NOW - DAY / 2, flags: ['unread'] },
  { id: 2, feedId: 1, dateline: NOW - 3 * DAY, flags: ['starred'], quotes: 2 },
  { id: 3, feedId: 2, dateline: NOW - 20 * DAY, flags: ['unread', 'saved'] },
  { id: CHUNK_SIZE + 4, feedId: 0, dateline: NOW - 390 * DAY, flags: ['saved'] },
])
const all = [1, 2, 3, CHUNK_SIZE + 4]

test('matches are counted by source, most first, without pages that have none', () => {
  expect(facetsOf(ledger, all, NOW).sources).toEqual([
    { feedId: 1, count: 2 },
    { feedId: 2, count: 1 },
  ])
  expect(facetsOf(ledger, [3], NOW).sources).toEqual([{ feedId: 2, count: 1 }])
})

test('matches are counted by widening ranges of time, and what is older than them all', () => {
  const counts = Object.fromEntries(facetsOf(ledger, all, NOW).times.map(({ age, count }) => [age, count]))
  expect(counts).toEqual({ '<1d': 1, '<7d': 2, '<30d': 3, '<365d': 3, '>365d': 1 })
})

const fulfilling = (...args: Parameters<ReturnType<typeof fulfilment>>): readonly number[] => {
  const titles = new Map([
    [1, 'The Lindhaven Courier'],
    [2, 'Écho d’Europe'],
  ])
  return all.filter(fulfilment({ ledger, titles })(...args))
}

test('conditions are decided by what the ledger has', () => {
  expect(fulfilling({ kind: 'status', status: 'unread' })).toEqual([1, 3])
  expect(fulfilling({ kind: 'status', status: 'read' })).toEqual([2, CHUNK_SIZE + 4])
  expect(fulfilling({ kind: 'status', status: 'starred' })).toEqual([2])
  expect(fulfilling({ kind: 'status', status: 'saved' })).toEqual([3, CHUNK_SIZE + 4])
  expect(fulfilling({ kind: 'quoted' })).toEqual([2])
  expect(fulfilling({ kind: 'since', at: NOW - 3 * DAY })).toEqual([1, 2])
  expect(fulfilling({ kind: 'before', at: NOW - 3 * DAY })).toEqual([3, CHUNK_SIZE + 4])
})

test('a source is named by the beginnings of its words, in any order', () => {
  expect(fulfilling({ kind: 'source', words: ['courier'] })).toEqual([1, 2])
  expect(fulfilling({ kind: 'source', words: ['cour', 'lind'] })).toEqual([1, 2])
  expect(fulfilling({ kind: 'source', words: ['europe'] })).toEqual([3])
  expect(fulfilling({ kind: 'source', words: ['echo'] })).toEqual([3])
  expect(fulfilling({ kind: 'source', words: ['haven'] })).toEqual([])
})
