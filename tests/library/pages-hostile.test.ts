import { expect, type Page } from '@playwright/test'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type * as Entry from './pages-entry'
import { harnessTest } from '../support/page-harness'

declare const pages: typeof Entry

const test = harnessTest('pages', 'tests/library/pages-entry.ts')
test.describe.configure({ mode: 'default' })

/** Payloads of known kinds of attack, in our own writing; each would call `run()` if anything of it ran. */
const ATTACKS: readonly string[] = [
  '<script>run()</script>',
  '<ScRiPt src="data:text/javascript,run()"></sCrIpT>',
  '<img src=x onerror=run()>',
  '<img data-picture="x" onerror=run() src=1>',
  '<svg onload=run()><animate onbegin=run() attributeName=x dur=1s></svg>',
  '<svg><script>run()</script></svg>',
  '<body onload=run()>',
  '<a href="javascript:run()">x</a>',
  '<a href=" java\nscript:run()">x</a>',
  '<a href="&#106;avascript:run()">x</a>',
  '<a href="data:text/html,<script>run()</script>">x</a>',
  '<a href="vbscript:run()">x</a>',
  '<iframe src="javascript:run()"></iframe>',
  '<iframe srcdoc="<script>run()</script>"></iframe>',
  '<object data="javascript:run()"></object><embed src="javascript:run()">',
  '<form action="javascript:run()"><input autofocus onfocus=run()><button formaction="javascript:run()">x</button></form>',
  '<form><input name=attributes><input name=childNodes><img src=x onerror=run()></form>',
  '<meta http-equiv=refresh content="0;url=javascript:run()"><base href="javascript:run()//"><a href="x">y</a>',
  '<link rel=stylesheet href="data:text/css,*{}"><style>@import "x";*{background:url(//evil.example/?x)}</style>',
  '<p style="background:url(//evil.example/)">x</p>',
  '<details open ontoggle=run()><summary>x</summary></details>',
  '<video><source onerror=run() src=x></video><audio src=x onerror=run()></audio>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=run()&gt;">',
  '<math><mtext><mglyph><svg><mtext><style><path id="</style><img src=1 onerror=run()>">',
  '<svg></p><style><a id="</style><img src=1 onerror=run()>">',
  '<noscript><p title="</noscript><img src=x onerror=run()>"></noscript>',
  '<textarea><img title="</textarea><img src=x onerror=run()>"></textarea>',
  '<template><img src=x onerror=run()></template><div><template shadowrootmode=open><img src=x onerror=run()></template></div>',
  '<annotation-xml encoding="text/html"><img src=x onerror=run()></annotation-xml>',
  '<math href="javascript:run()"><mi xlink:href="javascript:run()">x</mi></math>',
  '<abbr title="</abbr><img src=x onerror=run()>">x</abbr>',
  '<img alt="<img src=x onerror=run()>" src="https://example.org/x.png">',
  '<xmp><img src=x onerror=run()></xmp><plaintext><img src=x onerror=run()>',
  '<![CDATA[<img src=x onerror=run()>]]><!--><img src=x onerror=run()>-->',
  '<input type=image src=x onerror=run()><select onfocus=run() autofocus><option>x</select>',
  '<p id=document name=cookie><a id=body name=innerHTML href="https://example.org/">x</a></p>',
]

