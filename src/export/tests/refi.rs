//! What programs of qualitative analysis read.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use super::documents::{document, documents, is_well_formed, text, unpacked};
use crate::analysis::example::{guide, note, session};
use crate::anonymise::CleanText;
use crate::export::{Collection, Format, Options, qdc};
use crate::guide::{Code, LocalisedText};
use crate::i18n::Words;
use crate::language::Language;
use crate::release::Level;
use crate::session::{NoteKind, Session};

/// An element: name, attributes.
type Element = (String, BTreeMap<String, String>);

fn elements(xml: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return elements,
            Event::Start(start) | Event::Empty(start) => elements.push(element(&start)),
            _ => {}
        }
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
            .unwrap();
        let key = String::from_utf8(attribute.key.as_ref().as_bytes().to_vec()).unwrap();
        (key, value.into_owned())
    });
    let name = String::from_utf8(start.name().as_ref().as_bytes().to_vec()).unwrap();
    (name, attributes.collect())
}

/// The project and its texts by their file.
fn project(session: &Session) -> (Vec<Element>, BTreeMap<String, String>) {
    let files = unpacked(&document(session, Level::Working, Format::Qdpx));
    assert_eq!(files[0].0, "project.qde");
    is_well_formed("project.qde", &files[0].1);
    let sources = files[1..].iter().map(|(path, text)| {
        let name = path.strip_prefix("sources/").unwrap();
        (format!("internal://{name}"), text.clone())
    });
    (elements(&files[0].1), sources.collect())
}

fn named<'elements>(
    elements: &'elements [Element],
    name: &str,
) -> Vec<&'elements BTreeMap<String, String>> {
    let of_name = elements.iter().filter(|(other, _)| other == name);
    of_name.map(|(_, attributes)| attributes).collect()
}

#[test]
fn a_passage_is_the_note_counted_in_code_points() {
    let mut session = session();
    let noted = "Grösse 🤝 𝔄 Ł: «été»\nzweite Zeile";
    session.notes[0].text = CleanText::from_stored(noted.to_owned());
    let (elements, sources) = project(&session);
    let source = named(&elements, "TextSource")[0];
    let characters: Vec<char> = sources[&source["plainTextPath"]].chars().collect();
    let passages = named(&elements, "PlainTextSelection");
    assert_eq!(passages.len(), session.notes.len());
    let of = |number: &str| -> String {
        let passage = passages
            .iter()
            .find(|passage| passage["name"] == number)
            .unwrap();
        let (start, end) = (&passage["startPosition"], &passage["endPosition"]);
        characters[start.parse().unwrap()..end.parse().unwrap()]
            .iter()
            .collect()
    };
    assert_eq!(of("1.1"), noted);
    assert_eq!(of("1.3"), "«\u{a0}sans [Person 1], rien\u{a0}»");
    assert_eq!(of("1.7"), "40 Mitglieder");
}

#[test]
fn texts_have_no_byte_order_mark_and_end_their_lines_with_lf() {
    let mut session = session();
    session.notes[0].text = CleanText::from_stored("eins\r\nzwei".to_owned());
    let (_, sources) = project(&session);
    for text in sources.values() {
        assert!(
            !text.contains('\r') && !text.starts_with('\u{feff}'),
            "{text:?}"
        );
    }
}

#[test]
fn every_reference_leads_somewhere_and_no_id_stands_twice() {
    let (elements, sources) = project(&session());
    let ids: Vec<&String> = elements
        .iter()
        .filter_map(|(_, of)| of.get("guid"))
        .collect();
    let distinct: BTreeSet<&String> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len());
    for (name, attributes) in &elements {
        for reference in ["targetGUID", "creatingUser", "creatingUserGUID"] {
            if let Some(target) = attributes.get(reference) {
                assert!(distinct.contains(target), "{name} {reference}");
            }
        }
        if let Some(path) = attributes.get("plainTextPath") {
            assert!(sources.contains_key(path), "{path}");
        }
    }
}

#[test]
fn importers_find_what_they_fail_without() {
    let (elements, _) = project(&session());
    assert_eq!(named(&elements, "Project")[0]["origin"], "leitfaden");
    for kind in ["TextSource", "Note"] {
        for element in named(&elements, kind) {
            assert!(element.contains_key("plainTextPath"), "{kind}");
            assert!(element.contains_key("name"), "{kind}");
            for date in ["creationDateTime", "modifiedDateTime"] {
                // The day of the interview at most, never its hour.
                assert_eq!(element[date], "2026-05-05T00:00:00Z", "{kind}");
            }
        }
    }
    assert!(named(&elements, "PlainTextContent").is_empty());
    assert_eq!(named(&elements, "User")[0]["name"], "I1");
}

