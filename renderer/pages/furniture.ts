import { wordsOf } from './characters'

// Words that belong to a page and not to its article, compared without case and punctuation.

/** Links that open the whole article. */
const CONTINUATIONS = new Set(
  `more|read more|continue reading|full story|full article|read full story|learn more
mehr|weiterlesen|mehr lesen|mehr erfahren|weiter lesen|lire la suite|en savoir plus|plus|lire plus
más|leer más|seguir leyendo|ver más|continua a leggere|leggi tutto|leggi di più|altro|di più
mais|leia mais|ler mais|continuar lendo|saiba mais|meer|lees meer|lees verder|verder lezen
подробнее|читать далее|читать дальше|далее|ещё|еще|читать полностью|докладніше|детальніше|читати далі|більше
więcej|czytaj więcej|czytaj dalej|více|číst dále|viac|čítať ďalej|devamı|devamını oku|daha fazla|daha çox|ətraflı|davamı
läs mer|mer|les mer|læs mere|mere|lue lisää|lisää|tovább|bővebben|citește mai mult|mai mult|още|прочетете още|виж още
περισσότερα|διαβάστε περισσότερα|მეტი|სრულად|ավելին|loe edasi|lasīt vairāk|skaityti daugiau|selengkapnya|xem thêm
詳細|続きを読む|もっと見る|阅读更多|更多|閱讀更多|더 보기|المزيد|اقرأ المزيد|עוד|קרא עוד`.split(/[|\n]/),
)
/** Headings of lists of other articles: with them the article is over. */
const ENDINGS = new Set(
  `more headlines|more news|other news|other headlines|related|related articles|related news|related stories|related headlines
related posts|related content|read also|see also|also read|read next|latest news|latest headlines|more stories|more on this story
you may also like|recommended|top stories|more from this section|further reading
weitere meldungen|weitere schlagzeilen|weitere nachrichten|mehr zum thema|mehr nachrichten|lesen sie auch|auch interessant|verwandte artikel
à lire aussi|lire aussi|autres titres|plus de titres|sur le même sujet|articles similaires|à lire également
más titulares|otras noticias|más noticias|noticias relacionadas|lea también|le puede interesar|artículos relacionados
altre notizie|leggi anche|articoli correlati|altri titoli|mais notícias|leia também|notícias relacionadas|mais manchetes
meer nieuws|lees ook|gerelateerde artikelen|andere koppen|другие новости|ещё новости|еще новости|читайте также|по теме|похожие новости|главные новости
інші новини|читайте також|більше новин|więcej wiadomości|czytaj także|czytaj też|zobacz także|další zprávy|čtěte také|přečtěte si také
diğer haberler|ilgili haberler|digər xəbərlər|oxşar xəbərlər|fler nyheter|läs också|läs även|les også|læs også|flere nyheder|lue myös
további hírek|olvassa el ezt is|alte știri|citește și|още новини|вижте още|прочетете и|διαβάστε επίσης|σχετικά άρθρα
სხვა ამბები|სხვა სიახლეები|այլ լուրեր|関連記事|相关新闻|相關新聞|相关阅读|관련 기사|관련기사|أخبار ذات صلة|اقرأ أيضا|כתבות נוספות`.split(
    /[|\n]/,
  ),
)
/** The longest title in a list of other articles; longer passages are the article's own. */
const LONGEST_HEADLINE = 240

const foldWords = (text: string): string => (text.length > 100 ? '' : wordsOf(text).join(' '))

/** Whether a line is only the link to the whole article ("more"). */
export const isContinuation = (line: string): boolean => CONTINUATIONS.has(foldWords(line))

/** Whether a line heads a list of other articles ("MORE HEADLINES"). */
export const isEnding = (line: string): boolean => ENDINGS.has(foldWords(line))

/**
 * The number of passages (a list is one, with its items on lines) that are the article's own: those before the heading of a list of other articles. A heading
 * that long passages follow stands in the middle of the article and ends nothing.
 */
export function endOfArticle(passages: readonly string[]): number {
  const end = passages.findIndex((passage, index) => index > 0 && isEnding(passage))
  if (end < 0) return passages.length
  const isHeadlines = (passage: string): boolean =>
    passage.split('\n').every(line => line.length <= LONGEST_HEADLINE)
  return passages.slice(end + 1).every(isHeadlines) ? end : passages.length
}

const BYLINE =
  /^(?:by|von|par|por|di|door|av|af|автор|текст|текст:|författare|tekst|autor|author|written by)(?:\s*:\s*|\s+)(\S.{1,78})$/iu

/** The name in a line like "By Mary Smith", or null. A sentence that begins so is none. */
export function bylineIn(line: string): string | null {
  const name = line.length > 90 ? undefined : BYLINE.exec(line.trim())?.[1]?.trim()
  const words = name?.split(/\s+/) ?? []
  const isName =
    name !== undefined && words.length <= 10 && /^\p{Lu}/u.test(name) && !/[.!?:;]$|\d/u.test(name)
  return isName ? name : null
}

