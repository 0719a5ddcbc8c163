import { expect, test } from '@playwright/test'
import { treeLines } from '../../../renderer/reader/sidebar/tree'

const feed = (id: number, title: string, folderId = 0) => ({
  id,
  title,
  folderId,
  url: `https://${id}.example`,
  siteUrl: null,
  addedAt: 0,
})
const unread = (count: number) => ({ articles: 9, unread: count, starred: 0, saved: 0, quotes: 0 })
const folders = [
  { id: 1, name: 'World', parentId: 0 },
  { id: 2, name: 'Lakes', parentId: 1 },
]
const feeds = new Map(
  [feed(10, 'Courier', 1), feed(11, 'Gauge', 2), feed(12, 'Notes'), feed(13, 'Orphan', 77)].map(row => [
    row.id,
    row,
  ]),
)
const counts = new Map([
  [10, unread(3)],
  [11, unread(4)],
  [12, unread(5)],
])
const shown = (shut: readonly number[], inFolders = folders) =>
  treeLines({ folders: inFolders, feeds, counts, shut: new Set(shut) }).map(line => [
    line.kind === 'folder' ? line.folder.name : line.feed.title,
    line.depth,
    line.unread,
  ])

test('folders stand before feeds, hold what is in them, and count it', () => {
  expect(shown([])).toEqual([
    ['World', 0, 7],
    ['Lakes', 1, 4],
    ['Gauge', 2, 4],
    ['Courier', 1, 3],
    ['Notes', 0, 5],
    ['Orphan', 0, 0],
  ])
})

test('a shut folder hides what is in it and counts it all the same', () => {
  expect(shown([1])).toEqual([
    ['World', 0, 7],
    ['Notes', 0, 5],
    ['Orphan', 0, 0],
  ])
})

test('feeds in folders that lie in a circle stand at the top level', () => {
  const circle = [
    { id: 1, name: 'One', parentId: 2 },
    { id: 2, name: 'Two', parentId: 1 },
  ]
  expect(shown([], circle)).toEqual([
    ['Courier', 0, 3],
    ['Gauge', 0, 4],
    ['Notes', 0, 5],
    ['Orphan', 0, 0],
  ])
})
