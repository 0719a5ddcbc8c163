import { expect, test as base } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCredentials } from '../../../main/network/credentials'
import type { Credentials } from '../../../main/network/results'
import { systemVault, type Vault } from '../../../main/network/vault'

const PASSWORD: Credentials = { kind: 'basic', user: 'ann', password: 'opensesame' }
const TOKEN: Credentials = { kind: 'bearer', token: 'opensesame' }

const test = base.extend<{ folder: string }>({
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, provide) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'credentials-'))
    await provide(folder)
    await rm(folder, { recursive: true })
  },
})

/** A vault that turns bytes around: enough to see that what is written went through it, and is checked on the way back. */
const vault = (key = 1, isOpen = (): boolean => true): Vault => ({
  available: () => Promise.resolve(isOpen()),
  encrypt: text => Promise.resolve(Uint8Array.from([key, ...Buffer.from(text)], byte => byte ^ 0xff)),
  decrypt: bytes => {
    const [found, ...rest] = Uint8Array.from(bytes, byte => byte ^ 0xff)
    if (found !== key) return Promise.reject(new Error('another key'))
    return Promise.resolve(Buffer.from(rest).toString())
  },
})

test('what is kept is there after the program was started again, by origin', async ({ folder }) => {
  const file = path.join(folder, 'deeper', 'credentials.json')
  const { store } = await createCredentials(file, vault())
  expect(await store.keep('https://a.example/feed.xml?x=1', PASSWORD)).toBe('kept')
  expect(await store.keep('http://a.example:8080/', TOKEN)).toBe('kept')
  const again = await createCredentials(file, vault())
  expect(again.setAside).toBeNull()
  expect(again.store.find('https://a.example:443/other')).toEqual(PASSWORD)
  expect(again.store.find('http://a.example:8080/feed')).toEqual(TOKEN)
  for (const other of ['http://a.example/', 'https://www.a.example/', 'https://a.example:8080/', 'nonsense'])
    expect(again.store.find(other), other).toBeUndefined()
  expect(again.store.origins()).toEqual(['http://a.example:8080', 'https://a.example'])
})

test('the file tells nobody else anything', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  await (await createCredentials(file, vault())).store.keep('https://a.example/', PASSWORD)
  const text = await readFile(file, 'utf8')
  for (const secret of ['opensesame', 'ann', 'a.example']) expect(text).not.toContain(secret)
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0)
  expect(await readdir(folder)).toEqual(['credentials.json'])
})

test('what is forgotten stays forgotten', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  const { store } = await createCredentials(file, vault())
  await store.keep('https://a.example/', PASSWORD)
  await store.forget('https://a.example/feed')
  expect(store.find('https://a.example/')).toBeUndefined()
  expect((await createCredentials(file, vault())).store.origins()).toEqual([])
})

test('many changes at once end with all of them written', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  const { store } = await createCredentials(file, vault())
  const origins = Array.from({ length: 30 }, (_, at) => `https://h${at}.example`)
  await Promise.all(origins.map(origin => store.keep(origin, PASSWORD)))
  expect((await createCredentials(file, vault())).store.origins()).toEqual(origins.sort())
})

test('only addresses of the web have credentials', async ({ folder }) => {
  const { store } = await createCredentials(path.join(folder, 'c.json'), vault())
  await expect(store.keep('file:///etc/hostname', PASSWORD)).rejects.toThrow(RangeError)
})

for (const [what, content] of [
  ['empty', ''],
  ['cut off', '{"version":1,"sea'],
  ['of another version', '{"version":2,"sealed":"AA=="}'],
  ['no object', '[1]'],
  ['sealed with something else', '{"version":1,"sealed":"AAAA"}'],
] as const)
  test(`a file that is ${what} is put aside, told, and replaced`, async ({ folder }) => {
    const file = path.join(folder, 'credentials.json')
    await writeFile(file, content)
    const { store, setAside } = await createCredentials(file, vault())
    expect(existsSync(file)).toBe(false)
    expect(await readFile(setAside ?? '', 'utf8')).toBe(content)
    expect(await store.keep('https://a.example/', PASSWORD)).toBe('kept')
    expect((await createCredentials(file, vault())).setAside).toBeNull()
    expect(await readFile(setAside ?? '', 'utf8')).toBe(content)
  })

