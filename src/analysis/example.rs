//! A small guide and a session that follows it, for the tests of this module and of those to its left.

use time::macros::datetime;

use crate::anonymise::{CleanText, Slot, SlotKey, SlotKind};
use crate::guide::{
    Asked, Attribute, Block, ByMode, Closing, Code, Guide, LocalisedList, LocalisedText, Mode,
    Opening, Status, Topic, Weight,
};
use crate::language::Language;
use crate::session::{
    Age, Answer, CellState, ConsentRecord, Draft, Gap, GuideReference, Header, Manner, Note,
    NoteId, NoteKind, Origin, Parked, Prompting, Purpose, Recording, Session, Tombstone, TopicId,
    Voice,
};

/// Two blocks of two topics; the second of each is asked if there is time.
pub(crate) fn guide() -> Guide {
    Guide {
        id: "example".to_owned(),
        edition: "0.1".to_owned(),
        digest: "00".to_owned(),
        title: plain("Example"),
        languages: vec![Language::De],
        status: Status::Field,
        source: None,
        project: plain("Projekt"),
        controller: plain("Institution"),
        smallest_group: 3,
        opening: Opening {
            title: plain("Einstieg"),
            text: plain("Danke."),
            minutes: both(4),
        },
        consent: Vec::new(),
        on_tape: None,
        closing: Closing {
            title: plain("Abschluss"),
            question: plain("Was fehlt?"),
            minutes: both(4),
            checks: Vec::new(),
        },
        keep_going: Vec::new(),
        blocks: vec![
            block("b1", "Profil", &["Person", "Institution"]),
            block("b2", "Entstehung", &["Anfang", "Treiber"]),
        ],
        attributes: vec![attribute("role", true), attribute("country", false)],
        survey: Vec::new(),
        before: Vec::new(),
        after: Vec::new(),
        postscript: Vec::new(),
        codes: Vec::new(),
        study: crate::guide::StudyCodes::default(),
        allowed: Vec::new(),
        process_codes: Vec::new(),
        pairs: Vec::new(),
    }
}

/// A session with something of everything, closed and fit for the archive but for an open draft.
pub(crate) fn session() -> Session {
    let mut session = Session::new(Header {
        id: "A-1".parse().unwrap(),
        guide: GuideReference::to(&guide(), Language::De),
        mode: Mode::OnSite,
        reason: None,
        language: Language::De,
        created: datetime!(2026-05-04 18:00 +2),
        invented: false,
        pilot: false,
    });
    session.clock.began = Some(datetime!(2026-05-05 10:02 +2));
    session.clock.recordings = vec![Recording {
        zero_ms: -5_000,
        ..Recording::default()
    }];
    session.closed = Some(datetime!(2026-05-05 11:00 +2));
    for step in ["c1", "c2", "c3", "c4", "c5"] {
        answer(&mut session, step, Answer::Yes);
    }
    answer(&mut session, "c6", Answer::No);
    session.cells = [
        (TopicId::new("b1.t1"), CellState::Answered),
        (TopicId::new("b1.t2"), CellState::Declined),
    ]
    .into();
    session.summaries = [(TopicId::new("b1.t1"), clean("leitet seit Jahren"))].into();
    session.notes = notes().into();
    session.slots = vec![
        slot(SlotKind::Person, 1, Some("Kollege, andere Seite")),
        slot(SlotKind::Institution, 1, None),
    ];
    session.tombstones = vec![Tombstone {
        note: number(2),
        topic: TopicId::new("b1.t1"),
        at_ms: 70_000,
    }];
    session.attributes = [("role", "management"), ("country", "ch")]
        .map(|(id, value)| (id.to_owned(), value.to_owned()))
        .into();
    session.drafts = [(
        TopicId::new("b2.t2"),
        Draft {
            text: clean("angefangen"),
            started_ms: 900_000,
            purpose: Purpose::default(),
        },
    )]
    .into();
    session.parked = vec![Parked {
        number: 1,
        topic: TopicId::new("b2.t1"),
        text: clean("Finanzierung"),
        at_ms: 95_000,
        settled: false,
    }];
    session.gaps = vec![Gap {
        topic: TopicId::new("b2.t1"),
        at_ms: 96_000,
        settled: false,
    }];
    session.probes = [(TopicId::new("b2.t1"), [2].into())].into();
    session
}

