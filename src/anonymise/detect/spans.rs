//! From what the model says of single words to names.

mod predicate;
mod season;

use super::dictionary::{self, Classes};
use super::model::{Tag, Verdict};
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, context, keep, trade};
use crate::anonymise::lexicon;
use crate::language::fold;

/// From which odds on a word is taken for a name.
const LIKELY: f64 = -2.8;
/// The same for a word of the dictionary that would be somebody in small letters where other words have capitals:
/// «Kernhofler lange sprach».
const LIKELY_SMALL_WORD: f64 = 2.0;
/// The same for an institution that is made of ordinary words alone, of which the first says what it is, or which are all
/// in small letters: «Kita Sternschnuppe», but also «réseau santé».
const LIKELY_DESCRIBED: f64 = 1.0;
/// The same for somebody of several ordinary words in small letters.
const LIKELY_SMALL_WORDS: f64 = 3.0;
/// The same for somebody, or a place, that is one ordinary word in small letters.
const LIKELY_SMALL: f64 = 1.0;
/// The same where all is in small letters and enough is written behind the word to know what it goes on with: «licht
/// macht die optik».
const LIKELY_IN_SMALL: f64 = 0.0;
/// How many words are enough.
const ENOUGH_BEHIND: usize = 3;
/// The same of such a word behind «about», which says rather what something is about, also where all is in small letters.
const LIKELY_TOPIC: f64 = 3.0;
/// From which odds on a word belongs to a name beside it that is taken for one: «Brennerei» of «Brennerei Fitterer».
const BESIDE: f64 = -3.5;
/// From which odds on a word is doubtful.
const DOUBTFUL: f64 = -3.0;

/// The most letters of a word whose stop ends no sentence inside a name.
const LONGEST_SHORTENED: usize = 4;

/// Fixed phrases of ordinary words that stand where names do, without «de» and «the»: «point de vue».
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "point vue", "vue", "point view", "main point", "mise oeuvre", "mise place", "mise relation", "mise commun",
    "prise contact", "tour table", "fil rouge", "bouche oreille", "carnet adresses", "word mouth", "round table",
    "steering group", "roter faden", "runder tisch",
];

/// Who works across a border says it all the time: in small letters this is no name, though houses are called so.
#[rustfmt::skip]
const OF_BORDERS: &[&str] = &[
    "deux rives", "deux cotes", "deux pays", "trois pays", "trois rives", "beide seiten", "beiden seiten", "beide ufer",
    "beiden ufer", "beiden ufern", "drei lander", "both sides", "both banks", "two sides", "three countries",
];

/// A word that counts the sides of a border.
fn is_count(word: &str) -> bool {
    [
        "deux", "trois", "beide", "beiden", "drei", "both", "two", "three",
    ]
    .contains(&word)
}

/// Words that part two names: persons and places have no «und» in them.
const PARTING: &[&str] = &[
    "und", "et", "and", "oder", "ou", "or", "mit", "avec", "with", "sowie", "aber", "mais", "but",
];

/// Below which odds a find of the rules that is only likely is none: beside a word, of a list, of the vocabulary.
const NO_TRIGGER: f64 = -2.0;
const NO_LIST: f64 = -1.5;
const NO_VOCABULARY: f64 = -1.0;

/// Leaves out what the rules found and the model is sure is no name.
pub(super) fn weigh(sentence: &Sentence, verdicts: &[Verdict], found: &mut Vec<Detection>) {
    found.retain(|find| {
        if find.kind.is_contact() || find.certainty != Certainty::Likely {
            return true;
        }
        let least = match find.by {
            By::Trigger => NO_TRIGGER,
            By::List => NO_LIST,
            By::Vocabulary => NO_VOCABULARY,
            By::Pattern | By::Model => return true,
        };
        let verdicts = verdicts.get(sentence.words_in(&find.span));
        let odds = verdicts.into_iter().flatten().map(|verdict| verdict.odds);
        odds.fold(f64::MIN, f64::max) > least
    });
}

