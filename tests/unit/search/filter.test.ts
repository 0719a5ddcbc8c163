import { expect, test } from '@playwright/test'
import { createFilterBuilder, mayContain } from '../../../renderer/search/filter'
import { encodeTerm, searchWord } from '../../../renderer/search/terms'

const terms = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `term${index + from}`)

function filterOf(words: readonly string[]): Uint8Array {
  const builder = createFilterBuilder()
  for (const word of words) builder.add(encodeTerm(word), encodeTerm(word).length)
  return builder.build()
}

test('a filter never denies a term it has and rarely claims one it lacks', () => {
  const filter = filterOf(terms(0, 5000))
  expect(filter).toHaveLength(5000)
  const claims = (term: string): boolean => mayContain(filter, searchWord(term, false).hash)
  expect(terms(0, 5000).every(claims)).toBe(true)
  expect(terms(5000, 25_000).filter(claims).length).toBeLessThan(20_000 * 0.03)
})

test('a filter for very many terms is left out and denies nothing', () => {
  const filter = filterOf(terms(0, 70_000))
  expect(filter).toHaveLength(0)
  expect(mayContain(filter, searchWord('anything', false).hash)).toBe(true)
})

test('the order of encoded terms is the order of strings', () => {
  const strings = ['', 'a', 'ab', 'b', 'é', '東', '\ud83d\ude00', '\ud83d', '\uff21', '\uffff']
  const byBytes = [...strings].sort((first, second) => Buffer.compare(encodeTerm(first), encodeTerm(second)))
  expect(byBytes).toEqual([...strings].sort())
})
