export {
  PageError,
  type Article,
  type EmbeddedPicture,
  type LiveCoverage,
  type PageErrorKind,
} from './article'
export { decodePage } from './decode'
export { extractPage, readHtmlArticle } from './extract'
export { joinPages, nextPage } from './several-pages'
export { mapText, type MappedText } from './mapped-text'
export { readMarkdownArticle } from './markdown'
export { readPasted } from './pasted'
export { readingMinutes } from './reading-time'
export { feedContent, readContent, sanitise, sanitiseToFragment, type Content } from './sanitise'
export { readTextArticle } from './text-article'
export {
  articleOfItem,
  isHtmlSavedList,
  isZip,
  readSavedArchive,
  readSavedList,
  SavedListError,
  type LeftOutItem,
  type SavedItem,
  type SavedList,
} from './saved-lists'
