//! The filter as a stream: what goes in, what comes out.

mod properties;

use std::cell::RefCell;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::*;
use crate::anonymise::find_whole;

const NOBODY: &str = "";

/// What comes of a plain text.
fn plain(list: &str, input: &str) -> String {
    plain_from(list, Certainty::Likely, input.as_bytes()).0
}

/// The same of a text whose lines a program broke at its margin.
fn wrapped(input: &str) -> String {
    let nobody = ProtectedWords::default();
    let filter = Filter {
        line_ends: LineEnds::AtMargin,
        ..filter(&nobody, Certainty::Likely)
    };
    let mut output = Vec::new();
    text(input.as_bytes(), &mut output, &filter).unwrap();
    String::from_utf8(output).unwrap()
}

const fn filter(protected: &ProtectedWords, certainty: Certainty) -> Filter<'_> {
    Filter {
        language: Language::De,
        certainty,
        protected,
        line_ends: LineEnds::Meant,
    }
}

fn plain_from(
    list: &str,
    certainty: Certainty,
    input: &[u8],
) -> (String, Result<Tally, FilterError>) {
    let protected = ProtectedWords::parse(list);
    let mut output = Vec::new();
    let ended = text(input, &mut output, &filter(&protected, certainty));
    (String::from_utf8(output).unwrap(), ended)
}

/// What comes of records.
fn filtered(
    list: &str,
    certainty: Certainty,
    input: &str,
) -> (Vec<Value>, Result<Tally, FilterError>) {
    let protected = ProtectedWords::parse(list);
    let mut output = Vec::new();
    let ended = records(
        input.as_bytes(),
        &mut output,
        &filter(&protected, certainty),
    );
    let lines = String::from_utf8(output).unwrap();
    let values = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    (values.collect(), ended)
}

fn record(list: &str, text: &str) -> Value {
    let line = json!({"id": 1, "text": text}).to_string();
    let (mut records, ended) = filtered(list, Certainty::Likely, &line);
    assert!(ended.is_ok(), "{ended:?}");
    records.remove(0)
}

/// What a record says was found, as it stands in the text.
fn found<'text>(text: &'text str, record: &Value) -> Vec<(String, &'text str)> {
    let place = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let byte = |count: usize| {
        text.char_indices()
            .nth(count)
            .map_or(text.len(), |(at, _)| at)
    };
    let findings = record["findings"].as_array().unwrap().iter();
    findings
        .map(|found| {
            let span = byte(place(&found["start"]))..byte(place(&found["end"]));
            let kind = found["kind"].as_str().unwrap().to_owned();
            (kind, text.get(span).unwrap())
        })
        .collect()
}

#[test]
fn a_name_has_one_placeholder_in_a_whole_text() {
    let text = "Herr Kernhofler kam.\n\nDann ging Kernhofler.\n\nFrau Brunnwald auch.\n";
    assert_eq!(
        plain(NOBODY, text),
        "Herr [Person 1] kam.\n\nDann ging [Person 1].\n\nFrau [Person 2] auch.\n"
    );
}

#[test]
fn line_ends_and_tabs_stay_and_what_steers_a_terminal_goes() {
    assert_eq!(
        plain(
            "Anna Muster",
            "eins\r\n\tzwei \u{1b}[31mAnna\u{202e}\r\n\r\nohne Ende"
        ),
        "eins\r\n\tzwei [31m[Person 1]\r\n\r\nohne Ende"
    );
    assert_eq!(plain(NOBODY, ""), "");
}

#[test]
fn a_name_is_found_across_lines_and_paragraphs() {
    let list = "institution: Verband der Holzindustrie";
    for gap in ["\n", "\r\n", "\n\n", "\n \n\n"] {
        let text = format!("Beim Verband{gap}der{gap}Holzindustrie war es.\n");
        assert_eq!(
            plain(list, &text),
            "Beim [Institution 1] war es.\n",
            "{gap:?}"
        );
    }
}

