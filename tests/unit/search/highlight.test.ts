import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { highlight, parseQuery, snippet } from '../../../renderer/search'
import type { HighlightTerm } from '../../../renderer/search'

function termsOf(text: string): readonly HighlightTerm[] {
  return parseQuery(text, 0).terms
}

/** The text with its marks in brackets. */
function marked(text: string, query: string): string {
  let result = ''
  let at = 0
  for (const { start, end } of highlight(text, termsOf(query))) {
    result += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return result + text.slice(at)
}

const MARKED: readonly (readonly [string, string, string])[] = [
  ['troops ', 'More troops. Troops!', 'More [troops]. [Troops]!'],
  ['tro', 'More troops, no trek', 'More [troops], no trek'],
  ['etat ', 'l’État, l’ÉTAT', 'l’[État], l’[ÉTAT]'],
  ['nato ', 'NATO’s plan', '[NATO]’s plan'],
  ['"heavy weapons" ', 'heavy guns, heavy weapons', 'heavy guns, [heavy weapons]'],
  ['"a a b" ', 'a a a b', 'a [a a b]'],
  ['long-range ', 'long range and long-range', '[long range] and [long-range]'],
  ['東京 ', '東京都の東京', '[東京]都の[東京]'],
  ['東京都', '大東京都庁', '大[東京都]庁'],
  ['京', '東京都', '東[京]都'],
  ['京', '上京', '上[京]'],
  ['missing ', 'nothing here', 'nothing here'],
  ['“heavy weapons” ', 'no “heavy weapons” here', 'no “[heavy weapons]” here'],
  ['müller ', 'Müller, Mueller und Muller', '[Müller], [Mueller] und [Muller]'],
  ['mueller ', 'Herr Müller', 'Herr [Müller]'],
  ['strasse ', 'Straße, STRASSE', '[Straße], [STRASSE]'],
  ['40000 ', '40,000 and 40.000 and 40000', '[40,000] and [40.000] and [40000]'],
  ['e-mail ', 'an e-mail, an email', 'an [e-mail], an [email]'],
  ['title:troops -law ', 'troops of the law', '[troops] of the law'],
  ['author:troops source:law is:read ', 'troops of the law', 'troops of the law'],
  ['tro* | law ', 'troops of the law', '[troops] of the [law]'],
  ['"heavy wea*" ', 'heavy weapons', '[heavy weapons]'],
  ['مدرسه ', 'المدرسة مدرسة', 'المدرسة [مدرسة]'],
  ['2024 ', 'عام ٢٠٢٤', 'عام [٢٠٢٤]'],
  ['istanbul ', 'İstanbul ıstanbul', '[İstanbul] [ıstanbul]'],
  ['ガス', 'ｶﾞｽ会社', '[ｶﾞｽ]会社'],
]

for (const [query, text, expected] of MARKED)
  test(`‹${query}› is marked in ‹${text}›`, () => {
    expect(marked(text, query)).toBe(expected)
  })

const FILLER = 'The morning was quiet and nothing of note was said by anybody in the hall. '

test('a snippet shows where most of the words stand together', () => {
  const text = `${FILLER.repeat(20)}A fleet left. ${FILLER.repeat(20)}The fleet reached the harbour at dawn. ${FILLER.repeat(20)}`
  const { text: passage, marks } = snippet(text, termsOf('fleet harbour '), 120)
  expect(passage).toContain('The fleet reached the harbour at dawn.')
  expect(marks.map(({ start, end }) => passage.slice(start, end))).toEqual(['fleet', 'harbour'])
  expect(passage.startsWith('…') && passage.endsWith('…')).toBe(true)
  expect(passage.length).toBeLessThanOrEqual(122)
  expect(passage).toMatch(/^…\p{L}.*\s?…$/u)
})

test('a snippet begins and ends between words', () => {
  const text = FILLER.repeat(10) + 'harbour ' + FILLER.repeat(10)
  const { text: passage } = snippet(text, termsOf('harbour '), 100)
  const words = new Set(`${FILLER}harbour`.match(/\p{L}+/gu))
  expect((passage.match(/\p{L}+/gu) ?? []).filter(word => !words.has(word))).toEqual([])
})

test('without a match a snippet is the beginning, and a short text is whole', () => {
  expect(snippet('One\ntwo', termsOf('other '), 100)).toEqual({ text: 'One two', marks: [] })
  const { text, marks } = snippet(FILLER.repeat(3), termsOf('other '), 30)
  expect(text).toBe('The morning was quiet and…')
  expect(marks).toEqual([])
  expect(snippet('', termsOf('other '), 30)).toEqual({ text: '', marks: [] })
})

test('marks are in order, inside the text and apart, in passages too', () => {
  const words = fc.array(fc.constantFrom('ka', 'kami', 'to', '東京', '京', "n't", '😀', '\n', 'É'), {
    maxLength: 40,
  })
  const text = words.map(parts => parts.join(' '))
  const query = fc.constantFrom('ka', 'ka to ', '"ka to" kami', '東京 京', 'e', 'to ka東京')
  const inOrder = (length: number, marks: readonly { start: number; end: number }[]): boolean =>
    marks.every(
      ({ start, end }, index) => start >= (marks[index - 1]?.end ?? 0) && end > start && end <= length,
    )
  fc.assert(
    fc.property(text, query, fc.integer({ min: 0, max: 60 }), (value, typed, length) => {
      const terms = termsOf(typed)
      const passage = snippet(value, terms, length)
      return (
        inOrder(value.length, highlight(value, terms)) &&
        inOrder(passage.text.length, passage.marks) &&
        passage.text.length <= Math.max(length, 0) + 4
      )
    }),
    { numRuns: 1000 },
  )
})

test('a long hostile text is marked in one pass', () => {
  const text = 'a '.repeat(300_000)
  expect(highlight(text, termsOf('"a a a a a a a a a a b" a')).length).toBe(300_000)
  expect(snippet(text, termsOf('a '), 100).marks.length).toBeGreaterThan(40)
})
