//! The list of names that the interviewer gives before the interview.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::lexicon;
use super::secret::Secret;
use super::slot::SlotKind;
use crate::language::{fold, sanitise};

/// Names that must not reach the disk, as a list of persons and things with all the names each is known by.
///
/// A list has one entity a line: `[person|institution|place|other:] name [= other name]…`. Kinds may be written in
/// German and French too; empty lines and lines that begin with `#` are skipped. Without a kind it is a person, unless
/// a legal form says institution. The list is overwritten in memory when it is dropped, and can be neither printed
/// nor stored.
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop)]
pub struct ProtectedWords {
    entities: Vec<Entity>,
    /// The lines that may name two, by number.
    #[zeroize(skip)]
    lines_of_two: Vec<usize>,
}

/// One person, institution, place or other thing with its names.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Entity {
    #[zeroize(skip)]
    kind: SlotKind,
    names: Vec<Secret>,
}

impl ProtectedWords {
    /// Reads a list.
    pub fn parse(text: &str) -> Self {
        let mut words = Self::default();
        for (number, line) in (1..).zip(Zeroizing::new(sanitise(text).into_owned()).lines()) {
            if let Some((kind, names)) = split_line(line) {
                words.push(kind, names);
            }
            if Self::may_name_two(line) {
                words.lines_of_two.push(number);
            }
        }
        words
    }

    /// Whether a line may have been meant for two; see [`Self::may_be_two`].
    fn may_name_two(line: &str) -> bool {
        Self::understand(line).is_some_and(|(kind, names)| Self::may_be_two(kind, names))
    }

    /// Whether names of a kind that is known, which stand for one, may have been meant for two: a comma, a semicolon or an
    /// «and» parts some of them, each of which is whole. «Muster, Anna» is one.
    pub fn may_be_two(kind: SlotKind, names: &str) -> bool {
        names.split('=').any(|name| {
            let whole = parts(name)
                .filter(|part| match kind {
                    SlotKind::Person => is_whole_name(part),
                    SlotKind::Institution => lexicon::has_legal_form(part),
                    _ => false,
                })
                .count();
            whole >= 2
        })
    }

    /// The lines of the list that may name two, by number from 1; see [`Self::may_be_two`].
    pub fn lines_of_two(&self) -> &[usize] {
        &self.lines_of_two
    }

    /// How a line of such a list is understood: the kind, and the names as they stand in the line. Nothing if it names
    /// nobody.
    pub fn understand(line: &str) -> Option<(SlotKind, &str)> {
        let (kind, typed) = split_line(line)?;
        let names = read_names(typed);
        let kind = kind.unwrap_or_else(|| guess_kind(&names));
        (!names.is_empty()).then_some((kind, typed))
    }

    /// Adds one entity: `name [= other name]…`. Without a kind, a legal form decides between institution and person.
    pub fn push(&mut self, kind: Option<SlotKind>, names: &str) {
        let names = read_names(names);
        if names.is_empty() {
            return;
        }
        let kind = kind.unwrap_or_else(|| guess_kind(&names));
        self.entities.push(Entity { kind, names });
    }

    /// This list with another behind it. Lines have their numbers in the list that they were read in, and none here.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let entities = self.entities.iter().chain(&other.entities);
        Self {
            entities: entities.cloned().collect(),
            lines_of_two: Vec::new(),
        }
    }

    /// The entities in the order of the list.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Whether nothing is protected.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }
}

impl fmt::Debug for ProtectedWords {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "ProtectedWords({} entities)",
            self.entities.len()
        )
    }
}

impl Entity {
    /// What kind of thing it is.
    pub const fn kind(&self) -> SlotKind {
        self.kind
    }

    /// Its names.
    pub(super) fn names(&self) -> &[Secret] {
        &self.names
    }
}

impl fmt::Debug for Entity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Entity({:?}, {} names)",
            self.kind,
            self.names.len()
        )
    }
}

/// The names of an entity, which `=` parts. A single letter is no name.
pub(super) fn read_names(names: &str) -> Vec<Secret> {
    Zeroizing::new(sanitise(names).into_owned())
        .split('=')
        .map(str::trim)
        .filter(|name| {
            name.chars()
                .filter(|letter| letter.is_alphanumeric())
                .count()
                >= 2
        })
        .map(Secret::from)
        .collect()
}

/// What commas, semicolons and «and» part.
fn parts(name: &str) -> impl Iterator<Item = Zeroizing<String>> {
    const AND: [&str; 6] = ["und", "et", "and", "&", "+", "/"];
    let mut parts = vec![Zeroizing::new(String::with_capacity(name.len() + 1))];
    for (index, parted) in name.split([',', ';']).enumerate() {
        if index > 0 {
            parts.push(Zeroizing::new(String::with_capacity(name.len() + 1)));
        }
        for word in parted.split_whitespace() {
            if AND.contains(&fold(word).as_str()) {
                parts.push(Zeroizing::new(String::with_capacity(name.len() + 1)));
            } else if let Some(last) = parts.last_mut() {
                last.push_str(word);
                last.push(' ');
            }
        }
    }
    parts.into_iter()
}

