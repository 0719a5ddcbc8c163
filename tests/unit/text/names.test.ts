import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { nameMentions } from '../../../renderer/text'

const read = (text: string): readonly string[] => nameMentions(text).map(({ words }) => words.join(' '))

test('runs of capital words are names, with initials and particles inside', () => {
  expect(read('the captain Mira J. Holt met Jan van der Berg and Ana O’Neill-Diaz there')).toEqual([
    'Mira J. Holt',
    'Jan van der Berg',
    'Ana O’Neill-Diaz',
  ])
})

test('punctuation and small words end a name', () => {
  expect(read('yes, Holt, Fenn and Ambry')).toEqual(['Holt', 'Fenn', 'Ambry'])
})

test('a possessive is no part of the name', () => {
  const [mention] = nameMentions('it was Holt’s ship')
  expect(mention).toEqual({ start: 7, end: 11, words: ['Holt'] })
})

test('names of other scripts count', () => {
  expect(read('вчера Мария Петрова сказала')).toEqual(['Мария Петрова'])
})

test('each mention stands in the text where it says', () => {
  const pieces = fc.constantFrom('Holt', 'de ', ' ', 'A.', '’s', '-', 'x', '\u00a0', 'É', '\n')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
      const text = parts.join('')
      for (const { start, end, words } of nameMentions(text))
        expect(text.slice(start, end).split(/[ \u00a0]/)).toEqual(words)
    }),
  )
})
