import type { UpdateProblem } from '../../preload/contract'
import { codeOf } from './backup-files'

const BY_CODE: Readonly<Record<string, UpdateProblem>> = {
  ERR_CHECKSUM_MISMATCH: 'damaged',
  ERR_UPDATER_INVALID_SIGNATURE: 'damaged',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
}

/**
 * The problem that a failure of the updater stands for.
 *
 * @param isOnline whether the machine has any network
 */
export function updateProblemOf(error: unknown, isOnline: boolean): UpdateProblem {
  const code = codeOf(error) ?? ''
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  if (known) return known
  const message = error instanceof Error ? error.message : String(error)
  if (/net::ERR_/.test(message)) return isOnline ? 'unreachable' : 'offline'
  // What Chromium's network says of a server comes as a status; what it sent and nobody understands, as a code.
  if (/\bstatus(?: code)?:? 5\d\d\b|^HTTP_ERROR_5/.test(`${code} ${message}`)) return 'unreachable'
  if (/^(ERR_UPDATER|HTTP_ERROR)/.test(code) || /Cannot download/.test(message)) return 'bad-answer'
  return /read-only volume/i.test(message) ? 'not-allowed' : 'unknown'
}
