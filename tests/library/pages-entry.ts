export * from '../../renderer/pages'
export { parseHtml } from '../../renderer/pages/parser'
export { textOfHtml } from '../../renderer/text'
