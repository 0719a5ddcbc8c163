export * from '../../renderer/pages'
export { textOfHtml } from '../../renderer/text'
