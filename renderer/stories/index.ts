export { relatedHeadlines } from './related'
export type { RarityStatistics, Related, RelatedOptions, StoryArticle } from './types'
