// What the tests of the batcher work with, in one bundle.
export { createGate } from '../../renderer/ingest/gate'
export { createBatcher } from '../../renderer/ingest/batcher'
export { createSerial } from '../../renderer/ingest/serial'
export * from './library-entry'
