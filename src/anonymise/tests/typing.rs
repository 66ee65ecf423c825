//! What happens while somebody types.

use super::*;

/// An editor with a journal: it searches at every boundary, as the program does.
struct Desk {
    memory: Memory,
    text: String,
    cursor: usize,
    written: Vec<String>,
    purges: usize,
    held: usize,
}

impl Desk {
    fn new(list: &str) -> Self {
        Self {
            memory: protecting(list),
            text: String::new(),
            cursor: 0,
            written: Vec::new(),
            purges: 0,
            held: 0,
        }
    }

    /// Types letter by letter.
    fn types(mut self, text: &str) -> Self {
        for character in text.chars() {
            self.text.insert(self.cursor, character);
            self.cursor += character.len_utf8();
            self.search(Boundary::Word);
        }
        self
    }

    /// Deletes characters before the cursor.
    fn deletes(mut self, count: usize) -> Self {
        for _ in 0..count {
            if let Some(character) = self
                .text
                .get(..self.cursor)
                .and_then(|text| text.chars().next_back())
            {
                self.cursor -= character.len_utf8();
                self.text.remove(self.cursor);
            }
            self.search(Boundary::Word);
        }
        self
    }

    /// Moves the cursor back by characters.
    fn goes_back(mut self, count: usize) -> Self {
        for _ in 0..count {
            let before = self
                .text
                .get(..self.cursor)
                .and_then(|text| text.chars().next_back());
            self.cursor -= before.map_or(0, char::len_utf8);
        }
        self.search(Boundary::Word);
        self
    }

    fn keeps(mut self) -> Self {
        self.search(Boundary::Settle);
        self
    }

    fn search(&mut self, boundary: Boundary) {
        let redaction = redact(&self.text, self.cursor, boundary, &mut self.memory);
        if redaction.must_purge() {
            self.written.clear();
            self.purges += 1;
        }
        self.written.push(redaction.written.as_str().to_owned());
        self.text = redaction.text;
        self.cursor = redaction.cursor;
        self.held = redaction.held.words;
    }

    fn last(&self) -> &str {
        self.written.last().map_or("", String::as_str)
    }
}

const LIST: &str =
    "Anna Müller\ninstitution: Verband der Holzindustrie\nAnna Stiftung\nJean-Pierre Kern";

#[test]
fn a_name_is_never_written_and_becomes_one_placeholder() {
    let desk = Desk::new(LIST).types("mit Anna Müller und");
    assert_eq!(desk.last(), "mit [Person 1] ");
    assert_eq!(shown(&desk.memory, &desk.text), "mit [Person 1] und");
    assert!(
        desk.written
            .iter()
            .all(|text| !text.contains("Ann") && !text.contains("Mü"))
    );
    assert_eq!(desk.purges, 0);
}

#[test]
fn the_open_word_is_held_until_it_ends() {
    let desk = Desk::new(LIST).types("wir gehen");
    assert_eq!((desk.last(), desk.held), ("wir ", 1));
    let desk = desk.types(" ");
    assert_eq!((desk.last(), desk.held), ("wir gehen ", 0));
}

#[test]
fn the_beginning_of_a_name_is_held() {
    let desk = Desk::new(LIST).types("beim Verband der ");
    assert_eq!((desk.last(), desk.held), ("beim ", 2));
    let desk = desk.types("Metaller ");
    assert_eq!((desk.last(), desk.held), ("beim Verband der Metaller ", 0));
    let desk = Desk::new(LIST).types("beim Verband der Holzindustrie, ");
    assert_eq!(desk.last(), "beim [Institution 1], ");
    assert_eq!(desk.purges, 0);
}

#[test]
fn the_beginning_of_a_name_in_a_finished_word_is_held() {
    let desk = Desk::new(LIST).types("so Mül ");
    assert_eq!((desk.last(), desk.held), ("so ", 1));
    assert_eq!(desk.types("war").last(), "so Mül ");
    let desk = Desk::new(LIST).types("so Mu ");
    assert_eq!(desk.last(), "so Mu ");
}

#[test]
fn a_longer_name_takes_over_what_was_a_shorter_one() {
    let desk = Desk::new(LIST).types("die Anna ");
    assert_eq!(desk.last(), "die [Person 1] ");
    let desk = desk.types("Stiftung ");
    assert_eq!(desk.last(), "die [Institution 2] ");
    assert_eq!(desk.purges, 0);
    assert_eq!(Desk::new(LIST).types("Jean-Pierre ").last(), "[Person 2] ");
    assert_eq!(Desk::new(LIST).types("Müller Anna ").last(), "[Person 1] ");
}

#[test]
fn keeping_holds_nothing_back() {
    let desk = Desk::new(LIST).types("beim Verband der Mül").keeps();
    assert_eq!((desk.last(), desk.held), ("beim Verband der Mül", 0));
    assert_eq!(Desk::new(LIST).types("Anna").keeps().last(), "[Person 1]");
}

#[test]
fn a_name_that_deleting_makes_is_found_and_purged() {
    let desk = Desk::new(LIST).types("Müllerx ").deletes(2).types(" ");
    assert_eq!((desk.last(), desk.purges), ("[Person 1] ", 1));
    let desk = Desk::new(LIST)
        .types("Mü ller ")
        .goes_back(5)
        .deletes(1)
        .goes_back(2);
    assert_eq!((desk.last(), desk.purges), ("[Person 1] ", 1));
    let desk = desk.keeps();
    assert_eq!((desk.last(), desk.purges), ("[Person 1] ", 1));
}

