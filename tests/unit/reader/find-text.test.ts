import { expect, test } from '@playwright/test'
import { foldText, occurrencesIn } from '../../../renderer/reader/article/find/find-text'

const occurrencesOf = (text: string, wanted: string) => occurrencesIn(foldText(text), wanted)

/** What is marked, as the text has it. */
const found = (text: string, wanted: string): readonly string[] =>
  occurrencesOf(text, wanted).map(({ start, end }) => text.slice(start, end))

test('finds inside words, whatever the case', () => {
  expect(found('Harbours and the HARBOUR', 'harbour')).toEqual(['Harbour', 'HARBOUR'])
  expect(found('harbour', 'arbo')).toEqual(['arbo'])
  expect(found('harbour', 'ship')).toEqual([])
})

test('finds whatever the accents, composed or not', () => {
  const text = 'Écœuré, e\u0301cole, Straße, STRASSE'
  expect(found(text, 'ecole')).toEqual(['e\u0301cole'])
  expect(found(text, 'écœur')).toEqual(['Écœur'])
  expect(found(text, 'strasse')).toEqual(['Straße', 'STRASSE'])
})

test('a letter of which half was looked for is marked whole', () => {
  expect(found('Fuß', 'fus')).toEqual(['Fuß'])
  expect(found('Fuß und Fass', 's u')).toEqual(['ß u'])
})

test('white space, dashes, apostrophes and quotation marks are those that a keyboard has', () => {
  expect(found('the owners’ offer', "owners' offer")).toEqual(['owners’ offer'])
  expect(found('“We have\n bread”', '"we have bread"')).toEqual(['“We have\n bread”'])
  expect(found('long–range', 'long-range')).toEqual(['long–range'])
})

test('what is found does not overlap, and nothing is found for nothing', () => {
  expect(occurrencesOf('aaaa', 'aa')).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ])
  expect(occurrencesOf('some text', ' \n')).toEqual([])
})

test('scripts without spaces and letters beyond the basic plane keep their places', () => {
  expect(found('𝔸 港口罢工 👨‍👩‍👧 end', '罢工')).toEqual(['罢工'])
  expect(found('👨‍👩‍👧 end', 'end')).toEqual(['end'])
})