#[test]
fn a_code_stands_once_at_a_passage() {
    let mut session = session();
    session.notes = vec![note(1, "b1.t1", NoteKind::Paraphrase, "x")].into();
    session.notes[0].codes = ["a", "b", "a"].map(str::to_owned).to_vec();
    let (elements, _) = project(&session);
    // The topic and two codes.
    assert_eq!(named(&elements, "Coding").len(), 3);
}

#[test]
fn what_was_there_keeps_its_ids_when_something_is_added() {
    let before: BTreeSet<String> = ids(&session());
    let mut more = session();
    more.notes
        .insert(0, note(9, "b1.t1", NoteKind::Quote, "neu"));
    more.notes[1].text = CleanText::from_stored("leitet das ganze Netz".to_owned());
    let after = ids(&more);
    assert!(after.is_superset(&before));
    // The passage of the new note and its coding with the topic.
    assert_eq!(after.len(), before.len() + 2);
}

fn ids(session: &Session) -> BTreeSet<String> {
    let (elements, _) = project(session);
    elements
        .into_iter()
        .filter_map(|(_, mut of)| of.remove("guid"))
        .collect()
}

#[test]
fn blocks_are_parents_that_are_not_coded_with_and_say_their_goal() {
    let codebook = text(&session(), Format::Qdc);
    assert!(
        codebook.contains("xmlns=\"urn:QDA-XML:codebook:1.0\""),
        "{codebook}"
    );
    assert!(
        codebook.contains("name=\"Block 1: Profil\" isCodable=\"false\" color=\"#E69F00\"><Description>Ziel</Description>"),
        "{codebook}"
    );
    assert!(
        codebook.contains("name=\"b1.t1 Person\" isCodable=\"true\""),
        "{codebook}"
    );
}

#[test]
fn codes_stand_below_their_parents_and_no_name_stands_twice() {
    let mut guide = guide();
    let code = |id: &str, label: &str| Code {
        id: id.to_owned(),
        label: LocalisedText::Plain(label.to_owned().into()),
        definition: None,
        source: None,
        retired: false,
    };
    guide.codes = vec![
        code("a", "Anfang"),
        code("a.other", "Anderes"),
        code("a.other.x", "Genauer"),
        code("b", "Bremse"),
        code("b.other", "anderes"),
    ];
    guide.blocks[1].topics[0].codes = vec!["a.*".to_owned()];
    let mut bytes = Vec::new();
    qdc::write(&[guide], &Words::new(Language::De), &mut bytes).unwrap();
    let codebook = String::from_utf8(bytes).unwrap();
    let names: Vec<String> = named(&elements(&codebook), "Code")
        .iter()
        .map(|code| code["name"].clone())
        .collect();
    let distinct: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(names.len(), distinct.len(), "{names:?}");
    let from = |name: &str| names.iter().position(|other| other == name).unwrap();
    // Below the block that offers it, each below its parent; what no block offers comes last.
    assert!(from("Block 2: Entstehung") < from("Anfang"), "{names:?}");
    assert_eq!(from("Anderes (a.other)") + 1, from("Genauer"), "{names:?}");
    assert_eq!(from("Weitere Codes") + 1, from("Bremse"), "{names:?}");
}

#[test]
fn a_codebook_without_a_guide_is_refused() {
    let collection = Collection::new(Level::Working, Vec::new(), Vec::new());
    let options = Options {
        asked: None,
        language: Language::De,
        byte_order_mark: false,
    };
    let made = collection.documents(Format::Qdc, options).next().unwrap();
    assert!(made.is_err());
}

