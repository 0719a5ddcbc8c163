import { dialog, type BrowserWindow } from 'electron'
import fs from 'node:fs/promises'
import { STRINGS } from './strings'

/** A file to be written where the person wants it. */
export interface FileToSave {
  /** The name that is offered, with its extension. */
  readonly name: string
  /** What files of this kind are called, and their extension. */
  readonly kind: string
  readonly extension: string
  readonly content: string
  /** What is said when it could not be written. */
  readonly failed: string
}

/**
 * Asks where to, and writes a file there.
 *
 * @returns false when the person cancelled, or was told why it failed
 */
export async function saveAs(window: BrowserWindow, file: FileToSave): Promise<boolean> {
  const { name, kind, extension, content, failed } = file
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: [{ name: kind, extensions: [extension] }],
  })
  if (canceled || !filePath) return false
  try {
    // Beside the target first: an old file is only replaced by a whole new one.
    await fs.writeFile(`${filePath}.part`, content)
    await fs.rename(`${filePath}.part`, filePath)
    return true
  } catch (error) {
    const detail = `${error instanceof Error ? error.message : String(error)}\n\n${STRINGS.exportFailedHelp}`
    await dialog.showMessageBox(window, { type: 'error', message: failed, detail })
    return false
  }
}
