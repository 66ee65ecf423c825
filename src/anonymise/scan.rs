//! Searches a text that is written already, and replaces nothing: what is left in it that looks like a name?
//!
//! All detectors search, whatever was searched when the text was written, and a list of protected words as well. What
//! stands in a placeholder is searched too: `[Person 1 | …]` has a word of its own.

use std::ops::Range;

use super::detect::{self, By, Certainty, Detection, Kind, Layers};
use super::finding::{Candidate, Finding, Rule, Target};
use super::layout::Layout;
use super::marker::Behind;
use super::memory::Memory;
use super::slot::{Slot, SlotKey};
use super::vocabulary::Vocabulary;
use super::{ProtectedWords, lexicon};
use crate::language::{Language, fold, is_marker, words};

/// Something in a written text that looks like a name. It never holds what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanHit {
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// What kind of thing it is.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
    /// The rule that found it.
    pub rule: Rule,
    /// Whether it was announced in a list: then nobody can say that it is no name.
    pub listed: bool,
}

/// How many texts are read together: no more than are remembered until they are searched.
const READ_TOGETHER: usize = 64;
/// How many bytes they have together at most, if they are several: that much is laid out at once.
const LENGTH_TOGETHER: usize = 256 * 1024;

/// How many of the first texts are read together.
fn together(texts: &[(&str, Language)]) -> usize {
    let mut length = 0;
    let first = texts.iter().take(READ_TOGETHER);
    let fitting = first.take_while(|(text, _)| {
        length += text.len();
        length <= LENGTH_TOGETHER
    });
    fitting.count().max(1)
}

/// Searches the written texts of a session.
#[derive(Debug)]
pub struct Scanner {
    /// Knows the list, and addresses.
    listed: Memory,
    /// Knows what the detectors found, for its later forms.
    found: Memory,
}

impl Scanner {
    /// Knows the slots of a session and a list, which may be empty; `vocabulary` are the words of its guide.
    pub fn new(
        language: Language,
        slots: &[Slot],
        vocabulary: &[String],
        protected: &ProtectedWords,
    ) -> Self {
        let mut listed = Memory::resume(language, slots);
        let vocabulary = Vocabulary::of_guide(vocabulary);
        listed.share_vocabulary(vocabulary.clone());
        listed.protect(protected);
        let mut found = Memory::resume(language, slots).with_layers(Layers::ALL);
        found.share_vocabulary(vocabulary);
        Self { listed, found }
    }

    /// Takes these words for no names, unless the list has them.
    #[must_use]
    pub fn allowing(mut self, words: &[String]) -> Self {
        for word in words {
            self.found.allow(word);
        }
        self
    }

    /// Takes in what the detectors find in a text, so that its later forms are found in all others: «Frau Keller» here
    /// makes «Keller» one there.
    pub fn learn(&mut self, text: &str, language: Language) {
        self.found.listen_in(language);
        self.found.learn_from(text, &mut Vec::new());
    }

