import { expect, test } from '@playwright/test'
import { NOTHING_ASKED, progressOf, withStopped, type Asked } from '../../../renderer/reader/article/progress'

const asked: Asked = { page: { at: 100, stopped: false } }
const read = { lacks: ['page'] as const, fetched: { retryAt: 0 }, readAt: 200 }

test('what nobody asked for is wanted or not', () => {
  expect(progressOf('page', NOTHING_ASKED, read)).toBe('wanted')
  expect(progressOf('page', NOTHING_ASKED, { ...read, lacks: [] })).toBe('idle')
  expect(progressOf('pictures', asked, read)).toBe('idle')
})

test('what was asked for is under way until the library lacks it no more', () => {
  expect(progressOf('page', { page: { at: null, stopped: false } }, { ...read, lacks: [] })).toBe('asked')
  expect(progressOf('page', asked, read)).toBe('asked')
  expect(progressOf('page', asked, { ...read, lacks: [] })).toBe('ended')
})

test('what was read before one asked says nothing', () => {
  expect(progressOf('page', asked, { ...read, lacks: [], readAt: 50 })).toBe('asked')
})

test('what was tried in vain, or stopped, is not under way', () => {
  expect(progressOf('page', asked, { ...read, fetched: { retryAt: 9 } })).toBe('ended')
  expect(progressOf('page', withStopped(asked), read)).toBe('wanted')
})
