import { expect, test } from '@playwright/test'
import { createSearcher, highlight, parseQuery, snippet, stemsFor } from '../../../renderer/search'
import type { Hit, IndexDocument, SearchResult } from '../../../renderer/search'
import { stemmersOf } from '../../../renderer/text'
import type { Stem } from '../../../renderer/text'
import { batchesOf, memoryStore, pick, randomNumbers } from './corpus'

const NOW = Date.UTC(2026, 0, 1)

function search(
  documents: readonly IndexDocument[],
  typed: string,
  stems?: readonly Stem[],
): Promise<SearchResult> {
  const options = { limit: 1000, order: 'relevance', fulfils: () => () => true, datelineOf: () => 0 } as const
  const searcher = createSearcher(memoryStore(batchesOf(documents, 7)).store)
  return searcher.search(parseQuery(typed, NOW), stems ? { ...options, stems } : options)
}

const textDocument = (text: string, id: number): IndexDocument => ({ id, title: '', text })

const LANGUAGES: Readonly<Record<string, readonly (readonly [typed: string, form: string])[]>> = {
  en: [
    ['election', 'elections'],
    ['elections', 'election'],
    ['ministers', 'Minister'],
    ['tax', 'taxes'],
    ['wars', 'war'],
    ['strikes', 'striking'],
    ['study', 'studied'],
    ['cities', 'city'],
  ],
  de: [
    ['Haus', 'Häuser'],
    ['Häusern', 'Haus'],
    ['Wahl', 'Wahlen'],
    ['Regierungen', 'Regierung'],
    ['Stadt', 'Städte'],
  ],
  fr: [
    ['élection', 'élections'],
    ['elections', 'élection'],
    ['ministres', 'ministre'],
    ['nationale', 'nationales'],
  ],
  es: [
    ['elecciones', 'elección'],
    ['ministra', 'ministros'],
    ['ministras', 'ministra'],
  ],
  it: [
    ['elezione', 'elezioni'],
    ['ministri', 'ministro'],
  ],
  pt: [
    ['informações', 'informação'],
    ['greve', 'greves'],
  ],
  nl: [
    ['verkiezing', 'verkiezingen'],
    ['stakingen', 'staking'],
  ],
  sv: [
    ['regering', 'regeringens'],
    ['strejken', 'strejk'],
  ],
  da: [['regeringen', 'regering']],
  nb: [['regjering', 'regjeringen']],
  fi: [['ministerin', 'ministeri']],
  ru: [
    ['министр', 'министров'],
    ['выборы', 'выборам'],
    ['войне', 'война'],
  ],
  uk: [
    ['міністри', 'міністра'],
    ['війна', 'війни'],
  ],
}

for (const [language, pairs] of Object.entries(LANGUAGES))
  for (const [typed, form] of pairs)
    test(`${language}: ‹${typed}› finds ‹${form}›, below the word itself, and marks both`, async () => {
      const documents = [form, `${typed} ${'lorem '.repeat(300)}`, 'lorem'].map(textDocument)
      const { hits, terms } = await search(documents, `${typed} `, await stemmersOf([language]))
      expect(hits.map(({ id }) => id)).toEqual([1, 0])
      expect(highlight(`${form}, ${typed}`, terms)).toHaveLength(2)
      expect(snippet(`so ${form}`, terms, 40).marks).toEqual([{ start: 3, end: 3 + form.length }])
    })

const OTHER_WORDS: readonly (readonly [typed: string, other: string])[] = [
  ['news', 'new'],
  ['organ', 'organization'],
  ['international', 'intern'],
  ['minister', 'ministry'],
  ['business', 'busy'],
  ['ad', 'ads'],
]
for (const [typed, other] of OTHER_WORDS)
  test(`‹${typed}› does not find ‹${other}›`, async () => {
    expect((await search([textDocument(other, 1)], `${typed} `, await stemmersOf(['en']))).total).toBe(0)
  })

const AS_TYPED = ['"elections" ', '"elections', 'elections* ', 'author:elections ', 'title:"elections" ']
for (const typed of AS_TYPED)
  test(`‹${typed}› is meant as it was typed`, async () => {
    const document = { id: 1, title: 'election', text: 'election', fields: { author: ['election'] } }
    expect((await search([document], typed, await stemmersOf(['en']))).total).toBe(0)
  })

