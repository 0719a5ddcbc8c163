export { guardSession, openAddress } from './guard'
export { openHidden } from './hidden'
export { openReader } from './reader'