#[test]
fn an_unannounced_name_is_found_across_a_line_that_was_broken_at_a_margin() {
    let text = "Gestern war eine gute Besprechung, bei der Frau\nKernhofler lange sprach.\n";
    assert_eq!(
        wrapped(text),
        "Gestern war eine gute Besprechung, bei der Frau\n[Person 1] lange sprach.\n"
    );
    let text = "Gestern war eine gute Besprechung, bei der Anna\nKernhofler lange sprach.\n";
    assert_eq!(
        wrapped(text),
        "Gestern war eine gute Besprechung, bei der [Person 1] lange sprach.\n"
    );
    // In a list everybody has a line.
    assert_eq!(
        wrapped("Frau\nHerr Kernhofler\n"),
        "Frau\nHerr [Person 1]\n"
    );
}

#[test]
fn no_find_goes_on_in_a_line_that_somebody_began() {
    let text = "Projektleiterin war Melisande Zorvexer, kam von der Hochschule Kernental-Ost\nlt. Zorvexer fehlte Personal\n";
    let clean = plain(NOBODY, text);
    assert_eq!(clean.lines().count(), 2, "{clean}");
    assert_eq!(clean.lines().nth(1), Some("lt. [Person 1] fehlte Personal"));
}

#[test]
fn a_line_that_placeholders_make_longer_ends_a_paragraph_in_both_passes() {
    let firms = "AVO GmbH, KTV GmbH, BKT GmbH, LTU GmbH, XNB GmbH, PTK GmbH";
    for (end, next) in [
        ("am Tisch und Frau", "Keller war auch da."),
        ("an der", "Bahnhofstrasse 5 in Lahr."),
    ] {
        let once = plain(NOBODY, &format!("Wir waren mit {firms} {end}\n{next}\n"));
        assert_eq!(plain(NOBODY, &once), once);
    }
}

#[test]
fn a_name_at_a_cut_does_not_leak() {
    let list = "institution: Verband der Holzindustrie\nAnna Müller";
    for length in (3_300..4_300).step_by(61) {
        for filler in ["wort ", "wort\n", "x"] {
            let mut text = filler.repeat(length / filler.len());
            text.push_str(" Anna Müller vom Verband der Holzindustrie ");
            text.push_str(&"wort ".repeat(300));
            let clean = plain(list, &text);
            assert!(
                clean.contains(" [Person 1] vom [Institution 1] "),
                "{length} {filler:?}"
            );
            assert!(!clean.contains("Holz") && !clean.contains("ller"));
        }
    }
}

#[test]
fn an_endless_line_is_cut_without_loss() {
    let text = "das netz wächst langsam, ".repeat(900);
    assert!(plain("Anna Muster", &text) == text);
    let without_spaces = "€→".repeat(4_000);
    assert!(plain("Anna Muster", &without_spaces) == without_spaces);
}

#[test]
fn an_address_of_any_length_goes_whole() {
    let text = format!("siehe https://example.org/{} dort", "ab/c".repeat(20_000));
    assert_eq!(plain(NOBODY, &text), "siehe [Web 1] dort");
}

#[test]
fn placeholders_stay_and_their_numbers_are_not_given_again() {
    assert_eq!(
        plain(
            NOBODY,
            "[Person 1] und [Lieu 3], Herr Kernhofler, [Person 2 | Kollegin]\n"
        ),
        "[Person 1] und [Lieu 3], Herr [Person 3], [Person 2 | Kollegin]\n"
    );
    let attribute = plain(NOBODY, "[Person 2 | Herr Kernhofler]\n");
    assert!(!attribute.contains("Kernhofler"), "{attribute}");
}

#[test]
fn text_that_is_not_utf8_is_refused_with_its_line() {
    let (output, ended) = plain_from("Anna", Certainty::Likely, b"Anna\nzwei\xff\n");
    assert_eq!(output, "[Person 1]\n");
    assert!(matches!(ended, Err(FilterError::NotUtf8 { line: 2 })));
    let (_, ended) = plain_from("Anna", Certainty::Likely, b"zw\xc3");
    assert!(matches!(ended, Err(FilterError::NotUtf8 { line: 1 })));
}

