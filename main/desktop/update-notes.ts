/** Longer notes are cut: they are read in a dialog. */
const LONGEST = 20_000
/** Characters that show as nothing, or that turn the text around them. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/**
 * What a publisher says about a version, as plain text: markup stays what it is, characters.
 *
 * @param notes what the address of updates sent: a text, a list of versions with theirs, or anything else
 */
export function plainNotes(notes: unknown): string {
  const parts = Array.isArray(notes) ? notes.map(noteOf) : [notes]
  const text = parts.filter(part => typeof part === 'string').join('\n\n')
  const plain = text.replaceAll('\r\n', '\n').replace(UNSEEN, '').trim()
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}…` : plain
}

function noteOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const { version, note } = item as { readonly version?: unknown; readonly note?: unknown }
  return typeof note === 'string' ? `${typeof version === 'string' ? `${version}\n` : ''}${note}` : null
}
