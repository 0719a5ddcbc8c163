import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

const nothing = (): void => undefined

/** What `tokenize` reports; positions are indexes into the text. References are never decoded. */
export type Tokens = Partial<Omit<TokenizerCallbacks, 'onattribentity' | 'ontextentity'>>

/**
 * Splits XML or HTML into tags and text, in linear time whatever the text: the library's parser above this tokenizer
 * searches its stack at each end tag, which a hostile document makes quadratic.
 *
 * @param beforeEnd called when all whole tokens are reported, before what the text breaks off in
 */
export function tokenize(text: string, mode: 'xml' | 'html', tokens: Tokens, beforeEnd = nothing): void {
  const callbacks: TokenizerCallbacks = {
    onattribdata: nothing,
    onattribend: nothing,
    onattribentity: nothing,
    onattribname: nothing,
    oncdata: nothing,
    onclosetag: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onopentagend: nothing,
    onopentagname: nothing,
    onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
    ontext: nothing,
    ontextentity: nothing,
    ...tokens,
  }
  const tokenizer = new Tokenizer({ xmlMode: mode === 'xml', decodeEntities: false }, callbacks)
  tokenizer.write(text)
  beforeEnd()
  tokenizer.end()
}
