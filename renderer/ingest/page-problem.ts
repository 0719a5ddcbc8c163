import type { Problem } from '../../preload/contract'
import type { PageError } from '../pages'

/** Why a page gave no article, as the screen puts it into words. */
export function problemOf({ kind }: PageError): Problem {
  switch (kind) {
    case 'empty':
    case 'no-article':
    case 'too-large':
    case 'consent-wall':
    case 'login-wall':
    case 'paywall':
    case 'captcha':
    case 'script-wall':
      return kind
  }
}
