import { expect, test } from '@playwright/test'
import { outcomeOfFeed, outcomeOfImport } from '../../../renderer/reader/add/outcome'
import { english } from '../../../renderer/reader/strings/en'

test('an address that waits for a network is good news', () => {
  expect(outcomeOfFeed({ kind: 'waiting' }, 'paper.example', english)).toEqual({
    kind: 'done',
    sentence: 'There is no network. It is kept and fetched when you are connected.',
  })
})

test('a feed that asks for a password can be opened at the address that was asked', () => {
  const asks = (address: string): unknown => {
    const outcome = outcomeOfFeed({ kind: 'failed', problem: 'unauthorised' }, address, english)
    return outcome.kind === 'failed' ? outcome.asks : null
  }
  expect(asks(' paper.example/feed ')).toBe('https://paper.example/feed')
  expect(asks('http://paper.example/feed')).toBe('http://paper.example/feed')
  expect(asks('feed://paper.example/feed')).toBe('https://paper.example/feed')
  expect(asks('feed:https://paper.example/feed')).toBe('https://paper.example/feed')
  expect(asks('127.0.0.1:8080/feed')).toBe('http://127.0.0.1:8080/feed')
  expect(asks('nas/feed')).toBe('http://nas/feed')
})

test('no other failure asks for a password', () => {
  expect(outcomeOfFeed({ kind: 'failed', problem: 'forbidden' }, 'paper.example', english)).toEqual({
    kind: 'failed',
    sentence: english.problems.forbidden,
  })
})

test('an import tells what it left out, and says nothing of it when it left out nothing', () => {
  const leftOut = [{ title: 'Attic', reason: 'no-address' as const }]
  expect(outcomeOfImport({ kind: 'imported', added: 2, before: 1, leftOut }, english)).toEqual({
    kind: 'done',
    sentence: 'You follow 2 more feeds now. 1 was there before.',
    leftOut,
  })
  expect(outcomeOfImport({ kind: 'imported', added: 2, before: 0, leftOut: [] }, english)).toEqual({
    kind: 'done',
    sentence: 'You follow 2 more feeds now.',
  })
})
