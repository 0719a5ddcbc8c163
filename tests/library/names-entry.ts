// What completing names works with, in one bundle.
export * from './library-entry'
export { names } from '../../renderer/reader/query/names'
