import { expect, test } from '@playwright/test'
import { quotationsIn, spoken } from './support'

test('a cue after the quotation may stand before or after its subject', () => {
  expect(spoken('“We sail at dawn,” Mira Holt said.')).toEqual(['Mira Holt: We sail at dawn,'])
  expect(spoken('“We sail at dawn,” said Mira Holt on the quay.')).toEqual(['Mira Holt: We sail at dawn,'])
  expect(spoken('“We sail at dawn”, - Holt said.')).toEqual(['Holt: We sail at dawn'])
  expect(spoken('“We sail at dawn”, - said Harbour Master.')).toEqual(['Harbour Master: We sail at dawn'])
})

test('a cue before the quotation introduces it with a comma or a colon', () => {
  expect(spoken('Mira Holt said, “We sail at dawn.”')).toEqual(['Mira Holt: We sail at dawn.'])
  expect(spoken('On Monday evening Mira Holt told the crew: “We sail at dawn.”')).toEqual([
    'Mira Holt: We sail at dawn.',
  ])
  expect(spoken('According to Mira Holt, “the ship is ready to sail.”')).toEqual([
    'Mira Holt: the ship is ready to sail.',
  ])
})

test('both parts of an interrupted quotation have the same speaker', () => {
  expect(spoken('“The ship,” Mira Holt said, “is ready to sail.”')).toEqual([
    'Mira Holt: The ship,',
    'Mira Holt: is ready to sail.',
  ])
  expect(spoken('“The ship is ready,” Mira Holt said. “Sail now.”')).toEqual([
    'Mira Holt: The ship is ready,',
    'Mira Holt: Sail now.',
  ])
})

test('what stands in commas beside the subject is passed over', () => {
  expect(spoken('“We sail at dawn,” Mira Holt, who has sailed for years, said.')).toEqual([
    'Mira Holt: We sail at dawn,',
  ])
  expect(spoken('Mira Holt, the captain of the ship, said: “We sail at dawn.”')).toEqual([
    'Mira Holt: We sail at dawn.',
  ])
})

test('a question or an exclamation may be followed by its attribution', () => {
  expect(spoken('“When do we sail?” asked Holt. “At dawn!” Fenn shouted.')).toEqual([
    'Holt: When do we sail?',
    'Fenn: At dawn!',
  ])
})

test('after a finished sentence the next one is no attribution', () => {
  const [found] = quotationsIn(
    'Holt was calm. “We sail at dawn today.” Fenn said that he would stay at home.',
  )
  expect(found?.speaker).toBe('Holt')
})

test('a verb that no list knows still attributes where nothing else could stand', () => {
  const [found] = quotationsIn('“We sail at dawn,” Holt trumpeted.')
  expect(found).toMatchObject({ speaker: 'Holt', cue: 'trumpeted' })
  expect(found?.confidence).toBeLessThan(0.9)
})

test('a participle continues the subject of its sentence', () => {
  expect(spoken('Mira Holt left the room early, adding, “We sail at dawn.”')).toEqual([
    'Mira Holt: We sail at dawn.',
  ])
})

test('parts of sentences are mixed quotations with the speaker of their sentence', () => {
  expect(quotationsIn('Mira Holt called the old ship “a floating heap of rust”.')).toMatchObject([
    { kind: 'mixed', speaker: 'Mira Holt', cue: 'called', text: 'a floating heap of rust' },
  ])
  expect(quotationsIn('Holt said that the crew was “tired of waiting” and “ready to sail”.')).toMatchObject([
    { kind: 'mixed', speaker: 'Holt' },
    { kind: 'mixed', speaker: 'Holt' },
  ])
})

test('scare quotes, titles and single words are no direct quotations', () => {
  expect(spoken('The “free” ferry costs four crowns.')).toEqual([])
  expect(spoken('She often reads “The Old Man of the Lake” on the ferry.')).toEqual([])
  expect(spoken('He starred in the film “sailing home” last year.')).toEqual([])
  expect(spoken('“The Harbour Post” reported that the ferry had sunk.')).toEqual([])
  expect(quotationsIn('Holt said the plan was “dead”.').filter(({ kind }) => kind === 'direct')).toEqual([])
})

test('a quotation over several paragraphs gives one part a paragraph, all with its speaker', () => {
  const after = '“We began at noon.\n\n“We ended late at night.\n\n“That was all,” said Mira Holt.'
  expect(spoken(after)).toEqual([
    'Mira Holt: We began at noon.',
    'Mira Holt: We ended late at night.',
    'Mira Holt: That was all,',
  ])
  const before = 'Mira Holt said: “We began at noon.\n\n“We ended late at night.\n\n“That was all.”'
  expect(spoken(before).map(line => line.split(':')[0])).toEqual(['Mira Holt', 'Mira Holt', 'Mira Holt'])
  expect(spoken('Holt said: “We began at noon.\n\nWe ended late at night.” Nobody spoke.')).toEqual([
    'Holt: We began at noon.',
    'Holt: We ended late at night.',
  ])
})

test('a paragraph that is a quotation alone goes on with who spoke in the one before', () => {
  expect(spoken('Mira Holt said the ship was ready.\n\n“We only wait for the wind to turn.”')).toEqual([
    'Mira Holt: We only wait for the wind to turn.',
  ])
})

test('a name after a dash signs the quotation', () => {
  expect(spoken('“A ship is safe in harbour, and bored.” — Mira Holt, captain')).toEqual([
    'Mira Holt: A ship is safe in harbour, and bored.',
  ])
})

test('a quoted sentence without any speaker is kept, and is less sure', () => {
  const [attributed] = quotationsIn('“The wind has turned at last,” Holt said.')
  const [alone] = quotationsIn('“The wind has turned at last.”')
  expect(alone).toMatchObject({ kind: 'direct', speaker: null, resolvedSpeaker: null })
  expect(alone?.confidence).toBeLessThan(attributed?.confidence ?? 0)
})

test('a text without quotation marks has no quotations', () => {
  expect(spoken('Holt said that the ship was ready. It isn’t.')).toEqual([])
  expect(spoken('')).toEqual([])
})
