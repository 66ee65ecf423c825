//! The formats, held against whole documents.

mod documents;
mod refi;
mod schema;

use super::{json, markdown, text};
use crate::analysis::example::{self, guide, session};
use crate::anonymise::CleanText;
use crate::guide::{ConsentStep, LocalisedText};
use crate::i18n::Words;
use crate::language::{Language, is_forbidden_control};
use crate::release::{Level, Released, release};
use crate::session::{Answer, Session};

fn released(session: &Session, level: Level) -> Released {
    release(session, Some(&guide()), level).unwrap()
}

fn as_json(session: &Session, level: Level) -> String {
    let mut bytes = Vec::new();
    json::write(&released(session, level), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn as_markdown(session: &Session, level: Level, language: Language) -> String {
    let mut bytes = Vec::new();
    let words = Words::new(language);
    markdown::write(&released(session, level), None, &words, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn as_text(session: &Session, level: Level, language: Language) -> String {
    let mut bytes = Vec::new();
    let words = Words::new(language);
    text::write(&released(session, level), None, &words, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn json_has_the_fields_that_other_programs_rely_on() {
    let document: serde_json::Value =
        serde_json::from_str(&as_json(&session(), Level::Working)).unwrap();
    assert_eq!(document["format"], "leitfaden.session");
    assert_eq!(document["version"], 1);
    assert_eq!(document["level"], "working");
    assert_eq!(document["id"], "A-1");
    assert_eq!(document["guide"]["id"], "example");
    assert_eq!(document["guide"]["version"], "0.1");
    assert_eq!(document["guide"]["digest"], "00");
    assert_eq!(document["slots"][0]["placeholder"], "[Person 1]");
    assert_eq!(document["slots"][0]["label"], "Kollege, andere Seite");
    assert_eq!(document["cells"][1]["topic"], "b1.t2");
    assert_eq!(document["cells"][1]["state"], "declined");
    let note = &document["notes"][1];
    assert_eq!(note["id"], "1.3");
    assert_eq!(note["topic"], "b2.t1");
    assert_eq!(note["also_in"], serde_json::json!(["b2.t2"]));
    assert_eq!(note["kind"], "quote");
    assert_eq!(note["text"], "sans [Person 1], rien");
    assert_eq!(note["at_ms"], 180_000);
    assert_eq!(note["timecode"], "#00:03:00-0#");
    assert_eq!(note["origin"], "live");
    assert_eq!(note["lang"], "fr");
    assert_eq!(note["prompted"], true);
    assert_eq!(note["probe"], 2);
    assert_eq!(note["codes"][0], "ini.chance");
    assert_eq!(document["left_out"]["drafts"], 1);
}

#[test]
fn text_shows_blocks_topics_states_and_notes() {
    insta::assert_snapshot!(as_text(&session(), Level::Working, Language::De), @r#"
    Protokoll A-1 · Arbeitsfassung (pseudonymisiert)
    ================================================
    Leitfaden example, Ausgabe 0.1 · vor Ort · begonnen 5.5.2026 10:02 ·
    abgeschlossen
    Dauer 00:58:00, ohne Pausen 00:58:00

    Block 1: Profil
    ---------------

    b1.t1 Person · beantwortet
      Zusammengefasst: leitet seit Jahren
      1.1   #00:01:00-0#  leitet das Netz
      1.7   #00:07:00-0#  40 Mitglieder
                          Angabe zum Profil
      1.2 gestrichen

    b1.t2 Institution · Antwort verweigert

    Block 2: Entstehung
    -------------------

    b2.t1 Anfang · offen
      1.3   #00:03:00-0#  « sans [Person 1], rien »
                          Französisch · auf Nachfrage 2 · auch bei b2.t2 ·
                          ini.chance, drv.manager
      1.4   #00:04:00-0#  lacht
                          Beobachtung
      1.5   #00:05:00-0#  weicht aus? siehe [Institution 1]
                          Kommentar

    b2.t2 Treiber · offen

    b2.out ausserhalb des Leitfadens · offen
      1.6   #00:06:05-0#  erzählt vom Hafen
                          aus der Erinnerung

    Zurückgestellt
    --------------
      #00:01:35-0# b2.t1 Finanzierung

    Nicht verstanden
    ----------------
      #00:01:36-0# b2.t1

    Platzhalter
    -----------
      [Person 1] Kollege, andere Seite
      [Institution 1]

    Merkmale
    --------
      role: management

    Einwilligung
    ------------
      c1: ja
      c2: ja
      c3: ja
      c4: ja
      c5: ja
      c6: nein

    Nicht enthalten: 1 angefangene Notiz, 1 Merkmal
    Pseudonymisiert, nicht anonym: Wer die Kooperation kennt, kann Aussagen trotzdem
    wiedererkennen.
    "#);
}

#[test]
fn markdown_shows_the_review_version_in_french() {
    insta::assert_snapshot!(as_markdown(&session(), Level::Review, Language::Fr), @r#"
    # Compte rendu A-1 · Version de relecture (pseudonymisée)

    Entretien du 05.05.2026 · sur place

    Les noms sont remplacés par des substituts tels que [Person 1] ; un même substitut désigne toujours la même personne, la même institution ou le même lieu.

    ## Bloc 1 : Profil

    ### Person

    - **1.1** `#00:01:00-0#` leitet das Netz
    - **1.7** `#00:07:00-0#` 40 Mitglieder

    ### Institution · refus de répondre

    ## Bloc 2 : Entstehung

    ### Anfang

    - **1.3** `#00:03:00-0#` « sans [Person 1], rien »\
      *français*

    ### Treiber

    ### Autres propos

    - **1.6** `#00:06:05-0#` erzählt vom Hafen

    ---

    Non compris dans cette version : 1 commentaire, 1 observation, 2 codages, 1 résumé, 1 note commencée, 2 caractéristiques, 1 description de substitut, 6 étapes du consentement, 1 point mis en attente, 1 passage pas compris

    Pseudonymisé, pas anonyme : qui connaît la coopération peut tout de même reconnaître des propos.
    "#);
}

#[test]
fn without_a_recording_the_time_of_the_interview_is_shown() {
    let mut session = session();
    session.clock.recordings.clear();
    let page = as_text(&session, Level::Working, Language::En);
    assert!(
        page.contains("1.3   00:02:55  «\u{a0}sans [Person 1], rien\u{a0}»"),
        "{page}"
    );
    assert!(!page.contains('#'), "{page}");
}

#[test]
fn the_same_session_gives_the_same_bytes() {
    let mut session = session();
    session.drafts.clear();
    for level in [Level::Working, Level::Archive] {
        assert_eq!(as_json(&session, level), as_json(&session, level));
    }
}

#[test]
fn an_invented_session_says_so() {
    let mut session = session();
    session.header.invented = true;
    assert!(as_json(&session, Level::Working).contains("\"invented\": true"));
    for language in Language::ALL {
        let words = Words::new(language);
        let stamp = words.text(crate::i18n::Text::ProtocolInvented);
        assert!(as_text(&session, Level::Review, language).contains(stamp.as_ref()));
        assert!(as_markdown(&session, Level::Review, language).contains(stamp.as_ref()));
    }
}

#[test]
fn no_format_lets_a_control_character_through() {
    let mut session = session();
    let evil = "\u{1b}[31mrot\u{9b}2J\u{202e}verkehrt\u{2066}\u{7}\u{7f} \u{2028}x";
    let clean = || CleanText::from_stored(evil.to_owned());
    for note in &mut session.notes {
        note.text = clean();
        note.codes = vec![evil.to_owned()];
    }
    session.parked[0].text = clean();
    session.slots[0].label = Some(clean());
    session.header.guide.edition = evil.to_owned();
    session.header.guide.titles[0].1 = evil.to_owned();
    session
        .summaries
        .values_mut()
        .for_each(|text| *text = clean());
    for page in [
        as_json(&session, Level::Working),
        as_text(&session, Level::Working, Language::De),
        as_markdown(&session, Level::Working, Language::De),
    ] {
        assert!(!page.contains(is_forbidden_control), "{page:?}");
    }
    let document: serde_json::Value =
        serde_json::from_str(&as_json(&session, Level::Working)).unwrap();
    assert_eq!(document["notes"][0]["text"], evil);
}

#[test]
fn attributes_and_steps_of_the_consent_are_called_as_the_guide_calls_them() {
    let mut guide = guide();
    guide.consent = vec![ConsentStep {
        id: "c1".to_owned(),
        title: LocalisedText::Plain("Participer".into()),
        ask: LocalisedText::Plain("Vous participez\u{a0}?".into()),
        if_no: LocalisedText::Plain("On s’arrête.".into()),
        needed: true,
    }];
    let mut session = session();
    session.attributes = [("role".to_owned(), "management".to_owned())].into();
    let step = guide.consent[0].clone();
    example::answer(&mut session, &step.id, Answer::Yes);
    let mut bytes = Vec::new();
    let words = Words::new(Language::Fr);
    markdown::write(
        &released(&session, Level::Working),
        Some(&guide),
        &words,
        &mut bytes,
    )
    .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let value = words.attribute_value("role", Some("management"), &guide);
    let role = format!("{}\u{a0}: {value}", words.attribute("role", &guide));
    assert!(text.contains(&role), "{text}");
    let title = step.title.in_language(guide.language_for(Language::Fr));
    assert!(
        text.contains(&format!("{} {title}\u{a0}: ", step.id)),
        "{text}"
    );
}
