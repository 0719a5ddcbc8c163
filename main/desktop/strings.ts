import { COMMAND_LINE } from './strings-command-line'

/** What the menus and dialogs of the main process say; another language is another object of this type. */
export const STRINGS = {
  file: 'File',
  add: 'Add Feed or Page…',
  importFeeds: 'Import Subscriptions…',
  exportFeeds: 'Export Subscriptions…',
  refresh: 'Refresh All',
  edit: 'Edit',
  find: 'Find in Article',
  search: 'Search Everything',
  view: 'View',
  settings: 'Settings…',
  window: 'Window',
  help: 'Help',
  updates: 'Check for Updates…',
  keys: 'Keyboard Shortcuts',
  subscriptionsFile: 'Broadsheet subscriptions.opml',
  subscriptionsKind: 'OPML subscription lists',
  articleFile: 'Article',
  articleKind: 'Web pages',
  articleExportFailed: 'The article could not be written',
  exportArticle: 'Export Article…',
  exportFailed: 'The subscriptions could not be written',
  exportFailedHelp: 'Choose another folder, or make room on the disk, and try again.',
  newArticles: (added: number) =>
    added === 1 ? '1 new article' : `${added.toLocaleString('en')} new articles`,
  andMore: (names: string, more: number) => `${names} and ${more} more`,
  commandLine: COMMAND_LINE,
} as const
