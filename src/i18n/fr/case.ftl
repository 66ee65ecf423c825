# The form of a case.

case-title = Cas { $case }
case-label = Désignation
case-label-hint = Un mot neutre pour l’équipe de l’étude, jamais le nom de la coopération.
case-countries = Pays
case-countries-hint = Deux lettres chacun, par exemple CH DE FR.
case-countries-unclear = Non enregistré : indiquer chaque pays par deux lettres, p. ex. CH DE FR.
case-border = Frontière
border-bi = binationale
border-tri = trinationale
case-region = Région
case-branch = Branche
case-stage = Cycle de vie
stage-emergence = émergence
stage-growth = croissance
stage-maturity = maturité
stage-decline = déclin
case-eligibility = Fait partie de l’échantillon
case-eligibility-hint = Des liens par-delà au moins une frontière nationale, organisés au quotidien ou entretenus de manière souple.
eligibility-yes = oui
eligibility-no = non
case-agreed = Type convenu
type-institutional = institutionnalisée
type-operational = opérationnalisée
type-informal = informelle
trouble-case-invented = Les cas inventés sont en lecture seule ; « leitfaden demo » ouvre une copie pour essayer.
