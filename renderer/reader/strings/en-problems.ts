import type { Problem } from '../../../preload/contract'

/** Every problem as one sentence, and where it helps a second one that says what to do. */
export const problemsEnglish: Readonly<Record<Problem, string>> = {
  offline: 'There is no network. Try again when you are connected.',
  'host-not-found': 'No server has this name. Check the spelling of the address.',
  refused: 'The server does not accept connections. Try again later.',
  timeout: 'The server did not answer in time. Try again later.',
  tls: 'The connection is not secure: the server’s certificate is not valid. Try again later, or tell the publisher.',
  'too-large': 'The answer is larger than Broadsheet reads. Choose a smaller feed or page.',
  'too-many-redirects': 'The address leads round in a circle. Look for the feed’s address on its site.',
  'private-network':
    'The address leads from the public network into a private one, which is not followed. Type the private address itself.',
  'bad-address': 'This is not an address on the web. Type one like example.org or https://example.org/feed.',
  gone: 'The publisher has ended this feed. Remove it, or look for a new one on the site.',
  'not-found': 'There is nothing at this address. Check it, or look for the feed on its site.',
  unauthorised: 'The feed asks for a name and a password.',
  forbidden: 'The server does not let Broadsheet in. Open the page in your browser instead.',
  'rate-limited': 'The server asks for a pause. Try again later.',
  'server-error': 'The server is in trouble. Try again later.',
  'http-error': 'The server refused the request. Check the address.',
  cancelled: 'Stopped.',
  network: 'The connection broke off. Try again.',
  'no-feed-found': 'This page offers no feed. Save it as a page, or give the feed’s own address.',
  'no-subscriptions': 'It holds no subscriptions. Choose an OPML file, as other readers export it.',
  'no-saved-pages':
    'It holds no list of saved pages. Choose a file that a browser or another reader exported.',
  empty: 'There is nothing in it. Choose something else.',
  'cut-off': 'The feed breaks off before its first entry. Try again later.',
  'unknown-format': 'This is neither a feed nor a page. Check the address or the file.',
  'other-article': 'The page holds another article than the feed’s. Open it in your browser to see.',
  'consent-wall':
    'The page shows a question about cookies in the article’s place. Open it in your browser, copy the text and paste it here.',
  'login-wall':
    'The page shows a login in the article’s place. Open it in your browser, copy the text and paste it here.',
  paywall: 'The article is for subscribers. Open it in your browser, copy the text and paste it here.',
  captcha: 'The page wants to see a person. Open it in your browser, copy the text and paste it here.',
  'script-wall':
    'The page has no text without its scripts. Open it in your browser, copy the text and paste it here.',
  'no-picture': 'There is no picture at this address.',
  'picture-damaged': 'The picture is damaged.',
  'picture-blank': 'The picture is too small to show anything.',
  'no-article': 'No article was found on this page. Copy the text and paste it here instead.',
  quarantined:
    'This content stopped Broadsheet’s reading twice, so it was put aside. Nothing else is affected.',
  'reading-failed': 'Reading it failed. Try again; if it happens again, leave this one out.',
  'newer-program':
    'The library was written by a newer Broadsheet. Install the newer version; nothing was changed.',
  'in-use': 'Another Broadsheet has the library open. Close it, then try again.',
  'disk-full':
    'The disk could not be written; most likely it is full. Make room and try again; what is stored is safe.',
  damaged:
    'The library does not answer. Make room if the disk is full; if it is not, restart Broadsheet. What is stored is safe.',
}
