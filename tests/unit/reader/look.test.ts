import { expect, test } from '@playwright/test'
import type { FeedRow, FolderRow } from '../../../renderer/library'
import { feedsOnScreen } from '../../../renderer/reader/sync/use-look'

const feed = (id: number, folderId: number): readonly [number, FeedRow] => [
  id,
  { id, url: `https://paper-${id}.example/`, title: '', siteUrl: null, folderId, addedAt: 0 },
]
const feeds = new Map([feed(1, 0), feed(2, 7), feed(3, 8)])
const folders: readonly FolderRow[] = [
  { id: 7, name: 'World', parentId: 0 },
  { id: 8, name: 'Islands', parentId: 7 },
]

test('the feeds of a feed’s or a folder’s list are on the screen, those of inner folders too', () => {
  const look = (place: Parameters<typeof feedsOnScreen>[0]['place'], query: string | null = null) =>
    feedsOnScreen({ place, query }, folders, feeds)
  expect(look({ kind: 'feed', feedId: 1 })).toEqual([1])
  expect(look({ kind: 'folder', folderId: 7 })).toEqual([2, 3])
  expect(look({ kind: 'all' })).toEqual([])
  expect(look({ kind: 'sync' })).toEqual([])
  expect(look({ kind: 'feed', feedId: 1 }, 'harbour')).toEqual([])
})
