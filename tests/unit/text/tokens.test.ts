import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { foldTerm, queryTokens, tokenize } from '../../../renderer/text'

function termsOf(text: string): readonly string[] {
  const terms: string[] = []
  tokenize(text, term => terms.push(term))
  return terms
}

test('words are folded and everything else separates them', () => {
  expect(termsOf('Über 40.000 Soldaten—in “Brüssel”…')).toEqual([
    'uber',
    '40',
    '000',
    'soldaten',
    'in',
    'brussel',
  ])
})

test('curly quotes and other general punctuation never stick to a word', () => {
  for (let code = 0x2000; code <= 0x206f; code++) {
    const mark = String.fromCodePoint(code)
    expect(termsOf(`${mark}prevail${mark} ${mark}now`), code.toString(16)).toEqual(['prevail', 'now'])
  }
})

test('offsets are places in the original text', () => {
  const text = 'ＮＡＴＯ met: 😀 Straße, e\u0301tat'
  const words: string[] = []
  tokenize(text, (_term, start, end) => words.push(text.slice(start, end)))
  expect(words).toEqual(['ＮＡＴＯ', 'met', 'Straße', 'e\u0301tat'])
})

test('every way to type an apostrophe gives the same terms', () => {
  for (const mark of ["'", '’', '‘', 'ʼ', '＇', '´']) {
    expect(termsOf(`don${mark}t`)).toEqual(['dont'])
    expect(termsOf(`DON${mark}T`)).toEqual(['dont'])
    expect(termsOf(`l${mark}Europe`)).toEqual(['l', 'europe'])
    expect(termsOf(`NATO${mark}s plan`)).toEqual(['nato', 'plan'])
    expect(termsOf(`the allies${mark} plan`)).toEqual(['the', 'allies', 'plan'])
  }
})

test('positions count tokens, also behind a dropped possessive', () => {
  const positions: number[] = []
  tokenize("Russia's war, 2022", (_term, _start, _end, position) => positions.push(position))
  expect(positions).toEqual([0, 1, 2])
})

test('addresses, names and tags give their parts', () => {
  expect(termsOf('https://www.example.org/news/2024-05?id=7')).toEqual(
    'https www example org news 2024 05 id 7'.split(' '),
  )
  expect(termsOf('@jens_stoltenberg #ClimateChange jens@example.org')).toEqual(
    'jens stoltenberg climatechange jens example org'.split(' '),
  )
})

test('marks inside Hebrew and Ukrainian words give the same terms however they are typed', () => {
  for (const mark of ['"', '״', '”', '“']) expect(termsOf(`צה${mark}ל`)).toEqual(['צה', 'ל'])
  for (const mark of ["'", '’', 'ʼ']) expect(termsOf(`об${mark}єкт`)).toEqual(['об', 'єкт'])
})

test('digits of any script give the same numbers', () => {
  expect(termsOf('٤٠٬٠٠٠ ۱۴۰۳ ４０')).toEqual(['40', '000', '1403', '40'])
})

test('scripts without spaces give pairs of letters and the last letter', () => {
  expect(termsOf('東京都')).toEqual(['東京', '京都', '都'])
  expect(termsOf('NATOは東京')).toEqual(['nato', 'は東', '東京', '京'])
  expect(termsOf('ｶﾞｽ')).toEqual(['ガス', 'ス'])
  expect(termsOf('한국')).toEqual(['한국', '국'])
  expect(termsOf('𠮷野')).toEqual(['𠮷野', '野'])
})

test('a decomposed voicing mark gives the same terms as the composed letter', () => {
  expect(termsOf('カ\u3099ス')).toEqual(termsOf('ガス'))
})

test('a query leaves out the last letter that its pair already has', () => {
  const tokens = queryTokens('東京都 家 tea')
  expect(tokens.map(({ term, isBeginning }) => [term, isBeginning])).toEqual([
    ['東京', false],
    ['京都', false],
    ['家', true],
    ['tea', false],
  ])
})

test('a word of any length gives one term of at most 64 code units', () => {
  for (const text of ['a'.repeat(100_000), 'É'.repeat(100_000), '\ufdfa'.repeat(1000), '𐌰'.repeat(1000)]) {
    const terms = termsOf(text)
    expect(terms).toHaveLength(1)
    expect(terms[0]?.length).toBeLessThanOrEqual(64)
    expect(terms[0]?.length).toBeGreaterThan(0)
  }
})

test('megabytes of anything are read in one pass', () => {
  const length = 2 * 1024 * 1024
  for (const piece of ['a', "'", '東', '가\u0301', '\ud83d']) {
    let count = 0
    tokenize(piece.repeat(length / piece.length), () => count++)
    expect(count).toBeLessThanOrEqual(length)
  }
})

/** What is wrong with the tokens of a text; undefined when nothing is. */
function problemOf(text: string): string | undefined {
  let problem: string | undefined
  let lastStart = -1
  let expected = 0
  tokenize(text, (term, start, end, position) => {
    const letters = foldTerm(text.slice(start, end)).replace(/[^\p{L}\p{M}\p{N}]|ʼ/gu, '')
    if (term === '' || term !== letters.slice(0, 64)) problem = `${term} stands for ${letters}`
    if (start <= lastStart || end <= start || end > text.length)
      problem = `${term} is from ${start} to ${end}`
    if (position !== expected++) problem = `${term} is number ${position}`
    lastStart = start
  })
  return problem
}

test('tokens are in order, inside the text, not empty, and fold to their term', () => {
  const common = fc.constantFrom("'", 'n', 't', 's', ' ', '京', 'ガ', 'É')
  const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
  const text = fc.array(fc.oneof(common, any), { maxLength: 40 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, value => problemOf(value) === undefined),
    { numRuns: 2000 },
  )
})
