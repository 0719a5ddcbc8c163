import type { PageErrorKind } from './article'
import { attributeText } from './characters'

/** What a page may show in its article's place. */
export type Wall = Extract<
  PageErrorKind,
  'consent-wall' | 'login-wall' | 'paywall' | 'captcha' | 'script-wall'
>

/** Whoever has so much text, in characters, is no wall. */
const ARTICLE_LENGTH = 1500
const WALL_LENGTH = 400
const SHORTEST_TEXT = 100
/** Walls say little. */
const LONGEST_WALL = 4000

const CAPTCHA =
  /\b(?:verify(?:ing)? (?:that )?you are (?:a |not a )?(?:human|robot|bot)|are you a (?:human|robot)|you(?:'re|’re| are) not a (?:robot|bot)|checking (?:if the site connection is secure|your browser)|unusual (?:traffic|activity) from your|complete the (?:captcha|security check)|press (?:&|and) hold|human verification|ddos protection by|attention required|request (?:has been|was) blocked|access to this page has been denied|bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifi(?:er|ez) que vous êtes (?:un )?humain)/i
const CAPTCHA_PARTS =
  '#challenge-form, #cf-challenge-running, #px-captcha, .g-recaptcha, .h-captcha, .cf-turnstile, iframe[src*="captcha" i], script[src*="captcha-delivery" i], script[src*="/challenge-platform/" i]'
const SCRIPT =
  /(?:enable|activate|turn on|requires?|needs?|without|allow) (?:the use of )?java ?script|java ?script (?:is |must be |has to be |seems to be |appears to be )?(?:required|disabled|enabled|turned off|not enabled|not available)|javascript (?:aktivieren|ist deaktiviert|einschalten)|activer javascript|(?:active|habilite|activar) (?:el )?javascript|включите javascript|włącz javascript/i
const CONSENT =
  /\bcookies?\b|\bconsent\b|\bgdpr\b|\bprivacy (?:policy|settings|choices|preferences)|\bpersonali[sz]ed (?:ads|advertising|content)|\bour (?:\d+ )?partners\b|accept all|reject all|einwilligung|zustimm|datenschutz|akzeptieren|consentement|accepter|consentimiento|aceptar|согласие|файлы cookie/i
const LOGIN =
  /\b(?:log|sign) ?in to (?:continue|read|view|see|access|your account)|\b(?:please|you must|you need to) (?:log|sign) ?in\b|\bcreate (?:a free|an|your) account to|\bregister to (?:continue|read)|\bregistration required|melden sie sich an|bitte (?:einloggen|anmelden)|connectez-vous pour|inici(?:e|a) sesión para|войдите, чтобы/i
const PAYWALL =
  /\bsubscri(?:be|ption)s? (?:now )?(?:to|for) (?:continue|read|unlock|get (?:full|unlimited)|access|keep)|\balready (?:a subscriber|subscribed|have a subscription)|\b(?:this|the full) (?:article|story|content|post) is (?:only |exclusively )?(?:for|available to) (?:our )?(?:paid |paying )?(?:subscribers|members)|\bsubscribers? only|\bfor subscribers\b|\b(?:become a (?:member|subscriber)|subscribe) to (?:continue|read|unlock|keep)|\bto (?:continue|keep) reading[^.]{0,60}(?:subscribe|subscription|account)|\bunlock this (?:article|story)|\bunlimited access\b|weiterlesen mit|nur für abonnenten|exklusiv für abonnenten|mit (?:einem )?abo\b|réservé aux abonnés|abonnez-vous pour|solo para suscriptores|suscr[ií]b(?:ete|ase) para|riservato agli abbonati|только для подписчиков|оформите подписку/i

/**
 * The wall that a page shows in its article's place, or null. A page with the text of an article shows none, whatever
 * stands beside it.
 *
 * @param document the page as it came
 * @param text what was taken for its article; '' without one
 * @param isFree what the page's data say of it
 */
export function wallOf(document: Document, text: string, isFree: boolean | null): Wall | null {
  if (text.length >= ARTICLE_LENGTH) return null
  const shown = shownText(document)
  const isShort = shown.length <= LONGEST_WALL
  // Of a text that is hardly one, the page says more.
  const said = text.length < SHORTEST_TEXT && isShort ? shown : text
  const hasPart = (selector: string): boolean =>
    Document.prototype.querySelector.call(document, selector) !== null
  if (
    isShort &&
    text.length < WALL_LENGTH * 2 &&
    CAPTCHA.test(shown.slice(0, 2000)) &&
    (hasPart(CAPTCHA_PARTS) || shown.length < WALL_LENGTH * 2)
  )
    return 'captcha'
  if (isShort && text.length < WALL_LENGTH && hasPart(CAPTCHA_PARTS) && shown.length < WALL_LENGTH)
    return 'captcha'
  if (isMostly(said, CONSENT, ASKING)) return 'consent-wall'
  if (
    PAYWALL.test(text === '' ? shown : shown.slice(0, 20_000)) &&
    (isFree === false || (text.length < WALL_LENGTH && isMostly(said, PAYWALL)))
  )
    return 'paywall'
  if (
    text.length < WALL_LENGTH &&
    isShort &&
    LOGIN.test(shown) &&
    (hasPart('input[type="password"]') || isMostly(said, LOGIN))
  )
    return 'login-wall'
  const whole = `${shown} ${attributeText(noScriptText(document))}`
  const isEmpty = shown.length < WALL_LENGTH || (text !== '' && isMostly(text, SCRIPT))
  return isEmpty && text.length < WALL_LENGTH && SCRIPT.test(whole) ? 'script-wall' : null
}

/** Whoever asks for consent speaks to the reader; a report on it does not. */
const ASKING =
  /\b(?:we|our|us|you|your|wir|unsere?|ihnen|ihre?[mnrs]?|nous|notre|nos|vous|votre|nuestros?|usted|tus?|мы|наши|вы|ваши?)\b|(?<!\p{L})(?:мы|вы)(?!\p{L})/iu

/** Whether at least half of a short text stands in sentences of all kinds. */
function isMostly(text: string, ...kinds: readonly RegExp[]): boolean {
  if (text.length < 20) return false
  const sentences = text.slice(0, LONGEST_WALL).split(/(?<=[.!?])\s+|\n+/)
  const said = sentences.reduce(
    (sum, sentence) => (kinds.every(kind => kind.test(sentence)) ? sum + sentence.length : sum),
    0,
  )
  return said * 2 >= Math.min(text.length, LONGEST_WALL)
}

function shownText(document: Document): string {
  const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node && text.length < LONGEST_WALL * 6; node = walker.nextNode()) {
    if (/^(?:script|style|noscript|template|option|title)$/.test(node.parentElement?.localName ?? ''))
      continue
    const line = attributeText(node.nodeValue?.slice(0, 5000))
    if (line !== '') text += `${text === '' ? '' : '\n'}${line}`
  }
  return text
}

const noScriptText = (document: Document): string =>
  [...Document.prototype.querySelectorAll.call(document, 'noscript')]
    .slice(0, 20)
    .map(node => node.textContent?.slice(0, 2000) ?? '')
    .join(' ')
