import type { Problem } from '../../../preload/contract'
import { offlineEnglish } from './en-offline'
import { problemsEnglish } from './en-problems'
import { savingEnglish } from './en-saving'
import { searchEnglish } from './en-search'
import { syncEnglish } from './en-sync'
import { updatesEnglish } from './en-updates'
import { pluralizer } from './plural'

const count = pluralizer('en')
const articles = { one: 'article', other: 'articles' }
const feeds = { one: 'feed', other: 'feeds' }

/** Everything that the reader says, in English. Another language is another object of this type. */
export const english = {
  language: 'en',
  brand: 'Broadsheet',

  header: {
    label: 'Broadsheet',
    search: 'Search everything',
    searchKey: '/',
    clearSearch: 'Leave the search',
    add: 'Add a feed or a page',
    refresh: 'Refresh all feeds',
    appearance: 'Text size and theme',
    offlineHint: 'There is no network. Everything in the library can be read.',
    syncing: (done: number, total: number) => `${done.toLocaleString('en')} of ${count(total, feeds)}`,
    cancelSync: 'Stop refreshing',
    syncDone: (added: number, failed: number) =>
      [
        added ? count(added, { one: 'new article', other: 'new articles' }) : 'Nothing new',
        ...(failed ? [count(failed, { one: 'feed failed', other: 'feeds failed' })] : []),
      ].join(', '),
  },

  sidebar: {
    label: 'Library',
    acrossSources: 'Across sources',
    feeds: 'Feeds',
    all: 'All',
    unread: 'Unread',
    starred: 'Starred',
    saved: 'Saved',
    quotes: 'Quotes',
    sync: 'Sync',
    failingCount: (failing: number) => `${count(failing, feeds)} failing`,
    unreadCount: (unread: number) => count(unread, { one: 'unread article', other: 'unread articles' }),
    openFolder: (name: string) => `Show the feeds in ${name}`,
    closeFolder: (name: string) => `Hide the feeds in ${name}`,
    actions: (name: string) => `Actions for ${name}`,
    failing: (reason: string) => `The last refresh failed. ${reason}`,
    noFeeds: 'No feeds yet. Press A to add one.',
    newFolder: 'New folder',
  },

  actions: {
    askNow: 'Ask now',
    feedSettings: 'How it is fetched…',
    keepOffline: 'Make available offline now',
    tellMe: 'Tell me of new articles',
    credentials: 'Name and password…',
    rename: 'Rename…',
    moveTo: 'Move to folder…',
    remove: 'Remove feed…',
    markAllRead: 'Mark all as read',
    copyAddress: 'Copy address',
    removeFolder: 'Remove folder…',
  },

  ask: {
    cancel: 'Cancel',
    renameTitle: 'Rename feed',
    renameLabel: 'Name',
    renameConfirm: 'Rename',
    moveTitle: (feed: string) => `Move “${feed}”`,
    moveLabel: 'Folder',
    moveConfirm: 'Move',
    noFolder: 'No folder',
    otherFolder: 'A new folder…',
    newFolderLabel: 'Name of the new folder',
    removeTitle: (feed: string) => `Remove “${feed}”?`,
    removeText: 'Its articles leave the library. What you starred or saved stays.',
    removeConfirm: 'Remove feed',
    removeFolderTitle: (folder: string) => `Remove the folder “${folder}”?`,
    removeFolderText: 'Its feeds and their articles stay; they move one folder up.',
    removeFolderConfirm: 'Remove folder',
  },

  list: {
    label: (title: string) => `Articles: ${title}`,
    newestFirst: 'newest first',
    articles: (total: number) => count(total, articles),
    newArticles: (fresh: number) => count(fresh, { one: 'new article', other: 'new articles' }),
    quotes: (quotes: number) => count(quotes, { one: 'quote', other: 'quotes' }),
    starredRow: 'starred',
    unreadRow: 'unread',
    markAllRead: 'Mark all as read',
    addedByYou: 'Added by you',
    markedRead: (number: number) =>
      number === 0 ? 'Everything was read already.' : `${count(number, articles)} marked as read.`,
    undo: 'Undo',
    empty: {
      all: 'The library is empty. Press A to follow a feed or save a page.',
      unread: 'You have read everything.',
      starred: 'Nothing is starred. Press S on an article to keep it here.',
      saved: 'Nothing is saved. Pages that you add and articles that you save stand here.',
      feed: 'This feed has brought no articles yet.',
      folder: 'The feeds in this folder have brought no articles yet.',
    },
  },

  search: searchEnglish,

  article: {
    label: 'Article',
    bodyLabel: 'Text of the article',
    toolbar: 'This article',
    more: 'more',
    moreHint: 'Open the original in your browser',
    minutes: (minutes: number) => `${minutes} min`,
    minutesLabel: (minutes: number) => `${count(minutes, { one: 'minute', other: 'minutes' })} to read`,
    star: 'Star',
    unstar: 'Remove the star',
    save: 'Keep in Saved',
    unsave: 'Remove from Saved',
    markUnread: 'Mark as unread',
    markRead: 'Mark as read',
    quotes: 'Quotes',
    asWritten: (speaker: string) => `as “${speaker}” here`,
    noSpeaker: 'Unnamed',
    toQuote: (speaker: string) => `Go to these words of ${speaker} in the text`,
    allBySpeaker: (speaker: string) => `Everything ${speaker} said in the library`,
    headlines: 'More headlines',
    sameText: 'The same text also stands here:',
    lost: 'The text of this article cannot be read any more. Open the original, or refresh its feed.',
    gone: 'This article is not in the library any more.',
    noText: 'This feed brought no text for the article. Open the original to read on.',
    none: 'Choose an article',
    noneHelp: 'J and K walk through the list. The question mark shows all keys.',
    failed: 'This article cannot be shown. The rest of the library can be read.',
  },

  quotesView: {
    title: 'Quotes',
    label: 'Quotes, newest first',
    filter: 'Filter by speaker',
    clear: 'Show everyone',
    total: (total: number) => count(total, { one: 'quote', other: 'quotes' }),
    empty: 'No quotes yet. They are found in every article that arrives.',
    none: (speaker: string) => `Nobody called “${speaker}” is quoted in the library.`,
    unnamed: 'Unnamed',
  },

  add: {
    title: 'Add a feed or a page',
    close: 'Close',
    address: 'Address of a feed, a site or an article',
    placeholder: 'example.org',
    follow: 'Follow',
    savePage: 'Save page',
    folder: 'Folder',
    or: 'or',
    files: 'Choose files…',
    filesHint:
      'Drop pages (.html, .txt, .md), a list of subscriptions (.opml), or bookmarks and saved pages of another reader (.html, .csv, .json, .zip) here',
    paste: 'Paste an article',
    pasteHint: 'Paste the text of an article here to keep it.',
    dropHere: 'Drop to add',
    dropHint: 'Pages, lists of subscriptions, and bookmarks or saved pages of another reader',
    busy: { following: 'Asking the site…', saving: 'Reading the page…', importing: 'Reading the list…' },
    choice: 'This site offers several feeds. Which one?',
    nothingPasted: 'There is no text in the clipboard. Copy an article first.',
    noAddress: 'Type or paste an address first.',
    unknownFile: (name: string) =>
      `“${name}” is of no kind that can be read. Choose .html, .txt, .md, .opml, .csv, .json or .zip files.`,
    ofFile: (name: string, sentence: string) => `“${name}”: ${sentence}`,
    unreadableFile: (name: string) =>
      `“${name}” could not be read. See that it is there and not larger than 200 MB, then try again.`,
    fileTooLarge: (name: string, megabytes: number) =>
      `“${name}” is larger than ${megabytes} MB. Choose a smaller file.`,
    added: (title: string, fresh: number) => `You follow “${title}” now: ${count(fresh, articles)}.`,
    subscribedBefore: (title: string) => `You follow “${title}” already.`,
    saved: (title: string) => `“${title}” is kept in Saved.`,
    waiting: 'There is no network. It is kept and fetched when you are connected.',
    imported: (added: number, before: number) =>
      [
        added
          ? `You follow ${count(added, { one: 'more feed', other: 'more feeds' })} now.`
          : 'The list holds no new feed.',
        ...(before ? [`${count(before, { one: 'was', other: 'were' })} there before.`] : []),
      ].join(' '),
    open: 'Read it',
    openFeed: 'See its articles',
    pasteOffer: 'Keep the pasted text as an article?',
    pasteKeep: 'Keep it',
    dismiss: 'Dismiss',
  },

  welcome: {
    title: 'A newspaper of your own',
    intro:
      'Broadsheet brings the papers you follow to your desk and keeps them there. Everything is stored on this computer: read it, search it and quote it, also without a network. There is no account, no server and nobody watching.',
    agree:
      'Nothing is fetched before you choose. Following a feed asks its publisher for it, at the address shown.',
    choose: 'Begin with a few',
    follow: (chosen: number) => (chosen ? `Follow ${count(chosen, feeds)}` : 'Follow the chosen feeds'),
    chooseFirst: 'Choose at least one, or just look around.',
    importList: 'Bring your subscriptions (OPML)…',
    look: 'Just look around',
    busy: 'Setting the first page…',
    groups: { world: 'World news', languages: 'In other languages', science: 'Science and technology' },
    about: {
      bbc: 'World news from London',
      guardian: 'International edition',
      dw: 'Germany’s broadcaster, in English',
      lemonde: 'The front page, in French',
      tagesschau: 'News of the day, in German',
      elpais: 'The front page, in Spanish',
      nasa: 'Space agency of the United States',
      nature: 'Research and science news',
      ars: 'Technology, at length',
      lwn: 'Linux and free software',
    },
  },

  appearance: {
    title: 'Text size and theme',
    textSize: 'Text size',
    smaller: 'Smaller',
    larger: 'Larger',
    size: (step: number) => (step === 0 ? 'Normal' : step > 0 ? `Normal + ${step}` : `Normal − ${-step}`),
    theme: 'Theme',
    themes: { system: 'System', light: 'Paper', dark: 'Night' },
    exportList: 'Export subscriptions…',
    exported: 'The list of subscriptions is written.',
    keys: 'Keys',
  },

  keys: {
    title: 'Keyboard shortcuts',
    rows: [
      { keys: ['J', '↓'], meaning: 'Next article' },
      { keys: ['K', '↑'], meaning: 'Previous article' },
      { keys: ['Space'], meaning: 'Read on; at the end, the next unread article' },
      { keys: ['⇧ Space'], meaning: 'Scroll back' },
      { keys: ['S'], meaning: 'Star' },
      { keys: ['M'], meaning: 'Mark as read or unread' },
      { keys: ['O'], meaning: 'Open the original' },
      { keys: ['V'], meaning: 'The full text, or the text as in the feed' },
      { keys: ['E'], meaning: 'Export the article as a file' },
      { keys: ['/'], meaning: 'Search' },
      { keys: ['N'], meaning: 'Next hit in the article' },
      { keys: ['P'], meaning: 'Previous hit in the article' },
      { keys: ['Ctrl F'], meaning: 'Find in the article' },
      { keys: ['Esc'], meaning: 'Leave the search' },
      { keys: ['R'], meaning: 'Refresh all feeds' },
      { keys: ['A'], meaning: 'Add a feed or a page' },
      { keys: ['Ctrl V'], meaning: 'Keep copied text as an article' },
      { keys: ['?'], meaning: 'These keys' },
    ],
  },

  trouble: {
    title: 'The library cannot be opened',
    again: 'Try again',
    part: 'This part cannot be shown. The rest of Broadsheet works on.',
    closed: 'The library was closed by another Broadsheet. Close the others, then try again.',
  },

  sync: syncEnglish,

  saving: savingEnglish,

  updates: updatesEnglish,

  offline: offlineEnglish,

  problems: problemsEnglish satisfies Record<Problem, string>,
}

/** The strings of any language. */
export type Strings = typeof english
