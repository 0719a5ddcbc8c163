import { quoteLanguage } from './language'

export const french = quoteLanguage('fr', {
  saying: `dit disent disait déclaré déclare déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté
    ajoutait assure assuré assurait indique indiqué indiquait précise précisé précisait souligne souligné soulignait estime
    estimé estimait raconte raconté racontait répond répondu répondait demande demandé demandait lance lancé lançait
    écrit écrivait confie confié confiait martèle martelé insiste insisté rappelle rappelé rappelait note noté annonce
    annoncé regrette regretté regrettait dénonce dénoncé dénonçait reconnaît reconnu admet admis avoue avoué avance avancé
    poursuit poursuivi conclut conclu commente commenté observe observé prévient prévenu avertit averti promet promis
    témoigne témoigné réagit réagi juge jugé jugeait pense prétend prétendu plaide plaidé interroge interrogé
    exclame insurge indigne inquiète étonne réjouit réplique répliqué rétorque rétorqué
    reprend repris complète complété détaille détaillé tweete tweeté twitte peste ironise ironisé tranche tranché
    résume résumé scande scandent scandé crie crié hurle murmure murmuré souffle glisse glissé cite cité publie posté
    analyse analysé soutient soutenu révèle révélé constate constaté considère réclame réclamé exige exigé tempère
    nuance concède concédé déplore déploré déplorait fustige justifie justifié renchérit enchaîne racontent expliquent
    affirment assurent dénoncent estiment exclamait salue salué espère espérait craint lisait lit`,
  continuing: `disant ajoutant affirmant déclarant expliquant précisant estimant assurant soulignant indiquant évoquant
    dénonçant rappelant écrivant criant lançant`,
  labelling: `qualifié qualifie qualifiait appelle appelé appelait dénonce dénoncé évoque évoqué parle parlé parlait décrit
    traité accuse accusé surnommé réclame promis veut fustige condamné`,
  sourceAfter: `selon, d après, pour, aux yeux de, de l avis de, selon les mots de`,
  pronouns: 'il:m elle:f ils:p elles:p on:a je:a nous:p ce-dernier:m celui-ci:m celle-ci:f',
  possessives: 'lui:m',
  honorifics: 'm:m mm:p monsieur:m mme:f madame:f mlle:f maître:a me:a dr:a',
  roles: `président présidente ministre premier première secrétaire général générale chef cheffe directeur directrice
    porte-parole maire sénateur sénatrice député députée roi reine pape évêque procureur procureure juge avocat avocate
    professeur professeure chercheur chercheuse expert experte économiste sociologue politologue historien historienne
    responsable dirigeant dirigeante patron patronne fondateur fondatrice leader préfet préfète commissaire commandant
    colonel capitaine entraîneur auteur autrice journaliste écrivain militant militante manifestant manifestante
    candidat candidate ambassadeur ambassadrice syndicaliste délégué déléguée conseiller conseillère médecin docteur
    chancelier chancelière gouverneur étudiant étudiante retraité retraitée habitant habitante ex-président`,
  determiners: `le la les l un une des du ce cet cette ces son sa ses leur leurs mon notre plusieurs certains autres`,
  prepositions: `à au aux de du d en dans sur sous par pour avec sans chez vers contre entre depuis pendant avant après
    lors devant derrière auprès via selon jusqu jusqu'à malgré dès face ainsi`,
  linkers: `de du des d la le l à aux`,
  and: 'et',
  clauseOpeners: `que qu qui quoi dont où quand lorsque si car mais ou comme parce puisque alors tandis afin`,
  fillers: `a ont avait avaient est sont était étaient sera serait aurait se s y en ne n pas également aussi
    encore déjà ensuite enfin toutefois cependant ainsi hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi
    dimanche lui leur nous me plus notamment même alors bien puis récemment`,
  elisions: 'l d qu s n j m t c jusqu lorsqu puisqu quoiqu',
  hyphenatedPronouns: true,
})
