// Lines that a page puts among the paragraphs of an article and below them. Each list is one pattern a line.

/** A pattern for the beginning of a line. */
const startingWith = (...patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:${patterns.map(pattern => pattern.replaceAll(' | ', '|')).join('|')})`, 'iu')
const whole = (...patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:${patterns.map(pattern => pattern.replaceAll(' | ', '|')).join('|')})$`, 'iu')

const LONGEST_HEADING = 90

/** Other articles, the author, the readers, the newsletter: with one of these the article is over. */
const TAIL_HEADING = startingWith(
  String.raw`(?:view | see | all )?(?:related|recommended|similar|recent|latest|popular|trending|featured|other|further|explore(?: more)?|more|keep|continue) (?:from|on|by|in|about|posts?|articles?|stories|story|news|reading|reads|content|topics?|resources|links|products?|guides?|videos?|blogs?|publications?)\b`,
  String.raw`related\b | up next | what to read next | explore more | topics covered`,
  String.raw`you(?: may|['’]ll| might| will)?(?: also)? (?:like|love|enjoy|be interested)`,
  String.raw`about (?:the |our )?(?:authors?|writers?|contributors?|reviewers?) | authors?$ | about us`,
  String.raw`(?:written|reviewed|posted|edited|published) by\b | post(?:ed)? (?:in|under|navigation) | filed under`,
  String.raw`share (?:this|it|on|the|with) | share$ | leave a (?:comment|reply) | comments?$`,
  String.raw`\d+ (?:comments?|replies|responses|thoughts) | tags?:?$ | tagged | topics?:?$ | categories:?$ | article categories`,
  String.raw`subscribe | sign up | newsletter | join (?:our|the) | follow (?:us|me) | get (?:in touch|the latest|our)`,
  String.raw`stay (?:connected|in touch|up to date|informed) | why trust (?:us|our) | support (?:us|our)`,
  String.raw`how useful was this | was this (?:article|page|post|helpful) | what do you think\?`,
  String.raw`hinterlasse | kommentare | über den autor | verwandte | ähnliche | articles? (?:similaires|liés) | à propos de l`,
  String.raw`artículos? relacionad | sobre el autor | comentarios | комментарии | об авторе`,
)

/** Whether a heading or short line begins what follows an article. */
export const isTailHeading = (line: string): boolean =>
  line.length <= LONGEST_HEADING && TAIL_HEADING.test(line.trim())

/** Controls and invitations, which are short. */
const SHORT_TAIL_LINE = startingWith(
  String.raw`share\b | print\b | email\b | tweet\b | facebook\b | back to | copy link | download | save\b | reply\b | pin (?:it|this|for)`,
  String.raw`follow\b | sign (?:up|in) | log in | join\b | learn more | read more | find out more | book (?:a|now) | shop\b`,
  String.raw`get started | start now | contact\b | call us | donate | make a (?:gift|donation) | want to | comments?\b | more:`,
)
const LONGEST_SHORT = 90
/** Credits, invitations, notes on the article as such. */
const TAIL_LINE = startingWith(
  String.raw`subscribe | click here to | tags?: | topics?:? | categor(?:y|ies): | filed under | posted (?:in|on|by|under)`,
  String.raw`published\b | updated\b | last (?:updated|modified|reviewed) | (?:written|reviewed|edited) by`,
  String.raw`(?:photo|photograph|image)s? (?:by|credit|courtesy|used) | featured image | credit: | source:`,
  String.raw`© | \(c\) | copyright | all rights reserved | disclosure | disclaimer | as an amazon associate | republish`,
  String.raw`this (?:article|post|story) (?:was|is|has|may|contains|originally|first) | originally (?:published|posted)`,
  String.raw`editor[’']?s note | the post .{1,200} (?:appeared|first) | thanks for reading | enjoy(?:ed)? th(?:is|e) `,
  String.raw`if you (?:enjoyed|liked) | like what you | have (?:a )?question | leave a comment | related: | see also: | also read`,
)

/** Whether a short line at the end of an article is no part of its text. */
export function isTailLine(line: string): boolean {
  const text = line.trim()
  if (text.length <= LONGEST_SHORT && SHORT_TAIL_LINE.test(text)) return true
  return TAIL_LINE.test(text) || !/[\p{L}\p{N}]/u.test(text)
}

