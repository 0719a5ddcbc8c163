import { quoteLanguage } from './language'

export const czech = quoteLanguage('cs', {
  saying: `řekl řekla řekli řekly říká říkají říkal říkala uvedl uvedla uvedli uvádí uvádějí prohlásil prohlásila prohlásili
    prohlašuje dodal dodala dodali dodává sdělil sdělila sdělili sděluje oznámil oznámila oznámili oznamuje vysvětlil
    vysvětlila vysvětluje podotkl podotkla podotýká konstatoval konstatovala konstatuje tvrdí tvrdil tvrdila tvrdili
    upozornil upozornila upozorňuje zdůraznil zdůraznila zdůrazňuje poznamenal poznamenala poznamenává napsal napsala
    napsali píše píší odpověděl odpověděla odpovídá odvětil zeptal zeptala ptá míní mínil soudí soudil myslí domnívá
    připustil připustila připouští potvrdil potvrdila potvrzuje přiznal přiznala přiznává varoval varovala varuje slíbil
    slíbila požaduje kritizoval kritizovala komentoval komentovala komentuje vyjádřil vyjádřila popsal popsala popisuje
    vzkázal vzkázala doplnil doplnila doplňuje pokračoval pokračuje uzavřel shrnul zvolal zvolala vykřikl křičí šeptal
    informoval informovala informuje vzpomíná vzpomínal hodnotí zhodnotil pochválil reagoval reagovala reaguje
    namítl namítá věří vypráví přiblížil přiblížila připomněl připomněla připomíná říkával
    charakterizoval`,
  labelling: 'označil označila označili označuje nazval nazvala nazývá mluvil hovořil obvinil',
  sourceAfter: 'podle, dle, slovy, podle slov',
  pronouns: 'on:m ona:f oni:p já:a my:p ten:m ta:f',
  possessives: 'jeho:m mu:m jemu:m její:f jí:f',
  honorifics: 'pan:m paní:f slečna:f ing:a mgr:a dr:a judr:a mudr:a',
  roles: `prezident prezidentka ministr ministryně premiér premiérka předseda předsedkyně místopředseda generální tajemník
    ředitel ředitelka mluvčí šéf šéfka primátor primátorka starosta starostka hejtman poslanec poslankyně senátor senátorka
    král královna papež biskup soudce soudkyně advokát advokátka profesor profesorka expert ekonom analytik vědec vedoucí
    náměstek náměstkyně velvyslanec velvyslankyně trenér trenérka autor autorka novinář novinářka spisovatel aktivista
    kandidát poradce kancléř plukovník generál kapitán lékař zakladatel majitel útočník brankář`,
  prepositions: `v ve na s se z ze k ke od do u o po za pod nad při přes pro bez mezi před podle během kolem proti vedle kvůli`,
  and: 'a i',
  clauseOpeners: `že aby který která které kteří kde kdy když protože jestli zda ale nebo jako jak pokud co či neboť`,
  fillers: `je byl byla byli bylo jsou jsem to také ještě už již včera dnes zítra tehdy pak potom později mu jí jim nám mi
    pondělí úterý středu čtvrtek pátek sobotu neděli však například novinářům ne dále znovu nedávno si ho tento
    týden minulý`,
  inverts: true,
})
