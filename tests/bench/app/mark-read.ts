import type { Page } from '@playwright/test'
import { place } from '../../support/reader'
import { unreadCount } from './reader-page'

/** What marking everything as read, and undoing it, took on the screen. */
export interface MarkRead {
  readonly articles: number
  /** Milliseconds from the click until the sidebar shows the number that follows from it. */
  readonly marked: number
  readonly undone: number
}

/** Marks all unread articles as read as a person does, and undoes it. */
export async function measureMarkRead(reader: Page): Promise<MarkRead> {
  const articles = await unreadCount(reader)
  await place(reader, 'Unread').click()
  await reader.getByRole('button', { name: 'Mark all as read' }).waitFor()
  const marked = await clickUntil(reader, 'Mark all as read', 0)
  const undone = await clickUntil(reader, 'Undo', articles)
  return { articles, marked, undone }
}

/** @param count what the number of unread articles shows in the end */
const clickUntil = (reader: Page, button: string, count: number): Promise<number> =>
  reader.evaluate(
    async ([name, expected]) => {
      const buttons = [...document.querySelectorAll('button')]
      const wanted = buttons.find(({ textContent }) => textContent === name)
      const unread = buttons.find(({ textContent }) => textContent?.startsWith('Unread'))
      const begun = performance.now()
      wanted?.click()
      while (Number(unread?.textContent?.replace(/\D/g, '')) !== expected) {
        if (performance.now() - begun > 60_000) throw new Error(`“${name}” shows no effect`)
        await new Promise(resolve => requestAnimationFrame(resolve))
      }
      return performance.now() - begun
    },
    [button, count] as const,
  )
