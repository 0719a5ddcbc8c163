import { quoteLanguage } from './language'

export const swedish = quoteLanguage('sv', {
  saying: `sa sade säger sagt berättar berättade förklarar förklarade skriver skrev skrivit uppger uppgav svarar svarade frågar
    frågade tillägger tillade menar menade anser ansåg hävdar hävdade betonar betonade varnar varnade meddelar meddelade
    konstaterar konstaterade kommenterar kommenterade bekräftar bekräftade medger medgav fortsätter fortsatte tycker tror
    utropade ropade lovar lovade kräver understryker påpekar påpekade twittrade lyder`,
  labelling: 'kallar kallade beskriver beskrev anklagar anklagade',
  sourceAfter: 'enligt',
  pronouns: 'han:m hon:f de:p jag:a vi:p hen:a',
  possessives: 'hans:m honom:m hennes:f henne:f',
  honorifics: 'herr:m fru:f dr:a',
  roles: `president statsminister minister utrikesminister generalsekreterare talesperson talesman ordförande direktör chef vd
    partiledare ledare kung drottning påve biskop domare advokat professor forskare ekonom expert borgmästare ambassadör
    tränare förbundskapten författare journalist grundare åklagare kommissionär general överste läkare`,
  roleEndings: 'minister ledare chef direktör talesperson sekreterare',
  determiners: 'en ett den det de sin sitt hans hennes deras andra flera',
  prepositions:
    'i på av för med till från om vid under över mot efter före genom mellan utan hos enligt sedan inom',
  linkers: 'för av i på',
  and: 'och',
  clauseOpeners: 'att som om när medan eftersom men eller där vad hur så',
  fillers: `har hade är var blev också även nu då sedan igår idag imorgon måndag tisdag onsdag torsdag fredag lördag söndag
    inte sig honom henne därefter senare tidigare redan vidare`,
  inverts: true,
})
