import type { Credentials } from './results'

/**
 * The `Authorization` field for credentials (RFC 7617 in UTF-8, RFC 6750).
 *
 * @returns `null` for what no such field can carry: a user with a colon, control characters, a token with blanks
 */
export function authorizationOf(credentials: Credentials): string | null {
  switch (credentials.kind) {
    case 'basic': {
      const { user, password } = credentials
      // eslint-disable-next-line no-control-regex
      if (user.includes(':') || /[\x00-\x1f\x7f]/.test(user + password)) return null
      return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
    }
    case 'bearer':
      return /^[\x21-\x7e]{1,16384}$/.test(credentials.token) ? `Bearer ${credentials.token}` : null
  }
}

/**
 * Says for each hop of a chain, in their order, which credentials go along: those given, until the chain first leaves
 * the origin (scheme, host and port) that was asked. Not after it came back either: where it came back to was then
 * said by somebody else.
 *
 * @returns the fields to add to the hop's headers
 */
export function openAuthorization(
  asked: URL,
  credentials: Credentials | undefined,
): (hop: URL) => Readonly<Record<string, string>> {
  const authorization = credentials ? authorizationOf(credentials) : null
  let isHome = authorization !== null
  return hop => {
    isHome &&= hop.origin === asked.origin
    return isHome && authorization !== null ? { Authorization: authorization } : {}
  }
}
