import { fromWindows1252 } from './windows-1252'

/** How much of the beginning is looked at for an encoding declaration, in bytes. */
const HEAD = 1024

/**
 * The text of bytes whose encoding is declared badly, twice or not at all.
 *
 * A byte order mark decides. Else bytes that are valid UTF-8 are UTF-8, whatever is declared, because no other
 * encoding passes that test by chance; else the XML declaration, else the HTTP charset decides (servers put a
 * default charset on files they know nothing about, so the file is believed first); else the bytes are broken
 * UTF-8 when most of their sequences are sound, and windows-1252 otherwise.
 *
 * @param bytes the document as it came
 * @param contentType the `Content-Type` header, or null
 * @returns the text without byte order mark; never throws
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = markedEncoding(bytes)
  if (marked) return decodeAs(marked, bytes) ?? ''
  const declared = declaredEncoding(bytes)
  const charset =
    contentType === null ? null : (/charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null)
  for (const label of [declared, charset]) if (label && isSevenBit(label)) return decodeAs(label, bytes) ?? ''
  const strict = decodeStrictly(bytes)
  if (strict !== null) return strict
  for (const label of [declared, charset]) {
    if (!label || isUnicodeOrAscii(label)) continue
    const text = decodeAs(label, bytes)
    if (text !== null) return text
  }
  return decodeGuessed(bytes)
}

/** The encoding that a byte order mark, or the zeros of UTF-16 beside the first `<` or `{`, give away. */
function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0 && (second === 0x3c || second === 0x7b)) return 'utf-16be'
  if (second === 0 && (first === 0x3c || first === 0x7b)) return 'utf-16le'
  return null
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? null
}

/** Encodings whose text consists of ASCII bytes, so that it would always pass for UTF-8. */
function isSevenBit(label: string): boolean {
  return /^(iso-2022-|csiso2022|hz-)/i.test(label)
}

/** Labels that say nothing once the bytes have turned out not to be UTF-8. */
function isUnicodeOrAscii(label: string): boolean {
  return /^(utf-?\d|unicode|ucs|us-?ascii$|ascii$)/i.test(label)
}

/** Null when the platform does not know the label. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(label)
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? fromWindows1252(text) : text
  } catch {
    return null
  }
}

/** The text when the bytes are valid UTF-8, but for a last character cut in two by a broken connection. */
function decodeStrictly(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/** Real windows-1252 text has next to no sound UTF-8 sequences; a UTF-8 text with a few broken bytes has many. */
function decodeGuessed(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let sound = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) broken++
    else if (code > 0x7f) sound++
  }
  return sound > broken ? text : (decodeAs('windows-1252', bytes) ?? text)
}
