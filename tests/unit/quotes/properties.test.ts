import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { quotationsIn } from './support'

const MARKS = [...'"“”„«»‹›‘’‚\'「」『』—-:,.?! \n', "''", '``', '\n\n']
const WORDS = [
  'said',
  'Holt',
  'he',
  'the',
  'who',
  'minister',
  'a',
  'sagte',
  'dijo',
  'сказал',
  '说',
  '\ud83d',
  'é',
  '5',
]
const PIECES = fc.constantFrom(...MARKS, ...WORDS)
const TEXTS = fc.array(PIECES, { maxLength: 120 }).map(pieces => pieces.join(''))
const SPACED_TEXTS = fc.array(PIECES, { maxLength: 120 }).map(pieces => pieces.join(' '))
const TAGS = fc.constantFrom(null, 'en', 'de', 'fr', 'es', 'ru', 'zh', 'xx', '')

test('quotations lie in order inside the text, hold its words, and do not overlap', () => {
  fc.assert(
    fc.property(fc.oneof(TEXTS, SPACED_TEXTS, fc.string({ unit: 'binary' })), TAGS, (text, language) => {
      let end = 0
      for (const quotation of quotationsIn(text, language)) {
        expect(quotation.start).toBeGreaterThanOrEqual(end)
        expect(quotation.end).toBeGreaterThan(quotation.start)
        expect(quotation.end).toBeLessThanOrEqual(text.length)
        expect(text.slice(quotation.start, quotation.end)).toBe(quotation.text)
        expect(quotation.confidence).toBeGreaterThan(0)
        expect(quotation.confidence).toBeLessThanOrEqual(1)
        end = quotation.end
      }
    }),
    { numRuns: 600 },
  )
})

test('a speaker and a cue are words of the text', () => {
  fc.assert(
    fc.property(fc.oneof(TEXTS, SPACED_TEXTS), TAGS, (text, language) => {
      for (const { speaker, cue } of quotationsIn(text, language)) {
        if (speaker !== null) expect(text).toContain(speaker)
        if (cue !== null) expect(text).toContain(cue)
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever is quoted, its words are found whole', () => {
  const words = fc.array(fc.constantFrom('lake', 'ship', 'wind', 'cold', 'gone'), {
    minLength: 4,
    maxLength: 40,
  })
  fc.assert(
    fc.property(words, spokenWords => {
      const sentence = `The ${spokenWords.join(' ')}`
      expect(quotationsIn(`First this. “${sentence},” Mira Holt said. Then that.`, 'en')).toMatchObject([
        { text: `${sentence},`, speaker: 'Mira Holt', kind: 'direct' },
      ])
    }),
  )
})

for (const piece of [
  '"',
  '“',
  '“a',
  ' "a" ',
  "'",
  '‘',
  "''",
  '\n\n“a b c d e',
  '“a b.”\n\nX said.\n\n',
  '\n- a - b said',
  '. “',
  '“It is so fine,” he said. Bob Foo went. ',
])
  test(`a long run of ${JSON.stringify(piece)} ends soon`, () => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(
      quotationsIn(text, 'en').every(({ start, end, text: words }) => end - start === words.length),
    ).toBe(true)
  })