/** Shows the inputs as the reader does and reports what ran, what was asked for, and what stands there that may not. */
async function shownIn(page: Page, inputs: readonly string[]): Promise<{ ran: number; problems: string[] }> {
  const requests: string[] = []
  const listen = (request: { url: () => string }): number => requests.push(request.url())
  page.on('request', listen)
  const result = await page.evaluate(async inputs => {
    const state = { ran: 0, problems: [] as string[] }
    const global = globalThis as unknown as Record<string, () => void>
    for (const name of ['run', 'alert', 'confirm', 'prompt']) global[name] = () => state.ran++
    for (const input of inputs) {
      const root = document.createElement('article')
      root.append(pages.sanitiseToFragment(pages.sanitise(input, 'https://example.org/a/')))
      root.append(pages.sanitiseToFragment(input))
      document.body.append(root)
      // What is stored is harmless by itself: neither of the two ways depends on the other.
      root.insertAdjacentHTML('beforeend', pages.feedContent(input, 'https://example.org/a/'))
      for (const node of root.querySelectorAll('*'))
        for (const { name, value } of node.attributes)
          if (
            /^(on|style|src|class|id|name|form)/.test(name) ||
            (name === 'href' && !/^(https?|mailto):/.test(value))
          )
            state.problems.push(`${input} -> ${node.outerHTML}`)
    }
    await new Promise(resolve => setTimeout(resolve, 300))
    document.body.replaceChildren()
    return state
  }, inputs)
  page.off('request', listen)
  return { ran: result.ran, problems: [...result.problems, ...requests] }
}

test('nothing of an attack runs, loads or stays, sanitised when read, when shown, or both times', async ({
  harness,
}) => {
  expect(await shownIn(harness.page, ATTACKS)).toEqual({ ran: 0, problems: [] })
})

const COLLECTION = new URL('../../../shared/data/xss/', import.meta.url)

test('nothing of a collection of known attacks runs', async ({ harness }) => {
  test.skip(!existsSync(COLLECTION), 'the collection is not here')
  const files = readdirSync(COLLECTION).filter(name => name.endsWith('.json'))
  const payloads = files.flatMap(name =>
    (JSON.parse(readFileSync(new URL(name, COLLECTION), 'utf8')) as { payload: string }[]).map(
      ({ payload }) => payload,
    ),
  )
  expect(payloads.length).toBeGreaterThan(100)
  expect(await shownIn(harness.page, payloads)).toEqual({ ran: 0, problems: [] })
  const isSame = await harness.page.evaluate(
    payloads =>
      payloads.every(payload => {
        const html = pages.sanitise(payload, 'https://example.org/')
        return (
          pages.sanitise(html, '') === html &&
          pages.mapText(pages.sanitiseToFragment(html)).text === pages.textOfHtml(html).text
        )
      }),
    payloads,
  )
  expect(isSame).toBe(true)
})

test('showing works under enforced Trusted Types with the policy dompurify alone', async ({ harness }) => {
  const policy =
    "script-src 'self'; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types dompurify"
  await harness.page.goto(`app://broadsheet/?csp=${encodeURIComponent(policy)}`)
  const result = await harness.page.evaluate(() => {
    const root = document.createElement('div')
    root.append(pages.sanitiseToFragment('<p>a <b>b</b></p><img src=x onerror=run()>'))
    let refused = ''
    try {
      new DOMParser().parseFromString('<p>x</p>', 'text/html')
    } catch (error) {
      refused = error instanceof Error ? error.name : ''
    }
    return { refused, text: pages.mapText(root).text, again: pages.sanitise('<p>x<script>1</script>', '') }
  })
  await harness.page.goto('app://broadsheet/')
  expect(result).toEqual({ refused: 'TypeError', text: 'a b', again: '<p>x</p>' })
})

