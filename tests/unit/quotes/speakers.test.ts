import { expect, test } from '@playwright/test'
import { findQuotations } from '../../../renderer/quotes'
import { quotationsIn } from './support'

const resolved = (text: string): readonly (string | null)[] =>
  quotationsIn(text).map(({ resolvedSpeaker }) => resolvedSpeaker)

test('a surname is the person whose full name stands earlier or later', () => {
  expect(resolved('Mira Holt came home. “The ship is ready,” Holt said.')).toEqual(['Mira Holt'])
  expect(resolved('“The ship is ready,” Holt said. Later Mira Holt went home.')).toEqual(['Mira Holt'])
})

test('the title may have the full name that the text has not', () => {
  const text = '“The ship is ready,” Holt said.'
  const [found] = findQuotations(text, {
    language: 'en',
    title: 'Captain Mira Holt promises to sail on time at last',
  })
  expect(found?.resolvedSpeaker).toBe('Mira Holt')
  const [other] = findQuotations(text, { language: 'en', title: 'Late Ferry Angers Mira Holt' })
  expect(other?.resolvedSpeaker).toBe('Holt')
})

test('of two people with one surname the one named last is meant', () => {
  const text = 'Mira Holt waved. Then Adam Holt came. “The ship is ready,” Holt said.'
  expect(resolved(text)).toEqual(['Adam Holt'])
})

test('titles are no part of the name but are the role', () => {
  const [found] = quotationsIn('“The ship is ready,” Harbour Commissioner Mira Holt said.')
  expect(found).toMatchObject({ resolvedSpeaker: 'Mira Holt', role: 'Harbour Commissioner' })
})

test('words in small letters before a full name are what the person is, whatever the trade', () => {
  const [found] = quotationsIn('“The ship is ready,” said harbour master Ole Brandt.')
  expect(found).toMatchObject({ resolvedSpeaker: 'Ole Brandt', role: 'harbour master' })
})

test('what stands after the name in commas is the role', () => {
  const [found] = quotationsIn('“The ship is ready,” said Mira Holt, director of the harbour, on Monday.')
  expect(found).toMatchObject({ resolvedSpeaker: 'Mira Holt', role: 'director of the harbour' })
})

test('a role is the person whose name stands beside it', () => {
  expect(resolved('Governor Mira Holt met Mayor Tom Fenn. “We agree on it,” the mayor said.')).toEqual([
    'Tom Fenn',
  ])
  expect(
    resolved('Tom Fenn, the mayor of Ambry, met Governor Mira Holt. “We agree on it,” said the governor.'),
  ).toEqual(['Mira Holt'])
})

test('a role is the person with whom the text goes on by name, not one with another role', () => {
  const text =
    'Secretary General welcomed the envoy of Ruvia. Mira Holt thanked Tom Fenn for coming. ' +
    'She called Secretary Fenn a friend. Holt smiled.\n\n“We will go on together”, - said Secretary General.'
  expect(resolved(text)).toEqual(['Mira Holt'])
})

test('a role that nobody in the text has resolves to nobody', () => {
  const [found] = quotationsIn('Mira Holt and Tom Fenn were out. “We are closed today,” a spokesman said.')
  expect(found).toMatchObject({ speaker: 'a spokesman', resolvedSpeaker: null, role: 'spokesman' })
})

test('a pronoun is the last person whom it fits', () => {
  const text =
    'Mrs. Mira Holt sat beside Mr. Tom Fenn. “We are late again,” she said. “Not my fault at all,” he said.'
  expect(resolved(text)).toEqual(['Mira Holt', 'Tom Fenn'])
})

test('possessives tell whom a pronoun fits', () => {
  const text =
    'Governor Mira Holt arrived with her dog. Mayor Tom Fenn waited. “It is a fine dog indeed,” she said.'
  expect(resolved(text)).toEqual(['Mira Holt'])
})

test('a plural pronoun is nobody in particular', () => {
  expect(resolved('Governor Mira Holt arrived. “We want bread and work,” they chanted.')).toEqual([null])
})
