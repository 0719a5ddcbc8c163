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

/** What reading a document ends in: the length of the article's body, or the kind of the error. */
const endOf = (page: Page, make: string): Promise<string | number> =>
  page.evaluate(make => {
    const html = new Function(`return ${make}`)() as string
    try {
      return pages.extractPage(html, 'https://example.org/').html.length
    } catch (error) {
      return error instanceof pages.PageError ? error.kind : String(error)
    }
  }, make)

const STORY = `'<title>Deep water</title><article>' + '<p>A long enough sentence, with a comma.</p>'.repeat(50)`
const ENDLESS: readonly (readonly [name: string, make: string, end: RegExp])[] = [
  ['a page of ten million elements', `'<b>'.repeat(10_000_000)`, /^too-large$/],
  ['a page of three million elements', `'<p>'.repeat(3_000_000)`, /^too-large$/],
  ['a hundred megabytes of text', `'<p>word word word</p>'.repeat(5_000_000)`, /^too-large$/],
  ['100,000 levels', `'<div>'.repeat(100_000) + ${STORY}`, /^\d{4,}$|^too-large$/],
  ['60,000 levels of links', `${STORY} + '<a href=x>'.repeat(60_000)`, /^\d{4,}$|^too-large$/],
  [
    'pictures of fifty megabytes',
    `${STORY} + '<img src="data:image/png;base64,' + 'A'.repeat(50_000_000) + '">'`,
    /^\d{4,}$/,
  ],
  ['pictures without an end', `${STORY} + '<img src="data:image/png;base64,'.repeat(100_000)`, /^\d{4,}$/],
  [
    'a title of five million dashes',
    `'<title>' + '- '.repeat(2_500_000) + 'x</title>' + ${STORY}`,
    /^\d{4,}$/,
  ],
  ['50,000 names of classes', `${STORY} + '<p class="related ' + 'a-b '.repeat(50_000) + '">x'`, /^\d{4,}$/],
  [
    '20,000 parts of a stream',
    `${STORY} + '<template id="B:1"></template><div hidden id="S:1">x</div>'.repeat(20_000)`,
    /^\d{4,}$/,
  ],
  ['a heading of a million line breaks', `${STORY} + '<h1>' + 'a<br>'.repeat(40_000)`, /^\d{4,}$/],
  ['no body', `'<html><head><title>Nothing here at all</title></head></html>'`, /^no-article$/],
  [
    'frames',
    `'<title>Frames</title><frameset cols="1,1"><frame src="a.html"><frame src="b.html"></frameset>'`,
    /^no-article$/,
  ],
]
for (const [name, make, end] of ENDLESS)
  test(`${name}: reading ends in time with a clear result`, async ({ harness }) => {
    test.setTimeout(60_000)
    expect(String(await endOf(harness.page, make))).toMatch(end)
  })

test('a hundred megabytes are decoded, whatever they state', async ({ harness }) => {
  test.setTimeout(60_000)
  const lengths = await harness.page.evaluate(() => {
    const bytes = new Uint8Array(100_000_000).fill(0xe4)
    bytes.set(new TextEncoder().encode('<meta charset=iso-8859-1>'))
    return [pages.decodePage(bytes, null).length, pages.decodePage(bytes.subarray(40), 'text/html').length]
  })
  expect(lengths).toEqual([100_000_000, 99_999_960])
})

test('a page that was saved in UTF-8 is read so, whatever it stated before', async ({ harness }) => {
  const texts = await harness.page.evaluate(() => {
    const text = 'Зимой гавань замёрзла впервые за девяносто лет, и так оставалось до весны.'
    const read = (charset: string, bytes: Uint8Array): string =>
      pages.decodePage(
        new Uint8Array([...new TextEncoder().encode(`<meta charset=${charset}>`), ...bytes]),
        null,
      )
    const cyrillic = Uint8Array.from([0xc7, 0xe8, 0xec, 0xee, 0xe9])
    return [
      read('gb2312', new TextEncoder().encode(text)).endsWith(text),
      read('windows-1251', cyrillic).endsWith('Зимой'),
    ]
  })
  expect(texts).toEqual([true, true])
})

test('a drawing with a script inside comes as data beside the article, and never as an element', async ({
  harness,
}) => {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg'><script>run()</script>${'<path/>'.repeat(300)}</svg>`
  const html = `<title>Deep water</title><article>${'<p>A long enough sentence, with a comma.</p>'.repeat(20)}<p><img src="data:image/svg+xml,${encodeURIComponent(svg)}" onload="run()"></p>${'<p>Another long sentence, with a comma.</p>'.repeat(20)}<svg onload="run()"><script>run()</script></svg></article>`
  const article = await harness.page.evaluate(html => pages.extractPage(html, 'https://example.org/'), html)
  expect(article.html).toMatch(/<img data-picture="cid:[\da-f]{16}" alt="">/)
  expect(article.html).not.toMatch(/svg|script|onload/)
  expect(article.embedded).toHaveLength(1)
  expect(article.embedded[0]?.dataUrl.startsWith('data:image/svg+xml,')).toBe(true)
})

test('the name of an embedded picture is a fixed point, other addresses of its kind are none', async ({
  harness,
}) => {
  const results = await harness.page.evaluate(() =>
    ['cid:0123456789abcdef', 'cid:x', 'cid:0123456789abcdef0', 'cid:"onerror=run()', 'blob:x'].map(address =>
      pages.sanitise(`<p>x <img data-picture='${address}' alt=""></p>`, ''),
    ),
  )
  expect(results).toEqual([
    '<p>x <img data-picture="cid:0123456789abcdef" alt=""></p>',
    ...Array<string>(4).fill('<p>x</p>'),
  ])
})
