import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const completion: typeof import('./completion-entry')

const test = harnessTest('completion', 'tests/library/completion-entry.ts')
test.describe.configure({ mode: 'default' })

test('a wide photograph is kept as wide as a screen shows it, smaller, with a thumbnail', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const bytes = await completion.drawn(2400, 1200, 'image/jpeg')
    const picture = await completion.readPicture(bytes)
    const size = await createImageBitmap(new Blob([picture.bytes], { type: picture.type }))
    const small =
      picture.thumbnail &&
      (await createImageBitmap(new Blob([picture.thumbnail.bytes], { type: picture.thumbnail.type })))
    return {
      picture: { type: picture.type, width: picture.width, height: picture.height },
      shown: [size.width, size.height],
      thumbnail: [small?.width, small?.height],
      share: picture.bytes.length / bytes.length,
      hash: picture.hash,
    }
  })
  expect(result.picture).toEqual({ type: 'image/webp', width: 1600, height: 800 })
  expect(result.shown).toEqual([1600, 800])
  expect(result.thumbnail).toEqual([160, 160])
  expect(result.share).toBeLessThan(0.9)
  expect(result.hash).toMatch(/^[\da-f]{64}$/)
})

test('a small file is kept as it came, and the same bytes have the same hash', async ({ harness }) => {
  const result = await harness.page.evaluate(async () => {
    const bytes = await completion.drawn(60, 40, 'image/webp')
    const [one, other] = [await completion.readPicture(bytes), await completion.readPicture(bytes)]
    return {
      same: one.bytes.every((byte, at) => byte === bytes[at]) && one.bytes.length === bytes.length,
      hashes: one.hash === other.hash,
      thumbnail: one.thumbnail,
    }
  })
  expect(result).toEqual({ same: true, hashes: true, thumbnail: null })
})

test('what is no picture, damaged, tiny or enormous is refused by its kind, at once', async ({ harness }) => {
  const kinds = await harness.page.evaluate(async () => {
    const kindOf = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
      completion.readPicture(bytes).then(
        () => 'kept',
        (error: unknown) => (error instanceof completion.PictureError ? error.kind : String(error)),
      )
    const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value)
    const whole = await completion.drawn(400, 300)
    const cut = whole.slice(0, 2_000)
    const enormous = whole.slice()
    // Width and height in the header of a PNG.
    new DataView(enormous.buffer).setUint32(16, 200_000)
    new DataView(enormous.buffer).setUint32(20, 200_000)
    const noise = new Uint8Array(100_000).map((_, at) => (at * 7919) % 251)
    return {
      nothing: await kindOf(new Uint8Array(0)),
      page: await kindOf(text('<!doctype html><title>Not found</title><p>Nothing here')),
      noise: await kindOf(noise),
      cut: await kindOf(cut),
      pixel: await kindOf(await completion.drawn(1, 1, 'image/png')),
      enormous: await kindOf(enormous),
      drawing: await kindOf(text(`<svg width="9" height="9">${'<g>'.repeat(800_000)}`)),
      whole: await kindOf(whole),
    }
  })
  expect(kinds).toEqual({
    nothing: 'unsupported',
    page: 'unsupported',
    noise: 'unsupported',
    cut: expect.stringMatching(/damaged|kept/),
    pixel: 'blank',
    enormous: 'too-large',
    drawing: 'too-large',
    whole: 'kept',
  })
})

test('a moving picture goes on moving', async ({ harness }) => {
  const result = await harness.page.evaluate(async () => {
    // A GIF of two frames, each a control extension and an image of one pixel.
    const frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    const head = [...'GIF89a'].map(letter => letter.charCodeAt(0))
    const bytes = new Uint8Array([...head, 10, 0, 10, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, ...frame, ...frame, 0x3b]) // prettier-ignore
    const picture = await completion.readPicture(bytes)
    return { type: picture.type, same: picture.bytes.length === bytes.length }
  })
  expect(result).toEqual({ type: 'image/gif', same: true })
})

test('a drawing loses scripts, links and everything from elsewhere, and is still drawn', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const source = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30" onload="run()">
      <script>run()</script><style>@import "https://evil.example/x.css";</style>
      <foreignObject><iframe src="https://evil.example/"/></foreignObject>
      <image href="https://evil.example/x.png"/><use xlink:href="https://evil.example/x.svg#y"/>
      <a href="javascript:run()"><rect width="20" height="20" fill="red" onclick="run()"/></a>
      <circle cx="20" cy="15" r="9" fill="teal"/><animate attributeName="href" values="javascript:run()"/></svg>`
    const picture = await completion.readPicture(new TextEncoder().encode(source))
    const clean = new TextDecoder().decode(picture.bytes)
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }))
    await image.decode()
    return { type: picture.type, clean, shown: image.naturalWidth, size: [picture.width, picture.height] }
  })
  expect(result.type).toBe('image/svg+xml')
  expect(result.clean).not.toMatch(/script|evil|run\(|href|foreignObject|iframe|onload|onclick|ENTITY/i)
  expect(result.clean).toContain('<circle')
  expect(result.shown).toBe(40)
  expect(result.size).toEqual([40, 30])
})

test('the pictures of a text are told in its order, each once, as the web writes their addresses', async ({
  harness,
}) => {
  const addresses = await harness.page.evaluate(() =>
    completion.pictureAddresses(
      '<p><img data-picture="https://a.example/?x=1&amp;y=%22" alt="&lt;img data-picture=&quot;no&quot;"></p>' +
        '<figure><img data-picture="https://a.example/2.png" alt=""></figure><p><img data-picture="cid:ab12" alt=""></p>' +
        '<p><img data-picture="data:image/png;base64,AAAA" alt=""><img data-picture="https://a.example/2.png" alt=""></p>',
    ),
  )
  expect(addresses).toEqual(['https://a.example/?x=1&y=%22', 'https://a.example/2.png', 'cid:ab12'])
})