/// Appends the names that the model sees.
pub(super) fn find(
    text: &str,
    sentence: &Sentence,
    verdicts: &[Verdict],
    found: &mut Vec<Detection>,
) {
    let mut names = Vec::new();
    for certainty in [Certainty::Likely, Certainty::Doubtful] {
        let mut open: Option<Detection> = None;
        let taken = taken(sentence, verdicts, certainty);
        for ((word, verdict), is_taken) in sentence.words.iter().zip(verdicts).zip(taken) {
            if !is_taken {
                names.extend(open.take());
                continue;
            }
            match &mut open {
                Some(last) if last.kind == kind(verdict.name) && joins(text, last, word) => {
                    last.span.end = word.span.end;
                }
                _ => {
                    names.extend(open.take());
                    open = Some(Detection {
                        span: word.span.clone(),
                        kind: kind(verdict.name),
                        certainty,
                        by: By::Model,
                    });
                }
            }
        }
        names.extend(open);
    }
    names.retain(|name| {
        !stays(sentence, name)
            && !is_faint(sentence, verdicts, name)
            && !is_predicate(sentence, name)
    });
    let names = names
        .into_iter()
        .map(|name| without_article(sentence, name));
    found.extend(names.filter_map(|name| without_people(sentence, name)));
}

/// Whether it is one word that says what somebody is: «Er ist Koch».
fn is_predicate(sentence: &Sentence, name: &Detection) -> bool {
    let words = sentence.words_in(&name.span);
    name.kind == Kind::Person
        && words.len() == 1
        && predicate::says_what_somebody_is(sentence, words.start)
}

/// Without the article before an institution that its legal form tells anyhow: «La Kernhofler SA», but «La Passerelle» is
/// called so. A small «the» is hardly a part.
fn without_article(sentence: &Sentence, name: Detection) -> Detection {
    const ARTICLES: &[&str] = &["der", "die", "das", "le", "la", "les", "l", "the"];
    let words = sentence.words.get(sentence.words_in(&name.span));
    match words {
        Some([article, first, .., last])
            if name.kind == Kind::Institution
                && ARTICLES.contains(&article.folded.as_str())
                && (lexicon::is_legal_form(&last.folded.to_uppercase())
                    || article.folded.as_str() == "the" && article.shape == Shape::Small) =>
        {
            let span = first.span.start..name.span.end;
            Detection { span, ..name }
        }
        _ => name,
    }
}

/// Without the word of people at its beginning: of «gens du Haut» only «Haut» can be a name.
fn without_people(sentence: &Sentence, name: Detection) -> Option<Detection> {
    const PEOPLE: &[&str] = &[
        "gens",
        "personne",
        "personnes",
        "leute",
        "leuten",
        "personen",
        "people",
        "persons",
    ];
    if name.kind == Kind::Person {
        return Some(name);
    }
    let words = sentence.words.get(sentence.words_in(&name.span))?;
    let is_function = |word: &&Word| lexicon::is_function_word(&word.folded);
    let mut own = words.iter().skip_while(is_function);
    let begins_with_people = own
        .next()
        .is_some_and(|first| PEOPLE.contains(&first.folded.as_str()));
    if !begins_with_people {
        return Some(name);
    }
    let rest = own.find(|word| !is_function(word))?;
    let span = rest.span.start..name.span.end;
    Some(Detection { span, ..name })
}

/// Which words are part of a name of this certainty; of a likely one also those beside it that could be.
fn taken(sentence: &Sentence, verdicts: &[Verdict], certainty: Certainty) -> Vec<bool> {
    let words = sentence.words.iter().zip(verdicts).enumerate();
    let possible: Vec<Option<(&Word, &Verdict)>> = words
        .map(|(at, (word, verdict))| {
            let parts = verdict.name == Tag::Institution && parts_institutions(sentence, at);
            (may_be(word, verdict.name) && !parts).then_some((word, verdict))
        })
        .collect();
    let mut taken: Vec<bool> = Vec::with_capacity(possible.len());
    let mut before: Option<(&Word, &Verdict)> = None;
    let mut first = 0;
    for (at, this) in possible.into_iter().enumerate() {
        if certainty == Certainty::Doubtful
            || !this.is_some_and(|this| goes_with(sentence, before, this))
        {
            first = at;
        }
        let is_taken =
            this.is_some_and(|(word, verdict)| is_taken(sentence, word, verdict, certainty));
        let is_before_taken = first < at && taken.last() == Some(&true);
        taken.push(is_taken || is_before_taken);
        if is_taken && !is_before_taken {
            taken
                .iter_mut()
                .skip(first)
                .for_each(|earlier| *earlier = true);
        }
        before = this;
    }
    taken
}

/// Whether two words could be of one name: what parts them parts no name, and both could be the same.
fn goes_with(
    sentence: &Sentence,
    before: Option<(&Word, &Verdict)>,
    (word, this): (&Word, &Verdict),
) -> bool {
    let is_joined = matches!(
        word.gap,
        Gap::Space | Gap::Hyphen | Gap::And | Gap::Apostrophe
    );
    let least = if stands_small(sentence, word, this) && !lexicon::is_function_word(&word.folded) {
        LIKELY_SMALL_WORD
    } else {
        BESIDE
    };
    is_joined
        && this.odds > least
        && before.is_some_and(|(_, before)| before.odds > BESIDE && before.name == this.name)
}

