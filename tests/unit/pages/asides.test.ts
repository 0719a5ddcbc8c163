import { expect, test } from '@playwright/test'
import { isAside, isTailHeading, isTailLine } from '../../../renderer/pages/asides'
import { createHints } from '../../../renderer/pages/hints'

const ASIDES: readonly (readonly [line: string, linked: number])[] = [
  ['Advertisement', 0],
  ['Story continues below this picture', 0],
  ['4 min read', 0],
  ['Photo credit: Mary Alder', 0],
  ['By signing up, you agree to our terms.', 0.2],
  ['Sign up for our newsletter and get the tides in your inbox.', 0],
  ['Read more: The bridge that opens twice a day', 0.8],
  ['Lesen Sie auch: Die Brücke', 0.8],
  ['See the best boats of the year', 1],
]
for (const [line, linked] of ASIDES)
  test(`“${line}” is no line of an article`, () => {
    expect(isAside(line, linked)).toBe(true)
  })

const LINES: readonly (readonly [line: string, linked: number])[] = [
  ['Advertisement was once a craft of painters.', 0],
  ['Read more slowly: that is what the old pilot advised.', 0],
  ['See the best boats of the year', 0.3],
  ['Related to this is the question of who owns the ice.', 0],
  ['4 min read the sign at the lock, and everybody waited.', 0],
  ['The newsletter of the harbour is as old as the quay.', 0],
]
for (const [line, linked] of LINES)
  test(`“${line}” is a line of an article`, () => {
    expect(isAside(line, linked)).toBe(false)
  })

test('headings of what follows an article are told from those in it', () => {
  for (const line of [
    'About the author',
    'Related articles',
    'More from the coast',
    '12 Comments',
    'You may also like',
    'Über den Autor',
  ])
    expect([line, isTailHeading(line)]).toEqual([line, true])
  for (const line of [
    'About the ice',
    'The harbour in winter',
    'Authors and their boats',
    'More ice than ever',
    'Sharp frost',
  ])
    expect([line, isTailHeading(line)]).toEqual([line, false])
})

test('controls at the end are short, sentences that begin like them stay', () => {
  for (const line of [
    'Share',
    'Back to top',
    '© 2025 Post',
    'Filed under: Coast',
    '* * *',
    'Originally published in March.',
  ])
    expect([line, isTailLine(line)]).toEqual([line, true])
  for (const line of [
    'Facebookers on the quay did not agree.',
    'Saved at last, the boat went home.',
    'Contact with the island was lost for three days, and when it came back, nobody on the quay had slept.',
  ])
    expect([line, isTailLine(line)]).toEqual([line, false])
})

test('names of classes say what a part is, whatever their writing', () => {
  const hintOf = createHints()
  const kinds = [
    'post-comments',
    'relatedPosts',
    'js-cookie-banner',
    'author-bio',
    'entry hidden',
    'entry-content',
    'tag-social category-ads post',
    'hidden md:block',
    '',
  ].map(names => hintOf(names)?.kind ?? null)
  expect(kinds).toEqual([
    'comments',
    'furniture',
    'overlay',
    'furniture',
    'furniture',
    null,
    null,
    null,
    null,
  ])
})
