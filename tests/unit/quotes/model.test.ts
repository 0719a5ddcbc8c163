import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { quotationsIn } from './support'

const FIXTURE = path.join(import.meta.dirname, '../../fixtures/articles/model-form.txt')
const MODEL = path.join(import.meta.dirname, '../../../../shared/seed/nato-ministerial.txt')

test('the model form has two direct quotations, by a surname and by a role, of one person', () => {
  const text = readFileSync(FIXTURE, 'utf8')
  const found = quotationsIn(text, 'en')
  expect(found).toMatchObject([
    { kind: 'direct', speaker: 'Oskarsen', resolvedSpeaker: 'Marit Oskarsen', cue: 'said' },
    {
      kind: 'direct',
      speaker: 'Commissioner General',
      resolvedSpeaker: 'Marit Oskarsen',
      role: 'Commissioner General',
      cue: 'said',
    },
  ])
  expect(found[0]?.text.startsWith('Members and shore towns have already')).toBe(true)
  expect(found[0]?.text.endsWith('reservoirs and the old canal')).toBe(true)
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words)
})

test('the model article has its two quotations with their person', () => {
  test.skip(!existsSync(MODEL), 'the model article is not on this machine')
  const found = quotationsIn(readFileSync(MODEL, 'utf8'))
  expect(found.map(({ kind, speaker, resolvedSpeaker }) => [kind, speaker, resolvedSpeaker])).toEqual([
    ['direct', 'Stoltenberg', 'Jens Stoltenberg'],
    ['direct', 'Secretary General', 'Jens Stoltenberg'],
  ])
})
