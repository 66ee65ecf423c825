//! Whether a word looks like a verb with somebody as its subject, by its ending and the dictionary.
//!
//! Who acts stands before such a verb in all three languages, so it tells a name from a thing without an article.

use super::dictionary::{Classes, exact};
use crate::anonymise::word_list::WordList;

/// Strong and irregular forms that no ending shows.
const IRREGULAR: &str = "
    bekam begann bat blieb dachte fand fiel flog fuhr gab galt gewann ging griff hielt hiess kam konnte lag las lief
    liess musste nahm rief sah sass schlug schnitt schob schrieb schwieg sprach sprang stand starb stieg stritt trat
    traf trug verlor verliess vergass verstand verschwand verbot warb wurde wusste zog darf kann muss mag soll will
    weiss nimmt gibt sieht spricht trifft wirft hilft ist hat war wird bringt kennt nennt tut lasst halt fahrt schlaft
    tragt fallt gilt liest isst vergisst verspricht ubernahm brachte kannte nannte hatte wollte sollte durfte mochte
    half warf a est va fait dit veut peut doit sait voit vient tient prend met part sort croit recoit connait ecrit
    lit suit vit rit perd rend vend attend repond defend entend apprend comprend offre ouvre avait etait aurait serait
    etaient ont sont fut eut finit choisit reussit obtient revient devient reprend remet promet is was has had does
    did says said goes went gets got gave took made met kept sold bought lost won paid sent built drove held led ran
    sat spoke stood taught wrote came became began brought chose drew fell felt fought found flew forgot grew heard
    hid knew laid left let meant put quit read rose saw set shook showed slept spent swore thought threw told
    understood woke wore won cannot can could will would should may might must wont didnt doesnt hasnt isnt
";

/// What [`form`] says of a strong or irregular form.
pub(super) const IRREGULAR_FORM: u64 = 1;

/// What kind of verb a word looks like: 0 none, 1 irregular, 2 present, 3 past, 4 an infinitive or plural.
pub(super) fn form(folded: &str, classes: Classes) -> u64 {
    static ALL: WordList = WordList::of(IRREGULAR);
    if ALL.has(folded) {
        return IRREGULAR_FORM;
    }
    let is =
        |stem: &str, ending: &str, class: Classes| exact(&format!("{stem}{ending}")).any(class);
    if classes.any(Classes::GERMAN) {
        if let Some(stem) = folded.strip_suffix("te").filter(|stem| stem.len() >= 3)
            && (is(stem, "en", Classes::GERMAN) || is(stem, "n", Classes::GERMAN))
        {
            return 3;
        }
        if let Some(stem) = folded.strip_suffix('t').filter(|stem| stem.len() >= 2)
            && (is(stem, "en", Classes::GERMAN) || is(stem, "n", Classes::GERMAN))
        {
            return 2;
        }
    }
    if classes.any(Classes::FRENCH) {
        if folded.ends_with('e') && is(folded, "r", Classes::FRENCH) {
            return 2;
        }
        for ending in ["ait", "aient", "ent", "a", "era"] {
            if let Some(stem) = folded.strip_suffix(ending).filter(|stem| stem.len() >= 3)
                && is(stem, "er", Classes::FRENCH)
            {
                return 3;
            }
        }
        if let Some(stem) = folded.strip_suffix("it").filter(|stem| stem.len() >= 3)
            && is(stem, "ir", Classes::FRENCH)
        {
            return 2;
        }
    }
    if classes.any(Classes::ENGLISH) {
        if let Some(stem) = folded.strip_suffix("ed").filter(|stem| stem.len() >= 2)
            && (is(stem, "", Classes::ENGLISH) || is(stem, "e", Classes::ENGLISH))
        {
            return 3;
        }
        if let Some(stem) = folded.strip_suffix('s').filter(|stem| stem.len() >= 3)
            && (is(stem, "ed", Classes::ENGLISH) || is(stem, "d", Classes::ENGLISH))
        {
            return 2;
        }
    }
    if classes.any(Classes::GERMAN) && folded.ends_with("en") {
        return 4;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::dictionary::classes;

    #[test]
    fn verbs_are_told_by_their_endings() {
        for word in [
            "verhandelt",
            "meldete",
            "negocie",
            "refusait",
            "signed",
            "negotiates",
            "ging",
        ] {
            assert!(matches!(form(word, classes(word)), 1..=3), "{word}");
        }
        for word in ["netzwerk", "reseau", "tisch", "network"] {
            assert_eq!(form(word, classes(word)), 0, "{word}");
        }
    }
}
