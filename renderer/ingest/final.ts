export { isFinal } from '../library'