#[test]
fn a_record_goes_through_with_its_places_in_code_points() {
    let text = "für uns alle 😀, Anna Mu\u{308}ller wohnt in Zu\u{308}rich, anna@holz.example";
    let record = record("Anna Müller", text);
    assert_eq!(
        record["text"],
        "für uns alle 😀, [Person 1] wohnt in [Ort 1], [E-Mail 1]"
    );
    assert_eq!(
        found(text, &record),
        [
            ("person".to_owned(), "Anna Mu\u{308}ller"),
            ("place".to_owned(), "Zu\u{308}rich"),
            ("email".to_owned(), "anna@holz.example"),
        ]
    );
    assert_eq!(record["findings"][0]["certainty"], "certain");
    assert_eq!(record["findings"][0]["start"], 16);
}

#[test]
fn places_count_what_was_taken_out() {
    let text = "\u{FEFF}a\u{1b} An\u{200e}na\r\nMuster\tb";
    let record = record("Anna Muster", text);
    assert_eq!(record["text"], "a [Person 1]\tb");
    assert_eq!(
        found(text, &record),
        [("person".to_owned(), "An\u{200e}na\r\nMuster")]
    );
}

#[test]
fn every_record_counts_its_placeholders_anew() {
    let input = "{\"id\":\"a\",\"text\":\"Herr Kernhofler\"}\n\n{\"text\":\"Mme Kernhofler\",\"lang\":\"fr\",\"id\":-2.50,\"more\":[\"Kernhofler\"]}\r\n";
    let (records, ended) = filtered("Anna Muster", Certainty::Likely, input);
    assert_eq!(records[0]["id"], "a");
    assert_eq!(records[0]["text"], "Herr [Person 2]");
    assert_eq!(records[1]["text"], "Mme [Personne 2]");
    assert_eq!(records[1]["id"].to_string(), "-2.5");
    assert_eq!(records[1].get("more"), None);
    let tally = ended.unwrap();
    assert_eq!((tally.records, tally.notes_changed), (2, 2));
    assert_eq!(tally.findings["person"]["certain"], 2);
    assert_eq!(tally.rules["trigger"], 2);
}

