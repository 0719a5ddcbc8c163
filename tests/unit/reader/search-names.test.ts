import { expect, test } from '@playwright/test'
import { mostOften, namesIn } from '../../../renderer/reader/query/names'

const BYLINES: readonly (readonly [byline: string, names: readonly string[]])[] = [
  ['Ann Lee', ['Ann Lee']],
  ['By Ann Lee and José Ruiz, Reuters', ['Ann Lee', 'José Ruiz', 'Reuters']],
  ['Von Jürgen Groß & Käthe Müller', ['Jürgen Groß', 'Käthe Müller']],
  ['Eva und Emil', ['Eva', 'Emil']],
  ['Yann de Vries', ['Yann de Vries']],
  ['Анна Ли и Олег Пак', ['Анна Ли', 'Олег Пак']],
  ['Di Renjie', ['Di Renjie']],
  ['di Marco Rossi e Ada Neri', ['Marco Rossi', 'Ada Neri']],
  ['von der Leyen', ['von der Leyen']],
  ['…', []],
  ['x'.repeat(61), []],
]
for (const [byline, names] of BYLINES)
  test(`‹${byline}› names ${names.join('; ') || 'nobody'}`, () => {
    expect(namesIn(byline)).toEqual(names)
  })

test('names are counted whatever their case and accents, and shown as they are written most often', () => {
  const texts = ['JOSÉ RUIZ', 'José Ruiz', 'Ann Lee', 'José Ruiz', 'Jose Ruiz', 'Ann Lee', 'Bo Ek', 'Al Ek']
  expect(mostOften(texts)).toEqual([
    { name: 'José Ruiz', count: 4 },
    { name: 'Ann Lee', count: 2 },
    { name: 'Al Ek', count: 1 },
    { name: 'Bo Ek', count: 1 },
  ])
})
