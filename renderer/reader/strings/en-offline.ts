import type { Problem } from '../../../preload/contract'
import { pluralizer, type PluralForms } from './plural'

const count = pluralizer('en')
const pictures: PluralForms = { one: 'picture', other: 'pictures' }

/** What the reader says about complete articles: their full text, their pictures, and the room these take; in English. */
export const offlineEnglish = {
  complete: 'Kept for offline reading',
  pictures: (number: number) => count(number, pictures),
  awaited: (number: number) => `${count(number, { one: 'picture is', other: 'pictures are' })} not here yet`,
  fetching: (number: number) =>
    `${count(number, { one: 'picture is', other: 'pictures are' })} being fetched…`,
  lost: (number: number) => `${count(number, pictures)} could not be had`,
  fetch: (number: number) => (number === 1 ? 'Fetch it' : 'Fetch them'),

  arrived: 'The pictures are here.',

  texts: { page: 'Full text', feed: 'As in the feed' },
  showText: { page: 'Show full text', feed: 'Show as in the feed' },
  showTextHint: {
    page: 'Show the full text of its page',
    feed: 'Show the text as it is in the feed',
  },
  fetchText: 'Fetch full text',
  fetchTextHint: 'Fetch the full text from its page',
  fetchingText: 'The full text is being fetched…',
  textWaits: 'The full text is fetched when there is a network.',
  textSame: 'Its page says no more than the feed.',
  textAgain: 'Try again',
  newerArrived: 'A newer form of this article is here.',
  showNewer: 'Show it',

  updated: (when: string, paragraphs: number) =>
    `Updated ${when}: ${count(paragraphs, { one: 'new paragraph', other: 'new paragraphs' })}`,
  updatedHint: 'Go to the first new paragraph',
  newParagraph: 'New since the last form of this article',

  picture: 'Picture',
  enlarge: (words: string) => (words ? `${words} – show it large` : 'Picture – show it large'),
  notHere: (words: string, why: string) => [words || 'Picture', why].join('. '),
  notFetched: 'Not here yet',
  notOnWeb: 'It came with the page and is not in the library.',
  /** Problems that are said otherwise of a picture than of a feed. */
  problems: {
    offline: 'There was no network when it was to be fetched.',
    'host-not-found': 'Its server was not found.',
    refused: 'Its server did not accept the connection.',
    timeout: 'Its server did not answer in time.',
    tls: 'The connection to its server is not secure.',
    'too-large': 'It is larger than Broadsheet keeps.',
    'too-many-redirects': 'Its address leads round in a circle.',
    'private-network': 'Its address leads into a private network, which is not followed.',
    'bad-address': 'Its address cannot be fetched.',
    gone: 'The publisher has removed it for good.',
    'not-found': 'There is no picture at its address any more.',
    unauthorised: 'Its server asks for a name and a password.',
    forbidden: 'Its server does not let Broadsheet in.',
    'rate-limited': 'Its server asked for a pause.',
    'server-error': 'Its server was in trouble.',
    'http-error': 'Its server refused the request.',
    cancelled: 'Fetching it was stopped.',
    network: 'The connection broke off.',
    empty: 'There is nothing at its address.',
    quarantined: 'It stopped Broadsheet’s reading twice, so it was put aside.',
    'reading-failed': 'Reading it failed.',
  } satisfies Partial<Record<Problem, string>>,

  feedTitle: (feed: string) => `How “${feed}” is fetched`,
  textLabel: 'Text of its articles',
  textWishes: {
    automatic: 'automatic: the page’s, where the feed gives only a teaser',
    feed: 'as in the feed',
    page: 'always the full text of the page',
  },
  picturesLabel: 'Pictures',
  pictureWishes: { automatic: 'as everywhere', always: 'always keep them', never: 'never keep them' },
  keptNow: (feeds: number) =>
    `What ${feeds === 1 ? 'its articles' : `the articles of ${count(feeds, { one: 'feed', other: 'feeds' })}`} lack is being fetched.`,

  settings: {
    legend: 'Pictures',
    keep: 'Keep the pictures of articles',
    inLists: 'Pictures in the list',
    room: 'Room for pictures',
    roomHelp:
      'When it is full, the pictures of articles that were read go first. Those of starred and saved ones stay.',
    storage: 'What is stored…',
  },
  storage: {
    open: 'Storage…',
    title: 'Storage',
    total: (used: string, budget: string) => `Pictures take ${used} of ${budget}.`,
    none: 'No pictures are stored yet.',
    caption: 'What the pictures of each feed take',
    columns: { feed: 'Feed', articles: 'Articles', pictures: 'Pictures', size: 'Size' },
    shared: 'A picture that several feeds show counts for each of them, and once in the sum.',
  },

  completing: (left: number) => `Completing articles: ${left.toLocaleString('en')} left`,
  stopCompleting: 'Stop completing articles',

  exportArticle: 'Export as a file…',
  exported: 'The article is written with its pictures.',
}
