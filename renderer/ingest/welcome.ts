import { addFeeds, changeSetting, NO_FOLDER, readSettings, SAVED_PAGES, type NewArticle } from '../library'
import { readTextArticle } from '../pages'
import { textOfHtml } from '../text'
import { contribution } from './batcher'
import type { Context } from './context'
import { NO_MARK, withReadings } from './entries'
import offline from './welcome/offline.txt?raw'
import quotes from './welcome/quotes.txt?raw'
import search from './welcome/search.txt?raw'

/** Never fetched: only http and https addresses are. */
const WELCOME_FEED = 'about:welcome'

/** Puts the program's own articles into a new library, once: who removes them has removed them. */
export async function storeWelcome(context: Context): Promise<void> {
  const { furnished } = await readSettings(context.database)
  if (furnished) return
  const feed = { url: WELCOME_FEED, title: 'Broadsheet', siteUrl: null, folderId: NO_FOLDER }
  const [subscribed] = await addFeeds(context.database, [feed], Date.now())
  const feedId = subscribed?.feedId ?? SAVED_PAGES
  const articles = [offline, quotes, search].map(text => welcomeArticle(text, feedId))
  await context.batcher.add(contribution(articles))
  await changeSetting(context.database, 'furnished', true)
}

function welcomeArticle(source: string, feedId: number): NewArticle {
  const page = readTextArticle(source, null)
  const { text } = textOfHtml(page.html)
  return withReadings({
    feedId,
    identity: `id:${page.title}`,
    mark: NO_MARK,
    title: page.title,
    dateline: page.published,
    datelineText: page.publishedText,
    byline: page.byline,
    source: null,
    language: 'en',
    link: null,
    html: page.html,
    text,
    saved: false,
    origin: 'feed',
    leadPicture: null,
    wants: [],
  })
}
