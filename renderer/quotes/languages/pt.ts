import { quoteLanguage } from './language'

export const portuguese = quoteLanguage('pt', {
  saying: `disse disseram diz dizem dizia dito afirmou afirmaram afirma afirmam afirmado explicou explica explicaram explicam
    acrescentou acrescenta declarou declarou-se declara declararam contou conta contaram respondeu responde perguntou
    pergunta escreveu escreve anunciou anuncia destacou destaca ressaltou ressalta frisou sublinhou sublinha insistiu
    alertou alerta advertiu denunciou reconheceu reconhece admitiu admite sustentou sustenta lembrou lembra recordou
    concluiu conclui apontou aponta lamentou lamenta criticou critica defendeu defende reiterou reitera exclamou gritou
    gritaram confessou opinou argumentou argumenta revelou revela relatou relata prometeu promete pediu pede exigiu
    garantiu garante comentou comenta completou completa assegurou informou informa negou nega avaliou avalia observou
    observa disparou publicou postou tuitou ironizou questionou questiona indicou justificou referiu adiantou rebateu
    enfatizou esclareceu brincou desabafou`,
  continuing: `dizendo acrescentando afirmando explicando destacando escrevendo alegando`,
  labelling: `chamou chama classificou classifica descreveu descreve acusou acusa qualificou definiu considerou falou`,
  sourceAfter: `segundo, de acordo com, conforme, nas palavras de, para`,
  pronouns: 'ele:m ela:f eles:p elas:p eu:a nós:p',
  honorifics: 'senhor:m senhora:f sr:m sra:f dr:m dra:f dona:f',
  roles: `presidente presidenta ministro ministra primeiro primeira secretário secretária geral chefe diretor diretora
    porta-voz prefeito prefeita senador senadora deputado deputada rei rainha papa bispo procurador procuradora juiz juíza
    advogado advogada professor professora especialista economista pesquisador pesquisadora responsável líder dirigente
    fundador governador governadora embaixador embaixadora técnico treinador autor autora jornalista escritor ativista
    candidato candidata conselheiro chanceler delegado delegada coronel capitão comandante médico médica ex-presidente
    vice-presidente vereador vereadora relator coordenador coordenadora analista`,
  determiners: 'o a os as um uma uns umas seu sua seus suas este esta esse essa outro outra vários alguns',
  prepositions: `à ao aos às de do da dos das em no na nos nas num numa com por pelo pela para sem sobre entre desde até contra
    durante após ante sob segundo conforme perante`,
  linkers: 'de do da dos das e',
  and: 'e',
  clauseOpeners: `que quem qual onde quando se porque mas ou como enquanto embora pois`,
  fillers: `foi é era são está tem têm tinha havia se lhe lhes me nos também ainda já não ontem hoje amanhã segunda terça
    quarta quinta sexta sábado domingo então depois assim porém além mais recentemente`,
  inverts: true,
})
