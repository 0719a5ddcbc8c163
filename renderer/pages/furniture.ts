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
