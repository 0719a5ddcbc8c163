import { expect } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { harnessTest } from '../support/page-harness'
import type * as Entry from './pages-entry'
import { outcomeIn, pageOf, paragraphs } from './pages-support'

declare const pages: typeof Entry

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

const NOT_FREE =
  '<title>Ice</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ice","isAccessibleForFree":"False"}</script>'
const TEASER = paragraphs(1)

const WALLS: readonly (readonly [what: string, html: string, kind: string])[] = [
  [
    'a check for people',
    pageOf(
      '<h1>post.example</h1><p>Verify you are human by completing the action below.</p><div class="cf-turnstile"></div><p>post.example needs to review the security of your connection before proceeding.</p>',
      '<title>Just a moment...</title>',
    ),
    'captcha',
  ],
  [
    'a refusal of machines',
    pageOf(
      '<h1>Access to this page has been denied</h1><p>because we believe you are using automation tools to browse the website.</p><div id="px-captcha"></div>',
    ),
    'captcha',
  ],
  [
    'a page that is made by scripts',
    pageOf('<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>'),
    'script-wall',
  ],
  [
    'a page that says that scripts are off',
    pageOf(
      '<div><p>JavaScript is disabled in your browser. Please enable JavaScript to proceed, and then load this page once more.</p></div>',
    ),
    'script-wall',
  ],
  [
    'a question for consent',
    pageOf(
      '<div><h2>Before you go on</h2><p>We and our 842 partners store cookies on your device, to show you personalised advertising, and to measure it.</p><p>Please give your consent, or change your privacy settings at any time, by a click on Accept all.</p><button>Accept all</button></div>',
    ),
    'consent-wall',
  ],
  [
    'a question for consent in German',
    pageOf(
      '<div><p>Mit Ihrer Zustimmung verwenden wir Cookies, um Ihnen passende Werbung zu zeigen, und um die Nutzung zu messen.</p><p>Sie können Ihre Einwilligung jederzeit widerrufen, wie es in der Erklärung zum Datenschutz steht.</p></div>',
    ),
    'consent-wall',
  ],
  [
    'a door for members',
    pageOf(
      '<form><h1>Welcome back</h1><p>Please sign in to continue to your reading list.</p><input name="u"><input type="password" name="p"></form>',
    ),
    'login-wall',
  ],
  [
    'a teaser whose data say that it is not free',
    pageOf(
      `<article><h1>Ice</h1>${TEASER}<div class="gate"><p>Subscribe to continue reading this article. Already a subscriber?</p></div></article>`,
      NOT_FREE,
    ),
    'paywall',
  ],
  [
    'an offer in the article’s place',
    pageOf(
      '<div><h1>Ice</h1><p>This article is for subscribers, and it will be for a while, to be sure.</p><p>Subscribe now to read the full story, from one coin a week, with unlimited access.</p></div>',
    ),
    'paywall',
  ],
]
for (const [what, html, kind] of WALLS)
  test(`${what} is a ${kind} and no article`, async ({ harness: { page } }) => {
    expect(await outcomeIn(page, html)).toBe(kind)
  })

const OPEN: readonly (readonly [what: string, html: string])[] = [
  [
    'an article behind a cookie notice',
    pageOf(
      `<div><p>We use cookies, for your consent see our privacy policy.</p></div><article><h1>The harbour in winter</h1>${paragraphs(8)}</article>`,
    ),
  ],
  [
    'an article about consent to cookies',
    pageOf(
      `<article><h1>The harbour in winter</h1>${Array.from({ length: 12 }, (_, index) => `<p>Cookies, wrote reader ${index}, need consent, and the law of the bay has said so for ${index + 2} years.</p>`).join('')}</article>`,
    ),
  ],
  [
    'a whole article with an offer below',
    pageOf(
      `<article><h1>The harbour in winter</h1>${paragraphs(12)}<p>Subscribe to continue reading our other articles.</p></article>`,
      `${NOT_FREE}`.replaceAll('Ice', 'The harbour in winter'),
    ),
  ],
  [
    'an article beside a field for passwords',
    pageOf(
      `<form><p>Please log in</p><input type="password"></form><article><h1>The harbour in winter</h1>${paragraphs(6)}</article>`,
    ),
  ],
  [
    'an article that says what it needs scripts for',
    pageOf(
      `<noscript>Please enable JavaScript to see the comments.</noscript><article><h1>The harbour in winter</h1>${paragraphs(6)}</article>`,
    ),
  ],
  ['a short report', pageOf(`<article><h1>The harbour in winter</h1>${paragraphs(2)}</article>`)],
  [
    'a teaser without any offer',
    pageOf(
      `<article><h1>The harbour in winter</h1>${paragraphs(2)}</article>`,
      NOT_FREE.replaceAll('Ice', 'The harbour in winter'),
    ),
  ],
]
for (const [what, html] of OPEN)
  test(`${what} is an article`, async ({ harness: { page } }) => {
    expect(await outcomeIn(page, html)).toBe('article: The harbour in winter')
  })

const COLLECTION = new URL('../../../shared/data/pages/articles/html/', import.meta.url)

test('no page of a collection of articles is taken for a wall', async ({ harness: { page } }) => {
  test.skip(!existsSync(COLLECTION), 'the collection is not here')
  test.setTimeout(120_000)
  const walls: string[] = []
  // Every sixth is enough to see a pattern that fires too often.
  for (const file of readdirSync(COLLECTION).filter((_, index) => index % 6 === 0)) {
    const bytes = gunzipSync(readFileSync(new URL(file, COLLECTION)))
    const kind = await page.evaluate(base64 => {
      const html = pages.decodePage(
        Uint8Array.from(atob(base64), character => character.charCodeAt(0)),
        null,
      )
      try {
        pages.extractPage(html, 'https://post.example/x')
        return ''
      } catch (error) {
        return error instanceof pages.PageError ? error.kind : String(error)
      }
    }, bytes.toString('base64'))
    if (/wall|captcha/.test(kind)) walls.push(`${file}: ${kind}`)
  }
  expect(walls).toEqual([])
})
