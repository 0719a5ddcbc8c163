import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { isSentenceEnd, paragraphs, sentences } from '../../../renderer/text'

const read = (text: string): readonly string[] =>
  sentences(text).map(({ start, end }) => text.slice(start, end))

test('sentences end at full stops, question marks and exclamation marks', () => {
  expect(read('The lake froze. Who knew? Nobody!')).toEqual(['The lake froze.', 'Who knew?', 'Nobody!'])
})

test('abbreviations, initials, ordinals and numbers do not end a sentence', () => {
  expect(read('Dr. M. Holt met Mr. Fenn at 3.15 in the U.S. Senate. They sat.')).toEqual([
    'Dr. M. Holt met Mr. Fenn at 3.15 in the U.S. Senate.',
    'They sat.',
  ])
  expect(read('Am 4. März kam er an. Es war kalt.')).toEqual(['Am 4. März kam er an.', 'Es war kalt.'])
})

test('a clause that goes on in lower case does not begin a sentence', () => {
  expect(read('“Why?” she asked. “So!” he said.')).toEqual(['“Why?” she asked.', '“So!” he said.'])
})

test('closing marks and brackets belong to the sentence before them', () => {
  expect(read('He said “no.” She left (at last). End')).toEqual([
    'He said “no.”',
    'She left (at last).',
    'End',
  ])
})

test('a blank line ends a sentence, a single line break does not', () => {
  expect(read('A headline\n\nThe lake\nfroze. Yes')).toEqual(['A headline', 'The lake\nfroze.', 'Yes'])
  expect(paragraphs('one\n\n\n two \n \nthree').length).toBe(3)
})

test('Chinese and Japanese sentences need no space', () => {
  expect(read('湖水很冷。我们回家。')).toEqual(['湖水很冷。', '我们回家。'])
})

test('a single full stop can be asked about', () => {
  expect(isSentenceEnd('Mr. Holt', 2)).toBe(false)
  expect(isSentenceEnd('It ended. Yes', 8)).toBe(true)
})

test('sentences cover every character but space, in order', () => {
  const pieces = fc.constantFrom('.', '!', '。', ' ', '\n', '\n\n', '”', 'Mr', 'a', 'B', '3', '…', '\ud800')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 80 }), parts => {
      const text = parts.join('')
      let end = 0
      for (const sentence of sentences(text)) {
        expect(text.slice(end, sentence.start).trim()).toBe('')
        expect(sentence.end).toBeGreaterThan(sentence.start)
        end = sentence.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
    { numRuns: 300 },
  )
})

for (const piece of ['.', '. ', '\n', '\n ', '."', 'a\n\n', 'A.'])
  test(`a megabyte of ${JSON.stringify(piece)} ends soon`, () => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(sentences(text).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length)
  })