#[test]
fn the_threshold_says_what_is_replaced() {
    let line = json!({"id": 1, "text": "Herr Kernhofler und Sandra Brunner aus Lahr; dann Voltarix, Kernhofler"}).to_string();
    let certainties = |threshold| -> Vec<String> {
        let (records, _) = filtered(NOBODY, threshold, &line);
        let findings = records[0]["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|found| found["certainty"].as_str().unwrap().to_owned())
            .collect()
    };
    let certain = certainties(Certainty::Certain);
    assert!(!certain.is_empty(), "{certain:?}");
    assert!(certain.iter().all(|code| code == "certain"));
    let likely = certainties(Certainty::Likely);
    assert!(likely.len() > certain.len() && !likely.contains(&"doubtful".to_owned()));
    assert!(certainties(Certainty::Doubtful).len() >= likely.len());
}

#[test]
fn a_later_form_is_as_sure_as_the_first() {
    let text = "Sandra Brunner kam, Brunner ging";
    let record = record(NOBODY, text);
    let findings = record["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(findings.iter().all(|found| found["certainty"] == "likely"));
}

#[test]
fn protected_words_are_replaced_at_every_threshold() {
    for threshold in [Certainty::Certain, Certainty::Likely, Certainty::Doubtful] {
        let line = json!({"id": 1, "text": "die muellers, MÜLLER und Anna"}).to_string();
        let (records, _) = filtered("Anna Müller", threshold, &line);
        assert_eq!(
            records[0]["text"],
            "die [Person 1]s, [Person 1] und [Person 1]"
        );
        let findings = records[0]["findings"].as_array().unwrap();
        assert!(findings.iter().all(|found| found["certainty"] == "certain"));
    }
}

#[test]
fn a_long_record_is_one_text() {
    let filler = "das Netz wächst langsam weiter. ".repeat(400);
    let text = format!("Kernhofler war da. {filler}Herr Kernhofler ging.");
    let record = record(NOBODY, &text);
    let clean = record["text"].as_str().unwrap();
    assert!(!clean.contains("Kernhofler"));
    assert_eq!(clean.matches("[Person 1]").count(), 2);
    assert!(
        found(&text, &record)
            .iter()
            .all(|(_, name)| *name == "Kernhofler")
    );
}

#[test]
fn what_is_no_record_is_refused_with_its_line() {
    let good = "{\"id\":1,\"text\":\"x\"}\n";
    for (line, expected) in [
        ("Anna", RecordFault::NotAnObject { column: 1 }),
        ("[1,null,\"x\"]", RecordFault::NotAnObject { column: 1 }),
        ("{\"id\":1,", RecordFault::NotAnObject { column: 8 }),
        ("{\"text\":\"x\"}", RecordFault::Missing("id")),
        ("{\"id\":1}", RecordFault::Missing("text")),
        ("{\"id\":null,\"text\":\"x\"}", RecordFault::Missing("id")),
        ("{\"id\":[1],\"text\":\"x\"}", RecordFault::Wrong("id")),
        ("{\"id\":1,\"text\":5}", RecordFault::Wrong("text")),
        (
            "{\"id\":1,\"text\":\"\\ud800\"}",
            RecordFault::Wrong("text"),
        ),
        (
            "{\"id\":1,\"text\":\"x\",\"lang\":\"it\"}",
            RecordFault::Wrong("lang"),
        ),
        ("{\"id\":1,\"text\":\"x\",\"id\":2}", RecordFault::Twice),
    ] {
        let (records, ended) = filtered(
            NOBODY,
            Certainty::Likely,
            &format!("{good}\n{line}\n{good}"),
        );
        assert_eq!(records.len(), 1, "{line}");
        match ended {
            Err(FilterError::Record { line: 3, fault }) => assert_eq!(fault, expected, "{line}"),
            other => panic!("{line}: {other:?}"),
        }
    }
}

#[test]
fn a_record_that_just_fits_is_read() {
    let line = |length: usize| {
        let rest = json!({"id": 1, "text": ""}).to_string().len();
        json!({"id": 1, "text": "x".repeat(length - rest)}).to_string() + "\n"
    };
    let (records, ended) = filtered(NOBODY, Certainty::Likely, &line(LONGEST_RECORD));
    assert!(records.len() == 1 && ended.is_ok());
    let (_, ended) = filtered(NOBODY, Certainty::Likely, &line(LONGEST_RECORD + 1));
    assert!(matches!(ended, Err(FilterError::TooLong { line: 1 })));
}

#[test]
fn the_name_of_a_record_cannot_steer_a_terminal() {
    let line = "{\"id\":\"\u{202e}\u{9b}2J\",\"text\":\"x\"}";
    let filter = Filter {
        language: Language::De,
        certainty: Certainty::Likely,
        protected: &ProtectedWords::default(),
        line_ends: LineEnds::Meant,
    };
    let mut output = Vec::new();
    records(line.as_bytes(), &mut output, &filter).unwrap();
    assert_eq!(
        String::from_utf8(output).unwrap(),
        "{\"id\":\"\\u202e\\u009b2J\",\"text\":\"x\",\"findings\":[]}\n"
    );
}

#[test]
fn very_many_names_do_not_fill_the_memory() {
    let filter = Filter {
        language: Language::De,
        certainty: Certainty::Likely,
        protected: &ProtectedWords::parse("Anna Muster"),
        line_ends: LineEnds::Meant,
    };
    let mut memory = filter.memory(Language::De);
    let as_it_is = |text: &str| Zeroizing::new(text.to_owned());
    for number in 0..200 {
        let (ten, one) = (number / 14, number % 14);
        let letter = |at: u8| char::from(b'a' + at);
        let text = format!(
            // A letter that differs is a slip, two are another name.
            "Herr Kern{}{}hof{}{}x und a{number}@holz.example",
            letter(ten),
            letter(one),
            letter(ten),
            letter(one)
        );
        find_whole(&text, as_it_is, &mut memory);
        memory.keep_last_finds(8);
    }
    assert!(memory.slots().len() <= 65, "{}", memory.slots().len());
    let found = find_whole("Anna, Herr Kernhofzzx", as_it_is, &mut memory);
    assert_eq!(found[0].slot.number, 1);
    assert_eq!(found[1].slot.number, 202);
}

#[test]
fn records_come_out_in_their_order_and_as_each_would_alone() {
    let names = ["Kernhofler", "Brunnwald", "Trübswasser"];
    let lines: Vec<String> = (0..60)
        .map(|id| {
            let text = format!("Herr {} kam. ", names[id % 3]).repeat(1 + id % 5);
            json!({"id": id, "text": text}).to_string() + "\n"
        })
        .collect();
    let (all, ended) = filtered(NOBODY, Certainty::Likely, &lines.concat());
    assert!(ended.is_ok(), "{ended:?}");
    let alone = lines
        .iter()
        .flat_map(|line| filtered(NOBODY, Certainty::Likely, line).0);
    assert_eq!(all, alone.collect::<Vec<Value>>());
}

#[test]
fn records_of_all_kinds_that_are_searched_together_come_out_as_each_would_alone() {
    let long = "Frau Kernhofler kam mit dem Zug und blieb lange. ".repeat(200);
    let lines = "Herr Brunnwald rief an\r\nund dann Trübswasser\n\n".repeat(40);
    let texts = [
        ("de", "Herr Kernhofler von der Trübswasser AG kam."),
        ("fr", "Mme Brindevaux négocie avec la société Voltarine SA."),
        ("de", ""),
        ("en", "Thornquay signed in the end, says Mr Thornquay."),
        ("de", " - …\n"),
        ("de", long.as_str()),
        ("fr", "– – –"),
        ("de", lines.as_str()),
        ("en", "nobody came"),
        ("de", "Kernhofler lange sprach, Anna auch"),
    ];
    let records: Vec<String> = texts
        .iter()
        .cycle()
        .take(3 * texts.len())
        .enumerate()
        .map(|(id, (lang, text))| json!({"id": id, "lang": lang, "text": text}).to_string() + "\n")
        .collect();
    let (all, ended) = filtered("Anna", Certainty::Likely, &records.concat());
    assert!(ended.is_ok(), "{ended:?}");
    assert_eq!(all.len(), records.len());
    for (line, together) in records.iter().zip(all) {
        let (alone, _) = filtered("Anna", Certainty::Likely, line);
        assert_eq!(alone, [together]);
    }
}

#[test]
fn what_came_before_a_line_that_is_no_record_is_answered() {
    for before in [1, 7, 8, 9, 40] {
        let good = "{\"id\":1,\"text\":\"Herr Kernhofler kam.\"}\n";
        let input = format!("{}Anna\n{}", good.repeat(before), good.repeat(9));
        let (records, ended) = filtered(NOBODY, Certainty::Likely, &input);
        assert_eq!(records.len(), before);
        match ended {
            Err(FilterError::Record { line, .. }) => assert_eq!(line, before + 1),
            other => panic!("{other:?}"),
        }
    }
}

/// Gives one line at a time, and notes how much came out before each.
struct Asking<'io> {
    lines: std::str::SplitInclusive<'io, char>,
    given: &'io [u8],
    output: &'io Shared,
    before: &'io RefCell<Vec<usize>>,
}

/// What came out and was not kept back.
#[derive(Default)]
struct Shared(RefCell<Vec<u8>>);

impl io::Read for Asking<'_> {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("lines are read where they lie")
    }
}

impl BufRead for Asking<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.given.is_empty() {
            let written = self.output.0.borrow();
            let lines = String::from_utf8_lossy(&written).lines().count();
            self.before.borrow_mut().push(lines);
            self.given = self.lines.next().unwrap_or_default().as_bytes();
        }
        Ok(self.given)
    }

    fn consume(&mut self, length: usize) {
        self.given = &self.given[length..];
    }
}

impl Write for &Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_record_is_answered_before_the_next_is_waited_for() {
    let filter = Filter {
        language: Language::De,
        certainty: Certainty::Likely,
        protected: &ProtectedWords::default(),
        line_ends: LineEnds::Meant,
    };
    let input = "{\"id\":1,\"text\":\"x\"}\n".repeat(3);
    let (output, before) = (Shared::default(), RefCell::default());
    let asking = Asking {
        lines: input.split_inclusive('\n'),
        given: &[],
        output: &output,
        before: &before,
    };
    // What is kept in a buffer has not been answered.
    records(asking, &mut io::BufWriter::new(&output), &filter).unwrap();
    assert_eq!(*before.borrow(), [0, 1, 2, 3]);
}
