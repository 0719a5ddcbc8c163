export { createClient, type ClientOptions, type HttpClient } from './client'
export { createCredentials, type CredentialStore } from './credentials'
export type { Limits } from './limits'
export { isMetered } from './metered'
export { createProxySwitch, isProxySetting, type ProxySetting, type ProxySwitch } from './proxy'
export {
  isGone,
  isRateLimited,
  isUnauthorised,
  isUnchanged,
  retryDelay,
  type Credentials,
  type Failed,
  type Fetched,
  type FetchRequest,
  type FetchResult,
  type Trust,
  type Unchanged,
  type Validators,
} from './results'
export { systemVault, type Vault } from './vault'
