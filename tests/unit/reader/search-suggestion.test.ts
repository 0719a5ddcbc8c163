import { expect, test } from '@playwright/test'
import { suggestionFor, type Speller } from '../../../renderer/reader/query/suggestion'
import { parseQuery } from '../../../renderer/search'

/** A library that has these words, and knows how to spell a few. */
const library = (words: readonly string[], spellings: Readonly<Record<string, string>>): Speller => ({
  suggest: async word => spellings[word] ?? null,
  count: async query =>
    query.split(' ').every(word => word.includes(':') || words.includes(word.replaceAll('"', ''))) ? 1 : 0,
})

const suggested = (query: string, speller: Speller): Promise<string | null> =>
  suggestionFor(query, parseQuery(query, 0), speller)

test('a misspelt word is written as the library has it; the rest stays as it was typed', async () => {
  const speller = library(['harbour', 'strike'], { harbuor: 'harbour' })
  expect(await suggested('harbuor', speller)).toBe('harbour')
  expect(await suggested('is:unread harbuor strike', speller)).toBe('is:unread harbour strike')
})

test('several words are corrected at once', async () => {
  const speller = library(['harbour', 'strike'], { harbuor: 'harbour', strik: 'strike' })
  expect(await suggested('harbuor strik', speller)).toBe('harbour strike')
})

test('nothing is suggested that finds nothing, nor for what is found by itself', async () => {
  expect(await suggested('harbuor fern', library(['harbour'], { harbuor: 'harbour' }))).toBeNull()
  expect(await suggested('harbour fern', library(['harbour', 'fern'], {}))).toBeNull()
  expect(await suggested('zebra', library(['harbour'], {}))).toBeNull()
})

test('phrases and values are not guessed at', async () => {
  const speller = library(['harbour'], { harbuor: 'harbour' })
  expect(await suggested('"harbuor"', speller)).toBeNull()
  expect(await suggested('-harbuor', speller)).toBeNull()
})
