export { createClient, type ClientOptions, type HttpClient } from './client'
export type { Limits } from './limits'
export {
  isGone,
  isRateLimited,
  isUnchanged,
  retryDelay,
  type Failed,
  type Fetched,
  type FetchRequest,
  type FetchResult,
  type Trust,
  type Unchanged,
  type Validators,
} from './results'
