import type { Problem, ReaderBridge } from '../../preload/contract'
import type { LibraryCommand } from '../library'

declare global {
  interface Window {
    readonly broadsheet: ReaderBridge
  }
}

/** The way to the main process. */
export const bridge = (): ReaderBridge => window.broadsheet

/** Opens an address in the person's browser; addresses of other kinds than http, https and mailto are left alone. */
export function openAddress(address: string): void {
  if (/^(https?|mailto):/i.test(address)) void bridge().request('address.open', address)
}

/**
 * Sends a change of feeds or of many articles to the page that writes them.
 *
 * @returns why it could not be carried out, or null
 */
export async function command(change: LibraryCommand): Promise<Problem | null> {
  return (await bridge().request('library.command', change)).problem
}