#[test]
fn leaving_a_word_with_the_cursor_is_a_boundary() {
    let desk = Desk::new(LIST).types("ja Müller").goes_back(9);
    assert_eq!(desk.last(), "ja [Person 1]");
}

#[test]
fn a_number_grows_unwritten_and_takes_one_slot() {
    let desk = Desk::new(LIST).types("unter 061 267 33 1");
    assert_eq!(desk.last(), "unter ");
    let desk = desk.types("1 bis");
    assert_eq!(desk.last(), "unter [Telefon 1] ");
    assert_eq!(desk.purges, 0);
    let telephones = desk
        .memory
        .slots()
        .iter()
        .filter(|slot| slot.key.kind == SlotKind::Telephone);
    assert_eq!(telephones.count(), 1);
}

#[test]
fn an_address_grows_unwritten_and_swallows_the_name() {
    let desk = Desk::new(LIST).types("an anna@holz-verband.ch");
    assert_eq!(desk.last(), "an ");
    let desk = desk.types(" ");
    assert_eq!(desk.last(), "an [E-Mail 1] ");
    assert_eq!(desk.purges, 0);
}

#[test]
fn a_typed_placeholder_becomes_one_character() {
    let desk = Desk::new(LIST).types("[person 1] und [Person 9]");
    assert_eq!(
        desk.text
            .chars()
            .filter(|&character| crate::language::is_marker(character))
            .count(),
        1
    );
    assert_eq!(desk.keeps().last(), "[Person 1] und [Person 9]");
}

#[test]
fn what_is_taken_back_is_let_through_in_this_form() {
    let desk = Desk::new("Rose Berg").types("die Rose blüht, ");
    let marker = desk
        .text
        .chars()
        .find(|&character| crate::language::is_marker(character))
        .expect("a marker");
    let mut memory = desk.memory;
    let original = memory.take_back(marker).expect("typed in this sitting");
    let text = desk.text.replace(marker, &original);
    let again = redact(&text, text.len(), Boundary::Word, &mut memory);
    assert_eq!(again.written.as_str(), "die Rose blüht, ");
    assert_eq!(
        clean(&mut memory, "ROSE, Rose Berg, Rose"),
        "[Person 1], [Person 1], Rose"
    );
    memory.protect_one(SlotKind::Person, "Rose");
    assert_eq!(clean(&mut memory, "Rose"), "[Person 1]");
}

#[test]
fn a_mention_typed_right_before_another_of_the_same_stays() {
    let desk = Desk::new(LIST).types("Anna meinte auch").goes_back(13);
    let desk = desk.types("und Anna dann ").keeps();
    assert_eq!(desk.last(), "und [Person 1] dann [Person 1] meinte auch");
}

#[test]
fn a_melted_name_can_be_taken_back_whole() {
    let desk = Desk::new(LIST).types("Müller Anna ");
    let marker = desk.text.chars().next().expect("a marker");
    let mut memory = desk.memory;
    assert_eq!(
        memory.take_back(marker).as_deref().map(String::as_str),
        Some("Müller Anna")
    );
    assert_eq!(
        clean(&mut memory, "Müller Anna, Müller"),
        "Müller Anna, [Person 1]"
    );
}

#[test]
fn a_stored_note_comes_back_with_markers_that_hide_nothing() {
    let mut memory = protecting(LIST);
    let (stored, ..) = redact_whole("Anna Müller war da", &mut memory);
    let text = memory.to_markers(&stored);
    let marker = text.chars().next().expect("a marker");
    assert_eq!(memory.show(marker).as_deref(), Some("[Person 1]"));
    assert!(memory.take_back(marker).is_none());
    let again = redact(&text, 0, Boundary::Settle, &mut memory);
    assert_eq!(again.written, stored);
    assert!(!again.changed);
}

#[test]
fn taking_words_out_of_the_middle_brings_no_name_together() {
    let mut memory = Memory::new(Language::De);
    memory.set_vocabulary(["Holz"].into_iter());
    memory.protect(&ProtectedWords::parse("institution: Cluster Holz"));
    let draft = "Cluster und Holz";
    let redaction = redact(draft, 11, Boundary::Word, &mut memory);
    assert_eq!(redaction.written.as_str(), "[Institution 1]");
    assert_eq!(redaction.text, draft);
}

#[test]
fn a_cursor_in_the_middle_moves_with_its_word() {
    let mut memory = protecting(LIST);
    let draft = "Anna und mehr";
    let redaction = redact(draft, 8, Boundary::Word, &mut memory);
    assert_eq!(redaction.text.get(redaction.cursor..), Some(" mehr"));
    let odd = redact("ü", 1, Boundary::Word, &mut memory);
    assert_eq!(odd.cursor, 0);
}

#[test]
fn a_sitting_may_bring_an_earlier_draft_back() {
    let mut memory = protecting(LIST);
    memory.draft_shown("Mü ller");
    let joined = redact("Müller ", 8, Boundary::Word, &mut memory);
    assert!(joined.must_purge());
    memory.draft_shown("");
    let fresh = redact("Müller ", 8, Boundary::Word, &mut memory);
    assert!(!fresh.must_purge() && fresh.findings.len() == 1);
}
