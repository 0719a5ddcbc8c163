/** First and last of each range, in four hexadecimal digits. */
const RANGES = ['0000 0008', '000b 000c', '000e 001f', '007f 007f', 'fffe ffff']
const CLASS = RANGES.map(range => range.replace(/(.{4}) (.{4})/, '\\u$1-\\u$2')).join('')
const FORBIDDEN = new RegExp(`[${CLASS}]`, 'g')

/**
 * Drops the control characters that XML 1.0, section 2.2 forbids and editors leave behind: all but the three of white
 * space, and those that windows-1252 puts to use.
 */
export function dropForbidden(text: string): string {
  return text.replace(FORBIDDEN, '')
}
