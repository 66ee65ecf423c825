//! Words that say what stands beside them, in German, French and English. All are folded.

use crate::anonymise::word_list::WordList;

/// Roles that stand before a name: «Geschäftsführerin Vogt», «la directrice Brunet».
const ROLES: &str = "
    abteilungsleiter abteilungsleiterin amtsleiter amtsleiterin anwalt anwaltin architekt architektin assistent
    assistentin beirat berater beraterin bereichsleiter bereichsleiterin botschafter burgermeister burgermeisterin
    chef chefin clustermanager clustermanagerin clusterleiter clusterleiterin dezernent dezernentin direktor
    direktorin forscher forscherin geschaftsfuhrer geschaftsfuhrerin geschaftsleiter geschaftsleiterin grossrat
    grossratin gemeindeprasident gemeindeprasidentin inhaber inhaberin ingenieur ingenieurin journalist journalistin
    kantonsrat kantonsratin kollege kollegen kollegin koordinator koordinatorin landrat landratin laborleiter
    laborleiterin leiter leiterin manager managerin minister ministerin mitarbeiter mitarbeiterin moderator
    moderatorin nachfolger nachfolgerin netzwerkmanager netzwerkmanagerin oberburgermeister oberburgermeisterin
    partner partnerin praktikant praktikantin prasident prasidentin prokurist prokuristin projektleiter
    projektleiterin rektor rektorin referent referentin regierungsrat regierungsratin sekretar sekretarin sprecher
    sprecherin staatsrat staatsratin stadtrat stadtratin standerat standeratin nationalrat nationalratin
    stellvertreter stellvertreterin unternehmer unternehmerin verwaltungsrat verwaltungsratin vorganger vorgangerin
    vorsitzender vorsitzende vorstand vorstandin werkleiter werkleiterin wirt wirtin adjoint adjointe ambassadeur
    animateur animatrice assistante associe associee avocat avocate chercheur chercheuse collegue collegues
    commissaire comptable conseiller conseillere consultant consultante coordinateur coordinatrice depute deputee
    directeur directrice elu elue fondateur fondatrice gerant gerante ingenieure maire ministre patron patronne prefet
    prefete president presidente recteur rectrice responsable secretaire senateur senatrice stagiaire syndic syndique
    technicien technicienne vice successeur predecesseur cheffe advisor adviser ambassador assistant boss ceo cfo
    chair chairman chairwoman chief coordinator councillor counterpart cto dean deputy director engineer founder head
    intern lawyer manager mayor moderator officer owner predecessor rector secretary spokesman spokeswoman successor
    treasurer colleague mp senator
";

/// Verbs with which somebody is the one who speaks, thinks or acts.
const SPEECH: &str = "
    antwortet arbeitet bemerkt berichtet bestatigt betont bittet bleibt brachte bringt denkt empfiehlt erinnert
    erklart erwahnt erzahlt findet fragt fordert geht ging glaubt hat hatte half hilft hofft ist kam kannte kennt
    kommt kritisiert kundigt lacht leitet lobt macht meint meinte mochte nennt organisiert pflegt ruft rief sagt sagte
    schickt schlagt schreibt schrieb schweigt sei sieht soll sprach spricht trifft ubernimmt vermittelt verweist war
    warnt warnte weiss will winkt wirft wohnt wollte wunscht zieht zogert zweifelt affirme aime ajoute annonce appelle
    avait avoue confie confirme connait craint croit demande deplore devait dirige disait dit doit doute envoie espere
    estime etait evoque explique fait gere habite hesite insiste juge note parle part pense peut pilote precise
    prefere propose raconte rappelle refuse regrette repete repond reste retient rit souhaite soupire suit tient
    trouve veut vient voit voulait resume reconnait adds admits agrees argues asked asks believes brings brought
    called calls complains confirms disagrees doubts expects explains feels found had has hates hopes insists is jokes
    keeps knew knows laughs left likes mentions notes pushed quit recalls regrets remembers replied reports runs said
    says sees sends sighs stresses suggests takes tells thinks thought told wants warned warns was wrote
";

/// Prepositions that often stand before a person.
const BESIDE_PERSON: &str = "
    mit von bei durch fur ohne an vom laut samt gegen zwischen via avec chez par pour sans selon contre entre sauf
    with by for without from via about against between says to through per
";

/// Prepositions that often stand before a place.
const BESIDE_PLACE: &str = "
    in nach aus bei bis um ab uber ins richtung raum werk standort sitz a de vers depuis pres d site usine cote sur
    near from to at around outside plant site towards of into
";

/// Articles and what stands in their place: what follows is a thing rather than somebody.
const ARTICLES: &str = "
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine unser unsere
    unserem unseren ihr ihre ihrem ihren sein seine seinem seinen jeder jede jedes dieser diese dieses diesem diesen
    alle viele mehr wenig zwei drei zum zur im am beim vom le la les l un une du au aux ce cet cette ces mon ma mes
    son sa ses notre nos votre vos leur leurs chaque tout toute tous toutes plusieurs deux trois quelques pas plus the
    a an this that these those my our your their his her its each every some any no two three many more few
";

/// Words that name what kind of institution follows: «Firma …», «pôle …», «… Valley».
const HEADS: &str = "
    agentur akademie amt bank betrieb buro cluster clusterverein fabrik fachhochschule firma fondation forum gemeinde
    genossenschaft gesellschaft gruppe handelskammer handwerkskammer hochschule holding industrieverband ihk
    initiative institut kammer kantonsspital kanton klinik konzern landratsamt landkreis museum netzwerk region
    regierungsprasidium spital stadt stiftung uni universitat unternehmen verband verein verbund werk
    wirtschaftsforderung zentrum agence association banque bureau cabinet cci centre chambre chu clinique college
    communaute commune compagnie consortium ecole entreprise federation fonderie groupe groupement hopital iut
    laboratoire mairie maison metropole observatoire office pole reseau scierie societe start syndicat technopole
    universite usine ville agency academy bank board chamber club company council firm foundation foundry group
    hospital institute lab laboratory museum network partners park school startup supplier trust university valley
    works