/** Inputs that make careless code slow or overflow the stack; each runs in well under the test's time. */
const MONSTERS: readonly (readonly [name: string, make: string])[] = [
  ['10,000 nested boxes', `'<div>'.repeat(10000) + 'x'`],
  ['10,000 nested quotations', `'<blockquote>'.repeat(10000) + 'x'`],
  ['10,000 nested lists', `'<ul><li>'.repeat(10000) + 'x'`],
  ['10,000 nested tables', `'<table><tr><td>'.repeat(10000) + 'x'`],
  ['10,000 nested bold elements', `'<b>'.repeat(10000) + 'x'`],
  ['10,000 nested formulas', `'<math><mrow>' + '<mrow>'.repeat(10000) + '<mi>x'`],
  ['10,000 nested unknown elements', `'<x-y>'.repeat(10000) + 'x'`],
  ['100,000 open tags', `'<'.repeat(100000)`],
  ['100,000 quotation marks', `'"'.repeat(100000)`],
  ['a million spaces', `'<p>a' + ' '.repeat(1000000) + 'b'`],
  ['100,000 line breaks', `'<br>'.repeat(100000) + 'x'`],
  ['an address of a million characters', `'<a href="http://' + 'a'.repeat(1000000) + '">x</a>'`],
  ['a picture with 100,000 candidates', `'<p>x<img srcset="' + 'a 1w, '.repeat(100000) + '">'`],
  ['a style of a million characters', `'<p style="' + ';display'.repeat(100000) + '">x</p>'`],
  ['100,000 unclosed comments', `'<!--'.repeat(100000) + 'x'`],
  ['100,000 rules', `'<hr>x'.repeat(100000)`],
  ['a column of 200,000 rows', `'<table>' + '<tr><td>x'.repeat(200000)`],
  ['100,000 references', `'&amp;'.repeat(100000)`],
]

for (const [name, make] of MONSTERS)
  test(`${name} are read in time, and are a fixed point`, async ({ harness }) => {
    const isFixed = await harness.page.evaluate(make => {
      const input = new Function(`return ${make}`)() as string
      const html = pages.sanitise(input, 'https://example.org/')
      return (
        pages.sanitise(html, '') === html &&
        pages.mapText(pages.sanitiseToFragment(html)).text === pages.textOfHtml(html).text
      )
    }, make)
    expect(isFixed).toBe(true)
  })

test('a document of 50 MB is refused in words, a feed entry of 50 MB is cut', async ({ harness }) => {
  const result = await harness.page.evaluate(() => {
    const monster = '<p>word word word</p>\n'.repeat(2_300_000)
    const kinds = [
      () => pages.extractPage(monster, 'https://example.org/'),
      () => pages.readHtmlArticle(monster, null),
      () => pages.readTextArticle(monster, null),
      () => pages.readMarkdownArticle(monster, null),
      () => pages.readPasted({ html: monster, text: '' }),
    ].map(read => {
      try {
        return read().title
      } catch (error) {
        return error instanceof pages.PageError ? error.kind : String(error)
      }
    })
    return { kinds, length: pages.feedContent(monster, '').length }
  })
  expect(result.kinds).toEqual(Array(5).fill('too-large'))
  expect(result.length).toBeGreaterThan(1_000_000)
  expect(result.length).toBeLessThanOrEqual(5_000_000)
})

test('a page of nested boxes and a page of four megabytes are extracted in time', async ({ harness }) => {
  const titles = await harness.page.evaluate(() =>
    [
      `<title>Deep water in the old town</title>${'<div>'.repeat(10_000)}${'<p>A long enough sentence, with a comma.</p>'.repeat(50)}`,
      `<title>Long reports from the coast</title><article>${'<p>A long enough sentence, with a comma, and another one after it.</p>'.repeat(60_000)}</article>`,
    ].map(html => pages.extractPage(html, 'https://example.org/').title),
  )
  expect(titles).toEqual(['Deep water in the old town', 'Long reports from the coast'])
})

test('a page whose names hide the properties of its document is read', async ({ harness }) => {
  const names =
    'body head documentElement querySelector baseURI firstChild createTreeWalker getElementsByTagName'.split(
      ' ',
    )
  const clobbering = names
    .map(name => `<img name="${name}"><form name="${name}"><input name="${name}"></form>`)
    .join('')
  const html = `<title>Names on the pier</title><body>${clobbering}<article>${'<p>A long enough sentence, with a comma.</p>'.repeat(30)}</article>`
  const title = await harness.page.evaluate(
    html => pages.extractPage(html, 'https://example.org/').title,
    html,
  )
  expect(title).toBe('Names on the pier')
})