/// Whether a word is of this certainty.
fn is_taken(sentence: &Sentence, word: &Word, verdict: &Verdict, certainty: Certainty) -> bool {
    let odds = verdict.odds;
    if certainty == Certainty::Doubtful {
        return (DOUBTFUL..=LIKELY).contains(&odds) && is_suspect(word);
    }
    let least = if stands_small(sentence, word, verdict) {
        LIKELY_SMALL_WORD
    } else {
        LIKELY
    };
    odds > least
}

/// Whether it is an ordinary word that would be somebody in small letters where other words have capitals.
fn stands_small(sentence: &Sentence, word: &Word, verdict: &Verdict) -> bool {
    word.shape == Shape::Small
        && verdict.name == Tag::Person
        && !sentence.is_small
        && word.is_ordinary()
}

/// Whether the word can be part of such a name at all.
fn may_be(word: &Word, tag: Tag) -> bool {
    /// The most letters of a word of a name.
    const MOST_LETTERS: usize = 60;
    let is_letter = word.shape == Shape::Small && word.folded.len() < 2;
    let is_parting = tag != Tag::Institution && PARTING.contains(&word.folded.as_str());
    let is_opener = (word.begins || word.shape == Shape::Small) && context::is_opener(&word.folded);
    // «Zündholz 14», «Clinique des 3 Tilleuls».
    let is_number = word.shape == Shape::Digits && tag != Tag::Institution;
    let is_endless = word.folded.len() > MOST_LETTERS;
    !is_number && !is_letter && !is_parting && !is_opener && !is_endless
}

/// Whether two institutions stand on either side of a word: «die Kellerei Holinger und die Vinothek Rathausgasse», «Oknoplus
/// mit Bauelemente Heidrich», «Feinwerk Lahr `GmbH` und Atelier du Sundgau».
fn parts_institutions(sentence: &Sentence, at: usize) -> bool {
    const ALWAYS: &[&str] = &[
        "mit", "avec", "with", "sowie", "aber", "mais", "but", "oder", "ou", "or",
    ];
    const BEFORE_ANOTHER: &[&str] = &["und", "et", "and", "par"];
    let folded = |at: Option<usize>| {
        let word = at.and_then(|at| sentence.words.get(at));
        word.map_or("", |word| word.folded.as_str())
    };
    let this = folded(Some(at));
    let (before, next) = (folded(at.checked_sub(1)), folded(Some(at + 1)));
    ALWAYS.contains(&this)
        || BEFORE_ANOTHER.contains(&this)
            && (context::is_article(next)
                || context::is_head(next)
                || lexicon::is_legal_form(before)
                || lexicon::is_legal_form(&before.to_uppercase()))
}

/// Whether a word that is only doubtful is worth a question: one in no dictionary, or one that lists have as a name.
fn is_suspect(word: &Word) -> bool {
    matches!(word.shape, Shape::Capital | Shape::Mixed | Shape::Capitals)
        && word.folded.len() >= 3
        && !word.is_ordinary()
        && !word.is_compound
        && !lexicon::is_function_word(&word.folded)
        && !keep::stays(&word.folded)
}