/// The answer to a step of the consent.
pub(crate) fn answer(session: &mut Session, step: &str, answer: Answer) {
    session.consent.push(ConsentRecord {
        step: step.to_owned(),
        answer,
        manner: Manner::Oral,
        at: datetime!(2026-05-05 10:00 +2),
        edition: "0.1".to_owned(),
        language: Language::De,
    });
}

/// A note of the session's note-taker.
pub(crate) fn note(id: u32, topic: &str, kind: NoteKind, text: &str) -> Note {
    Note {
        id: number(id),
        topic: TopicId::new(topic),
        also_in: Vec::new(),
        kind,
        text: clean(text),
        at_ms: u64::from(id) * 60_000,
        origin: Origin::Live,
        language: Language::De,
        prompting: Prompting::Unprompted,
        age: Age::SameDay,
        revised: None,
        translation: None,
        speaker: None,
        polarity: None,
        voice: Voice::Own,
        codes: Vec::new(),
    }
}

/// A code of the codebook.
pub(crate) fn code(id: &str) -> Code {
    Code {
        id: id.to_owned(),
        label: plain(id),
        definition: None,
        source: None,
        retired: false,
    }
}

fn notes() -> Vec<Note> {
    let mut quote = note(3, "b2.t1", NoteKind::Quote, "sans [Person 1], rien");
    quote.language = Language::Fr;
    quote.prompting = Prompting::Probe(2);
    quote.also_in = vec![TopicId::new("b2.t2")];
    quote.codes = vec!["ini.chance".to_owned(), "drv.manager".to_owned()];
    let mut outside = note(6, "b2.out", NoteKind::Paraphrase, "erzählt vom Hafen");
    outside.origin = Origin::Memory;
    vec![
        note(1, "b1.t1", NoteKind::Paraphrase, "leitet das Netz"),
        quote,
        note(4, "b2.t1", NoteKind::Observation, "lacht"),
        note(
            5,
            "b2.t1",
            NoteKind::Comment,
            "weicht aus? siehe [Institution 1]",
        ),
        outside,
        note(7, "b1.t1", NoteKind::Fact, "40 Mitglieder"),
    ]
}

fn number(number: u32) -> NoteId {
    NoteId { taker: 1, number }
}

fn clean(text: &str) -> CleanText {
    CleanText::from_stored(text.to_owned())
}

fn slot(kind: SlotKind, number: u32, label: Option<&str>) -> Slot {
    Slot {
        key: SlotKey { kind, number },
        listed: true,
        label: label.map(clean),
    }
}

fn plain(text: &str) -> LocalisedText {
    LocalisedText::Plain(text.to_owned().into())
}

const fn both<T: Copy>(value: T) -> ByMode<T> {
    ByMode {
        on_site: value,
        phone: value,
    }
}

fn block(id: &str, title: &str, topics: &[&str; 2]) -> Block {
    let [first, second] = topics;
    Block {
        id: id.to_owned(),
        title: plain(title),
        goal: plain("Ziel"),
        hint: None,
        minutes: both(10),
        topics: vec![
            topic(&format!("{id}.t1"), first, Weight::Must),
            topic(&format!("{id}.t2"), second, Weight::Should),
        ],
    }
}

fn topic(id: &str, title: &str, by_phone: Weight) -> Topic {
    Topic {
        id: id.to_owned(),
        name: title.to_lowercase(),
        title: plain(title),
        weight: ByMode {
            on_site: Weight::Must,
            phone: by_phone,
        },
        question: plain("Wie war das?"),
        variants: Vec::new(),
        prefilled: None,
        probes: LocalisedList::default(),
        hint: None,
        keywords: LocalisedList::default(),
        criterion: None,
        codes: Vec::new(),
        favourites: Vec::new(),
    }
}

fn attribute(id: &str, exported: bool) -> Attribute {
    Attribute {
        id: id.to_owned(),
        label: plain(id),
        asked: Asked::Before,
        exported,
        values: Vec::new(),
        ladder: Vec::new(),
    }
}
