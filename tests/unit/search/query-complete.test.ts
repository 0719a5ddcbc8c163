import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  applyCompletion,
  complete,
  completionAt,
  parseQuery,
  valueCompletion,
} from '../../../renderer/search'

/** The query with `|` for the caret, and what is offered there. */
const OFFERED: readonly (readonly [typed: string, labels: readonly string[]])[] = [
  ['^', []],
  ['nato ^', []],
  ['s^', ['source:', 'said:']],
  ['nato -ti^', ['title:']],
  ['is:^', ['unread', 'read', 'starred', 'saved']],
  ['is:s^ nato', ['starred', 'saved']],
  ['has:p^', ['picture']],
  ['lang:deu^', ['German']],
  ['lang:日^', ['Japanese']],
  ['lang:"fr^"', ['French']],
  ['age:>^', ['>1m', '>1y']],
  ['before:y^', ['yesterday']],
  ['source:gua^', []],
  ['"is:^', []],
  ['is:(unread OR s^', ['starred', 'saved']],
  ['title:(so^', []],
  ['lang:(x (deu^', ['German']],
  ['lang:(x) so^', ['source:']],
]

for (const [typed, labels] of OFFERED)
  test(`at ‹${typed}› is offered: ${labels.join(', ') || 'nothing'}`, () => {
    const point = completionAt(typed.replace('^', ''), typed.indexOf('^'))
    expect(complete(point).map(({ label }) => label)).toEqual(labels)
  })

test('a value is offered for what stands before the caret', () => {
  expect(completionAt('nato -source:"The Gua" x', 21)).toEqual({
    operator: 'source',
    grouped: false,
    prefix: 'The Gua',
    start: 6,
    end: 22,
  })
  expect(completionAt('stolten', 4)).toEqual({
    operator: null,
    grouped: false,
    prefix: 'stol',
    start: 0,
    end: 7,
  })
})

test('a completion takes the place of what was typed, and the caret stands behind it', () => {
  const taken = (typed: string, value: string): string => {
    const text = typed.replace('^', '')
    const point = completionAt(text, typed.indexOf('^'))
    const offered = point.operator ? valueCompletion(point.operator, value) : complete(point)[0]
    if (!offered) return ''
    const { text: after, caret } = applyCompletion(text, point, offered)
    return `${after.slice(0, caret)}^${after.slice(caret)}`
  }
  expect(taken('so^', '')).toBe('source:^')
  expect(taken('x -source:gua^', 'The Guardian')).toBe('x -source:"The Guardian" ^')
  expect(taken('source:"The Gu^" x', 'BBC')).toBe('source:BBC ^x')
  expect(taken('author:(smith OR -joh^) x', 'John Doe')).toBe('author:(smith OR -"John Doe"^) x')
  expect(taken('author:(joh^', 'John Doe')).toBe('author:("John Doe" ^')
})

test('at any place of any text something is being typed there, and what is taken parses', () => {
  const piece = fc.constantFrom('is:', 'so', '"', ' ', '-', 'lang:', '(', 'source:', '“', 'a', '東', 'OR')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat({ max: 40 }), (pieces, caret) => {
      const text = pieces.join('')
      const point = completionAt(text, caret)
      expect(point.start).toBeLessThanOrEqual(point.end)
      expect(point.end).toBeLessThanOrEqual(text.length)
      for (const offered of complete(point)) {
        const after = applyCompletion(text, point, offered)
        expect(after.caret).toBeLessThanOrEqual(after.text.length)
        if (offered.kind === 'value')
          expect(
            parseQuery(after.text, 0).parts.some(
              part => part.start === point.start || part.start === point.start - 1,
            ),
          ).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})