test('forms are found for the last word too, in the title, and never in what is left out', async () => {
  const stems = await stemmersOf(['en'])
  const documents = [
    { id: 1, title: 'The election', text: '' },
    { id: 2, title: '', text: 'An election' },
    { id: 3, title: 'Elections', text: 'The elections' },
    { id: 4, title: 'Harbour', text: 'none' },
  ]
  const found = async (typed: string): Promise<readonly number[]> =>
    (await search(documents, typed, stems)).hits.map(({ id }) => id)
  expect(await found('elections')).toEqual([3, 1, 2])
  expect(await found('title:elections ')).toEqual([3, 1])
  expect(await found('-elections ')).toEqual([4, 2, 1])
  expect(await found('-(elections OR harbour) ')).toEqual([2, 1])
  expect(await found('-(-elections) ')).toEqual([3])
})

test('documents that need fewer guesses stand above, whatever else they have', async () => {
  const filler = 'quiet '.repeat(400)
  const documents = [
    `minister election ${'ministers '.repeat(40)}`,
    `${'minister '.repeat(40)} ${'elections '.repeat(40)}`,
    `ministers election ${filler}`,
    `ministers elections ${filler.repeat(3)}`,
  ].map(textDocument)
  const { hits } = await search(documents, 'ministers elections ', await stemmersOf(['en']))
  expect(hits.map(({ id }) => id)).toEqual([3, 1, 0, 2])
})

/** Sums of the same numbers in another order differ in their last bits. */
const rounded = (hits: readonly Hit[]): readonly string[] =>
  hits.map(({ id, score }) => `${score.toFixed(9)} ${id}`).sort()

test('forms only add documents: those that match as typed keep their scores and their places', async () => {
  const random = randomNumbers(5)
  const words = 'minister ministers election elections elected strike strikes striking harbour'.split(' ')
  const text = (): string =>
    Array.from({ length: 1 + Math.floor(random() ** 4 * 400) }, () => pick(words, random)).join(' ')
  const documents = Array.from({ length: 300 }, (_, id) => ({ id, title: text().slice(0, 30), text: text() }))
  const stems = await stemmersOf(['en', 'de'])
  let more = 0
  for (let round = 0; round < 200; round++) {
    const typed = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const word = pick(words, random)
      return pick([word, word, `-${word}`, `title:${word}`, `(${word} OR ${pick(words, random)})`], random)
    }).join(' ')
    const plain = await search(documents, `${typed} `)
    const guessed = await search(documents, `${typed} `, stems)
    expect(rounded(guessed.hits.slice(0, plain.total)), typed).toEqual(rounded(plain.hits))
    more += guessed.total - plain.total
  }
  expect(more).toBeGreaterThan(1000)
})

test('a word has at most 12 forms, those of most documents', async () => {
  const forms = Array.from({ length: 30 }, (_, number) => `kasto${String.fromCharCode(97 + number)}`)
  const documents = forms.slice(0, 26).map((form, id) => textDocument(form, id))
  const { total, terms } = await search(documents, 'kasto ', [term => term.slice(0, 5)])
  expect([total, terms.length]).toEqual([12, 13])
})

test('the languages are those of the person and of most articles; others have no stemmer', async () => {
  const documents = ['ru', 'ru', 'ru', 'de', 'de', 'xx', 'xx', 'xx', 'xx', 'uk'].map((language, id) => ({
    id,
    title: '',
    text: '',
    fields: { language: [language] },
  }))
  const searcher = createSearcher(memoryStore([documents]).store)
  expect(await stemsFor(searcher, ['nn-NO', 'tlh'])).toEqual(await stemmersOf(['nb', 'ru', 'de']))
  const broken = createSearcher({
    segments: () => Promise.reject(new Error('gone')),
    open: () => Promise.reject(new Error('gone')),
  })
  expect(await stemsFor(broken, ['fr'])).toEqual(await stemmersOf(['fr-CA']))
})
