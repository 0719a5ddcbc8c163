/** What the menus and dialogs of the main process say; another language is another object of this type. */
export const STRINGS = {
  file: 'File',
  add: 'Add Feed or Page…',
  importFeeds: 'Import Subscriptions…',
  exportFeeds: 'Export Subscriptions…',
  refresh: 'Refresh All',
  edit: 'Edit',
  find: 'Search',
  view: 'View',
  settings: 'Settings…',
  window: 'Window',
  help: 'Help',
  keys: 'Keyboard Shortcuts',
  subscriptionsFile: 'Broadsheet subscriptions.opml',
  subscriptionsKind: 'OPML subscription lists',
  exportFailed: 'The subscriptions could not be written',
  exportFailedHelp: 'Choose another folder, or make room on the disk, and try again.',
  newArticles: (added: number) =>
    added === 1 ? '1 new article' : `${added.toLocaleString('en')} new articles`,
  andMore: (names: string, more: number) => `${names} and ${more} more`,
} as const