/// Whether it is made of ordinary words alone, or of such put together, and the model is not sure enough of any of them for
/// how they stand.
fn is_faint(sentence: &Sentence, verdicts: &[Verdict], name: &Detection) -> bool {
    let range = sentence.words_in(&name.span);
    let (start, end) = (range.start, range.end);
    let words = sentence.words.get(range.clone()).unwrap_or_default();
    let verdicts = verdicts.get(range).unwrap_or_default();
    // Programmes and countries, but not «and», «data».
    let is_known = |word: &Word| {
        !word.is_ordinary() && !lexicon::is_function_word(&word.folded) && keep::stays(&word.folded)
    };
    let is_plain = |word: &Word| {
        word.is_ordinary()
            || word.is_compound
            || word.is_weak_compound
            || word.shape == Shape::Digits
            || is_known(word)
    };
    if !words.iter().all(is_plain) {
        return false;
    }
    let odds = verdicts.iter().map(|verdict| verdict.odds);
    let surest = odds.fold(f64::MIN, f64::max);
    let mut own = words
        .iter()
        .map(|word| word.folded.as_str())
        .filter(|word| !lexicon::is_function_word(word));
    let is_described = own.next().is_some_and(|first| {
        context::is_head(first) || lexicon::is_generic(first) || trade::is_trade(first)
    });
    let is_small = words
        .iter()
        .all(|word| matches!(word.shape, Shape::Small | Shape::Digits));
    let determiner = determiner(sentence, start).filter(|_| is_small);
    if determiner == Some(Determiner::Other) {
        return surest < LIKELY_SMALL_WORDS;
    }
    if name.kind != Kind::Place && begins_a_phrase(sentence, start, end) {
        // «Patron absent»: a role is nobody.
        let is_role = words
            .first()
            .is_some_and(|word| context::is_role(&word.folded));
        return is_role || surest < LIKELY_SMALL_WORDS;
    }
    if name.kind == Kind::Institution {
        // «souligné plusieurs fois : …»: so notes begin, too; and «gute Suppe» is what there was.
        let begins_small = words.first().is_some_and(|first| {
            first.shape == Shape::Small && !lexicon::is_function_word(&first.folded)
        });
        let is_phrase = words.len() > 1 && (is_small || begins_small)
            || determiner == Some(Determiner::Definite);
        // «INTERREG fund»: what stays is told more of.
        let is_of_known = words.iter().any(is_known);
        // «what came to mind», «to follow up».
        let is_behind_to = is_small && is_behind_to(sentence, start);
        return (is_described || is_phrase || is_of_known || is_behind_to)
            && surest < LIKELY_DESCRIBED;
    }
    if !is_small {
        return false;
    }
    // «must carry», «la forêt»: nobody is called by several such words in small letters.
    if words.len() > 1 {
        surest < LIKELY_SMALL_WORDS
    } else {
        let is_enough = sentence.is_small && end + ENOUGH_BEHIND <= sentence.words.len();
        surest
            < if is_topic(sentence, start) {
                LIKELY_TOPIC
            } else if is_enough {
                LIKELY_IN_SMALL
            } else {
                LIKELY_SMALL
            }
    }
}

/// Whether the English «to» stands before a word, which is a verb or an idiom with it.
fn is_behind_to(sentence: &Sentence, start: usize) -> bool {
    let before = start
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let joined = sentence
        .words
        .get(start)
        .is_some_and(|word| word.gap == Gap::Space);
    joined && before.is_some_and(|word| word.folded.as_str() == "to")
}

/// Whether a word says what something is about: «a book about rivers».
fn is_topic(sentence: &Sentence, start: usize) -> bool {
    let before = start
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    before.is_some_and(|word| matches!(word.folded.as_str(), "about" | "on" | "uber" | "sur"))
}

/// Whether an ordinary word with which a sentence begins has another behind it with which it makes a phrase, and no verb:
/// «Petit budget», «Patron absent», «long silence», but not «Boulanger livre».
fn begins_a_phrase(sentence: &Sentence, start: usize, end: usize) -> bool {
    let pair = sentence.words.get(start).zip(sentence.words.get(end));
    pair.is_some_and(|(word, next)| {
        word.begins
            && end == start + 1
            && (word.shape == Shape::Capital || sentence.is_small)
            && next.gap == Gap::Space
            && next.shape == Shape::Small
            && next.verb == 0
            && next.is_ordinary()
            && !lexicon::is_function_word(&next.folded)
            && !context::is_opener(&next.folded)
    })
}

/// What stands before a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Determiner {
    /// «the bridge», which may be called so.
    Definite,
    /// «an orchard», «our neighbour»: one of many, or somebody's.
    Other,
}

/// What a name begins with or has directly before it, if that is such a word.
fn determiner(sentence: &Sentence, start: usize) -> Option<Determiner> {
    #[rustfmt::skip]
    const DEFINITE: &[&str] = &[
        "der", "die", "das", "den", "dem", "des", "zum", "zur", "im", "am", "beim", "vom", "le", "la", "les", "l", "du",
        "au", "aux", "the",
    ];
    let first = sentence.words.get(start)?;
    let before = start
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let before = before.filter(|_| matches!(first.gap, Gap::Space | Gap::Apostrophe));
    // «a quince orchard»: a noun may stand between.
    let between = before.filter(|word| {
        word.shape == Shape::Small
            && word.gap == Gap::Space
            && !lexicon::is_function_word(&word.folded)
    });
    let farther = between.and_then(|_| sentence.words.get(start.checked_sub(2)?));
    let farther = farther.filter(|word| matches!(word.folded.as_str(), "a" | "an"));
    let found = [Some(first), before, farther].into_iter().flatten();
    let found = found
        .map(|word| word.folded.as_str())
        .find(|word| context::is_article(word))?;
    Some(if DEFINITE.contains(&found) {
        Determiner::Definite
    } else {
        Determiner::Other
    })
}

