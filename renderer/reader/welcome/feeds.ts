import type { Strings } from '../strings'

/** A feed that the first page offers. */
export interface SuggestedFeed {
  /** As its publisher calls it; names are not translated. */
  readonly title: string
  readonly url: string
  readonly about: keyof Strings['welcome']['about']
}

interface SuggestedGroup {
  readonly name: keyof Strings['welcome']['groups']
  readonly feeds: readonly SuggestedFeed[]
}

/** Well-known feeds of several languages and fields. Nothing of them is fetched before the person chooses. */
export const SUGGESTED: readonly SuggestedGroup[] = [
  {
    name: 'world',
    feeds: [
      { title: 'BBC News', url: 'https://feeds.bbci.co.uk/news/world/rss.xml', about: 'bbc' },
      { title: 'The Guardian', url: 'https://www.theguardian.com/world/rss', about: 'guardian' },
      { title: 'Deutsche Welle', url: 'https://rss.dw.com/rdf/rss-en-all', about: 'dw' },
    ],
  },
  {
    name: 'languages',
    feeds: [
      { title: 'Le Monde', url: 'https://www.lemonde.fr/rss/une.xml', about: 'lemonde' },
      { title: 'tagesschau', url: 'https://www.tagesschau.de/index~rss2.xml', about: 'tagesschau' },
      {
        title: 'El País',
        url: 'https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada',
        about: 'elpais',
      },
    ],
  },
  {
    name: 'science',
    feeds: [
      { title: 'NASA', url: 'https://www.nasa.gov/feed/', about: 'nasa' },
      { title: 'Nature', url: 'https://www.nature.com/nature.rss', about: 'nature' },
      { title: 'Ars Technica', url: 'https://feeds.arstechnica.com/arstechnica/index', about: 'ars' },
      { title: 'LWN', url: 'https://lwn.net/headlines/rss', about: 'lwn' },
    ],
  },
]