for (const [what, inside] of [
  ['no JSON', 'x'],
  ['no map', '[]'],
  ['an address that is no origin', '{"https://a.example/feed":{"kind":"bearer","token":"a"}}'],
  ['an unknown kind', '{"https://a.example":{"kind":"digest","token":"a"}}'],
  ['a password that is no text', '{"https://a.example":{"kind":"basic","user":"a","password":1}}'],
] as const)
  test(`a file that holds ${what} is put aside whole`, async ({ folder }) => {
    const file = path.join(folder, 'credentials.json')
    const sealed = Buffer.from(await vault().encrypt(inside)).toString('base64')
    await writeFile(file, JSON.stringify({ version: 1, sealed }))
    const { store, setAside } = await createCredentials(file, vault())
    expect(setAside).not.toBeNull()
    expect(store.origins()).toEqual([])
  })

test('a file of another key is put aside', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  await (await createCredentials(file, vault(1))).store.keep('https://a.example/', PASSWORD)
  expect((await createCredentials(file, vault(2))).setAside).not.toBeNull()
})

test('without a vault credentials last until the program ends, and nothing is written', async ({
  folder,
}) => {
  const { store } = await createCredentials(
    path.join(folder, 'c.json'),
    vault(1, () => false),
  )
  expect(await store.keep('https://a.example/', PASSWORD)).toBe('until-quit')
  expect(store.find('https://a.example/')).toEqual(PASSWORD)
  expect(await readdir(folder)).toEqual([])
})

test('a file whose vault is closed today is neither read nor touched', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  await (await createCredentials(file, vault())).store.keep('https://a.example/', PASSWORD)
  let isOpen = false
  const closed = await createCredentials(
    file,
    vault(1, () => isOpen),
  )
  expect(closed.setAside).toBeNull()
  isOpen = true
  expect(await closed.store.keep('https://b.example/', TOKEN)).toBe('until-quit')
  expect(await closed.store.forget('https://a.example/')).toBe('until-quit')
  expect((await createCredentials(file, vault())).store.origins()).toEqual(['https://a.example'])
})

test('a write that fails leaves the file as it was', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  const { store } = await createCredentials(file, vault())
  await store.keep('https://a.example/', PASSWORD)
  const broken = await createCredentials(file, {
    ...vault(),
    encrypt: () => Promise.reject(new Error('the key store was closed')),
  })
  expect(await broken.store.keep('https://b.example/', TOKEN)).toBe('until-quit')
  expect((await createCredentials(file, vault())).store.origins()).toEqual(['https://a.example'])
})

test('what a crash left of a write does not matter', async ({ folder }) => {
  const file = path.join(folder, 'credentials.json')
  await (await createCredentials(file, vault())).store.keep('https://a.example/', PASSWORD)
  await writeFile(`${file}.tmp`, '{"version":1,"sea')
  const { store, setAside } = await createCredentials(file, vault())
  expect(setAside).toBeNull()
  await store.keep('https://b.example/', TOKEN)
  expect(await readdir(folder)).toEqual(['credentials.json'])
})

test('old and new forms of the system vault are used alike', async () => {
  const seal = (text: string): Buffer => Buffer.from(text).reverse()
  const open = (bytes: Uint8Array): string => Buffer.from(bytes).reverse().toString()
  const old = systemVault({
    isEncryptionAvailable: () => true,
    encryptString: seal,
    decryptString: open,
    getSelectedStorageBackend: () => 'gnome_libsecret',
  })
  const recent = systemVault({
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: text => Promise.resolve(seal(text)),
    decryptStringAsync: bytes => Promise.resolve({ result: open(bytes) }),
  })
  for (const each of [old, recent]) {
    expect(await each.available()).toBe(true)
    expect(await each.decrypt(await each.encrypt('äb'))).toBe('äb')
  }
  expect(await systemVault({}).available()).toBe(false)
})

test('a key that everybody knows is no vault', async () => {
  test.skip(process.platform !== 'linux', 'only Linux has it')
  const storage = {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'basic_text' as const,
  }
  expect(await systemVault(storage).available()).toBe(false)
})
