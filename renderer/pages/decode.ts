/**
 * The characters of a fetched page or a file: byte order mark, then the charset of the HTTP header, then of
 * `<meta>` or an XML declaration in the first 4,096 bytes, then UTF-8, and windows-1252 where the bytes are not UTF-8. Bytes that are UTF-8 throughout are not read as what `<meta>` says else.
 * Source: https://html.spec.whatwg.org/#determining-the-character-encoding (4,096 instead of 1,024 bytes).
 *
 * @param contentType the Content-Type header, or null
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const certain = decoderFor(markOf(bytes)) ?? decoderFor(charsetIn(contentType ?? ''))
  if (certain) return certain.decode(bytes)
  const declared = decoderFor(declaredIn(bytes))
  const unicode = declared?.encoding === 'utf-8' ? null : unicodeOf(bytes)
  // Whoever saved the page in UTF-8 may have left its older declaration in it; other encodings do not look like UTF-8.
  if (unicode !== null && (!declared || isPlainlyUnicode(unicode))) return unicode
  return (declared ?? new TextDecoder('windows-1252')).decode(bytes)
}

/** The text of bytes that are UTF-8 throughout, else null. */
function unicodeOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether a text has enough letters that are not ASCII: a few may be UTF-8 by chance. */
function isPlainlyUnicode(text: string): boolean {
  let count = 0
  const other = /[\u0080-\uffff]/g
  while (count < 20 && other.test(text)) count++
  return count === 20
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return null
}

const charsetIn = (text: string): string | null =>
  /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(text)?.[1] ?? null

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const declaration = /^\s*<\?xml\s[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/.exec(head)?.[1]
  const metas = head.match(/<meta\s[^>]{0,400}/gi) ?? []
  const label = declaration ?? metas.map(charsetIn).find(charset => charset !== null) ?? null
  // Whoever can be read as ASCII is not UTF-16, whatever it says.
  return label !== null && /^utf-?16|^ucs-?2|^unicode$/i.test(label) ? 'utf-8' : label
}

/** A decoder for a label as pages write it, or null for an unknown one. */
function decoderFor(label: string | null): TextDecoder | null {
  if (label === null) return null
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
