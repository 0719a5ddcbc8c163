import type { FrameLocator, Locator, Page } from '@playwright/test'

/** What people do in the reader, by the names that the screen has for it. */

/** Leaves the first-run page without following anything. */
export const lookAround = (reader: Page): Promise<void> =>
  reader.getByRole('button', { name: 'Just look around' }).click()

/** Opens the dialog for adding, and follows an address. */
export async function follow(reader: Page, address: string): Promise<void> {
  await openAdding(reader)
  await reader.getByLabel('Address of a feed').fill(address)
  await reader.getByRole('button', { name: 'Follow', exact: true }).click()
}

/** Opens the dialog for adding, and saves the page at an address. */
export async function savePage(reader: Page, address: string): Promise<void> {
  await openAdding(reader)
  await reader.getByLabel('Address of a feed').fill(address)
  await reader.getByRole('button', { name: 'Save page' }).click()
}

/** Opens the dialog for adding, and chooses files as with the file chooser. */
export async function addFiles(
  reader: Page,
  files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[],
): Promise<void> {
  await openAdding(reader)
  const chooser = reader.waitForEvent('filechooser')
  await reader.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([...files])
}

async function openAdding(reader: Page): Promise<void> {
  if (await addDialog(reader).isVisible()) return
  await reader.getByRole('button', { name: 'Add a feed or a page' }).click()
}

export const addDialog = (reader: Page): Locator => reader.getByRole('dialog', { name: 'Add' })

/** A row of the list by its headline. */
export const row = (reader: Page, headline: string | RegExp): Locator =>
  reader.getByRole('option').filter({ has: reader.getByRole('heading', { name: headline }) })

/** The pane that shows the article. */
export const article = (reader: Page): Locator => reader.getByRole('main', { name: 'Article' })

/** The frame with the article's text. */
export const body = (reader: Page): FrameLocator => article(reader).frameLocator('iframe')

/** The rail with the article's quotes. */
export const quotes = (reader: Page): Locator =>
  article(reader).getByRole('complementary', { name: 'Quotes' })

/** The number that the sidebar shows beside a name. */
export const place = (reader: Page, name: string): Locator =>
  reader.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: new RegExp(`^${name}\\b`) })

/** Types a query into the search field. */
export async function search(reader: Page, query: string): Promise<void> {
  await reader.getByLabel('Search everything').fill(query)
}

/** Leaves the library as a newer program would: at a version that this one does not know. */
export const makeLibraryNewer = (reader: Page): Promise<void> =>
  reader.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('library', 9990)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
  )