/// «[Institution 1]’s budget»: an ordinary word in small letters right behind an English genitive is what somebody has.
fn is_possessed(sentence: &Sentence, start: usize, words: &[Word]) -> bool {
    let genitive = start
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before));
    let [only] = words else {
        return false;
    };
    only.shape == Shape::Small
        && only.gap == Gap::Space
        && only.classes.any(Classes::ENGLISH)
        && genitive.is_some_and(|word| word.folded.as_str() == "s" && word.gap == Gap::Apostrophe)
}

/// Whether everything in it must stay: a country, a programme, a month.
fn stays(sentence: &Sentence, name: &Detection) -> bool {
    let words = sentence.words.get(sentence.words_in(&name.span));
    let words = words.unwrap_or_default();
    let mut own = words
        .iter()
        .filter(|word| !lexicon::is_function_word(&word.folded));
    let only = own.next().filter(|_| own.next().is_none());
    // «agence de», «das netz»: a word that many bear in their names alone names none, nor does a number.
    let is_kind = name.kind == Kind::Institution
        && only.is_some_and(|word| context::is_head(&word.folded) || word.shape == Shape::Digits);
    let is_phrase = || {
        let own = words.iter().map(|word| word.folded.as_str());
        let own: Vec<&str> = own
            .filter(|word| !lexicon::is_function_word(word) || is_count(word))
            .collect();
        let is_small = words.iter().all(|word| word.shape == Shape::Small);
        let joined = own.join(" ");
        let without_count = own.iter().filter(|word| !lexicon::is_function_word(word));
        let without_count: Vec<&str> = without_count.copied().collect();
        PHRASES.contains(&without_count.join(" ").as_str())
            || is_small && OF_BORDERS.contains(&joined.as_str())
    };
    // «Interreg V A», where nothing but the programme's own numeral is written as a letter.
    let is_numeral = |at: usize| {
        let range = sentence.words_in(&name.span).start;
        let mut before = sentence
            .words
            .get(..range + at)
            .unwrap_or_default()
            .iter()
            .rev();
        let is_one = |word: &Word| {
            word.shape == Shape::Initial
                && word.gap == Gap::Space
                && matches!(word.folded.as_str(), "v" | "x" | "i" | "a" | "b")
        };
        words.get(at).is_some_and(is_one)
            && before
                .find(|word| !is_one(word))
                .is_some_and(|word| keep::is_programme(&word.folded))
    };
    let stays = |word: &Word| {
        keep::stays(&word.folded)
            || word.is_region() && !word.classes.any(Classes::SURNAME)
            || lexicon::is_function_word(&word.folded)
            || lexicon::is_title(&word.folded) && word.folded.len() > 1
    };
    let range = sentence.words_in(&name.span);
    is_kind
        || is_possessed(sentence, range.start, words)
        || words.len() > 1 && is_phrase()
        || season::says_when(sentence, range.start, range.end)
        || words
            .iter()
            .enumerate()
            .all(|(at, word)| stays(word) || is_numeral(at))
}

const fn kind(tag: Tag) -> Kind {
    match tag {
        Tag::Institution => Kind::Institution,
        Tag::Place => Kind::Place,
        Tag::Nothing | Tag::Person | Tag::Detail => Kind::Person,
    }
}

/// Whether a word goes on with the name before it.
fn joins(text: &str, last: &Detection, word: &Word) -> bool {
    let between = text.get(last.span.end..word.span.start).unwrap_or_default();
    if between.chars().count() > 3 {
        return false;
    }
    let before = text.get(last.span.clone()).unwrap_or_default();
    match word.gap {
        Gap::Hyphen if last.kind == Kind::Place => !are_two_towns(before, &word.folded),
        Gap::Space | Gap::Hyphen | Gap::Apostrophe => true,
        Gap::And => last.kind == Kind::Institution && !context::is_head(&word.folded),
        // «A. Keller», «St. Gallen», but not «…, sagt Zihlmann. Zihlmann geht».
        Gap::Stop => {
            let word = before.rsplit(' ').next().unwrap_or_default();
            (between == ". " || between == ".") && word.chars().count() <= LONGEST_SHORTENED
        }
        _ => false,
    }
}

/// «Rostock-Trelleborg», where no place is called so.
fn are_two_towns(before: &str, word: &str) -> bool {
    let before = fold(before);
    let both = format!("{before} {word}");
    let is_town = |name: &str| dictionary::exact(name).any(Classes::TOWN);
    is_town(&before) && is_town(word) && dictionary::exact(&both) == Classes::NONE
}
