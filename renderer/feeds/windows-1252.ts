/** What windows-1252 has where ISO 8859-1 has control characters, from 0x80 on; the five gaps stay controls. */
const SPECIALS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Reads the controls U+0080–U+009F as the windows-1252 characters that people meant by those bytes. Also evens out
 * runtimes whose decoder of windows-1252 is really one of ISO 8859-1 (Node 20).
 */
export function fromWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, character => SPECIALS.charAt(character.charCodeAt(0) - 0x80))
}
