# The form of a case.

case-title = Case { $case }
case-label = Label
case-label-hint = A neutral word for the people of the study, never the cooperation’s name.
case-countries = Countries
case-countries-hint = Two letters each, such as CH DE FR.
case-countries-unclear = Not saved: give each country as two letters, such as CH DE FR.
case-border = Border
border-bi = binational
border-tri = trinational
case-region = Region
case-branch = Branch
case-stage = Life cycle
stage-emergence = emergence
stage-growth = growth
stage-maturity = maturity
stage-decline = decline
case-eligibility = Belongs to the sample
case-eligibility-hint = Ties across at least one national border, organised in daily work or kept up loosely.
eligibility-yes = yes
eligibility-no = no
case-agreed = Agreed type
type-institutional = institutionalised
type-operational = operationalised
type-informal = informal
trouble-case-invented = Invented cases are read only; “leitfaden demo” opens a copy to try.
