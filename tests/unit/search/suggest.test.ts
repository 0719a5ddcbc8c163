import { expect, test } from '@playwright/test'
import { createSearcher } from '../../../renderer/search'
import { createDistance } from '../../../renderer/search/edit-distance'
import { encodeTerm } from '../../../renderer/search/terms'
import { batchesOf, memoryStore, pick, randomNumbers } from './corpus'

/** Optimal string alignment, the whole table. */
function distanceOf(first: string, second: string): number {
  const rows = Array.from({ length: first.length + 1 }, (_, row) =>
    Array.from({ length: second.length + 1 }, (_each, column) =>
      row === 0 ? column : column === 0 ? row : 0,
    ),
  )
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= first.length; row++)
    for (let column = 1; column <= second.length; column++) {
      const change = first[row - 1] === second[column - 1] ? 0 : 1
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change)
      if (
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1]
      )
        least = Math.min(least, at(row - 2, column - 2) + 1)
      const cells = rows[row]
      if (cells) cells[column] = least
    }
  return at(first.length, second.length)
}

function randomTerm(random: () => number): string {
  return Array.from({ length: 2 + Math.floor(random() * 7) }, () => pick([...'abcdé東'], random)).join('')
}

test('distances are those of the whole table, for terms in any order', () => {
  const random = randomNumbers(3)
  for (let round = 0; round < 300; round++) {
    const word = randomTerm(random)
    const most = 1 + (round % 2)
    const distance = createDistance(word, most)
    for (const term of Array.from({ length: 30 }, () => randomTerm(random)).sort()) {
      const bytes = encodeTerm(term)
      const expected = Math.min(distanceOf(word, term), most + 1)
      expect(Math.min(distance.of(bytes, bytes.length), most + 1), `${word} ${term}`).toBe(expected)
      if (expected <= most) expect(distance.mayBegin(bytes, bytes.length - 1), `${word} ${term}`).toBe(true)
    }
  }
})

test('the nearest term is suggested, of equally near ones the most frequent', async () => {
  const random = randomNumbers(17)
  const letters = [...'abcde']
  const words = Array.from({ length: 900 }, () =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(letters, random)).join(''),
  )
  const documents = Array.from({ length: 120 }, (_, id) => ({
    id,
    title: '',
    text: Array.from({ length: 30 }, () => pick(words, random)).join(' '),
    fields: { author: ['xyz'] },
  }))
  const counts = new Map<string, number>()
  for (const { text } of documents)
    for (const word of new Set(text.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const searcher = createSearcher(memoryStore(batchesOf(documents, 40)).store)
  for (let round = 0; round < 150; round++) {
    const typed = Array.from({ length: 3 + (round % 6) }, () => pick(letters, random)).join('')
    const near = [...counts]
      .map(([term, count]) => ({ term, count, distance: distanceOf(typed, term) }))
      .filter(({ term, distance }) =>
        distance === 2 ? typed.length > 5 && term[0] === typed[0] : distance === 1,
      )
      .sort(
        (one, other) =>
          one.distance - other.distance || other.count - one.count || (one.term < other.term ? -1 : 1),
      )
    expect(await searcher.suggest(typed), typed).toBe(near[0]?.term ?? null)
  }
})

test('swapped, missing and wrong letters are mended, short words and field names left alone', async () => {
  const text = 'Ukraine asks Stoltenberg about the Überwachung of 東京'
  const documents = [{ id: 1, title: text, text: '', fields: { speaker: ['Zelensky'] } }]
  const searcher = createSearcher(memoryStore([documents]).store)
  expect(await searcher.suggest('ukriane')).toBe('ukraine')
  expect(await searcher.suggest('Stoltenbreg')).toBe('stoltenberg')
  expect(await searcher.suggest('stotlenbrg')).toBe('stoltenberg')
  expect(await searcher.suggest('hte')).toBe('the')
  for (const word of ['', 'of', 'as', 'zelenski', 'qqqqqqq'])
    expect(await searcher.suggest(word), word).toBeNull()
})

test('terms of a field are completed, those of most articles first', async () => {
  const names = ['Ann Lee', 'Anna Berg', 'Anna Lund', 'Jens Stoltenberg']
  const documents = names.map((name, id) => ({
    id,
    title: name,
    text: '',
    fields: { author: [name], speaker: ['Ann'] },
  }))
  const searcher = createSearcher(memoryStore(batchesOf(documents, 2)).store)
  expect(await searcher.complete('author', 'an', 5)).toEqual(['anna', 'ann'])
  expect(await searcher.complete('author', 'Jens STO', 5)).toEqual(['stoltenberg'])
  expect(await searcher.complete('author', '', 2)).toEqual(['anna', 'ann'])
  expect(await searcher.complete('speaker', '', 9)).toEqual(['ann'])
  expect(await searcher.complete('title', 'b', 9)).toEqual(['berg'])
  expect(await searcher.complete('title', '', 9)).toEqual([])
  expect(await searcher.complete('site', 'a', 9)).toEqual([])
})
