import { expect, test } from '@playwright/test'
import { bylineIn, endOfArticle, isContinuation, isEnding } from '../../../renderer/pages/furniture'
import { hasFurniture, readForm, readHead } from '../../../renderer/pages/model-form'

test('links to the whole article and headings of other articles are known in several languages', () => {
  for (const line of [
    'more',
    'More...',
    '» Read more »',
    'Weiterlesen',
    'Lire la suite',
    'Подробнее',
    'daha çox',
    '続きを読む',
  ])
    expect(isContinuation(line), line).toBe(true)
  for (const line of [
    'MORE HEADLINES',
    'Related articles:',
    'Lesen Sie auch',
    'À lire aussi',
    'Читайте также',
    'Más noticias',
  ])
    expect(isEnding(line), line).toBe(true)
  for (const line of ['more rain is coming', 'MORE HEADLINES ARE WRITTEN', '', 'x'.repeat(200)]) {
    expect(isContinuation(line), line).toBe(false)
    expect(isEnding(line), line).toBe(false)
  }
})

test('a byline names somebody, a sentence does not', () => {
  expect(bylineIn('By Mary Smith')).toBe('Mary Smith')
  expect(bylineIn('Von Jürgen Öst und Ana Lopes')).toBe('Jürgen Öst und Ana Lopes')
  expect(bylineIn('Автор: Иван Петров')).toBe('Иван Петров')
  for (const line of [
    'By then it was over.',
    'By 2030',
    'by the sea',
    'Mary Smith',
    'By',
    `By ${'A'.repeat(100)}`,
  ])
    expect(bylineIn(line), line).toBeNull()
})

test('the article ends at a heading that only headlines follow', () => {
  expect(endOfArticle(['a', 'b', 'MORE HEADLINES', 'c', 'd'])).toBe(2)
  expect(endOfArticle(['a', 'Related', 'x'.repeat(500)])).toBe(3)
  expect(endOfArticle(['MORE HEADLINES', 'a'])).toBe(2)
  expect(endOfArticle(['a', 'b'])).toBe(2)
})

test('the form begins with a dateline and has a body', () => {
  const passages = ['1 May 2024', 'more', 'A headline', 'By Ana Lopes', 'Text.', 'MORE HEADLINES']
  const form = readForm(passages)
  expect(form).toMatchObject({
    start: 4,
    end: 5,
    head: { title: 'A headline', byline: 'Ana Lopes', hasContinuation: true },
  })
  expect(form && hasFurniture(form, passages)).toBe(true)
  expect(readForm(['A headline', '1 May 2024', 'Text.'])).toBeNull()
  expect(readForm(['1 May 2024', 'more', 'A headline'])).toBeNull()
  const bare = readForm(['1 May 2024', 'A headline', 'Text.'])
  expect(bare && hasFurniture(bare, ['1 May 2024', 'A headline', 'Text.'])).toBe(false)
})

test('"more" beside the date counts', () => {
  expect(readHead(['1 May 2024 | more', 'A headline', 'Text.'], null)).toMatchObject({
    hasContinuation: true,
    length: 2,
  })
})

test('with a known title nothing else is taken for one', () => {
  expect(readHead(['A headline!', '1 May 2024', 'Text.'], 'A headline')).toMatchObject({
    length: 2,
    title: 'A headline',
  })
  expect(readHead(['Text.', 'A headline'], 'A headline').length).toBe(0)
})
