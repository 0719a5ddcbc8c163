import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import type { ArticleRow, CompletionRow } from '../../../renderer/library'
import { countPictures, leadPictureOf } from '../../../renderer/reader/article/picture-counts'
import { isSmall, shownSize } from '../../../renderer/reader/article/picture-size'

test('a picture is shown as large as it is, in its own form', () => {
  expect(shownSize({}, { width: 400, height: 300 })).toEqual({ width: 400, height: 300 })
  expect(shownSize({ width: 200, height: 999 }, { width: 400, height: 300 })).toEqual({
    width: 200,
    height: 150,
  })
  expect(shownSize({ width: 800 }, { width: 400, height: 300 })).toEqual({ width: 400, height: 300 })
})

test('before it is here, a picture has the place that its article says', () => {
  expect(shownSize({ width: 640, height: 360 }, null)).toEqual({ width: 640, height: 360 })
  expect(shownSize({ width: 640 }, null)).toBeNull()
  expect(shownSize({}, null)).toBeNull()
})

test('a picture that is higher than a screen is made to fit one', () => {
  expect(shownSize({}, { width: 500, height: 4800 })).toEqual({ width: 100, height: 960 })
})

test('no size makes a picture larger than it is', () => {
  const length = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(
      fc.record({ width: length, height: length }),
      fc.record({ width: length, height: length }),
      (declared, own) => {
        const size = shownSize(declared, own)
        expect(size?.width).toBeLessThanOrEqual(own.width)
        expect(size?.height).toBeLessThanOrEqual(Math.min(own.height, 960))
      },
    ),
  )
})

test('signs stand in the line, pictures do not', () => {
  expect(isSmall({ width: 16, height: 16 })).toBe(true)
  expect(isSmall({ width: 200, height: 90 })).toBe(false)
  expect(isSmall(null)).toBe(false)
})

const row = (stored: readonly string[], missing: Readonly<Record<string, string>>): CompletionRow => ({
  articleId: 1,
  stored: stored.map(address => ({ address, hash: address, width: 9, height: 9, bytes: 1 })),
  missing: Object.entries(missing).map(([address, problem]) => ({ address, problem })),
  attempts: 0,
  retryAt: 0,
  pageProblem: null,
})
const html = (...addresses: readonly string[]): string =>
  addresses.map(address => `<img data-picture="${address}" alt="">`).join('')

test('pictures are counted by whether they are here, may come, or are lost', () => {
  const text = html('http://a/1?x=1&amp;y=2', 'http://a/2', 'http://a/3', 'http://a/4', 'cid:12')
  const fetched = row(['http://a/1?x=1&y=2'], { 'http://a/2': 'not-found', 'http://a/3': 'timeout' })
  expect(countPictures(text, null, fetched)).toEqual({ stored: 1, awaited: 2, lost: 2 })
})

test('the picture above the text counts, and stands there only where the text has none', () => {
  const article = { leadPicture: 'http://a/lead' } as ArticleRow
  expect(leadPictureOf(article, '<p>Words</p>')).toBe('http://a/lead')
  expect(leadPictureOf(article, html('http://a/1'))).toBeNull()
  expect(leadPictureOf({} as ArticleRow, '<p>Words</p>')).toBeNull()
  expect(countPictures(null, 'http://a/lead', row([], {}))).toEqual({ stored: 0, awaited: 1, lost: 0 })
})
