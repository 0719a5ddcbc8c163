export { highlight } from './highlight'
export {
  addOperator,
  applyCompletion,
  complete,
  completionAt,
  operatorText,
  parseQuery,
  removePart,
  replacePart,
  valueCompletion,
} from './query'
export type { Completion, CompletionPoint, OperatorName } from './query'
export { createSearcher } from './searcher'
export { snippet } from './snippet'
export { stemsFor } from './stems-for'
export { buildSegment } from './segment-writer'
export { mergeSegments } from './merge'
export { planMerge } from './merge-plan'
export { documentIds } from './documents'
export { IndexFormatError } from './index-format-error'
export type {
  ParsedQuery,
  QueryCondition,
  QueryNode,
  QueryPart,
  QueryProblem,
  QueryWord,
  SearchField,
} from './query-tree'
export type {
  HighlightTerm,
  Hit,
  IndexDocument,
  Likeness,
  Mark,
  PhraseWord,
  Query,
  Searcher,
  SearcherOptions,
  SearchOptions,
  SearchResult,
  Segment,
  SegmentBytes,
  SegmentHeader,
  SegmentRegion,
  SegmentStore,
  SimilarOptions,
  Snippet,
  StoredSegment,
  TermStatistics,
} from './types'
export type { MergeChunk, MergedSegment } from './merge'
export { bytesInMemory } from './segment-bytes'
export { verifySegment } from './verify'
export { byteCountOf, isReadable } from './segment-reader'