";

/// What follows the name of an institution: «… Gruppe», «… Group», «… Consulting».
const TAILS: &str = "
    gruppe group groupe holding valley consulting partner partners technologies systems systeme solutions engineering
    leute team werke sohne freres fils brothers sons cluster network netzwerk institut institute stiftung foundation
    verein verlag industries services logistik logistics pharma medtech campus park
";

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: &str = "
    abt allg bes betr bspw bsp bzgl bzw ca dipl dr ehem etc evtl exkl fr franz gem ggf hr inkl insb int kant max mgr
    mind mio mr mrd mrs ms nr prof resp schweiz sog st std str stv tel teilw urspr usw vgl vs zb av bd cf env ex hab
    max min mlle mme mm m no pb qqn rdv tjs approx dept est incl jr sr ltd co inc yr yrs ref cie ing
";

/// Roles by their endings: «-leiterin», «-managerin», «-präsident».
#[rustfmt::skip]
const ROLE_ENDINGS: &[&str] = &[
    "leiter", "leiterin", "manager", "managerin", "prasident", "prasidentin", "direktor", "direktorin", "chef",
    "chefin", "sekretar", "sekretarin", "beauftragter", "beauftragte", "berater", "beraterin", "meister",
    "meisterin", "vorsitzender", "vorsitzende", "sprecher", "sprecherin", "fuhrer", "fuhrerin", "koordinator",
    "koordinatorin", "rat", "ratin",
];

/// Adverbs, pronouns and conjunctions with which sentences begin. Some are surnames too («Dann», «Still»), but whoever
/// bears one is on the list of protected words or has a title.
const OPENERS: &str = "
    davor solange weniger anders keiner ganz dann danach da so nun jetzt hier dort dabei damit darum doch also auch
    sonst nur erst schon noch mal man wir sie er es ich ihr wer was wie wo wann warum wenn weil als ob dass kein keine
    viel viele alle alles jeder jede mehr zuerst zuletzt spater fruher heute gestern morgen immer oft nie vielleicht
    eigentlich trotzdem deshalb daher zwar ja nein ohne trotz seit wahrend gut nichts etwas einige manche andere beide
    seither bisher kaum leider allerdings dagegen puis alors ensuite enfin donc mais car ici avant apres depuis
    pendant quand comme si on il elle nous vous ils elles je ca cela ce tout rien oui non sans sous malgre selon
    chaque aucun aucune aussi encore toujours jamais souvent pourtant cependant ainsi bien trop peu beaucoup certains
    seul seule ceux celui then now here there later before after when while since until but if as we they he she it i
    you one all none no yes not never always often maybe perhaps still yet only also even again well thus hence
    meanwhile without despite most both others nobody everyone nothing everything who what why how where once souligne
    plusieurs today yesterday tomorrow demain aujourd
";

/// Whether the word opens sentences and names nobody by itself.
pub(super) fn is_opener(folded: &str) -> bool {
    static ALL: WordList = WordList::of(OPENERS);
    ALL.has(folded)
}

/// Whether the word is a role that may stand before a name.
pub(in crate::anonymise) fn is_role(folded: &str) -> bool {
    static ALL: WordList = WordList::of(ROLES);
    ALL.has(folded)
        || folded.len() > 9 && ROLE_ENDINGS.iter().any(|ending| folded.ends_with(ending))
}

/// Whether somebody acts with this verb.
pub(super) fn is_speech(folded: &str) -> bool {
    static ALL: WordList = WordList::of(SPEECH);
    ALL.has(folded)
}

/// Whether the preposition often stands before a person.
pub(super) fn is_beside_person(folded: &str) -> bool {
    static ALL: WordList = WordList::of(BESIDE_PERSON);
    ALL.has(folded)
}

/// Whether the preposition often stands before a place.
pub(super) fn is_beside_place(folded: &str) -> bool {
    static ALL: WordList = WordList::of(BESIDE_PLACE);
    ALL.has(folded)
}

/// Whether the word is an article or stands for one.
pub(super) fn is_article(folded: &str) -> bool {
    static ALL: WordList = WordList::of(ARTICLES);
    ALL.has(folded)
}

/// Whether the word says what kind of institution follows.
pub(in crate::anonymise) fn is_head(folded: &str) -> bool {
    static ALL: WordList = WordList::of(HEADS);
    ALL.has(folded)
}

/// Whether the word ends the name of an institution.
pub(super) fn is_tail(folded: &str) -> bool {
    static ALL: WordList = WordList::of(TAILS);
    ALL.has(folded)
}

/// Whether a full stop behind the word ends no sentence.
pub(super) fn is_abbreviation(folded: &str) -> bool {
    static ALL: WordList = WordList::of(ABBREVIATIONS);
    ALL.has(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn every_word_is_folded() {
        let lists = [
            ROLES,
            SPEECH,
            BESIDE_PERSON,
            BESIDE_PLACE,
            ARTICLES,
            HEADS,
            TAILS,
            ABBREVIATIONS,
            OPENERS,
        ];
        let words = lists.iter().flat_map(|list| list.split_whitespace());
        for word in words.chain(ROLE_ENDINGS.iter().copied()) {
            assert_eq!(word, fold(word));
        }
    }
}
