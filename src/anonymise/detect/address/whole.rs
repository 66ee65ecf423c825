//! Makes the find of an address whole, whoever found it: the words that its name begins with, the building before the street, and
//! what stands in brackets before the town. «zum [alten kanal 2]», «the Granary, [5 Quay Lane]», «[3 Moor Lane] (up the
//! stair), Selby YO8 4XX».

use std::ops::Range;

use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::{Certainty, Detection, Kind};
use super::{Before, british, door, is_house_number, town};

/// Ends of the names of streets that say by themselves that they are streets: what stands before them says where one is.
const SURE_ENDINGS: &[&str] = &[
    "strasse",
    "str",
    "gasse",
    "weg",
    "platz",
    "allee",
    "ring",
    "promenade",
    "quai",
];

/// What the name of a street begins with, shortened: «ob. Mühleweg», «al. Wojska».
const SHORTENED: &[&str] = &["ob", "unt", "hint", "vord", "al", "os", "ul"];

/// Ends of words for buildings that stand before a street, or by whose name a place is told.
#[rustfmt::skip]
const BUILDINGS: &[&str] = &[
    "haus", "fabrik", "muhle", "muehle", "spinnerei", "weberei", "farberei", "faerberei", "gerberei", "brauerei",
    "sagerei", "saegerei", "kaserne", "bahnhof", "guterschuppen", "schulhaus", "gare", "mairie", "moulin", "usine",
    "ferme", "capitainerie", "foyer", "caserne", "filature", "ecole", "laiterie", "scierie", "courthouse", "house",
    "granary", "tannery", "creamery", "rectory", "vicarage", "mill", "brewery", "schoolhouse", "chapel", "maltings",
    "foundry", "smithy", "barn", "inn", "dairy", "depot", "stables", "cloisters", "lodge", "cottage",
];

/// What an old or a part of a building is called with.
#[rustfmt::skip]
const BEFORE_BUILDINGS: &[&str] = &[
    "the", "alte", "alter", "altes", "alten", "ehem", "ehemalige", "ehemaliges", "neue", "neues", "ancien", "ancienne", "old",
    "vieille", "vieux", "former", "ob", "unt",
];

/// Widens the addresses among the finds.
pub(in super::super) fn complete(text: &str, sentence: &Sentence, found: &mut [Detection]) {
    let spans = |is_it: fn(&Detection) -> bool| {
        let mut spans: Vec<Range<usize>> = found
            .iter()
            .filter(|find| is_it(find))
            .map(|find| find.span.clone())
            .collect();
        spans.sort_unstable_by_key(|span| span.start);
        spans
    };
    let addresses = spans(|find| find.kind == Kind::Address);
    let persons = spans(|find| find.kind == Kind::Person && find.certainty > Certainty::Doubtful);
    for find in found.iter_mut().filter(|find| find.kind == Kind::Address) {
        let words = sentence.words_in(&find.span);
        if words.is_empty() {
            continue;
        }
        let before = addresses.partition_point(|address| address.start < find.span.start);
        let before = before
            .checked_sub(1)
            .and_then(|before| addresses.get(before));
        let earliest = before.map_or(0, |before| sentence.words_in(before).end);
        let start = start(text, sentence, &words, earliest.min(words.start));
        let end = end(text, sentence, words.end);
        if let Some(first) = sentence.words.get(start) {
            // «Haus Kern, Im Boden 3»: who was found by his name keeps a placeholder of his own.
            let next = persons.partition_point(|person| person.end <= first.span.start);
            let is_free = persons
                .get(next)
                .is_none_or(|person| find.span.start <= person.start);
            if is_free {
                find.span.start = find.span.start.min(first.span.start);
            }
        }
        let last = end.checked_sub(1).and_then(|last| sentence.words.get(last));
        if let Some(last) = last.filter(|_| end > words.end) {
            let is_open = text.get(find.span.end..last.span.end);
            let is_open = is_open.is_some_and(|more| more.contains('('));
            let behind = text.get(last.span.end..).unwrap_or_default();
            let closes = is_open && behind.starts_with(')');
            find.span.end = find.span.end.max(last.span.end + usize::from(closes));
        }
        if let Some(town) = behind_brackets(text, sentence, find.span.end, &addresses) {
            find.span.end = town;
        }
    }
}

/// The first word of the whole address.
fn start(text: &str, sentence: &Sentence, words: &Range<usize>, earliest: usize) -> usize {
    let mut first = joined(text, sentence, words.start);
    first = numbered(text, sentence, first..words.end);
    first = with_preposition(text, sentence, first..words.end);
    loop {
        let before = door::start(text, sentence, first, earliest);
        let before = with_building(sentence, before);
        if before == first {
            break;
        }
        first = before;
    }
    with_article(sentence, first)
}

