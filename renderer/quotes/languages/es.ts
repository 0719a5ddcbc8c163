import { quoteLanguage } from './language'

export const spanish = quoteLanguage('es', {
  saying: `dijo dijeron dice dicen decía dicho ha-dicho afirmó afirmaron afirma afirman afirmado aseguró aseguraron asegura
    aseguran asegurado explicó explicaron explica explican explicado señaló señalaron señala señalan señalado añadió
    añadieron añade añaden añadido agregó agregaron agrega indicó indicaron indica indicado manifestó manifestaron manifiesta
    manifestado declaró declararon declara declarado expresó expresaron expresa expresado comentó comentaron comenta
    comentado contó cuenta contado respondió responde respondido contestó contesta preguntó pregunta preguntado escribió
    escribe escrito anunció anuncia anunciado destacó destaca destacado subrayó subraya subrayado insistió insiste insistido
    advirtió advierte advertido denunció denuncia denunciado reconoció reconoce reconocido admitió admite admitido sostuvo
    sostiene sostenido recordó recuerda recordado precisó precisa precisado concluyó concluye apuntó apunta apuntado
    lamentó lamenta lamentado criticó critica criticado defendió defiende reiteró reitera exclamó exclama gritó gritaron grita
    confesó confiesa matizó matiza opinó opina argumentó argumenta reveló revela relató relata prometió promete pidió pide
    exigió exige prosiguió zanjó replicó tuiteó publicó detalló detalla aclaró aclara consideró considera cree remarcó
    enfatizó puntualizó sentenció celebró informó aseveró negó bromeó ironizó susurró murmuró reclamó`,
  continuing: `diciendo añadiendo afirmando asegurando explicando señalando indicando agregando preguntando escribiendo`,
  labelling: `calificó califica calificado llamó llama llamado describió describe tildó tachó acusó acusa habló habla denominó
    definió define consideró`,
  sourceAfter: `según, de acuerdo con, en palabras de, a juicio de`,
  pronouns: 'él:m ella:f ellos:p ellas:p yo:a nosotros:p este:m esta:f éste:m ésta:f usted:a',
  honorifics: 'señor:m señora:f sr:m sra:f don:m doña:f dr:m dra:f',
  roles: `presidente presidenta ministro ministra primer primera secretario secretaria general jefe jefa director directora
    portavoz vocero vocera alcalde alcaldesa senador senadora diputado diputada rey reina papa obispo fiscal juez jueza
    abogado abogada profesor profesora experto experta economista investigador investigadora responsable líder dirigente
    fundador fundadora gobernador gobernadora embajador embajadora entrenador técnico autor autora periodista escritor
    escritora activista candidato candidata consejero consejera canciller comisario coronel capitán comandante médico
    expresidente vicepresidente vicepresidenta mandatario mandataria analista delegado delegada coordinador coordinadora`,
  determiners:
    'el la los las un una unos unas su sus este esta estos estas ese esa otro otra varios algunos lo',
  prepositions: `a al de del en con por para sin sobre entre desde hasta contra hacia durante tras ante bajo según mediante`,
  linkers: 'de del la las los el y',
  and: 'y e',
  clauseOpeners: `que quien quienes cual donde cuando si porque pero o como mientras aunque pues sino`,
  fillers: `ha han había habían fue es era son está se le les lo la me nos también además ya no ayer hoy mañana lunes martes
    miércoles jueves viernes sábado domingo entonces después luego así aún todavía asimismo igualmente recientemente
    finalmente posteriormente más`,
  inverts: true,
})
