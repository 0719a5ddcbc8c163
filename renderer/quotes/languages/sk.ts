import { quoteLanguage } from './language'

export const slovak = quoteLanguage('sk', {
  saying: `povedal povedala povedali hovorí hovoria hovoril hovorila uviedol uviedla uviedli uvádza vyhlásil vyhlásila vyhlasuje
    dodal dodala dodali dodáva oznámil oznámila oznamuje vysvetlil vysvetlila vysvetľuje podotkol konštatoval konštatovala
    konštatuje tvrdí tvrdil tvrdila upozornil upozornila upozorňuje zdôraznil zdôraznila zdôrazňuje poznamenal
    poznamenala napísal napísala píše odpovedal odpovedala odpovedá spýtal spýtala myslí pripustil pripustila potvrdil
    potvrdila priznal priznala varoval varovala komentoval vyjadril vyjadrila doplnil doplnila informoval informovala
    reagoval reagovala zhodnotil pripomenul pripomenula odkázal`,
  labelling: 'označil označila nazval nazvala hovoril obvinil',
  sourceAfter: 'podľa, podľa slov, slovami',
  pronouns: 'on:m ona:f oni:p ja:a my:p',
  possessives: 'jeho:m mu:m jej:f',
  honorifics: 'pán:m pani:f ing:a mgr:a dr:a',
  roles: `prezident prezidentka minister ministerka premiér premiérka predseda predsedníčka podpredseda generálny tajomník
    riaditeľ riaditeľka hovorca hovorkyňa šéf šéfka primátor primátorka starosta starostka poslanec poslankyňa sudca
    advokát profesor expert ekonóm analytik vedúci veľvyslanec tréner autor novinár spisovateľ kandidát poradca kancelár
    plukovník generál lekár zakladateľ`,
  prepositions: `v vo na s so z zo k ku od do u o po za pod nad pri cez pre bez medzi pred podľa počas okolo proti`,
  and: 'a i aj',
  clauseOpeners: `že aby ktorý ktorá ktoré ktorí kde kedy keď pretože či ale alebo ako ak čo`,
  fillers: `je bol bola boli sú som to tiež ešte už včera dnes zajtra vtedy potom neskôr mu jej im nám mi však sa si`,
  inverts: true,
})