/// «p.zza del Magistrato», «sous-sol du foyer», «c/o Fiduciaire»: what touches the first word belongs to it.
fn joined(text: &str, sentence: &Sentence, at: usize) -> usize {
    /// The most letters of what is shortened before a stop or a slash.
    const SHORT: usize = 2;
    /// The most words that are taken along.
    const MOST_WORDS: usize = 3;
    let touches = |at: &usize| {
        let (Some(word), Some(before)) = (sentence.words.get(*at), before(sentence, *at)) else {
            return false;
        };
        let is_short = before.folded.chars().count() <= SHORT && before.shape != Shape::Digits;
        match text.get(before.span.end..word.span.start) {
            Some("-") => before.shape != Shape::Digits,
            Some(".") => is_short,
            Some(". ") => SHORTENED.contains(&before.folded.as_str()),
            Some("/") => before.folded.as_str() == "c",
            _ => false,
        }
    };
    let mut firsts = (0..=at).rev().take(MOST_WORDS);
    let joined = firsts.by_ref().take_while(touches).count();
    at - joined
}

/// «14 [Quarry Rise]»: the number of a house before a street that has none behind.
fn numbered(text: &str, sentence: &Sentence, words: Range<usize>) -> usize {
    let is_name = |word: &Word| word.gap == Gap::Space && word.shape == Shape::Capital;
    let inside = sentence.words.get(words.clone()).unwrap_or_default();
    let has_none = inside.iter().all(|word| word.shape != Shape::Digits);
    let number = before(sentence, words.start).filter(|number| {
        number.shape == Shape::Digits
            && number.gap == Gap::Space
            && number.span.len() <= 3
            && is_house_number(text, number)
    });
    let is_street = has_none && inside.len() > 1 && inside.first().is_some_and(is_name);
    words.start - usize::from(is_street && number.is_some())
}

/// «zum [alten kanal 2]», «auf der [schlackenhalde 2]», «im [bungert 3]», if the name does not say itself that it is a street.
fn with_preposition(text: &str, sentence: &Sentence, words: Range<usize>) -> usize {
    /// How many words the name of such a street has at most.
    const MOST_WORDS: usize = 3;
    let at = words.start;
    let inside = sentence.words.get(words).unwrap_or_default();
    let is_of_name = |(at, word): &(usize, &Word)| {
        word.shape != Shape::Digits && (*at == 0 || word.gap != Gap::Comma)
    };
    let name = inside.iter().enumerate().take_while(is_of_name).count();
    let number = inside.get(name);
    let (Some(first), Some(last)) = (
        inside.first(),
        name.checked_sub(1).and_then(|at| inside.get(at)),
    ) else {
        return at;
    };
    let is_number =
        |word: &Word| word.gap == Gap::Space && is_house_number(text, word) && word.span.len() <= 3;
    let is_sure = SURE_ENDINGS
        .iter()
        .any(|ending| last.folded.ends_with(ending));
    let are_joined = inside
        .iter()
        .take(name)
        .skip(1)
        .all(|word| word.gap == Gap::Space);
    // «depot zum [stausee]», «zur [alten mühle, whg 12]»: without a number the name ends where the find or a door says.
    let is_named = inside.len() == 1 || door::told(text, sentence, at + name).is_some();
    let is_name = name <= MOST_WORDS && are_joined && first.gap == Gap::Space;
    if !is_name
        || !(number.is_some_and(is_number) || is_named)
        || is_sure
        || door::part(text, sentence, at).is_some()
    {
        return at;
    }
    let word = |back: usize| at.checked_sub(back).and_then(|at| sentence.words.get(at));
    let folded = |back: usize| word(back).map_or("", |word| word.folded.as_str());
    let is_small = first.shape == Shape::Small;
    let are_apart = word(1).is_some_and(|word| word.gap == Gap::Space);
    match (folded(2), folded(1)) {
        (_, "zum" | "zur") => at - 1,
        ("auf" | "bei" | "in" | "an" | "hinter" | "unter" | "vor", "der" | "dem" | "den")
            if is_small && are_apart =>
        {
            at - 2
        }
        (_, "am" | "im" | "beim" | "unterm" | "hinterm" | "ob" | "vorm") if is_small => at - 1,
        _ => at,
    }
}

