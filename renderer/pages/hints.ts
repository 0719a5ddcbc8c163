/** What the names that a page gives to a part say of it, and the word that says it. */
export interface Hint {
  readonly kind: 'comments' | 'overlay' | 'furniture'
  readonly word: string
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Readers' words: they can be longer than the article. */
const COMMENTS = words('comment comments disqus commentlist respond replies livefyre coral')
/** Stands over the page and says nothing of its subject. */
const OVERLAYS = words(
  'cookie cookies consent gdpr cmp modal popup popover lightbox overlay offcanvas drawer promo',
)
const FURNITURE = words(
  `sidebar sidebars related recommended recommendation recommendations recirc recirculation share sharing sharedaddy
  sharebar social socials newsletter newsletters subscribe subscription signup optin breadcrumb breadcrumbs advert
  adverts advertisement advertising ad ads adslot adsense sponsor sponsored promos promotion outbrain taboola nav navbar navigation navi menu submenu footer
  colophon masthead pagination pager paginator trending popular mostread mostpopular login signin toolbar banner
  follow donate donation paywall copyright tagcloud tooltip feedback survey poll byline postmeta readmore
  skiplink skip relatedposts yarpp crosslinks prevnext upnext teasers topbar snackbar toast`,
)
/** Two words that say together what neither says alone. */
const PAIRS = words(
  `author-bio author-box author-info about-author author-card author-profile author-description author-meta
  post-meta entry-meta article-meta meta-data post-tags entry-tags article-tags tag-list tags-list tags-links
  read-next read-more more-stories more-news more-from most-read next-article next-post prev-post previous-post
  post-nav also-like screen-reader sr-only visually-hidden search-form site-header page-header site-footer
  page-footer back-top call-action photo-credit image-credit media-credit post-footer entry-footer you-may`,
)
/** WordPress names the subjects of an article in the class of its container. */
const SUBJECT = /\b(?:tag|category|topic|section|format|type|has|wp-block)-[^\s]{1,80}/g

/** Names of what is hidden, but not of what is hidden on some screens only. */
const HIDDEN = /(?:^|\s)(?:is-)?(?:hide|hidden|d-none|[\w-]{0,30}-invisible)(?:\s|$)/
const SCREENS = /\b(?:xs|sm|md|lg|xl|[2-9]xl)\b/

/** A reader of class and id, which are given as one text. The same names stand on many elements and are read once. */
export function createHints(): (names: string) => Hint | null {
  const known = new Map<string, Hint | null>()
  return names => {
    const found = known.get(names)
    if (found !== undefined) return found
    const hint = names.length < 2 ? null : readNames(names.slice(0, 500))
    known.set(names, hint)
    return hint
  }
}

function readNames(names: string): Hint | null {
  if (HIDDEN.test(names) && !SCREENS.test(names)) return { kind: 'furniture', word: 'hidden' }
  const parts = names
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(SUBJECT, '')
    .split(/[^a-z]+/)
    .filter(part => part !== '')
  const comments = parts.find(part => COMMENTS.has(part))
  if (comments !== undefined) return { kind: 'comments', word: comments }
  const overlay = parts.find(part => OVERLAYS.has(part))
  if (overlay !== undefined) return { kind: 'overlay', word: overlay }
  for (const [index, part] of parts.entries()) {
    if (FURNITURE.has(part)) return { kind: 'furniture', word: part }
    const pair = `${part}-${parts[index + 1] ?? ''}`
    if (PAIRS.has(pair)) return { kind: 'furniture', word: pair }
  }
  return null
}
