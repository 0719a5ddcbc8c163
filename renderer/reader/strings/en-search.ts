import { pluralizer } from './plural'

const count = pluralizer('en')
const articles = { one: 'article', other: 'articles' }
const number = (value: number): string => value.toLocaleString('en')

/** What operators of a query ask for, in the words of a chip, by their usual values. */
const chips = {
  is: { unread: 'Unread', read: 'Read', starred: 'Starred', saved: 'Saved' } as Readonly<
    Record<string, string>
  >,
  has: { quote: 'With quotes', picture: 'With pictures', audio: 'With sound' } as Readonly<
    Record<string, string>
  >,
  source: (name: string) => `Source: ${name}`,
  author: (name: string) => `Author: ${name}`,
  said: (name: string) => `Said by ${name}`,
  title: (words: string) => `In the headline: ${words}`,
  tag: (name: string) => `Tag: ${name}`,
  lang: (language: string) => `In ${language}`,
  since: (day: string) => `Since ${day}`,
  before: (day: string) => `Before ${day}`,
  younger: (age: string) => `Last ${age}`,
  older: (age: string) => `Older than ${age}`,
  ages: {
    h: (hours: number) => count(hours, { one: 'hour', other: 'hours' }),
    d: (days: number) => count(days, { one: 'day', other: 'days' }),
    w: (weeks: number) => count(weeks, { one: 'week', other: 'weeks' }),
    m: (months: number) => count(months, { one: 'month', other: 'months' }),
    y: (years: number) => count(years, { one: 'year', other: 'years' }),
  } as Readonly<Record<string, (value: number) => string>>,
  or: 'or',
  not: (words: string) => `Not: ${words}`,
  other: (operator: string, value: string) => `${operator}: ${value}`,
  nothing: '…',
}

export const searchEnglish = {
  title: 'Search',
  scope: (total: number) => `Searching everything: ${count(total, articles)}`,
  found: (total: number) => count(total, { one: 'article found', other: 'articles found' }),
  foundIn: (found: number, total: number) =>
    found
      ? `${count(found, { one: 'article found', other: 'articles found' })} in all ${number(total)}`
      : `Nothing found in ${count(total, articles)}`,
  more: (shown: number, order: 'relevance' | 'date') =>
    order === 'date' ? `The ${number(shown)} newest are shown.` : `The ${number(shown)} best are shown.`,
  none: (query: string) => `Nothing matches “${query}”.`,
  noneHelp: 'All words must be in one article. Try fewer words, or only the beginning of the last one.',
  didYouMean: 'Did you mean',
  failed:
    'Nothing can be searched at the moment; what is damaged is being made again. If this stays, restart Broadsheet. Nothing in the library is lost.',
  placeholderHelp: 'Titles and texts of everything in the library.',
  renewal: {
    began: 'Older articles are being indexed again. Until that is done, a search may miss some of them.',
    going: (renewed: number, total: number) =>
      `Indexing older articles again: ${number(renewed)} of ${number(total)}. Until that is done, a search may miss some of them.`,
    over: 'All articles are indexed.',
  },
  order: 'Order of the results',
  orders: { relevance: 'Best', date: 'Newest' },

  chips,
  chipsLabel: 'What is searched for',
  removeChip: (words: string) => `Remove “${words}” from the search`,
  problems: {
    'no-value': 'say what',
    'unknown-value': 'nothing goes by this',
    'not-yet': 'not there yet',
  },
  notYet: { tag: 'tags are not there yet' } as Readonly<Record<string, string>>,

  facets: 'Narrow the results',
  bySource: 'Sources',
  byTime: 'Time',
  ages: {
    '<1d': '24 hours',
    '<7d': '7 days',
    '<30d': '30 days',
    '<365d': 'a year',
    '>365d': 'older',
  } as Readonly<Record<string, string>>,
  narrowTo: (label: string, found: number) => `${label}: ${count(found, articles)}`,

  completions: 'Suggestions',
  recent: 'searched before',
  operators: {
    is: 'unread, read, starred or saved',
    has: 'quote, picture or audio',
    source: 'from one source',
    author: 'by an author',
    said: 'quotes somebody',
    title: 'in the headline',
    tag: 'with a tag',
    lang: 'in a language',
    before: 'before a day',
    after: 'since a day',
    age: 'how old at most',
  } as Readonly<Record<string, string>>,

  saved: 'Searches',
  save: 'Save this search',
  savedNow: (name: string) => `“${name}” stands in the sidebar now.`,
  savedCount: (total: number, unread: number) =>
    `${count(unread, { one: 'unread article', other: 'unread articles' })} of ${number(total)} found`,
  rename: 'Rename…',
  remove: 'Remove',
  removed: (name: string) => `“${name}” was removed from the sidebar.`,
  renameTitle: 'Rename search',

  hits: (at: number, total: number) =>
    at ? `${number(at)} of ${number(total)}` : count(total, { one: 'hit', other: 'hits' }),
  hitsLabel: 'Hits in the article',
  nextHit: 'Next hit',
  previousHit: 'Previous hit',
  find: 'Find in this article',
  findNone: 'Not in this article',
  closeFind: 'Close',
}