    /// Takes in what they find in each of these texts, one after the other.
    pub fn learn_all(&mut self, texts: &[(&str, Language)]) {
        let mut rest = texts;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(together(rest));
            self.found.learn_all(now);
            rest = later;
        }
    }

    /// Everything in a text that looks like a name, in its order and apart.
    pub fn scan(&mut self, text: &str, language: Language) -> Vec<ScanHit> {
        let mut hits = self.scan_plain(text, language);
        for (start, word) in self.words_in_placeholders(text) {
            let inner = self.scan_plain(&word, language).into_iter();
            hits.extend(inner.map(|hit| ScanHit {
                span: hit.span.start + start..hit.span.end + start,
                ..hit
            }));
        }
        apart(hits)
    }

    /// Searches what stands outside placeholders.
    fn scan_plain(&mut self, text: &str, language: Language) -> Vec<ScanHit> {
        let mut hits = Vec::new();
        let layout = self.listed.lay_out(text);
        for candidate in self.listed.search_known(&layout) {
            let listed = !candidate.rule.is_contact();
            hits.extend(hit(&candidate, &layout, Certainty::Certain, listed));
        }
        self.found.listen_in(language);
        let layout = self.found.lay_out(text);
        for detection in self.found.detections(&layout) {
            let found = layout.flat.get(detection.span.clone());
            if found.is_some_and(|found| self.is_no_name(found, &detection)) {
                continue;
            }
            let certainty = weigh(&detection, &layout.flat);
            let rule = Rule::Detected(detection.kind, certainty, detection.by);
            for span in without_markers(&layout.flat, &detection.span) {
                hits.push(ScanHit {
                    span: layout.to_source(&span),
                    kind: detection.kind,
                    certainty,
                    rule,
                    listed: false,
                });
            }
        }
        for candidate in self.found.search_known(&layout) {
            let is_later_form = matches!(
                candidate.rule,
                Rule::Name | Rule::Part | Rule::Acronym | Rule::Later(_)
            );
            let word = layout.flat.get(candidate.span.clone()).unwrap_or_default();
            // A later form that is a word of everyday language is no more than doubtful; surnames look like compounds.
            let folded = fold(word);
            let is_person = kind(&candidate) == Kind::Person;
            let is_word = detect::is_ordinary(&folded) || !is_person && detect::is_word(&folded);
            let certainty = if is_word {
                Certainty::Doubtful
            } else {
                Certainty::Likely
            };
            if is_later_form && !detect::is_everyday(&folded) {
                hits.extend(hit(&candidate, &layout, certainty, false));
            }
        }
        apart(hits)
    }

    /// Whether what was found was called no name, or is made of words of the guide: these were left as they are while they
    /// were typed. Behind a title they may be a name all the same: «Frau Stark».
    fn is_no_name(&self, found: &str, detection: &Detection) -> bool {
        let is_of_guide = !detection.kind.is_contact()
            && detection.certainty < Certainty::Certain
            && self.found.is_ordinary(found);
        is_of_guide || self.found.is_allowed(found)
    }

    /// The words behind the bars of placeholders, with their places in the text.
    fn words_in_placeholders(&mut self, text: &str) -> Vec<(usize, String)> {
        let layout = self.listed.lay_out(text);
        let markers = layout.markers().filter_map(|(span, marker)| {
            let entry = self.listed.markers.get(marker)?;
            matches!(entry.behind, Behind::Attribute(_)).then(|| layout.to_source(&span))
        });
        markers
            .filter_map(|span| {
                let (before, word) = text.get(span.clone())?.split_once('|')?;
                Some((span.start + before.len() + 1, word.to_owned()))
            })
            .collect()
    }
}

/// Everything in one text that looks like a name; nothing else is known of its session.
pub fn scan(text: &str, language: Language, protected: &ProtectedWords) -> Vec<ScanHit> {
    let mut scanner = Scanner::new(language, &[], &[], protected);
    scanner.learn(text, language);
    scanner.scan(text, language)
}

/// The towns in a text that the lists know, however doubtful.
pub fn towns(text: &str, language: Language) -> Vec<Range<usize>> {
    let lists = Layers {
        lists: true,
        ..Layers::NONE
    };
    detect::detect(text, language, lists)
        .into_iter()
        .filter(|detection| detection.kind == Kind::Place)
        .map(|detection| detection.span)
        .collect()
}

fn hit(
    candidate: &Candidate,
    layout: &Layout,
    certainty: Certainty,
    listed: bool,
) -> Option<ScanHit> {
    if layout.marker_around(candidate.span.start) == Some(candidate.span.clone()) {
        return None;
    }
    Some(ScanHit {
        span: layout.to_source(&candidate.span),
        kind: kind(candidate),
        certainty,
        rule: candidate.rule,
        listed,
    })
}

/// What kind of thing a candidate is.
fn kind(candidate: &Candidate) -> Kind {
    let slot = match &candidate.target {
        Target::Slot(slot) => *slot,
        Target::Twin(..) => SlotKey {
            kind: super::slot::SlotKind::Person,
            number: 0,
        },
        Target::Address(kind, _) | Target::Named(kind, ..) => SlotKey {
            kind: *kind,
            number: 0,
        },
    };
    let finding = Finding {
        slot,
        rule: candidate.rule,
        span: candidate.span.clone(),
        exposed: false,
    };
    finding.kind()
}

