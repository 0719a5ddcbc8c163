import { quoteLanguage } from './language'

export const dutch = quoteLanguage('nl', {
  saying: `zei zeiden zegt zeggen gezegd vertelde vertelden vertelt vertellen verteld verklaarde verklaart verklaard liet meldde
    meldden meldt schreef schreven schrijft geschreven antwoordde antwoordt reageerde reageert vroeg vraagt stelde stelt
    benadrukte benadrukt waarschuwde waarschuwt bevestigde bevestigt erkende erkent beweerde beweert voegde voegt vindt
    vond denkt dacht meent meende legde noemde riep roept concludeerde concludeert twitterde aldus luidt luidde
    beloofde eiste klaagde oordeelde oordeelt hoopt`,
  continuing: 'zeggend',
  labelling: 'noemde noemt noemen genoemd sprak spreekt omschreef omschrijft bestempelde beschuldigde',
  trailing: 'aldus',
  sourceAfter: 'volgens, aldus, naar eigen zeggen van',
  pronouns: 'hij:m zij:f ze:f ik:a wij:p we:p',
  possessives: 'zijn:m hem:m haar:f',
  honorifics: 'meneer:m mevrouw:f dhr:m mevr:f dr:a prof:a',
  roles: `president premier minister minister-president staatssecretaris secretaris-generaal woordvoerder woordvoerster voorzitter
    directeur burgemeester wethouder koning koningin paus bisschop rechter advocaat hoogleraar onderzoeker econoom leider
    partijleider fractievoorzitter kamerlid commissaris ambassadeur trainer coach bondscoach auteur journalist schrijver
    oprichter topman generaal kolonel arts`,
  roleEndings: 'minister voorzitter woordvoerder directeur leider commissaris',
  determiners: 'de het een zijn haar hun deze dit die dat andere enkele',
  prepositions: `in op aan bij met na naar van voor over onder tegen door om uit zonder tussen tijdens wegens tot als volgens per
    sinds vanaf`,
  linkers: 'van der den de het',
  and: 'en',
  clauseOpeners: `dat die of omdat als toen terwijl hoewel maar want waar wie wat dus`,
  fillers: `heeft hebben had hadden is was wordt werd zich ook nog al dan toen gisteren vandaag morgen maandag dinsdag woensdag
    donderdag vrijdag zaterdag zondag daarna later eerder weten toe niet wel hem haar er`,
  inverts: true,
  verbFinal: true,
})
