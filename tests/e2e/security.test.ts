import { expect, test } from '@playwright/test'
import type { RunningApp } from '../support/app'
import { content, type TestServer } from '../support/http-server'
import { rss } from '../support/news'
import { addDialog, body, follow, row } from '../support/reader'
import { shareApp } from '../support/shared-app'

let app: RunningApp
let server: TestServer
shareApp((...started) => {
  ;[app, server] = started
})

test('nothing in an article runs or fetches, and the frame it stands in could not run it', async () => {
  const { reader } = app
  const hostile = `<p>Harmless words.</p><script>parent.hacked=1</script><img src="${server.url}/pixel.gif" onerror="parent.hacked=1">
<svg onload="parent.hacked=1"></svg><iframe src="javascript:parent.hacked=1"></iframe><style>@import "${server.url}/style.css"</style>
<a href="javascript:parent.hacked=1">link</a><form action="${server.url}/form"><input autofocus onfocus="parent.hacked=1"></form>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=parent.hacked=1&gt;">`
  const stories = [{ id: 'x', title: 'A hostile entry', date: '2026-11-10T10:00:00Z', content: hostile }]
  server.route('/hostile.xml', content(rss('Hostile Courier', server.url, stories), 'application/rss+xml'))
  await follow(reader, `${server.url}/hostile.xml`)
  await expect(addDialog(reader)).toContainText('You follow “Hostile Courier” now')
  await reader.keyboard.press('Escape')
  // Its page is fetched by the client after the feed was read; opening the article fetches nothing.
  const fetched = ['/hostile.xml', '/x']
  await expect.poll(() => server.requests.map(request => request.url).sort()).toEqual(fetched)
  await row(reader, 'A hostile entry').click()
  await expect(body(reader).getByText('Harmless words.')).toBeVisible()
  const frame = reader.locator('iframe')
  expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin')
  expect(await reader.evaluate(() => 'hacked' in window)).toBe(false)
  expect(
    await body(reader).locator('script, iframe, style:not(head style), form, svg, [onerror], [src]').count(),
  ).toBe(0)
  expect(server.requests.map(request => request.url).sort()).toEqual(fetched)
})

test('the reader page cannot reach the network or run strings', async () => {
  const { reader } = app
  const asked = server.requests.length
  const attempts = await reader.evaluate(async address => {
    const refused = async (attempt: () => unknown): Promise<boolean> => {
      try {
        await attempt()
        return false
      } catch {
        return true
      }
    }
    const image = new Image()
    const imageFails = new Promise(resolve => image.addEventListener('error', () => resolve(true)))
    image.src = `${address}/image.png`
    // What the test itself evaluates is exempt from the policy; a later turn of the page is not.
    await new Promise(resolve => setTimeout(resolve))
    return {
      fetch: await refused(() => fetch(address)),
      eval: await refused(() => new Function('return 1')()),
      markup: await refused(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      image: await imageFails,
      opened: window.open(address) === null,
    }
  }, server.url)
  expect(attempts).toEqual({ fetch: true, eval: true, markup: true, image: true, opened: true })
  expect(server.requests).toHaveLength(asked)
})

test('the main process answers the reader page alone', async () => {
  const ingest = await app.pageOf('ingest')
  expect(await ingest.evaluate(() => 'broadsheet' in window)).toBe(false)
  expect(
    await app.reader.evaluate(() =>
      ['require', 'process', 'ipcRenderer', 'electron'].filter(name => name in window),
    ),
  ).toEqual([])
  const inFrame = await app.reader.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    const bridge = (frame.contentWindow as (Window & { broadsheet?: unknown }) | null)?.broadsheet
    return typeof bridge
  })
  expect(inFrame).toBe('undefined')
})

test('windows are sandboxed and isolated, and links open only what a browser or mail program opens', async () => {
  const opened = await app.electron.evaluate(({ shell }) => {
    const list: string[] = []
    shell.openExternal = async address => void list.push(address)
    return Object.assign(globalThis, { opened: list }).opened.length
  })
  expect(opened).toBe(0)
  for (const address of [
    'https://example.org/a',
    'mailto:a@example.org',
    'file:///etc/passwd',
    'javascript:1',
    'smb://host/x',
  ])
    await app.reader.evaluate(
      given =>
        (
          window as unknown as { broadsheet: { request(name: string, input: unknown): Promise<unknown> } }
        ).broadsheet.request('address.open', given),
      address,
    )
  const list = await app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  expect(list).toEqual(['https://example.org/a', 'mailto:a@example.org'])
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(contents => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
        contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity }
    }),
  )
  for (const found of preferences)
    expect(found).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
})

test('the reader page cannot be led elsewhere', async () => {
  const asked = server.requests.length
  // By the main process alone: Playwright would wait for a navigation that never happens.
  const address = await app.electron.evaluate(async ({ webContents }, elsewhere) => {
    const reader = webContents.getAllWebContents().find(contents => contents.getURL().includes('/reader/'))
    await reader?.executeJavaScript(`location.assign(${JSON.stringify(elsewhere)})`)
    await new Promise(resolve => setTimeout(resolve, 500))
    return reader?.getURL()
  }, `${server.url}/elsewhere`)
  expect(address).toContain('app://broadsheet/reader/')
  expect(server.requests).toHaveLength(asked)
})
