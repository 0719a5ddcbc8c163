import { quoteLanguage } from './language'

export const german = quoteLanguage('de', {
  saying: `sagte sagten sagt sagen gesagt erklärte erklärten erklärt erklären äußerte äußerten äußert geäußert meinte meinten
    meint meinen betonte betonten betont schrieb schrieben schreibt schreiben geschrieben teilte mitteilte mitgeteilt
    teilten teilt berichtete berichteten berichtet fügte ergänzte ergänzt fragte fragt fragten antwortete antwortet
    entgegnete erwiderte erwidert kommentierte kommentiert kommentierten kritisierte kritisierten kritisiert warnte
    warnten warnt forderte forderten fordert begründete begründet begründeten behauptete behauptet behaupteten bestätigte
    bestätigt räumte gab gibt gaben rief riefen ruft skandierten skandierte lautete lautet lauten heißt hieß heiße geheißen
    versicherte versichert kündigte ankündigte verkündete zitiert zitierte zitierten urteilte urteilt bemerkte bemerkt
    erzählte erzählt führte führt stellte stellt hob wies verwies bekräftigte konstatierte konstatiert resümierte
    unterstrich mahnte mahnt lobte lobt versprach verspricht verlangte dementierte beklagte bedauerte befand glaubt glaubte
    hofft hoffte betonten riet schilderte vermutete sprach spricht sprachen twitterte plädierte appellierte argumentierte
    protestierte entschuldigte würdigte freute zeigte ließ äußern gesteht gestand verteidigte stritt empfahl empfiehlt
    deutete feststellte erinnerte erinnert attackierte prangerte prangerten gestanden meldete meldeten`,
  continuing: `mit zitat begründung worten`,
  labelling: `nannte nannten nennt nennen genannt bezeichnete bezeichneten bezeichnet bezeichnen sprach sprachen spricht
    beschrieb beschreibt beschrieben wertete wertet kritisierte lobte würdigte warf werfen wirft verurteilte forderte
    warnte sieht sehen sah hält halten hielt titelte verurteilten einstufte gilt bewertete beschuldigte zweifelte begrüßte`,
  trailing: 'so laut',
  sourceAfter: `laut, nach angaben von, nach angaben des, nach angaben der, nach angaben, zufolge, nach worten von, nach den worten,
    nach aussage, nach aussagen, gemäß, nach ansicht, nach meinung, nach auffassung, nach einschätzung, aus sicht`,
  sourceBefore: 'zufolge',
  pronouns: 'er:m sie:f es:a wir:p ich:a man:a dieser:m diese:f',
  possessives: 'sein:m seine:m seiner:m seinem:m seinen:m ihn:m ihm:m ihre:f ihrer:f ihrem:f ihren:f',
  honorifics: 'herr:m herrn:m frau:f dr:a prof:a',
  roles: `präsident präsidentin kanzler kanzlerin minister ministerin ministerpräsident ministerpräsidentin sprecher sprecherin
    chef chefin direktor direktorin leiter leiterin vorsitzender vorsitzende vorsitzenden generalsekretär generalsekretärin
    sekretär sekretärin bürgermeister bürgermeisterin senator senatorin könig königin papst bischof richter richterin
    professor professorin experte expertin abgeordnete abgeordneter botschafter botschafterin anwalt anwältin general
    trainer autor autorin koordinator journalist journalistin forscher forscherin mitglied vertreter vertreterin manager
    premierminister premier kommissar kommissarin gouverneur staatssekretär polizist mitarbeiter vize us-präsident
    oberbürgermeister fraktionschef parteichef gründer gründerin geschäftsführer geschäftsführerin`,
  roleEndings: `präsident präsidentin kanzler kanzlerin minister ministerin sprecher sprecherin chef chefin direktor direktorin
    leiter leiterin vorsitzender vorsitzende vorsitzenden sekretär sekretärin meister meisterin experte expertin anwalt
    anwältin koordinator forscher kommissar kommissarin trainer botschafter botschafterin richter politiker politikerin
    beauftragter beauftragte beauftragten`,
  determiners: `der die das den dem des ein eine einer eines einem einen dieser diese dieses sein seine seiner ihr ihre ihrer
    mehrere viele andere beide einige`,
  prepositions: `in im am an auf aus bei beim mit nach seit von vom vor zu zum zur über unter gegen für durch um ohne zwischen
    während wegen trotz bis als gegenüber per anlässlich laut neben hinter angesichts`,
  linkers: 'des der von vom für zu',
  and: 'und sowie',
  clauseOpeners: `dass daß ob wie weil wenn obwohl während nachdem bevor welcher welche welches wo wer was aber
    doch denn oder sondern wobei damit`,
  fillers: `hat haben hatte hatten ist war wird wurde wurden werden habe sei sich auch noch nun dann dazu damals heute gestern
    morgen montag dienstag mittwoch donnerstag freitag samstag sonntag bereits schon nur ihm ihr ihnen uns mir zudem
    außerdem weiter hierzu dabei darauf daraufhin jedoch allerdings ebenfalls zuvor später kürzlich wörtlich
    anschließend hinzu unter anderem nicht so hierbei hingegen dagegen weiterhin demnach abend vormittag nachmittag hier zwar
    darin darunter dies darüber überraschend immerhin somit deshalb trotzdem stattdessen inzwischen unterdessen letztlich
    schließlich demgegenüber warum vielmehr sogar selbst diese woche`,
  capitalNouns: true,
  inverts: true,
  naming: `motto titel zeitung tageszeitung zeitschrift magazin wochenzeitung wochenzeitschrift film buch roman album song lied
    projekt firma partei gruppe organisation sender serie spiel namen name begriff programm sendung unternehmen band schiff`,
  verbFinal: true,
  impersonal: 'es',
})