/// How sure a find is. A written text is settled by a person, so that the learned model alone keeps nobody from releasing
/// a word of everyday language: «Handwerk» is doubtful, whatever the model says.
fn weigh(detection: &Detection, flat: &str) -> Certainty {
    let is_everyday = || {
        let word = flat.get(detection.span.clone()).unwrap_or_default();
        let folded = fold(word);
        words(word).count() == 1 && (detect::is_everyday(&folded) || detect::is_word(&folded))
    };
    if detection.by == By::Model && is_everyday() {
        Certainty::Doubtful
    } else {
        detection.certainty
    }
}

/// What of a find stands in letters, not behind placeholders. Beside a placeholder a title or a legal form is left
/// over, which names nobody.
fn without_markers(flat: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let Some(found) = flat.get(span.clone()) else {
        return Vec::new();
    };
    if !found.contains(is_marker) {
        // «Graf» is a title beside a placeholder, and a name elsewhere.
        let mut all = words(found).filter_map(|word| found.get(word)).peekable();
        let says_nothing =
            is_beside_marker(flat, span) && all.peek().is_some() && all.all(names_nobody);
        return if says_nothing {
            Vec::new()
        } else {
            vec![span.clone()]
        };
    }
    let mut pieces = Vec::new();
    let mut start = span.start;
    for piece in found.split_inclusive(is_marker) {
        let letters = piece.trim_end_matches(is_marker);
        let names = words(letters)
            .filter_map(|word| letters.get(word.clone()).map(|text| (word, text)))
            .filter(|(_, word)| is_telling(word));
        let mut bounds: Option<Range<usize>> = None;
        for (word, _) in names {
            let from = bounds.map_or(word.start, |bounds| bounds.start);
            bounds = Some(from..word.end);
        }
        pieces.extend(bounds.map(|bounds| bounds.start + start..bounds.end + start));
        start += piece.len();
    }
    pieces
}

/// Whether a placeholder is the next thing before or behind a place.
fn is_beside_marker(flat: &str, span: &Range<usize>) -> bool {
    let is_sign = |sign: char| !sign.is_alphanumeric() && !is_marker(sign);
    let before = flat.get(..span.start).unwrap_or_default();
    let behind = flat.get(span.end..).unwrap_or_default();
    before.trim_end_matches(is_sign).ends_with(is_marker)
        || behind.trim_start_matches(is_sign).starts_with(is_marker)
}

/// Whether a word beside a placeholder says more than the placeholder.
fn is_telling(word: &str) -> bool {
    let folded = fold(word);
    !(names_nobody(word) || lexicon::is_generic(&folded) || detect::is_ordinary(&folded))
}

/// Whether a word stands with names and is none: a title, a legal form, «von der».
fn names_nobody(word: &str) -> bool {
    let folded = fold(word);
    lexicon::is_function_word(&folded)
        || lexicon::is_title(&folded)
        || lexicon::is_title_behind(&folded)
        || lexicon::is_legal_form(word)
}