/// A building before the comma behind which the address begins: «Alte Färberei, [Uferstraße 9]», «the Granary, [5 Quay Lane]».
fn with_building(sentence: &Sentence, at: usize) -> usize {
    /// The most words of the building's name.
    const MOST_WORDS: usize = 4;
    let is_comma = |word: &Word| word.gap == Gap::Comma;
    if !sentence.words.get(at).is_some_and(is_comma) {
        return at;
    }
    let word = |back: usize| at.checked_sub(back).and_then(|at| sentence.words.get(at));
    let is_joined = |word: &Word| matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe);
    let Some(building) = word(1) else { return at };
    let is_building = building.shape != Shape::Digits
        && BUILDINGS
            .iter()
            .any(|ending| building.folded.as_str() == *ending || is_compound(building, ending));
    if !is_building {
        return at;
    }
    // «the press house», «alte Färberei», «ancienne laiterie».
    for back in 2..=MOST_WORDS {
        let follows = (1..back).all(|back| word(back).is_some_and(is_joined));
        let Some(first) = word(back).filter(|_| follows) else {
            break;
        };
        if BEFORE_BUILDINGS.contains(&first.folded.as_str()) {
            return at - back;
        }
    }
    // Alone it must begin what it stands in: «sitz: capitainerie, 9 quai des belges».
    let begins = !matches!(building.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe);
    at - usize::from(begins)
}

/// «Textilfabrik»: a German word of two.
fn is_compound(word: &Word, ending: &str) -> bool {
    const SHORTEST_STEM: usize = 3;
    ending.len() > 3
        && word.folded.as_str() != "durchaus"
        && word
            .folded
            .strip_suffix(ending)
            .is_some_and(|stem| stem.len() >= SHORTEST_STEM)
}

/// «the [Old Creamery, Mill Lane]»: the article of a house by its name.
fn with_article(sentence: &Sentence, at: usize) -> usize {
    let is_name = |word: &Word| word.gap == Gap::Space && word.shape != Shape::Digits;
    let is_article = |word: &Word| word.folded.as_str() == "the";
    let has_article =
        sentence.words.get(at).is_some_and(is_name) && before(sentence, at).is_some_and(is_article);
    at - usize::from(has_article)
}

/// The word behind the last one of the whole address.
fn end(text: &str, sentence: &Sentence, end: usize) -> usize {
    let end = cut_part(text, sentence, end);
    let end = door::end(text, sentence, end);
    province_end(text, sentence, end)
}

/// Where a part of a house ends of which the find has the beginning: «[…, 3e] ét.», «[…, 1]° piano».
fn cut_part(text: &str, sentence: &Sentence, end: usize) -> usize {
    /// How many words of a part may be inside.
    const MOST_WORDS: usize = 2;
    let is_comma = |at: &usize| {
        let word = sentence.words.get(*at);
        word.is_some_and(|word| word.gap == Gap::Comma)
    };
    let begun = (1..=MOST_WORDS).filter_map(|back| end.checked_sub(back));
    let part = begun
        .filter(is_comma)
        .find_map(|at| door::told(text, sentence, at));
    part.map_or(end, |part| part.max(end))
}

/// Where the province of an Italian town ends: «pragelmo (to)».
fn province_end(text: &str, sentence: &Sentence, end: usize) -> usize {
    let last = end.checked_sub(1).and_then(|last| sentence.words.get(last));
    let inside = last
        .filter(|last| last.shape != Shape::Digits)
        .and_then(|last| text.get(last.span.end..)?.strip_prefix(" ("))
        .and_then(|behind| behind.split_once(')'));
    let is_province = inside.is_some_and(|(province, _)| {
        province.len() == 2 && province.bytes().all(|letter| letter.is_ascii_alphabetic())
    });
    end + usize::from(is_province)
}

/// Where the rest of an address ends that stands behind a way told in brackets: «(up the stair), Selby YO8 4XX».
fn behind_brackets(
    text: &str,
    sentence: &Sentence,
    end: usize,
    addresses: &[Range<usize>],
) -> Option<usize> {
    /// The most bytes in the brackets.
    const LONGEST: usize = 40;
    let (inside, behind) = text.get(end..)?.strip_prefix(" (")?.split_once(')')?;
    let rest = behind.strip_prefix(',')?.trim_start_matches(' ');
    let start = text.len() - rest.len();
    // Who is named there stays, and so does what happened.
    let is_way = |sign: char| sign.is_lowercase() || sign == ' ';
    if inside.len() > LONGEST || !inside.chars().all(is_way) {
        return None;
    }
    let rest = addresses.iter().find(|address| address.start == start)?;
    // «(Lager), Lindenweg 4» is another address.
    let words = sentence.words_in(rest);
    let code = words
        .end
        .checked_sub(2)
        .and_then(|code| sentence.words.get(code..words.end));
    let has_code =
        matches!(code, Some([outward, inward]) if british::is_postcode(text, outward, inward));
    let is_town = has_code || town(text, sentence, words.start, Before::Street).is_some();
    is_town.then_some(rest.end)
}

