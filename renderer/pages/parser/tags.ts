import { endInBody, startInBody } from './body'
import { closeParagraph, currentOf, insert, reopenFormatting, type Attributes, type Builder } from './builder'
import { endForeign, isForeignStart, startForeign } from './foreign'
import { kindOf, TABLE_PARTS } from './kinds'
import { isInTableScope } from './tables'

/** Stands for an element without an end. */
const FOR_EVER = '#document'
/** Fields that cannot stand in a selection, and end it. */
const FIELDS = new Set(['input', 'keygen', 'textarea'])

/** Whether what follows is passed over. */
export const isSkipping = ({ raw, templates, isInSelect }: Builder): boolean =>
  raw !== '' || templates > 0 || isInSelect

/** Whether tags are read everywhere: in a selection, and behind the hidden end tag of a script. */
export const hasNoRawText = ({ raw, isInSelect }: Builder): boolean => raw !== '' || isInSelect

/**
 * Text that is passed over. In a script, `<!-- <script>` hides the next end tag.
 * Source: https://html.spec.whatwg.org/#script-data-double-escaped-state
 */
export function skippedText(builder: Builder, source: string, start: number, end: number): void {
  if (builder.raw !== 'script') return
  const text = source.slice(start, end)
  const comment = text.lastIndexOf('<!--')
  if (comment < 0) return
  const hidden = text.slice(comment + 2)
  builder.isScriptHidden = !hidden.includes('-->') && /<script[\s/>]/i.test(hidden)
}

/** A start tag, with its attributes; `isEmpty` where it ends in `/>`. */
export function startTag(builder: Builder, name: string, attributes: Attributes, isEmpty: boolean): void {
  if (builder.raw !== '') {
    if (name === 'script' && builder.raw === 'script') builder.isScriptHidden = true
    return
  }
  if (isForeignStart(builder, name) && startForeign(builder, name, attributes, isEmpty)) return
  if (kindOf(name).isRaw && !isPassedOver(builder, name)) return startRaw(builder, name, attributes)
  if (name === 'template') builder.templates++
  if (builder.templates > 0 || (builder.isInSelect && !endsSelect(builder, name))) return
  if (name === 'select') startSelect(builder)
  else if (name === 'frameset') startFrames(builder)
  else startInBody(builder, name, attributes, isEmpty)
}

/** An end tag. */
export function endTag(builder: Builder, name: string): void {
  if (builder.raw !== '') return endRaw(builder, name)
  if (name === 'template') builder.templates = Math.max(0, builder.templates - 1)
  if (builder.templates > 0 || name === 'template') return
  if (builder.isInSelect) {
    if (name === 'select') builder.isInSelect = false
    if (!TABLE_PARTS.has(name) || !isInTableScope(builder, name)) return
    builder.isInSelect = false
  }
  if (currentOf(builder).namespace !== 'html' && endForeign(builder, name)) return
  endInBody(builder, name)
}

/** Of the elements that hold text alone, a selection knows only scripts and the field that ends it. */
const isPassedOver = ({ isInSelect }: Builder, name: string): boolean =>
  isInSelect && name !== 'script' && !FIELDS.has(name)

/** Whether a start tag ends the selection that is open and is read itself. */
function endsSelect(builder: Builder, name: string): boolean {
  const isEnd = FIELDS.has(name) || (TABLE_PARTS.has(name) && currentOf(builder).part !== '')
  if (isEnd || name === 'select') builder.isInSelect = false
  return isEnd
}

function startSelect(builder: Builder): void {
  reopenFormatting(builder)
  builder.isInSelect = true
}

/** A document of frames has no body; in a body they are passed over. */
function startFrames(builder: Builder): void {
  if (builder.stack[0]?.children.length === 0) builder.raw = FOR_EVER
}

function startRaw(builder: Builder, name: string, attributes: Attributes): void {
  builder.raw = name
  if (builder.isInSelect && FIELDS.has(name)) builder.isInSelect = false
  if (builder.templates > 0 || builder.isInSelect) return
  if (kindOf(name).endsParagraph) closeParagraph(builder)
  if (name === 'iframe') insert(builder, name, attributes)
}

function endRaw(builder: Builder, name: string): void {
  if (name !== builder.raw) return
  if (builder.isScriptHidden) builder.isScriptHidden = false
  else builder.raw = ''
}
