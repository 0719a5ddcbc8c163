export { parseHtml, type ParserVocabulary } from './parse'
export { markupOf } from './settled'
export {
  elementsOf,
  firstNamed,
  hasInk,
  isWithin,
  textContent,
  type MarkupElement,
  type MarkupNode,
} from './markup'
