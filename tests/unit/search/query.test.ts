import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { parseQuery } from '../../../renderer/search'
import type { HighlightTerm } from '../../../renderer/search'

function readable(term: HighlightTerm): string {
  if (term.kind === 'phrase')
    return term.words.map(({ term: word, prefix }) => word + (prefix ? '*' : '')).join('+')
  return term.kind === 'prefix' ? `${term.term}*` : term.term
}

const PARSED: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  ['   ', []],
  ['nato', ['nato*']],
  ['nato ', ['nato']],
  ['NATO Stolten', ['nato', 'stolten*']],
  ['nato,russia ', ['nato', 'russia']],
  ['nato nato ', ['nato']],
  ['"prime minister"', ['prime+minister']],
  ['“prime minister”', ['prime+minister']],
  ['„prime minister“ says', ['prime+minister', 'says*']],
  ['"prime min', ['prime+min*']],
  ['"prime', ['prime*']],
  ['""', []],
  ['long-range ', ['long+range']],
  ['40,000 troops', ['40+000', 'troops*']],
  ["don't ", ['dont']],
  ["nato's", ['nato']],
  ['5" gun ', ['5', 'gun']],
  ['title:nato ', ['title', 'nato']],
  ['is:unread -tax OR law ', ['is', 'unread', 'tax', 'or', 'law']],
  ['東', ['東*']],
  ['東 ', ['東*']],
  ['東京 ', ['東京']],
  ['東京都 ', ['東京+京都']],
]

for (const [text, terms] of PARSED)
  test(`the query ‹${text}› means ${terms.join(' and ') || 'nothing'}`, () => {
    const query = parseQuery(text)
    expect((query.kind === 'and' ? query.of : [query]).map(readable)).toEqual(terms)
  })

test('any text is a query of at most 32 terms', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      const query = parseQuery(text)
      return query.kind !== 'and' || query.of.length <= 32
    }),
    { numRuns: 1000 },
  )
  for (const text of [
    'a b '.repeat(100_000),
    '"'.repeat(100_000),
    'a-'.repeat(100_000),
    '東'.repeat(100_000),
  ]) {
    const query = parseQuery(text)
    expect(query.kind === 'and' ? query.of.length : 1).toBeLessThanOrEqual(32)
    if (query.kind === 'phrase') expect(query.words.length).toBeLessThanOrEqual(32)
  }
})
