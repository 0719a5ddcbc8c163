export { guardSession, openAddress } from './guard'
export { openHidden } from './hidden'
export { createReaderWindow, type ReaderWindow } from './reader-window'
