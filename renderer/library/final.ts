/** What another attempt at the same address would not change. */
const FINAL: ReadonlySet<string> = new Set([
  'bad-address',
  'captcha',
  'consent-wall',
  'empty',
  'forbidden',
  'gone',
  'login-wall',
  'no-article',
  'no-picture',
  'not-found',
  'other-article',
  'paywall',
  'picture-blank',
  'picture-damaged',
  'private-network',
  'quarantined',
  'script-wall',
  'too-large',
  'too-many-redirects',
  'unauthorised',
])

/**
 * Whether what could not be had today will not be had tomorrow.
 *
 * @param problem as the library keeps it
 */
export const isFinal = (problem: string): boolean => FINAL.has(problem)
