//! How slots get their numbers and names.

use super::*;

fn key(kind: SlotKind, number: u32) -> SlotKey {
    SlotKey { kind, number }
}

fn listed(kind: SlotKind, number: u32) -> Slot {
    Slot {
        key: key(kind, number),
        listed: true,
        label: None,
    }
}

fn found(kind: SlotKind, number: u32) -> Slot {
    Slot {
        listed: false,
        ..listed(kind, number)
    }
}

#[test]
fn numbers_run_per_kind_in_the_order_of_the_list() {
    let mut memory = Memory::new(Language::Fr);
    let added = memory.protect(&ProtectedWords::parse(
        "Anna Muster\nlieu: Lahr\nBeat Kern\nlieu: Colmar",
    ));
    assert_eq!(
        added,
        [
            listed(SlotKind::Person, 1),
            listed(SlotKind::Place, 1),
            listed(SlotKind::Person, 2),
            listed(SlotKind::Place, 2),
        ]
    );
    assert_eq!(
        clean(&mut memory, "Kern à Colmar"),
        "[Personne 2] à [Lieu 2]"
    );
}

#[test]
fn on_resuming_the_list_binds_to_the_listed_slots() {
    let slots = [
        listed(SlotKind::Person, 1),
        found(SlotKind::Person, 2),
        listed(SlotKind::Person, 3),
    ];
    let mut memory = Memory::resume(Language::De, &slots);
    let added = memory.protect(&ProtectedWords::parse("Anna Muster\nBeat Kern\nCleo Wild"));
    assert_eq!(added, [listed(SlotKind::Person, 4)]);
    assert_eq!(
        clean(&mut memory, "Muster, Kern, Wild"),
        "[Person 1], [Person 3], [Person 4]"
    );
    assert_eq!(memory.unnamed(), [key(SlotKind::Person, 2)]);
}

#[test]
fn a_list_that_grew_keeps_its_slots() {
    let mut memory = protecting("Anna Muster\nBeat Kern");
    let added = memory.protect(&ProtectedWords::parse("Anna Muster\nCleo Wild\nBeat Kern"));
    assert_eq!(added, [listed(SlotKind::Person, 3)]);
    assert_eq!(
        clean(&mut memory, "Muster, Kern, Wild"),
        "[Person 1], [Person 2], [Person 3]"
    );
}

#[test]
fn a_name_that_stands_twice_counts_once_in_every_sitting() {
    let list = "Müller\nMueller\nKern = Lucky\nWild = Lucky";
    let mut memory = protecting("");
    let slots = memory.protect(&ProtectedWords::parse(list));
    assert_eq!(slots.len(), 3);
    let mut later = Memory::resume(Language::De, &slots);
    assert!(later.protect(&ProtectedWords::parse(list)).is_empty());
    for memory in [&mut memory, &mut later] {
        assert_eq!(
            clean(memory, "Müller, Kern, Wild"),
            "[Person 1], [Person 2], [Person 3]"
        );
    }
}

#[test]
fn a_name_typed_beside_a_slot_is_found_for_it() {
    let mut memory = Memory::resume(Language::De, &[found(SlotKind::Person, 7)]);
    memory.bind(key(SlotKind::Person, 7), "Anna Muster = Änni");
    assert_eq!(
        clean(&mut memory, "Muster und Aenni"),
        "[Person 7] und [Person 7]"
    );
    assert!(memory.unnamed().is_empty());
}

#[test]
fn numbers_are_never_used_again() {
    let mut memory = Memory::resume(Language::De, &[found(SlotKind::Email, 4)]);
    let (text, added, _) = redact_whole("a@b.ch c@d.ch a@b.ch", &mut memory);
    assert_eq!(text.as_str(), "[E-Mail 5] [E-Mail 6] [E-Mail 5]");
    assert_eq!(
        added,
        [found(SlotKind::Email, 5), found(SlotKind::Email, 6)]
    );
    memory.join(key(SlotKind::Email, 6), key(SlotKind::Email, 5));
    assert_eq!(clean(&mut memory, "e@f.ch c@d.ch"), "[E-Mail 7] [E-Mail 5]");
}

#[test]
fn joined_slots_end_even_when_they_are_joined_in_a_ring() {
    let mut memory = protecting("Anna Muster\nBeat Kern\nCleo Wild");
    let [first, second, third] = [1, 2, 3].map(|number| key(SlotKind::Person, number));
    memory.join(first, second);
    memory.join(second, third);
    memory.join(third, first);
    assert_eq!(
        clean(&mut memory, "Muster, Kern, Wild"),
        "[Person 3], [Person 3], [Person 3]"
    );
}

#[test]
fn one_more_word_is_protected_in_every_form() {
    let mut memory = protecting("Anna Muster");
    assert_eq!(
        memory.protect_one(SlotKind::Person, "Görlitz"),
        Some(found(SlotKind::Person, 2))
    );
    assert_eq!(
        clean(&mut memory, "goerlitz, Gorlitz’, GÖRLITZS"),
        "[Person 2], [Person 2]’, [Person 2]S"
    );
    assert_eq!(memory.protect_one(SlotKind::Person, "Görlitz"), None);
}

#[test]
fn a_part_of_a_known_name_belongs_to_its_slot() {
    let mut memory = protecting("institution: Verband der Holzindustrie");
    assert_eq!(clean(&mut memory, "der Verband"), "der Verband");
    assert_eq!(memory.protect_one(SlotKind::Person, "Verband"), None);
    assert_eq!(clean(&mut memory, "der Verband"), "der [Institution 1]");
}