/// Whether a name has at least two words that are no titles, so that somebody may be called so.
fn is_whole_name(name: &str) -> bool {
    let is_of_name = |word: &&str| {
        let folded = fold(word.trim_matches(|letter: char| !letter.is_alphanumeric()));
        folded.chars().count() >= 2
            && !lexicon::is_function_word(&folded)
            && !lexicon::is_title(&folded)
            && !lexicon::is_title_behind(&folded)
    };
    name.split_whitespace().filter(is_of_name).count() >= 2
}

/// The kind that a line declares, and its names; nothing if it is a comment.
fn split_line(line: &str) -> Option<(Option<SlotKind>, &str)> {
    let line = line.trim();
    let (kind, names) = split_kind(line);
    (!line.starts_with('#')).then_some((kind, names.trim()))
}

/// Parts the kind from the names; what is no kind belongs to the name.
fn split_kind(line: &str) -> (Option<SlotKind>, &str) {
    let Some((head, names)) = line.split_once(':') else {
        return (None, line);
    };
    let kind = match fold(head).as_str() {
        "person" | "personne" => SlotKind::Person,
        "institution" | "firma" | "entreprise" | "company" | "organisation" => {
            SlotKind::Institution
        }
        "place" | "ort" | "lieu" => SlotKind::Place,
        "other" | "andere" | "anderes" | "autre" => SlotKind::Detail,
        _ => return (None, line),
    };
    (Some(kind), names)
}

/// An institution if one of the names has a legal form, else a person.
fn guess_kind(names: &[Secret]) -> SlotKind {
    if names.iter().any(|name| lexicon::has_legal_form(name)) {
        SlotKind::Institution
    } else {
        SlotKind::Person
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(SlotKind, Vec<String>)> {
        ProtectedWords::parse(text)
            .entities()
            .iter()
            .map(|entity| {
                (
                    entity.kind,
                    entity.names.iter().map(|name| name.to_string()).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn a_list_names_kinds_and_other_names() {
        let list = "\u{FEFF}# Gespräch A-1\n\nAnna Muster\r\ninstitution: Holzverband = HVB\nLieu : Colmar\nOrt: Lahr\nautre: Holzfux\nMuster Holz AG = Holzi\n";
        assert_eq!(
            read(list),
            [
                (SlotKind::Person, vec!["Anna Muster".to_owned()]),
                (
                    SlotKind::Institution,
                    vec!["Holzverband".to_owned(), "HVB".to_owned()]
                ),
                (SlotKind::Place, vec!["Colmar".to_owned()]),
                (SlotKind::Place, vec!["Lahr".to_owned()]),
                (SlotKind::Detail, vec!["Holzfux".to_owned()]),
                (
                    SlotKind::Institution,
                    vec!["Muster Holz AG".to_owned(), "Holzi".to_owned()]
                ),
            ]
        );
    }

    #[test]
    fn a_colon_that_follows_no_kind_is_part_of_the_name() {
        assert_eq!(
            read("Projekt: Zukunft"),
            [(SlotKind::Person, vec!["Projekt: Zukunft".to_owned()])]
        );
    }

    #[test]
    fn a_line_is_understood_as_the_list_reads_it() {
        let list = [
            "Anna Muster",
            "institution: Holzverband = HVB",
            " Lieu : Colmar ",
            "Muster Holz AG = Holzi",
            "Verband der Holzindustrie",
            "Projekt: Zukunft",
            "# a comment",
            "",
            "x",
        ];
        for line in list {
            let understood = ProtectedWords::understand(line);
            let listed = read(line).into_iter().next();
            assert_eq!(
                understood.map(|(kind, names)| (kind, read(names).len())),
                listed.map(|(kind, _)| (kind, 1)),
                "{line}"
            );
        }
        assert_eq!(
            ProtectedWords::understand("institution: Holzverband = HVB"),
            Some((SlotKind::Institution, "Holzverband = HVB"))
        );
    }

    #[test]
    fn a_line_that_may_have_been_meant_for_two_is_told_by_its_number_and_stands_for_one() {
        let list = "Anna Muster, Beat Beispiel\nMuster, Anna\nMuster, Anna Maria\nDr. Anna Muster, Prof. Beat Beispiel\n\
                    Anna Muster, lic. phil.\nAnna Muster und Beat Beispiel\nAnna Muster = Frau Muster, Anna\n\
                    Muster AG, Beispiel GmbH\nMuster Holz AG, Zürich\nplace: Basel Stadt, Bern Land\n\
                    # Anna Muster, Beat Beispiel\nAnna Muster; Beat Beispiel\nMüller & Söhne AG\nAnna Muster,Beat Beispiel";
        let words = ProtectedWords::parse(list);
        assert_eq!(words.lines_of_two(), [1, 4, 6, 8, 12, 14]);
        assert_eq!(words.entities().len(), 13);
        let both = words.and(&ProtectedWords::parse(list));
        assert_eq!((both.lines_of_two(), both.entities().len()), (&[][..], 26));
    }

    #[test]
    fn debug_shows_no_name() {
        let shown = format!("{:?}", ProtectedWords::parse("Anna Muster"));
        assert_eq!(shown, "ProtectedWords(1 entities)");
    }
}
