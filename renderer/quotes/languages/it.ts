import { quoteLanguage } from './language'

export const italian = quoteLanguage('it', {
  saying: `detto disse dice dicono diceva dissero affermato afferma affermò affermano dichiarato dichiara dichiarò spiegato
    spiega spiegò spiegano aggiunto aggiunge aggiunse sottolineato sottolinea scritto scrive scrisse scrivono raccontato
    racconta raccontò commentato commenta commentò risposto risponde rispose chiesto chiede chiese osservato osserva osservò
    ribadito ribadisce ricordato ricorda annunciato annuncia concluso conclude avvertito avverte precisato precisa
    assicurato assicura ammesso ammette ammise sostenuto sostiene sostengono insistito insiste evidenziato evidenzia
    rilevato rileva replicato replica replicò esclamato esclama gridato grida urlato denunciato denuncia confermato
    conferma garantisce promesso promette attaccato attacca riferito riferisce prosegue proseguito continua continuato
    rivela rivelato confessa confessato twittato twitta esorta auspica auspicato lamenta lamentato chiarito chiarisce
    rimarca notato nota incalza tuona ironizza legge`,
  continuing: `dicendo aggiungendo affermando spiegando sottolineando scrivendo`,
  labelling: `definito definisce definì chiamato chiama descritto descrive accusato accusa parlato parla bollato`,
  sourceAfter: `secondo, a detta di, stando a`,
  pronouns: 'egli:m lui:m lei:f ella:f loro:p essi:p io:a noi:p',
  honorifics: 'signor:m signora:f sig:m dott:a prof:a onorevole:a',
  roles: `presidente ministro ministra premier segretario segretaria generale capo direttore direttrice portavoce sindaco
    sindaca senatore senatrice deputato deputata re regina papa vescovo procuratore giudice avvocato avvocata professore
    professoressa esperto economista ricercatore ricercatrice responsabile leader fondatore fondatrice governatore
    ambasciatore ambasciatrice allenatore autore autrice giornalista scrittore scrittrice attivista candidato consigliere
    cancelliere cancelliera commissario colonnello capitano comandante medico vicepresidente assessore assessora tecnico`,
  determiners: `il lo la i gli le l un uno una suo sua suoi loro questo questa altri altre`,
  prepositions: `a al allo alla ai agli alle di del dello della dei degli delle da dal dalla dai in nel nella nei con per su sul
    sulla tra fra senza dopo prima durante contro verso secondo`,
  linkers: `di del dello della dei degli delle dell`,
  and: 'e ed',
  clauseOpeners: `che chi cui dove quando se perché ma o come mentre anche quindi`,
  fillers: `ha hanno aveva avevano è era sono stato stata si gli le lo la mi ci anche poi ancora già ieri oggi domani lunedì
    martedì mercoledì giovedì venerdì sabato domenica inoltre infine così invece però sempre più`,
  elisions: 'l un d c dell all nell sull dall quell s',
  inverts: true,
})
