import type { PageSource } from '../../../preload/contract'

/**
 * What the clipboard holds, as a page to save.
 *
 * @returns null when there are no words in it
 */
export function pastedPage(data: DataTransfer | null): Extract<PageSource, { kind: 'paste' }> | null {
  const text = data?.getData('text/plain') ?? ''
  const html = data?.getData('text/html') ?? ''
  if (!/[\p{L}\p{N}]/u.test(text || html)) return null
  return { kind: 'paste', html: html || null, text }
}
