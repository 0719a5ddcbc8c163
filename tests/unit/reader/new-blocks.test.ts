import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { newBlocks } from '../../../renderer/reader/article/new-blocks'
import { textOfHtml } from '../../../renderer/text'

const html = (...paragraphs: readonly string[]): string => paragraphs.map(words => `<p>${words}</p>`).join('')
const wordsOf = (now: string, earlier: readonly string[]): readonly string[] => {
  const { text } = textOfHtml(now)
  return newBlocks(now, earlier).map(({ start, end }) => text.slice(start, end))
}

test('paragraphs that stand in no earlier form are new', () => {
  const before = html('The bell rang.', 'The ships came in.')
  const now = html('At noon it rang again.', 'The bell rang.', 'The ships came in.')
  expect(wordsOf(now, [before])).toEqual(['At noon it rang again.'])
})

test('a paragraph that was changed is new, one that was moved is not', () => {
  const before = html('One.', 'Two.', 'Three.', 'Four.')
  expect(wordsOf(html('Four.', 'One.', 'Two, or more.', 'Three.'), [before])).toEqual(['Two, or more.'])
})

test('an article that was written anew has no marks', () => {
  expect(wordsOf(html('A.', 'B.', 'C.'), [html('A.', 'X.', 'Y.')])).toEqual([])
})

test('a form of another origin is passed over for the one before it', () => {
  const teaser = html('In short: a bell.')
  const before = html('The bell rang.', 'The ships came in.')
  const now = html('The bell rang.', 'The ships came in.', 'They left.')
  expect(wordsOf(now, [teaser, before])).toEqual(['They left.'])
})

test('without an earlier form, and against itself, nothing is new', () => {
  const paragraphs = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12 })
  fc.assert(
    fc.property(paragraphs, words => {
      expect(wordsOf(html(...words), [])).toEqual([])
      expect(wordsOf(html(...words), [html(...words)])).toEqual([])
    }),
  )
})
