import { quoteLanguage } from './language'

export const polish = quoteLanguage('pl', {
  saying: `powiedział powiedziała powiedzieli mówi mówią mówił mówiła mówili stwierdził stwierdziła stwierdzili stwierdza
    oświadczył oświadczyła oświadczyli dodał dodała dodali dodaje podkreślił podkreśliła podkreśla zaznaczył zaznaczyła
    zaznacza wyjaśnił wyjaśniła wyjaśnia tłumaczył tłumaczyła tłumaczy poinformował poinformowała poinformowali informuje
    przekazał przekazała przekazali napisał napisała napisali pisze odpowiedział odpowiedziała odpowiada zapytał zapytała
    pyta ocenił oceniła ocenia uważa twierdzi twierdzą przyznał przyznała przyznaje przypomniał przypomniała ostrzegł
    ostrzegła ostrzega zapowiedział zapowiedziała zapewnił zapewniła zapewnia skomentował skomentowała komentuje zauważył
    zauważyła zauważa wskazał wskazała wskazuje powtórzył kontynuował opowiada opowiadał wspomina krzyknął krzyczał
    zaapelował podsumował apeluje`,
  continuing: 'mówiąc dodając podkreślając zaznaczając',
  labelling: 'nazwał nazwała nazywa określił określiła oskarżył mówił',
  sourceAfter: 'według, zdaniem, jak powiedział, wedle',
  pronouns: 'on:m ona:f oni:p one:p ja:a my:p',
  possessives: 'jego:m mu:m jej:f',
  honorifics: 'pan:m pani:f dr:a prof:a',
  roles: `prezydent premier minister wiceminister sekretarz generalny przewodniczący przewodnicząca prezes dyrektor dyrektorka
    rzecznik rzeczniczka szef szefowa burmistrz wójt poseł posłanka senator senatorka król królowa papież biskup sędzia
    adwokat prokurator profesor ekspert ekspertka ekonomista analityk naukowiec lider ambasador trener autor autorka
    dziennikarz dziennikarka pisarz działacz kandydat kandydatka doradca kanclerz pułkownik generał kapitan lekarz
    lekarka założyciel wiceprezes marszałek wojewoda`,
  prepositions: `w we na z ze k od do u o po za pod nad przy przez dla bez między przed podczas według wobec przeciw obok`,
  and: 'i oraz',
  clauseOpeners: `że żeby aby który która które którzy gdzie kiedy gdy bo ponieważ jeśli czy ale lub albo jak co`,
  fillers: `jest był była byli są to się także też jeszcze już wczoraj dziś dzisiaj jutro wtedy potem później mu jej im nam
    nie poniedziałek wtorek środę czwartek piątek sobotę niedzielę jednak również ponadto niedawno`,
  inverts: true,
})