#[test]
fn a_surname_in_the_name_of_a_firm_is_the_persons() {
    let mut memory = protecting("Muster Bau GmbH\nAnna Muster");
    assert_eq!(
        clean(&mut memory, "Muster von der Muster Bau"),
        "[Person 1] von der [Institution 1]"
    );
}

#[test]
fn what_was_written_is_searched_again_for_a_word_protected_later() {
    let mut memory = protecting("Anna Muster");
    let (text, ..) = redact_whole("Muster sprach mit Kern", &mut memory);
    assert!(memory.reclean(&text).is_none());
    memory.protect_one(SlotKind::Person, "Kern");
    let again = memory.reclean(&text).expect("a name is in it");
    assert_eq!(again.text.as_str(), "[Person 1] sprach mit [Person 2]");
    assert!(again.findings.iter().all(|finding| finding.exposed));
    assert!(memory.reclean(&again.text).is_none());
}

#[test]
fn an_attribute_loses_a_name_that_is_protected_later() {
    let mut memory = protecting("Anna Muster");
    let draft = redact(
        "[Person 1 | Kollegin von Kern] kam",
        0,
        Boundary::Settle,
        &mut memory,
    );
    assert_eq!(draft.written.as_str(), "[Person 1 | Kollegin von Kern] kam");
    memory.protect_one(SlotKind::Person, "Kern");
    let again = redact(&draft.text, 0, Boundary::Settle, &mut memory);
    assert_eq!(again.written.as_str(), "[Person 1] kam");
    let typed = redact("[Person 1 | Kern]", 0, Boundary::Settle, &mut memory);
    assert_eq!(typed.written.as_str(), "[Person 1 | [Person 2]]");
}

#[test]
fn a_name_split_over_two_notes_is_found() {
    let mut memory = protecting("Anna Müller\ninstitution: Verband der Holzindustrie");
    let mut seam = |earlier: &str, later: &str| {
        let [earlier, later] = [earlier, later].map(|text| CleanText::from_stored(text.to_owned()));
        memory.seam(&earlier, &later).map(|seam| {
            (
                seam.earlier.as_str().to_owned(),
                seam.later.as_str().to_owned(),
            )
        })
    };
    let halves = |earlier: &str, later: &str| Some((earlier.to_owned(), later.to_owned()));
    assert_eq!(
        seam("sagt Mül", "ler dann"),
        halves("sagt [Person 1]", "dann")
    );
    assert_eq!(
        seam("beim Verband", "der Holzindustrie"),
        halves("beim [Institution 1]", "")
    );
    assert_eq!(
        seam("Tel. 061 267", "33 11"),
        halves("Tel. [Telefon 1]", "")
    );
    assert_eq!(seam("[Person 1] sagt", "etwas"), None);
    assert_eq!(seam("", "Mül"), None);
}

#[test]
fn nothing_of_a_name_is_shown_by_debug() {
    let mut memory = protecting("Anna Muster");
    let draft = redact("Anna Mus", 8, Boundary::Word, &mut memory);
    let (_, added, findings) = redact_whole("Anna", &mut memory);
    let all = format!("{memory:?} {draft:?} {added:?} {findings:?}");
    assert!(!all.contains("Anna") && !all.contains("Mus"), "{all}");
}

#[test]
fn a_listed_address_keeps_its_listed_slot() {
    let mut memory = protecting("other: anna@holz.ch");
    assert_eq!(clean(&mut memory, "an Anna@Holz.ch"), "an [Angabe 1]");
}

/// Slots of a list in a sitting in which the first person became an institution, for the next sitting.
fn with_changed_kind(list: &str) -> Memory {
    let mut memory = Memory::new(Language::De);
    let mut slots = memory.protect(&ProtectedWords::parse(list));
    let into = memory.change_kind(key(SlotKind::Person, 1), SlotKind::Institution);
    assert_eq!(into, found(SlotKind::Institution, 2));
    slots.push(into);
    let mut later = Memory::resume(Language::De, &slots);
    later.join(key(SlotKind::Person, 1), key(SlotKind::Institution, 2));
    later
}

#[test]
fn a_slot_that_became_another_kind_is_found_by_the_list_whether_it_says_so_or_not() {
    let before = "person: Hirschen\ninstitution: Sparkasse\nperson: Anna Kern";
    for list in [
        before,
        "institution: Hirschen\ninstitution: Sparkasse\nperson: Anna Kern",
        "institution: Hirschen\ninstitution: Sparkasse\nperson: Anna Kern\nperson: Otto Wild",
        "institution: Sparkasse\nperson: Hirschen\nperson: Anna Kern",
    ] {
        let mut memory = with_changed_kind(before);
        for _ in 0..2 {
            memory.protect(&ProtectedWords::parse(list));
            assert_eq!(
                clean(&mut memory, "Hirschen, Sparkasse, Kern"),
                "[Institution 2], [Institution 1], [Person 2]",
                "{list}"
            );
        }
        assert!(memory.unnamed().is_empty(), "{list}");
    }
}

#[test]
fn a_list_that_says_the_new_kind_in_the_same_sitting_keeps_every_slot() {
    let mut memory = protecting("person: Hirschen\ninstitution: Sparkasse\nperson: Anna Kern");
    memory.change_kind(key(SlotKind::Person, 1), SlotKind::Institution);
    let list = "institution: Hirschen\ninstitution: Sparkasse\nperson: Anna Kern";
    assert!(memory.protect(&ProtectedWords::parse(list)).is_empty());
    assert_eq!(
        clean(&mut memory, "Hirschen, Sparkasse, Kern"),
        "[Institution 2], [Institution 1], [Person 2]"
    );
}