fn before(sentence: &Sentence, at: usize) -> Option<&Word> {
    sentence.words.get(at.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use crate::anonymise::detect::Layers;
    use crate::anonymise::detect::reading::Reading;
    use crate::language::Language;

    fn whole(text: &str, language: Language) -> Vec<&str> {
        let found = Reading::of(text, language, Layers::ALL).detections(text);
        let details = found.into_iter().filter(|find| find.kind.is_contact());
        details.filter_map(|find| text.get(find.span)).collect()
    }

    #[test]
    fn an_address_is_taken_with_the_words_that_its_name_begins_with() {
        for (text, language, address) in [
            (
                "abgabe zum alten kanal 2, tor c, 9436 balgerau",
                Language::De,
                "zum alten kanal 2, tor c, 9436 balgerau",
            ),
            (
                "wohnt zur alten muehle, whg 12",
                Language::De,
                "zur alten muehle, whg 12",
            ),
            (
                "They meet at Alte Färberei, Uferstraße 9, 03172 Gubnitz",
                Language::En,
                "Alte Färberei, Uferstraße 9, 03172 Gubnitz",
            ),
            (
                "from the Granary, 5 Quay Lane, Warrenpoint",
                Language::En,
                "the Granary, 5 Quay Lane, Warrenpoint",
            ),
            (
                "permanence ancienne laiterie, 5 rue du Bac, 54190 Villerupont",
                Language::Fr,
                "ancienne laiterie, 5 rue du Bac, 54190 Villerupont",
            ),
            (
                "of 9 Net Loft Lane (up the iron stair), Shellhaven CT19 4XX",
                Language::En,
                "9 Net Loft Lane (up the iron stair), Shellhaven CT19 4XX",
            ),
            (
                "Büro an der Hohlstr. 411, Haus B, Lift 2.",
                Language::De,
                "Hohlstr. 411, Haus B, Lift 2",
            ),
        ] {
            assert_eq!(whole(text, language), [address], "{text}");
        }
    }

    #[test]
    fn what_only_says_where_it_is_stays() {
        for (text, language, address) in [
            (
                "Sitz an der Rheingasse 12, 4058 Basel",
                Language::De,
                "Rheingasse 12, 4058 Basel",
            ),
            ("Treffen am Lindenweg 4", Language::De, "Lindenweg 4"),
            ("Herr Kern, Basler Str. 4a", Language::De, "Basler Str. 4a"),
            ("Ja, durchaus, Lindenweg 4", Language::De, "Lindenweg 4"),
            (
                "das Haus ihrer Mutter, Rheingasse 12",
                Language::De,
                "Rheingasse 12",
            ),
            (
                "Weiss nicht, ob… Rheingasse 12",
                Language::De,
                "Rheingasse 12",
            ),
            (
                "They asked how the scheme works, 12 Mill Lane",
                Language::En,
                "12 Mill Lane",
            ),
            (
                "12 Mill Lane, 3 flat screens were stolen",
                Language::En,
                "12 Mill Lane",
            ),
            (
                "Elle a quitté son ancien poste, 5 rue du Bac",
                Language::Fr,
                "5 rue du Bac",
            ),
            (
                "5 Quay Lane (with John Smith), Selby YO8 4XX",
                Language::En,
                "5 Quay Lane",
            ),
            (
                "Rheingasse 12 (beim büro), Lindenweg 4",
                Language::De,
                "Lindenweg 4",
            ),
            (
                "Rheingasse 12 (beim büro), Lindenweg 14, 4058 Basel",
                Language::De,
                "Lindenweg 14, 4058 Basel",
            ),
        ] {
            let found = whole(text, language);
            assert!(found.contains(&address), "{text}: {found:?}");
        }
        for (text, language) in [
            ("We saw a 5 percent rise in costs", Language::En),
            ("It takes 3 months close to the deadline", Language::En),
            ("In 2019 Novartis steps back", Language::En),
            ("Das steht im factsheet 4, danach", Language::De),
        ] {
            assert_eq!(whole(text, language), [""; 0], "{text}");
        }
    }
}
