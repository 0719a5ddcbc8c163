import { dialog, type BrowserWindow } from 'electron'
import fs from 'node:fs/promises'
import { STRINGS } from './strings'

/**
 * Asks where to, and writes the subscriptions there.
 *
 * @returns false when the person cancelled, or was told why it failed
 */
export async function exportSubscriptions(window: BrowserWindow, opml: string): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: STRINGS.subscriptionsFile,
    filters: [{ name: STRINGS.subscriptionsKind, extensions: ['opml'] }],
  })
  if (canceled || !filePath) return false
  try {
    // Beside the target first: an old file is only replaced by a whole new one.
    await fs.writeFile(`${filePath}.part`, opml)
    await fs.rename(`${filePath}.part`, filePath)
    return true
  } catch (error) {
    const detail = `${error instanceof Error ? error.message : String(error)}\n\n${STRINGS.exportFailedHelp}`
    await dialog.showMessageBox(window, { type: 'error', message: STRINGS.exportFailed, detail })
    return false
  }
}