/** Marks of advertisements and controls. */
const CONTROL = whole(
  String.raw`advertisements? | ads? | advertising | sponsored(?: ads?| content)? | promoted | report this ad`,
  String.raw`anzeige | werbung | publicité | publicidad | реклама`,
  String.raw`(?:story|article|content) continues (?:below|after)[^.]{0,60} | scroll (?:down )?to continue[^.]{0,40}`,
  String.raw`skip (?:advertisement|past newsletter promotion) | (?:\d+ )?shares? | share (?:this|on|via) [^.]{0,60} | share this`,
  String.raw`(?:print|email|tweet|pin|save|comments?|copy link|loading)[^\p{L}\p{N}]{0,9} | (?:toggle|hide) caption`,
  String.raw`\d{1,3}[ -]?min(?:ute)?s? read | (?:estimated )?reading time:? .{1,20} | listen to (?:this )?article`,
  String.raw`jump to recipe.{0,30} | table of contents | in this article:? | back to top | (?:youtube )?video(?: player)?`,
  String.raw`show caption | (?:press enter or )?click to (?:view|enlarge|open)[^.]{0,40} | loading [\p{L} ]{1,20}(?:\.\.\.|…)`,
  String.raw`(?:read|learn|view|see|show|load) (?:more|all|less) | (?:book|buy|shop|order|apply|join|donate|start|subscribe) now | get started`,
  // Credits that stand by themselves; in a caption they stay.
  String.raw`(?:photo(?:graph)?|image|picture|video)?s?(?: )?(?:credits?|courtesy of|source|by):? ?[:|/] ?.{1,80} | .{0,20}getty images.{0,40}`,
)
/** Asks the reader for an address or an agreement, in whatever place. */
const NEWSLETTER = startingWith(
  String.raw`(?:by|when you) (?:signing up|subscrib|submitting|entering your|clicking)[^.]{0,80}(?:agree|consent|terms|privacy)`,
  String.raw`(?:sign up|subscribe|register|join)\b[^.]{0,120}(?:newsletter|inbox|e-?mails?\b|updates|mailing list)`,
  String.raw`(?:get|receive|want)\b[^.]{0,120}(?:newsletter|(?:in|to) your inbox|by e-?mail\b)`,
  String.raw`enter your e-?mail | (?:melden sie sich|jetzt)[^.]{0,80}newsletter | inscrivez-vous[^.]{0,80}newsletter`,
)
/** Begins a line that is all link and tells the reader to go there. */
const INVITATION = startingWith(
  String.raw`(?:read|see|check out|learn|find out|discover|shop|buy|order|get|compare|download|watch|view|explore|browse|try|sign|start|book|click|visit|take|join|subscribe|donate|listen|request|contact|meet)\b`,
)
/** Before the title of another article. */
const LEADING_AWAY = new RegExp(
  `${
    startingWith(
      String.raw`(?:also )?read(?: (?:more|also|next|now|this))? | also (?:read|see) | see(?: also)? | must read | further reading`,
      String.raw`related(?: (?:reading|articles?|stor(?:y|ies)|posts?|content))? | recommended(?: reading)? | more(?: on this)?`,
      String.raw`you (?:may|might) also (?:like|enjoy) | don[’']t miss | check out | watch | learn more | up next`,
      String.raw`mehr(?: zum thema)? | lesen sie auch | siehe auch | lire aussi | à lire(?: aussi)? | lea también`,
      String.raw`leia (?:também|mais) | leggi anche | lees ook | читайте также | czytaj (?:też|także)`,
    ).source
  }\\s{0,3}[:|»>–—-]`,
  'iu',
)

/**
 * Whether a line between the paragraphs of an article is none: an advertisement's mark, a link to another article.
 *
 * @param linked how much of it stands in links, 0 to 1
 */
export function isAside(line: string, linked: number): boolean {
  const text = line.trim()
  if (CONTROL.test(text) || NEWSLETTER.test(text)) return true
  return (
    (linked > 0.2 && LEADING_AWAY.test(text)) || (linked > 0.9 && text.length < 150 && INVITATION.test(text))
  )
}
