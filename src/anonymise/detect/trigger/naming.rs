//! Finds institutions by the verb that names them: «das Konsortium nennt sich lotse», «the network is called open gauge»,
//! «netz = clean plate».

use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::{Certainty, Detection, Kind, context, keep, trade};
use super::{institution, push};
use crate::anonymise::lexicon;
use crate::anonymise::word_list::WordList;

/// What is called something, besides the words for a kind of institution.
static CALLED: WordList = WordList::of("
    projekt project projet programm programme plan netz netzwerk network reseau konsortium consortium firma firm
    company betrieb laden verein verband verbund cluster asso association societe cooperative genossenschaft stiftung
    foundation fondation federation schule school ecole entreprise boite startup initiative festival club agentur
    agence agency gruppe group groupe partnerin plattform platform plateforme charity trust verlag zeitschrift kita
    creche cafe bar kneipe bundnis allianz
");

/// Verbs that name, and the short forms of note takers.
static NAMING: WordList = WordList::of("
    heisst hiess heissen heisse nennt nannte nenne namens genannt getauft appelle appelait nomme nommait nommee
    appelee baptise baptisee denomme denommee called named nm dubbed christened
");

/// Words between the verb and the name.
static FILLERS: WordList = WordList::of("
    sich offiziell auch nur jetzt heute nun einfach schlicht kurz die der das le la les l the maintenant simplement
    tout officiellement aujourd hui now just simply officially itself themselves intern seit wohl
");

/// Of whom or of what an institution has many.
static MEMBERS: WordList = WordList::of("
    mitglieder mitgliedern betriebe betrieben firmen leute personen mitarbeiter mitarbeitende angestellte beschaftigte
    schuler studierende platze betten mann gemeinden vereine membres adherents boites entreprises societes personnes
    pers salaries employes eleves etudiants places lits communes members firms companies people staff employees pupils
    students beds heads
");

/// The most words of such a name.
const MOST_WORDS: usize = 4;

/// «verbund heisst eulenspiegel, war als …», «plan = sentinelle, surveillance …»: what is named, if a sign ends it.
pub(super) fn behind_verb(text: &str, sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let Some(word) = sentence.words.get(at) else {
        return;
    };
    let first = if is_behind_equal(text, sentence, at) && is_called_at(sentence, at.checked_sub(1))
    {
        Some(at)
    } else if NAMING.has(&word.folded) && is_said_of_one(sentence, at) {
        let fillers = sentence.words.iter().skip(at + 1);
        let fillers = fillers.take_while(|word| {
            matches!(word.gap, Gap::Space | Gap::Apostrophe) && FILLERS.has(&word.folded)
        });
        Some(at + 1 + fillers.count())
    } else if is_behind_colon(sentence, at) || is_counted(sentence, at) {
        Some(at)
    } else {
        None
    };
    let Some((first, end)) = first.and_then(|first| Some((first, end_of_name(sentence, first)?)))
    else {
        return;
    };
    push(
        sentence,
        first,
        end,
        Kind::Institution,
        Certainty::Likely,
        found,
    );
}

/// Whether a sign says that this word is what the one before is called.
fn is_behind_equal(text: &str, sentence: &Sentence, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let gap = before
        .zip(sentence.words.get(at))
        .and_then(|(before, word)| text.get(before.span.end..word.span.start));
    gap.is_some_and(|gap| gap.trim() == "=")
}

/// «projet phare : clairon, fondé par …», «verein: kalte platte, sitz …»: whether a colon stands between a word, with what is called
/// something one or two words before, and a comma behind the name.
fn is_behind_colon(sentence: &Sentence, at: usize) -> bool {
    let is_colon = sentence
        .words
        .get(at)
        .is_some_and(|word| word.gap == Gap::Colon && word.verb == 0);
    let near = |back: usize| {
        let word = at.checked_sub(back).and_then(|at| sentence.words.get(at));
        word.is_some_and(|word| CALLED.has(&word.folded) || context::is_head(&word.folded))
    };
    let is_joined = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_some_and(|before| before.gap == Gap::Space);
    is_colon
        && sentence.is_small
        && (near(1) || is_joined && near(2))
        && end_of_name(sentence, at)
            .and_then(|end| sentence.words.get(end))
            .is_some_and(|behind| behind.gap == Gap::Comma)
}

/// «club forceps, 60 boîtes», «company barge, 40 staff»: whether the members of what is called something are counted behind
/// these words.
fn is_counted(sentence: &Sentence, at: usize) -> bool {
    let begins = sentence
        .words
        .get(at)
        .is_some_and(|word| word.gap == Gap::Space);
    if !begins || !is_called_at(sentence, at.checked_sub(1)) {
        return false;
    }
    let behind = end_of_name(sentence, at).and_then(|end| sentence.words.get(end..end + 2));
    matches!(behind, Some([number, members])
        if matches!(number.gap, Gap::Comma | Gap::Bracket | Gap::Colon)
            && number.shape == Shape::Digits
            && MEMBERS.has(&members.folded))
}

/// Whether what is called something stands up to three words before, in the same sentence.
fn is_said_of_one(sentence: &Sentence, at: usize) -> bool {
    const FARTHEST: usize = 3;
    let mut here = at;
    while here > 0 && at - here < FARTHEST {
        let joins = sentence.words.get(here).is_some_and(|word| {
            matches!(
                word.gap,
                Gap::Space | Gap::Apostrophe | Gap::Hyphen | Gap::Comma
            )
        });
        if !joins {
            return false;
        }
        here -= 1;
        if is_called_at(sentence, Some(here)) {
            return true;
        }
    }
    false
}

fn is_called_at(sentence: &Sentence, at: Option<usize>) -> bool {
    let word = at.and_then(|at| sentence.words.get(at));
    word.is_some_and(|word| {
        let folded = word.folded.as_str();
        CALLED.has(folded)
            || context::is_head(folded)
            || trade::is_trade(folded)
            || institution::has_head_ending(folded)
    })
}

/// Where the name ends that begins here, if it is one: few words, none of which must stay, and a sign behind them.
fn end_of_name(sentence: &Sentence, first: usize) -> Option<usize> {
    let is_within = |word: &Word| {
        matches!(
            word.gap,
            Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::And
        )
    };
    let begin = sentence.words.get(first)?;
    let may_begin = matches!(
        begin.gap,
        Gap::Space | Gap::Apostrophe | Gap::Other | Gap::Dash | Gap::Bracket | Gap::Colon
    );
    let behind = sentence.words.iter().skip(first + 1);
    let end = first + 1 + behind.take_while(|word| is_within(word)).count();
    // «Start-up namens Kalte Platte baut Akkus».
    let is_capital = |word: &Word| !matches!(word.shape, Shape::Small | Shape::Digits);
    let end = if sentence.is_small {
        end
    } else {
        let capitals = sentence.words.get(first..end)?.iter();
        first + capitals.take_while(|word| is_capital(word)).count()
    };
    let words = sentence.words.get(first..end)?;
    let is_name = (1..=MOST_WORDS).contains(&words.len())
        && !lexicon::is_title(&begin.folded)
        && !lexicon::is_function_word(&begin.folded)
        && !context::is_opener(&begin.folded)
        && words.iter().any(|word| !keep::stays(&word.folded))
        && !words
            .iter()
            .any(|word| word.folded.contains(|sign: char| sign.is_ascii_digit()));
    (may_begin && is_name).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let sentence = Sentence::of(text);
        let mut found = Vec::new();
        for at in 0..sentence.words.len() {
            behind_verb(text, &sentence, at, &mut found);
        }
        found
            .into_iter()
            .filter_map(|one| text.get(one.span))
            .collect()
    }

    #[test]
    fn what_is_said_to_be_called_so_is_a_name() {
        for (text, name) in [
            ("konsortium nennt sich lotse, klein geschrieben", "lotse"),
            ("projekt heisst lot. polnisch für flug", "lot"),
            ("Der Verbund heisst Eulenspiegel, das war", "Eulenspiegel"),
            (
                "Der Verein heisst offiziell Brindeholz Jurasüdfuss, aber",
                "Brindeholz Jurasüdfuss",
            ),
            ("Ein Startup namens Kalte Platte baut Akkus", "Kalte Platte"),
            (
                "la coopérative se nomme houblon sans frontière, dit-elle",
                "houblon sans frontière",
            ),
            ("Le réseau s'appelle Clairière, association", "Clairière"),
            (
                "the network is called open gauge, rail people",
                "open gauge",
            ),
            ("network = clean plate, two cantons", "clean plate"),
            ("projet phare : trefle, fonde par deux freres", "trefle"),
            ("unser verein: kalte platte, sitz am see", "kalte platte"),
            ("club forceps, 60 boites, dans la vallee", "forceps"),
            ("company barge, 40 staff, by the sea", "barge"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
    }

    #[test]
    fn what_is_only_said_is_none() {
        for text in [
            "das heisst, wir warten",
            "im projekt heisst es, man warte",
            "die kantine heisst so, weil man dort isst",
            "der Verein nennt sich nicht gern einen Club",
            "he called the company twice, nobody answered",
            "Au bureau de la société on l'appelle Mme Blanc, dans les ateliers autrement",
            "das netz = 12 firmen",
            "projekt: läuft noch, sagt er, bis mai",
            "der verein, 60 mitglieder, tagt am see",
            "in der werkbank: zusammen sägen, danach teilen",
            "Das Projekt heisst viele Leute willkommen, die von weit her kommen",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
