/** File systems allow 255 bytes; letters take up to four, and an extension follows. */
const LONGEST = 60

/**
 * A name that every file system takes: without separators, control characters, what Windows forbids, and dots or
 * spaces at its ends; nor one of the names of devices there.
 *
 * @returns '' when nothing is left
 */
export function fileNameOf(title: string): string {
  const plain = [...title.slice(0, 1_000).replaceAll(/[\p{C}\s<>:"/\\|?*]+/gu, ' ')]
    .slice(0, LONGEST)
    .join('')
  const name = plain.replaceAll(/^[ .]+|[ .]+$/g, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `_${name}` : name
}
