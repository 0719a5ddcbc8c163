/**
 * The characters of a fetched page or a file: byte order mark, then the charset of the HTTP header, then of
 * `<meta>` or an XML declaration in the first 4,096 bytes, then UTF-8, and windows-1252 where the bytes are not UTF-8.
 * Source: https://html.spec.whatwg.org/#determining-the-character-encoding (4,096 instead of 1,024 bytes).
 *
 * @param contentType the Content-Type header, or null
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const decoder =
    decoderFor(markOf(bytes)) ?? decoderFor(charsetIn(contentType ?? '')) ?? decoderFor(declaredIn(bytes))
  if (decoder) return decoder.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
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
