import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { embeddedIn, liftPictures } from '../../../renderer/pages/embedded'

const png = (length: number, letter = 'A'): string => `data:image/png;base64,${letter.repeat(length)}`
const image = (address: string, quote = '"'): string =>
  `<p>before <img src=${quote}${address}${quote}> after</p>`

test('a large picture is lifted out, and its place names it by a hash', () => {
  const { html, pictures } = liftPictures(image(png(20_000)))
  expect(html).toMatch(/^<p>before <img src="cid:[\da-f]{16}"> after<\/p>$/)
  const [[address, picture] = []] = [...pictures]
  expect(html).toContain(`"${address ?? ''}"`)
  expect(picture).toEqual({ address, dataUrl: png(20_000) })
})

test('quotation marks of both kinds, none, and capitals make no difference', () => {
  for (const html of [
    image(png(20_000), "'"),
    image(png(20_000), ''),
    image(png(20_000)).replace('data:image', 'DATA:Image'),
  ])
    expect(liftPictures(html).html).toMatch(/src=["']?cid:[\da-f]{16}["']?> after/)
})

test('the same picture has the same name in every document, another one another', () => {
  const names = [png(20_000), png(20_000), png(20_000, 'B'), png(20_001)].map(address =>
    [...liftPictures(image(address)).pictures.keys()].join(),
  )
  expect(new Set(names).size).toBe(3)
  expect(names[0]).toBe(names[1])
})

test('small pictures, other data and text about them stay as they are', () => {
  for (const html of [
    image(png(100)),
    image(`data:text/html;base64,${'A'.repeat(20_000)}`),
    '<p>data:image/ is how it begins</p>',
    '',
  ])
    expect(liftPictures(html)).toEqual({ html, pictures: new Map() })
})

test('drawings are lifted when they are more than a placeholder, with their characters as they were', () => {
  const drawing = `data:image/svg+xml;utf8,&lt;svg xmlns='http://www.w3.org/2000/svg'>${'&lt;path d=&quot;M0 0&quot;/>'.repeat(100)}&lt;/svg>`
  const { pictures } = liftPictures(image(drawing))
  expect([...pictures.values()][0]?.dataUrl).toContain('<path d="M0 0"/>')
  expect(liftPictures(image('data:image/svg+xml,%3Csvg%3E%3C/svg%3E')).pictures.size).toBe(0)
})

test('what is over the limits goes, and the text stays', () => {
  const large = liftPictures(image(png(9 * 1024 * 1024)))
  expect(large).toEqual({ html: '<p>before <img src=""> after</p>', pictures: new Map() })
  const many = Array.from({ length: 120 }, (_, index) => image(png(17_000 + index))).join('')
  expect(liftPictures(many).pictures.size).toBe(100)
  const heavy = Array.from({ length: 5 }, (_, index) => image(png(7_000_000 + index))).join('')
  expect(liftPictures(heavy).pictures.size).toBe(4)
  expect(liftPictures(heavy).html.match(/before/g)).toHaveLength(5)
})

test('only the pictures that a body names are its own', () => {
  const { pictures } = liftPictures(image(png(20_000)) + image(png(20_000, 'B')))
  const [first = ''] = [...pictures.keys()]
  expect(
    embeddedIn(`<p><img data-picture="${first}"></p>`, pictures).map(picture => picture.address),
  ).toEqual([first])
  expect(embeddedIn('<p>none</p>', pictures)).toEqual([])
})

test('ten megabytes of beginnings are read in time, and nothing but pictures goes', () => {
  for (const piece of ['data:image/', '"data:image/png;', '\'data:image/png,"', 'data:image/png;base64,'])
    expect(liftPictures(piece.repeat(500_000)).html.length).toBeLessThanOrEqual(piece.length * 500_000)
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('data:image/png;base64,', 'AAAA', '"', "'", ' ', '<img src=', '>', 'x')),
      parts => {
        const html = parts.join('')
        expect(liftPictures(html).html).toBe(html)
      },
    ),
  )
})
