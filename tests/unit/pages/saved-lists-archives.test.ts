import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { isZip, readSavedArchive, SavedListError } from '../../../renderer/pages/saved-lists'

/** An archive as `zip` writes it: local entries, the directory, the record at its end. */
function zipOf(files: Readonly<Record<string, string>>, method: 0 | 8 = 8): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text)
    const title = Buffer.from(name)
    const own = Buffer.alloc(30)
    own.writeUInt32LE(0x04034b50, 0)
    own.writeUInt16LE(method, 8)
    own.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(own, title, data)
    directory.push(entry, title)
    offset += 30 + title.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, ...directory, end]))
}

const archiveErrorOf = (bytes: Uint8Array): Promise<unknown> =>
  readSavedArchive(bytes, 'archive').catch((error: unknown) =>
    error instanceof SavedListError ? error.kind : error,
  )

test('the archive of Omnivore is read with the articles beside its lists', async () => {
  const record = (slug: string) => ({ slug, title: slug, url: `https://a.example/${slug}`, savedAt: null })
  for (const method of [0, 8] as const) {
    const list = await readSavedArchive(
      zipOf(
        {
          'metadata_0_to_20.json': JSON.stringify([record('one'), record('two')]),
          'metadata_20_to_40.json': JSON.stringify([record('three')]),
          'content/one.html': '<p>The text of one, für immer.</p>',
          'content/unknown.html': '<p>Nobody asks for this.</p>',
          'highlights/one.md': '> words',
        },
        method,
      ),
      'export.zip',
    )
    expect(list.source).toBe('omnivore')
    expect(list.items.map(item => [item.title, item.html])).toEqual([
      ['one', '<p>The text of one, für immer.</p>'],
      ['two', null],
      ['three', null],
    ])
  }
})

test('the archive of Pocket is one list, however many tables it holds', async () => {
  const head = 'title,url,time_added,tags,status\n'
  const list = await readSavedArchive(
    zipOf({
      'pocket/part_000000.csv': `${head}A,https://a.example/,1700000000,,unread\n`,
      'pocket/part_000001.csv': `${head}A,https://a.example/,1700000000,x,unread\nB,mailto:b,1,,\n`,
      'pocket/annotations/part_000000.json': '[{"url":"https://c.example/","highlights":[]}]',
    }),
    'pocket.zip',
  )
  expect(list.source).toBe('pocket')
  expect(list.items).toMatchObject([{ address: 'https://a.example/', tags: ['x'] }])
  expect(list.leftOut.map(({ reason }) => reason).toSorted()).toEqual(['not-on-the-web', 'twice'])
})

test('an archive without a list, or a damaged one, is refused', async () => {
  const whole = zipOf({ 'a.csv': 'title,url,tags\nA,https://a.example/,' })
  expect(isZip(whole)).toBe(true)
  expect(isZip(new TextEncoder().encode('PK is no archive'))).toBe(false)
  expect(await archiveErrorOf(zipOf({ 'readme.txt': 'nothing' }))).toBe('not-a-list')
  expect(await archiveErrorOf(zipOf({ 'a.json': '[]' }))).toBe('empty')
  expect(await archiveErrorOf(whole.slice(0, -30))).toBe('not-a-list')
  const broken = whole.slice()
  broken.fill(0xff, 35, 50)
  expect(await archiveErrorOf(broken)).toBe('not-a-list')
})

test('a text that unpacks to more than an article is left out, and its page is still there', async () => {
  const list = await readSavedArchive(
    zipOf({
      'metadata_0_to_20.json': '[{"slug":"bomb","url":"https://a.example/"}]',
      'content/bomb.html': 'a'.repeat(12 * 1024 * 1024),
    }),
    'bomb.zip',
  )
  expect(list.items).toMatchObject([{ address: 'https://a.example/', html: null }])
})

test('any bytes give a list or the typed error', async () => {
  const whole = zipOf({ 'a.csv': 'title,url,tags\nA,https://a.example/,', 'content/b.html': '<p>b' })
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
      const bytes = whole.slice()
      for (const [at, value] of changes) bytes[at] = value
      expect(await archiveErrorOf(bytes)).not.toBeInstanceOf(Error)
    }),
  )
})
