import { expect, test } from '@playwright/test'
import { quotationsIn, spoken } from './support'

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['« ', ' »'],
  ['»', '«'],
  ['»', '»'],
  ['”', '”'],
  ['‹', '›'],
  ['‘', '’'],
  ["'", "'"],
  ["''", "''"],
  ['``', "''"],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
  ['“', '"'],
  ['"', '”'],
]

for (const [open, close] of PAIRS)
  test(`${open}words${close} are quoted words`, () => {
    const text = `${open}The lake isn’t frozen yet${close}, said Mira Holt. ${open}We wait${close}, she said.`
    expect(spoken(text, 'en')).toEqual(['Mira Holt: The lake isn’t frozen yet', 'she: We wait'])
  })

test('apostrophes and feet and inches are no quotation marks', () => {
  expect(spoken("The workers' boats aren't the captains' boats, Holt said.")).toEqual([])
  expect(spoken('The mast is 60\'6" tall and 5" thick, Holt said.')).toEqual([])
  expect(spoken('It was ’90s music from ’91 and rock ’n’ roll, Holt said.')).toEqual([])
})

test('a plural’s apostrophe does not close a single-quoted sentence', () => {
  expect(spoken('‘The sailors’ boats are all gone,’ said Tom Fenn.')).toEqual([
    'Tom Fenn: The sailors’ boats are all gone,',
  ])
})

test('quotations inside a quotation belong to it', () => {
  expect(spoken('“He told me ‘never again’ and left,” said Holt.')).toEqual([
    'Holt: He told me ‘never again’ and left,',
  ])
  expect(spoken('« Il m’a dit « jamais plus » hier », a dit Paul.', 'fr')).toEqual([
    'Paul: Il m’a dit « jamais plus » hier',
  ])
})

test('an unclosed mark does not swallow the next quotation', () => {
  expect(spoken('The “odd plan failed.\n\n“We sail at dawn,” said Holt.')).toContain('Holt: We sail at dawn,')
  expect(spoken('Holt said "we wait. "We sail at dawn," said Fenn.')).toEqual(['Fenn: We sail at dawn,'])
})

test('offsets leave both marks and the space inside them out', () => {
  const text = 'Il dit : «\u00a0Nous partons demain\u00a0».'
  const [found] = quotationsIn(text, 'fr')
  expect(found?.text).toBe('Nous partons demain')
  expect(text.slice(found?.start, found?.end)).toBe('Nous partons demain')
})