const TAIL_HEADING =
  /^(?:(?:view |see |all )?(?:related|recommended|similar|recent|latest|popular|trending|featured|other|further|explore(?: more)?|more|keep|continue) (?:from|on|by|in|about|posts?|articles?|stories|story|news|reading|reads|content|topics?|resources|links|products?|guides?|videos?|blogs?|publications?)\b|related\b|you(?: may|'ll|’ll| might| will)?(?: also)? (?:like|love|enjoy|be interested)|up next|what to read next|about (?:the |our )?(?:authors?|writers?|contributors?|reviewers?)|authors?$|(?:written|reviewed|posted|edited|published) by\b|share (?:this|it|on|the|with)|share$|leave a (?:comment|reply)|comments?$|\d+ (?:comments?|replies|responses|thoughts)|post(?:ed)? (?:in|under|navigation)|filed under|tags?:?$|tagged|topics?:?$|categories:?$|article categories|subscribe|sign up|newsletter|join (?:our|the)|follow (?:us|me)|get (?:in touch|the latest|our)|stay (?:connected|in touch|up to date|informed)|topics covered|explore more|why trust (?:us|our)|support (?:us|our)|how useful was this|was this (?:article|page|post|helpful)|what do you think\?|about us|hinterlasse|kommentare|über den autor|verwandte|ähnliche|articles? (?:similaires|liés)|à propos de l|artículos? relacionad|sobre el autor|comentarios|комментарии|об авторе)/i

/** Whether a heading or short line begins what follows an article: its author, other articles, comments. */
export const isTailHeading = (line: string): boolean => line.length <= 90 && TAIL_HEADING.test(line.trim())

const TAIL_LINE =
  /^(?:share|print|email|tweet|facebook|back to top|back to|copy link|download|save|reply|pin (?:it|this|for)|follow|subscribe|sign up|sign in|log in|join|click here to|learn more|read more|find out more|get started|start now|contact|call us|book (?:a|now)|shop|donate|make a (?:gift|donation)|tags?:|topics?:?|categor(?:y|ies):|filed under|posted (?:in|on|by|under)|published|last (?:updated|modified|reviewed)|updated|written by|reviewed by|edited by|photo(?:graph)?s? (?:by|credit|courtesy)|image (?:by|credit|courtesy|used)|featured image|credit:|source:|©|\(c\)|copyright|all rights reserved|this (?:article|post|story) (?:was|is|has|may|contains|originally|first)|disclosure|disclaimer|as an amazon associate|editor[’']?s note|the post .{1,200} (?:appeared|first)|originally (?:published|posted)|thanks for reading|enjoy(?:ed)? th(?:is|e) |if you (?:enjoyed|liked)|like what you|want to|have (?:a )?question|leave a comment|comment(?:s)?\b|republish|related:|see also:|also read|more:)/i

/** Whether a line at the end of an article is no part of its text. */
export const isTailLine = (line: string): boolean =>
  TAIL_LINE.test(line.trim()) || !/[\p{L}\p{N}]/u.test(line)

const ADVERTISEMENT =
  /^(?:advertisements?|ads?|advertising|sponsored(?: ads?| content)?|promoted|anzeige|werbung|publicité|publicidad|реклама|(?:story|article|content) continues (?:below|after)[^.]{0,60}|scroll (?:down )?to continue[^.]{0,40}|skip (?:advertisement|past newsletter promotion)|(?:\d+ )?shares?|share (?:this|on|via) [^.]{0,60}|share this|(?:print|email|tweet|pin|save|comments?|copy link|loading)\W*|\d{1,3}[ -]?min(?:ute)?s? read|reading time:? .{1,20}|estimated reading time.{1,20}|listen to (?:this )?article|jump to recipe.{0,30}|toggle caption|hide caption|report this ad|table of contents|in this article:?)$/i
const LEADING_AWAY =
  /^(?:also )?(?:read(?: (?:more|also|next|now|this))?|related(?: (?:reading|articles?|stor(?:y|ies)|posts?|content))?|see(?: also)?|also read|also see|you (?:may|might) also (?:like|enjoy)|recommended(?: reading)?|more(?: on this)?|don[’']t miss|must read|check out|watch|learn more|further reading|up next|mehr(?: zum thema)?|lesen sie auch|siehe auch|lire aussi|à lire(?: aussi)?|lea también|leia (?:também|mais)|leggi anche|lees ook|читайте также|czytaj (?:też|także))\s{0,3}[:|»>–—-]/i

/** Whether a line between the paragraphs of an article is none: an advertisement's mark, a link to another article. */
export const isAside = (line: string, isLinked: boolean): boolean =>
  ADVERTISEMENT.test(line.trim()) || (isLinked && LEADING_AWAY.test(line.trim()))
