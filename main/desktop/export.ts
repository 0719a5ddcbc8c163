import type { BrowserWindow } from 'electron'
import { fileNameOf } from './file-name'
import { saveAs } from './save-as'
import { STRINGS } from './strings'

/** Asks where to, and writes the subscriptions there. @returns false when nothing was written */
export const exportSubscriptions = (window: BrowserWindow, opml: string): Promise<boolean> =>
  saveAs(window, {
    name: STRINGS.subscriptionsFile,
    kind: STRINGS.subscriptionsKind,
    extension: 'opml',
    content: opml,
    failed: STRINGS.exportFailed,
  })

/**
 * Asks where to, and writes an article there.
 *
 * @param name of the article: others' words, of which a file name is made
 * @returns false when nothing was written
 */
export const exportArticle = (window: BrowserWindow, name: string, html: string): Promise<boolean> =>
  saveAs(window, {
    name: `${fileNameOf(name) || STRINGS.articleFile}.html`,
    kind: STRINGS.articleKind,
    extension: 'html',
    content: html,
    failed: STRINGS.articleExportFailed,
  })
