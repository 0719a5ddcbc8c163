/** The largest prime number below 2^16. */
const MODULUS = 65_521
/** So many bytes are added up before the sums could pass 2^32. */
const BYTES_AT_ONCE = 5552

/** The checksum of no bytes. */
export const NO_BYTES_SUM = 1

/**
 * Adler-32 (RFC 1950, section 8): any changed byte changes it.
 *
 * @param before the checksum of the bytes that come before these
 */
export function addToChecksum(before: number, bytes: Uint8Array): number {
  let low = before & 0xffff
  let high = before >>> 16
  for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE) {
    const end = Math.min(start + BYTES_AT_ONCE, bytes.length)
    for (let at = start; at < end; at++) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= MODULUS
    high %= MODULUS
  }
  return ((high << 16) | low) >>> 0
}