/// Of hits that overlap the surest, then what was announced, then the longest.
fn apart(mut hits: Vec<ScanHit>) -> Vec<ScanHit> {
    hits.sort_by_key(|hit| {
        let length = hit.span.end - hit.span.start;
        (
            std::cmp::Reverse(hit.certainty),
            !hit.listed,
            std::cmp::Reverse(length),
            hit.span.start,
        )
    });
    let mut held: Vec<ScanHit> = Vec::new();
    for hit in hits {
        let overlaps =
            |other: &ScanHit| hit.span.start < other.span.end && other.span.start < hit.span.end;
        if !hit.span.is_empty() && !held.iter().any(overlaps) {
            held.push(hit);
        }
    }
    held.sort_by_key(|hit| hit.span.start);
    held
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::SlotKind;

    /// What is hit, with its certainty.
    fn found<'text>(
        text: &'text str,
        language: Language,
        list: &str,
    ) -> Vec<(&'text str, Kind, Certainty)> {
        scan(text, language, &ProtectedWords::parse(list))
            .into_iter()
            .map(|hit| (text.get(hit.span).unwrap(), hit.kind, hit.certainty))
            .collect()
    }

    fn session_scanner(list: &str) -> Scanner {
        let kinds = [SlotKind::Person, SlotKind::Institution, SlotKind::Place];
        let slots = kinds.map(|kind| Slot {
            key: SlotKey { kind, number: 1 },
            listed: true,
            label: None,
        });
        Scanner::new(Language::De, &slots, &[], &ProtectedWords::parse(list))
    }

    #[test]
    fn direct_identifiers_are_found_in_three_languages() {
        let rows = [
            (
                "Rückfrage an anna.keller@example.org",
                Language::De,
                Kind::Email,
            ),
            (
                "erreichbar unter +49 761 123456",
                Language::De,
                Kind::Telephone,
            ),
            ("joindre au +41 61 267 00 00", Language::Fr, Kind::Telephone),
            (
                "joindre au +33 3 88 12 34 56",
                Language::Fr,
                Kind::Telephone,
            ),
            ("steht auf www.example.org", Language::De, Kind::Web),
            (
                "die Brunnhuber Holz GmbH zahlt",
                Language::De,
                Kind::Institution,
            ),
            (
                "la société Brunnhuber SA paie",
                Language::Fr,
                Kind::Institution,
            ),
            ("Brunnhuber Ltd pays half", Language::En, Kind::Institution),
            ("Frau Brunnhuber war dagegen", Language::De, Kind::Person),
            ("Frau Graf war dagegen", Language::De, Kind::Person),
            ("Dr. Brunnhuber war dagegen", Language::De, Kind::Person),
            ("Mme Brunnhuber était contre", Language::Fr, Kind::Person),
            (
                "Monsieur Brunnhuber était contre",
                Language::Fr,
                Kind::Person,
            ),
            ("then Mr Brunnhuber said no", Language::En, Kind::Person),
        ];
        for (text, language, kind) in rows {
            let hits = found(text, language, "");
            let sure = |(_, of, certainty): &(&str, Kind, Certainty)| {
                *of == kind && *certainty >= Certainty::Likely
            };
            assert!(hits.iter().any(sure), "{text}: {hits:?}");
        }
    }

    #[test]
    fn a_listed_name_is_found_in_every_spelling() {
        for text in ["Mueller kam", "MÜLLERS Idee", "mit Muller"] {
            let hits = found(text, Language::De, "Anna Müller");
            assert_eq!(hits.len(), 1, "{text}");
            assert_eq!(hits[0].2, Certainty::Certain, "{text}");
        }
    }

    #[test]
    fn placeholders_and_what_belongs_to_them_are_no_hits() {
        let mut scanner = session_scanner("");
        for text in [
            "[Person 1] war dagegen, [Institution 1] dafür",
            "Frau [Person 1] kam aus [Ort 1]",
            "die [Institution 1] AG zahlt",
            "Herr Dr. [Person 1] von der [Institution 1] GmbH",
            "[Person 1 | Kollege, andere Seite] hilft",
        ] {
            let hits = scanner.scan(text, Language::De);
            let sure: Vec<&str> = hits
                .iter()
                .filter(|hit| hit.certainty >= Certainty::Likely)
                .map(|hit| text.get(hit.span.clone()).unwrap())
                .collect();
            assert!(sure.is_empty(), "{text}: {sure:?}");
        }
    }

    #[test]
    fn a_name_in_or_beside_a_placeholder_is_found() {
        let mut scanner = session_scanner("Anna Muster");
        for (text, name) in [
            ("[Ort 1 | bei Frau Brunnhuber]", "Brunnhuber"),
            ("[Person 1 | Frau Muster]", "Muster"),
            ("[Person 1] und Frau Brunnhuber", "Brunnhuber"),
        ] {
            let hits = scanner.scan(text, Language::De);
            let shown: Vec<&str> = hits
                .iter()
                .map(|hit| text.get(hit.span.clone()).unwrap())
                .collect();
            assert!(
                shown.iter().any(|hit| hit.contains(name)),
                "{text}: {shown:?}"
            );
        }
    }

    #[test]
    fn words_of_the_guide_are_no_hits_unless_a_title_stands_before_them() {
        let likely = |text: &str, vocabulary: &[String]| {
            let none = ProtectedWords::default();
            let mut scanner = Scanner::new(Language::Fr, &[], vocabulary, &none);
            let hits = scanner.scan(text, Language::Fr);
            let mut certainties = hits.iter().map(|hit| hit.certainty);
            certainties.any(|certainty| certainty >= Certainty::Likely)
        };
        let of_guide = ["Réseau Zorvexer".to_owned()];
        let text = "le Réseau Zorvexer compte deux personnes";
        assert!(likely(text, &[]));
        assert!(!likely(text, &of_guide));
        assert!(likely("Mme Zorvexer refuse", &of_guide));
    }

    #[test]
    fn a_later_form_of_what_was_found_is_found() {
        let mut scanner = session_scanner("");
        scanner.learn("Frau Brunnhuber war dagegen", Language::De);
        let text = "am Ende hat Brunnhuber zugestimmt";
        let hits = scanner.scan(text, Language::De);
        assert!(
            hits.iter()
                .any(|hit| text.get(hit.span.clone()) == Some("Brunnhuber")
                    && hit.certainty >= Certainty::Likely
                    && !hit.listed)
        );
    }

    #[test]
    fn hits_are_apart_and_in_order() {
        let hits = scan(
            "Frau Anna Müller, Müller AG, anna@mueller.example in Basel",
            Language::De,
            &ProtectedWords::parse("Anna Müller"),
        );
        assert!(
            hits.windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start)
        );
        assert!(!hits.is_empty());
    }

    #[test]
    fn towns_are_known_from_lists() {
        let text = "Treffen in Offenburg und Strasbourg";
        let towns: Vec<&str> = towns(text, Language::De)
            .into_iter()
            .map(|span| text.get(span).unwrap())
            .collect();
        assert_eq!(towns, ["Offenburg", "Strasbourg"]);
    }

    #[test]
    fn the_other_half_of_a_double_surname_is_a_hit_wherever_it_stands() {
        let mut scanner = session_scanner("");
        let earlier = "zorvexer kommt";
        scanner.learn(earlier, Language::De);
        scanner.learn("Frau Anna Fehrlin-Zorvexer bleibt", Language::De);
        let hits = scanner.scan(earlier, Language::De);
        assert!(hits.iter().any(|hit| hit.span == (0..8)), "{hits:?}");
    }

    #[test]
    fn texts_that_are_read_together_are_searched_as_if_one_was_read_after_the_other() {
        let said = [
            ("[Person 1] traf Frau Brunnhuber\nin Lahr", Language::De),
            ("brunnhuber will nicht", Language::De),
            ("Brunnhuber Ltd pays half", Language::En),
            ("la directrice Brindevaux négocie", Language::Fr),
            ("[Ort 1 | bei Brunnhuber]", Language::De),
            ("", Language::En),
        ];
        let texts: Vec<(String, Language)> = (0..3 * READ_TOGETHER)
            .zip(said.iter().cycle())
            .map(|(number, (text, language))| (format!("{text} {}", number / 9), *language))
            .collect();
        let texts: Vec<(&str, Language)> = texts
            .iter()
            .map(|(text, of)| (text.as_str(), *of))
            .collect();
        let (mut together, mut alone) = (session_scanner(""), session_scanner(""));
        together.learn_all(&texts);
        for (text, language) in &texts {
            alone.learn(text, *language);
        }
        let mut count = 0;
        for (text, language) in texts {
            let hits = together.scan(text, language);
            count += hits.len();
            assert_eq!(hits, alone.scan(text, language), "{text}");
        }
        assert!(count > READ_TOGETHER);
    }
}