#[test]
fn two_guides_with_the_same_topics_do_not_mix() {
    let mut other = session();
    other.header.id = "B-1".parse().unwrap();
    other.header.guide.id = "other".to_owned();
    other.header.guide.digest = "01".to_owned();
    let bytes = documents(&[session(), other], Level::Working, Format::Qdpx)
        .remove(0)
        .bytes;
    let files = unpacked(&bytes);
    let elements = elements(&files[0].1);
    let names: Vec<String> = named(&elements, "Code")
        .iter()
        .map(|code| code["name"].to_lowercase())
        .collect();
    let distinct: BTreeSet<&String> = names.iter().collect();
    assert_eq!(names.len(), distinct.len(), "{names:?}");
    let guids: BTreeSet<&String> = named(&elements, "CodeRef")
        .iter()
        .map(|reference| &reference["targetGUID"])
        .collect();
    // Of each guide: three topics with notes or links (b1.t1, b2.t1, b2.t2), one bin, two codes.
    assert_eq!(guids.len(), 12);
}

/// The parts of a project in the order in which the schema wants them.
const PARTS: [&str; 11] = [
    "Users",
    "CodeBook",
    "Variables",
    "Cases",
    "Sources",
    "Notes",
    "Links",
    "Sets",
    "Graphs",
    "Description",
    "NoteRef",
];

/// The elements directly below the root, each with how many it holds.
fn parts(xml: &str) -> Vec<(String, usize)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut depth, mut parts) = (0_usize, Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Start(start) | Event::Empty(start) = &event {
            match depth {
                1 => parts.push((element(start).0, 0)),
                2 => parts.last_mut().unwrap().1 += 1,
                _ => {}
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => return parts,
            _ => {}
        }
    }
}

#[test]
fn the_parts_of_a_project_come_in_the_order_of_the_schema_and_none_is_empty() {
    let mut bare = session();
    bare.notes.clear();
    bare.attributes.clear();
    for session in [session(), bare] {
        let files = unpacked(&document(&session, Level::Working, Format::Qdpx));
        let parts = parts(&files[0].1);
        let places: Vec<usize> = parts
            .iter()
            .map(|(name, _)| PARTS.iter().position(|part| part == name).unwrap())
            .collect();
        assert!(places.is_sorted(), "{parts:?}");
        for (name, held) in &parts {
            let is_leaf = ["Description", "NoteRef"].contains(&name.as_str());
            assert_eq!(*held == 0, is_leaf, "{name}");
        }
    }
}

#[test]
fn texts_lie_side_by_side_and_are_called_by_their_ids() {
    let (elements, sources) = project(&session());
    let id = |path: &str| {
        let name = path.strip_prefix("internal://").unwrap();
        name.strip_suffix(".txt").unwrap().to_owned()
    };
    for kind in ["TextSource", "Note"] {
        for of in named(&elements, kind) {
            assert_eq!(id(&of["plainTextPath"]), of["guid"], "{kind}");
        }
    }
    for path in sources.keys() {
        let plain: Vec<usize> = id(path).split('-').map(str::len).collect();
        assert_eq!(plain, [8, 4, 4, 4, 12], "{path}");
    }
}

#[test]
fn importers_find_each_name_and_each_coding_once() {
    let (elements, _) = project(&session());
    for kind in ["TextSource", "Case", "Variable", "User", "Note"] {
        let names: Vec<&String> = named(&elements, kind)
            .iter()
            .map(|of| &of["name"])
            .collect();
        let distinct: BTreeSet<&String> = names.iter().copied().collect();
        assert_eq!(names.len(), distinct.len(), "{kind}");
    }
    let mut codings = BTreeSet::new();
    let mut passage = None;
    for (name, of) in &elements {
        match name.as_str() {
            "PlainTextSelection" => {
                assert!(of.contains_key("creatingUser"));
                passage = Some((
                    &of["startPosition"],
                    &of["endPosition"],
                    &of["creatingUser"],
                ));
            }
            "CodeRef" => assert!(codings.insert((passage.unwrap(), &of["targetGUID"]))),
            _ => {}
        }
    }
    assert!(!codings.is_empty());
}

#[test]
fn a_variable_says_its_type_and_its_values_are_of_it() {
    let (elements, _) = project(&session());
    let types: BTreeMap<&String, &String> = named(&elements, "Variable")
        .into_iter()
        .map(|of| (&of["guid"], &of["typeOfVariable"]))
        .collect();
    assert!(!types.is_empty());
    let allowed = ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"];
    assert!(types.values().all(|word| allowed.contains(&word.as_str())));
    let mut values = 0;
    for pair in elements.windows(2) {
        if let [(reference, of), (value, _)] = pair
            && reference == "VariableRef"
        {
            assert_eq!(*value, format!("{}Value", types[&of["targetGUID"]]));
            values += 1;
        }
    }
    assert!(values > 0);
}
