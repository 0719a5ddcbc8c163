/** What the command `evaluate` measures. */
export type EvaluateTask = 'feeds' | 'pages' | 'quotes' | 'search'

/** A piece of input of `evaluate`, in the order read. */
export type EvaluateItem =
  | {
      readonly kind: 'file'
      readonly task: 'feeds' | 'pages'
      readonly file: string
      readonly url: string
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'line'; readonly task: 'quotes'; readonly line: string }
  | { readonly kind: 'articles'; readonly task: 'search'; readonly lines: readonly string[] }
  | { readonly kind: 'query'; readonly task: 'search'; readonly query: string }

/** One item for the evaluate page, and its answer: a line of output, if the item gives one. */
export interface EvaluateRequest {
  readonly id: number
  readonly item: EvaluateItem
}
export interface EvaluateAnswer {
  readonly id: number
  readonly line: string | null
  readonly error: string | null
}
