import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { addOperator, operatorText, parseQuery, removePart, replacePart } from '../../../renderer/search'
import type { QueryPart } from '../../../renderer/search'

const NOW = new Date(2024, 10, 7).getTime()

const REMOVED: readonly (readonly [text: string, part: number, rest: string])[] = [
  ['nato is:unread', 1, 'nato'],
  ['nato is:unread troops', 1, 'nato troops'],
  ['nato -"prime minister" troops', 1, 'nato troops'],
  ['cats OR dogs', 1, 'cats'],
  ['cats OR dogs', 0, 'dogs'],
  ['cats|dogs|cows', 1, 'cats|cows'],
  ['a OR b OR c', 1, 'a OR c'],
  ['law -(tax)', 1, 'law'],
  ['law ((tax) x)', 1, 'law ( x)'],
  ['"a"b', 0, 'b'],
  ['title:(a b) c', 0, 'title:( b) c'],
  ['title:(a OR b) c', 1, 'title:(a ) c'],
  ['x -author:(a)', 1, 'x'],
  ['x title:(author:(a)) y', 1, 'x y'],
  ['subtitle:(a)', 1, 'subtitle:'],
  ['nato', 0, ''],
]

for (const [text, part, rest] of REMOVED)
  test(`‹${text}› without part ${part} is ‹${rest}›`, () => {
    const { parts } = parseQuery(text, NOW)
    expect(removePart(text, parts[part] as QueryPart).replace(/ +/g, ' ')).toBe(rest)
  })

test('a part is replaced where it stands', () => {
  const [, part] = parseQuery('new catz now', NOW).parts
  expect(replacePart('new catz now', part as QueryPart, 'cats')).toBe('new cats now')
  expect(replacePart('"a"b', { start: 0, end: 3 }, 'c')).toBe('c b')
})

test('an operator is added in front, once, in quotation marks when they are needed', () => {
  expect(addOperator('', 'is', 'unread')).toBe('is:unread')
  expect(addOperator('nato stolt', 'source', 'The Guardian')).toBe('source:"The Guardian" nato stolt')
  expect(addOperator('is:unread x', 'is', 'unread')).toBe('is:unread x')
  expect(operatorText('age', '<7d')).toBe('age:<7d')
  expect(operatorText('source', 'The “Daily" News')).toBe('source:"The Daily News"')
  expect(operatorText('author', '')).toBe('author:""')
})

const PIECES = [
  'nato',
  'tax',
  'OR',
  '|',
  '(',
  ')',
  '-(',
  ' -',
  '"a b"',
  '“x”',
  ' ',
  ' ',
  'title:a',
  'title:(',
  ' is:unread ',
]
const anyQuery = fc
  .array(
    fc.constantFrom(
      ...PIECES,
      'source:"The G"',
      'tag:z',
      '東京',
      ',',
      '40,000',
      ' a-b',
      ' ‘q r’ ',
      'is:',
      '!',
    ),
    {
      maxLength: 12,
    },
  )
  .map(pieces => pieces.join(''))
const described = (parts: readonly QueryPart[]) =>
  parts.map(({ operator, value, negated, problem }) => JSON.stringify([operator, value, negated, problem]))

test('removing a part removes it and nothing else', () => {
  fc.assert(
    fc.property(anyQuery, fc.nat(), (text, index) => {
      const { parts } = parseQuery(text, NOW)
      const part = parts[index % parts.length]
      if (!part) return
      const rest = parseQuery(removePart(text, part), NOW).parts
      expect(described(rest)).toEqual(described(parts.filter(other => other !== part)))
    }),
    { numRuns: 3000 },
  )
})

test('any source that is added is found as one part', () => {
  fc.assert(
    fc.property(anyQuery, fc.string({ unit: 'binary', maxLength: 12 }), (text, source) => {
      const before = parseQuery(text, NOW).parts
      const { parts } = parseQuery(addOperator(text, 'source', source), NOW)
      const wanted = described(parts)[0]
      expect(wanted?.startsWith('["source"')).toBe(true)
      expect(described(parts).slice(-before.length || parts.length)).toEqual(described(before))
    }),
    { numRuns: 1000 },
  )
})
