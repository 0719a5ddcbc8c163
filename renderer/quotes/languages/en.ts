import { quoteLanguage } from './language'

export const english = quoteLanguage('en', {
  saying: `said says say told tells tell added adds add asked asks ask wrote writes write tweeted tweets replied replies
    reply answered answers responded responds explained explains explain stated states declared declares announced
    announces argued argues insisted insists noted notes observed observes remarked remarks commented comments
    concluded concludes continued continues admitted admits acknowledged acknowledges conceded concedes confessed
    confirmed confirms denied denies claimed claims alleged alleges asserted asserts contended contends maintained
    maintains warned warns cautioned cautions urged urges pleaded pleads begged demanded demands suggested suggests
    proposed predicted predicts joked jokes quipped quips shouted shouts yelled yells screamed screams cried cries
    whispered murmured muttered exclaimed exclaims chanted chant chants thundered snapped retorted retorts countered counters
    mused muses wondered wonders recalled recalls remembered reported reports testified testifies emphasized emphasises
    emphasised emphasizes stressed stresses underlined reiterated reiterates repeated repeats vowed vows promised
    promises pledged pledges complained complains lamented laments praised praises boasted boasts bragged gushed
    opined opines posted posts blogged reads read interjected chimed charged fumed sighed laughed chuckled
    agreed agrees advised assured assures recounted recounts elaborated clarified posited echoed offered
    disclosed revealed reveals estimated believes believed thinks thought speculated reflected reasoned conceded
    grumbled groaned scoffed sneered blasted railed ranted raged barked demurred deadpanned enthused explained
    apologized apologised protested objected intoned summarized summarised theorized volunteered ventured tells quoted texted
    emailed captioned narrated proclaimed proclaims pronounced expressed voiced stammered inquired queried prayed`,
  continuing: `saying adding asking writing telling tweeting declaring arguing insisting noting explaining claiming
    stating warning calling reading responding replying shouting yelling chanting screaming quipping joking concluding
    suggesting stressing emphasizing emphasising asserting admitting promising vowing complaining remarking commenting
    acknowledging announcing continuing proclaiming observing citing mouthing interjecting`,
  labelling: `called calls call calling described describes describing dubbed branded labeled labelled labeling referred
    refers referring denounced denounces condemned condemns criticized criticised criticizes slammed dismissed dismisses
    characterized characterised hailed hails blasted cited cites decried lauded termed deemed accused accuses
    urged wants wanted expects hopes hoped spoke speaks speaking considers considered sees saw likened compared touted
    rejected mocked ridiculed thanked attacked`,
  sourceAfter: `according to, in the words of`,
  pronouns: 'he:m she:f they:p it:a i:a we:p who:a',
  naming: `entitled titled movie film book novel song album show series magazine newspaper program programme game play podcast
    hashtag slogan motto`,
  possessives: 'his:m him:m himself:m her:f hers:f herself:f',
  honorifics: 'mr:m mister:m sir:m lord:m mrs:f ms:f miss:f lady:f dame:f dr:a prof:a madam:f',
  roles: `president vice secretary general minister premier chancellor king queen prince princess pope bishop archbishop
    cardinal governor mayor senator sen congressman congresswoman representative rep gov deputy director chief chairman
    chairwoman chairperson chair commissioner ambassador envoy spokesman spokeswoman spokesperson leader head officer
    executive ceo founder co-founder owner manager coach captain commander colonel col lieutenant lt sergeant sgt major
    admiral rear marshal judge justice attorney lawyer prosecutor sheriff detective inspector superintendent professor
    doctor analyst economist expert scientist researcher author writer journalist reporter editor correspondent columnist
    activist strategist consultant adviser advisor aide official candidate nominee lawmaker legislator councilman
    councilwoman councillor speaker teacher student resident farmer actor actress singer director producer star player
    striker midfielder boss treasurer undersecretary counsel principal dean pastor reverend rev father sister imam rabbi
    sheikh emperor sultan emir prime foreign defense defence interior finance treasury state us u.s uk eu un nato former
    acting then-president ex-president co-chair frontrunner hopeful businessman billionaire mogul tycoon`,
  determiners:
    'the a an his her their its our my this that these those one another some many several both other most',
  prepositions: `in on at to from for with by about after before during over under against between among through into
    upon since until amid near of outside inside via per despite without within as like across around behind than`,
  linkers: 'of for',
  and: 'and',
  clauseOpeners: `that as who whom whose which what where when while because if though although whether but or so then than
    once unless how why not`,
  fillers: `has have had was were is are be been being will would could should can may might must did does do just also
    later once then again already often always never recently repeatedly reportedly simply further merely only even
    still now yesterday today tomorrow last next earlier
    previously publicly famously finally eventually quickly instead himself herself too therefore however meanwhile
    immediately angrily quietly bluntly jokingly actually really flatly went goes on ago afterwards afterward first there
    here him me us them morning afternoon evening`,
  calendar: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december`,
})
