import type { LeftOut, SyncPause } from '../../../preload/contract'
import type { PluralForms } from './plural'
import { pluralizer } from './plural'

const count = pluralizer('en')
const entries: PluralForms = { one: 'entry', other: 'entries' }

const every = (minutes: number): string => {
  if (minutes === 1440) return 'once a day'
  if (minutes % 60 === 0) return minutes === 60 ? 'every hour' : `every ${minutes / 60} hours`
  return `every ${minutes} minutes`
}

/** What the reader says about syncing, in English. */
export const syncEnglish = {
  title: 'Sync',
  askAll: 'Ask all now',
  settings: 'Settings…',
  feeds: (total: number) => count(total, { one: 'feed', other: 'feeds' }),
  failing: (failing: number) => `${count(failing, { one: 'is', other: 'are' })} failing`,
  lastAsked: (when: string) => `last asked ${when}`,
  neverAsked: 'nothing was asked yet',
  paused: {
    offline: 'Paused: there is no network. Feeds are asked when it is back.',
    battery: 'Paused on battery. What you ask for yourself is fetched all the same.',
    metered: 'Paused on a metered network. What you ask for yourself is fetched all the same.',
  } satisfies Record<SyncPause, string>,
  pausedSign: {
    offline: 'Offline',
    battery: 'Paused on battery',
    metered: 'Paused: metered network',
  } satisfies Record<SyncPause, string>,

  filterLabel: 'Show',
  filters: { all: 'All', failing: 'Failing', soon: 'Due soon' },
  empty: {
    all: 'No feeds yet. Press A to add one.',
    failing: 'No feed is failing.',
    soon: 'No feed is due in the next quarter of an hour.',
  },
  columns: { feed: 'Feed', last: 'Last', next: 'Next', interval: 'How often', notify: 'Tell me' },

  asking: 'Asking now…',
  waiting: 'Waits for its turn',
  notAsked: 'Not asked yet',
  nothingNew: 'Nothing new',
  newArticles: (added: number) => count(added, { one: 'new article', other: 'new articles' }),
  failedTimes: (times: number) => `Failed ${times.toLocaleString('en')} times in a row.`,
  next: { 'by-hand': 'when you ask', paused: 'paused', soon: 'now', never: 'not again' },
  intervalOf: (feed: string) => `How often “${feed}” is asked`,
  notifyOf: (feed: string) => `Tell me of new articles of “${feed}”`,
  retry: (feed: string) => `Ask “${feed}” now`,
  automatic: 'automatic',
  byHand: 'only by hand',
  every,

  queueKinds: { feed: 'feed' },
  queueRetry: (address: string) => `Try ${address} again`,
  queueDrop: (address: string) => `Do not wait for ${address}`,

  latelyTitle: 'Lately',
  latelyEmpty: 'What happens while feeds are asked stands here for 30 days.',
  events: {
    recovered: 'It answers again.',
    added: (articles: number) => `${count(articles, { one: 'new article', other: 'new articles' })}.`,
    updated: (articles: number) =>
      `${count(articles, { one: 'article', other: 'articles' })} edited by the source.`,
    moved: (address: string) => `Moved to ${address}.`,
    renamed: (articles: number) =>
      `The publisher changed the ids of ${count(articles, entries)}. They were recognised and are not new.`,
    quarantined: (address: string) =>
      `What ${address} sent stopped Broadsheet’s reading twice. It was put aside and is not read again.`,
    unreadable: (entry: string) => `An entry could not be read and was left out: ${entry}`,
    other: (detail: string) => `Something happened that this version has no words for. ${detail}`,
  },

  intervalLabel: 'How often',
  intervalHelp: 'Automatic follows how often the feed changes, and what its publisher asks for.',
  intervalConfirm: 'Done',

  credentials: {
    title: 'Name and password',
    intro: (host: string) =>
      `${host} opens only to those it knows. What you enter is sent there and nowhere else.`,
    insecure: 'This address is not encrypted (http): others on the way can read what is sent.',
    kind: 'How it opens',
    kinds: { basic: 'Name and password', bearer: 'Token' },
    user: 'Name',
    password: 'Password',
    token: 'Token',
    keep: 'Keep and ask',
    forget: 'Forget what is kept',
    kept: (host: string) => `Kept for ${host}.`,
    untilQuit: 'Kept until Broadsheet is closed, because this system has no safe place for passwords.',
    forgotten: (host: string) => `Nothing is kept for ${host} any more.`,
    failed: 'It could not be kept. Try again.',
    open: 'Enter them…',
  },

  options: {
    title: 'Syncing and pictures',
    open: 'Syncing…',
    refresh: 'Ask feeds by themselves',
    refreshEvery: (minutes: number) => (minutes === 0 ? 'never, only by hand' : `at most ${every(minutes)}`),
    pause: 'Pause',
    onBattery: 'while on battery',
    onMetered: 'on metered networks',
    proxy: 'Way to the network',
    proxies: { system: 'as the system does', none: 'directly', fixed: 'through a proxy of your own' },
    rules: 'Proxy',
    rulesPlaceholder: 'proxy.example.org:8080',
    rulesWrong: 'Write a host and a port, like proxy.example.org:8080 or socks5://127.0.0.1:1080.',
    bypass: 'Not for these, with commas between',
    bypassPlaceholder: 'localhost, *.example.org',
    bypassWrong: 'Write names or addresses with commas between them, like localhost, *.example.org.',
  },

  leftOut: {
    line: (left: number) => `${count(left, { one: 'was', other: 'were' })} left out.`,
    title: 'Left out of the import',
    show: 'Show them',
    unnamed: 'Without a name',
    more: (left: number) => `And ${left.toLocaleString('en')} more.`,
    reasons: {
      'no-address': 'has no address',
      'not-on-the-web': 'its address is not on the web',
      twice: 'stands twice in the list',
    } satisfies Record<LeftOut['reason'], string>,
  },

  backup: {
    title: 'Restore your library?',
    text: (when: string, feeds: number, articles: number) =>
      `Your library is empty, but a backup of ${when} has ${count(feeds, { one: 'feed', other: 'feeds' })} and ${count(articles, { one: 'saved or starred article', other: 'saved or starred articles' })}.`,
    restore: 'Restore',
    leave: 'Start anew',
    busy: 'Restoring…',
    restored: 'Your library is restored.',
    failed: 'The backup could not be restored. It is still there; try again.',
  },
}
