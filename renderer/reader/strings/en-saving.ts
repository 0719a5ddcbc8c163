import type { Problem } from '../../../preload/contract'
import { pluralizer, type PluralForms } from './plural'

const count = pluralizer('en')
const pages: PluralForms = { one: 'page', other: 'pages' }
const number = (value: number): string => value.toLocaleString('en')

/** What the reader says about lists of saved pages and the queue that they go to, in English. */
export const savingEnglish = {
  imported: (saved: number, waiting: number, before: number) =>
    [
      ...(saved
        ? [
            `${count(saved, { one: 'page is', other: 'pages are' })} kept in Saved, with the text that came along.`,
          ]
        : []),
      ...(waiting
        ? [`${count(waiting, pages)} will be fetched and kept, a few at a time; the Sync view shows how far.`]
        : []),
      ...(saved + waiting === 0 ? ['The list holds no new page.'] : []),
      ...(before ? [`${count(before, { one: 'was', other: 'were' })} there before.`] : []),
    ].join(' '),
  progress: (done: number, total: number) => `Saving ${number(done)} of ${count(total, pages)}`,
  stop: 'Stop saving pages',
  stopped: (left: number) => `Stopped. ${count(left, { one: 'page waits', other: 'pages wait' })} for you.`,
  goOn: 'Go on',
  ended: (saved: number, failed: number) =>
    [
      saved ? `${count(saved, pages)} saved` : 'No page saved',
      ...(failed ? [`${count(failed, pages)} could not be saved`] : []),
    ].join(', '),

  queueTitle: 'Waiting to be fetched',
  queueCount: (waiting: number, failed: number) =>
    [
      ...(waiting ? [`${number(waiting)} to be fetched`] : []),
      ...(failed ? [`${number(failed)} could not be fetched`] : []),
    ].join(' · '),
  retryFailed: 'Try those again',
  dropFailed: 'Forget those',
  dropTitle: (failed: number) =>
    `Forget ${count(failed, { one: 'address', other: 'addresses' })} that could not be fetched?`,
  dropText: 'They leave the list for good. Nothing that is stored changes.',
  dropConfirm: 'Forget',

  asked: 'A link in your browser asks to add this address. Nothing is fetched before you choose.',
  browserTitle: 'From your browser',
  browserHint:
    'Drag this to the bookmarks of your browser, or copy it into a new bookmark there. It brings the page that you look at here, and asks you before anything is saved.',
  bookmarklet: 'Save to Broadsheet',
  bookmarkletAddress: 'Address of the bookmark',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Choose the text and copy it by hand.',

  /** Problems that are said otherwise of a page than of a feed. */
  problems: {
    'bad-address': 'This address cannot be fetched.',
    gone: 'The publisher has removed this page for good.',
    'not-found': 'There is no page at this address any more.',
    unauthorised: 'The page opens only with a name and a password.',
    'too-large': 'The page is larger than Broadsheet reads.',
    'too-many-redirects': 'The address leads round in a circle.',
    cancelled: 'You do not wait for it any more.',
    'unknown-format': 'This is no page that can be read.',
    'no-article': 'No article was found on this page. Open it in your browser to see what it is.',
  } satisfies Partial<Record<Problem, string>>,
}
