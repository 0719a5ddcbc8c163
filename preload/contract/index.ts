// What the pages and the main process say to each other: types and constants only.

export * from './problems'
export * from './updates'
export * from './reader'
export * from './ingest'
export * from './evaluate'
