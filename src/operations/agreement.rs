//! What coders coded, read from the files of a study: how far they agree is computed from it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{CoderAgreement, Coding, coder_agreement};
use crate::guide::Guide;
use crate::session::{NoteKind, SessionId, Standing};
use crate::store::Study;

/// What all coders coded in these sessions, by their numbers; the codes that stand in a session are those of coder 1.
///
/// Only sessions of this guide that another coder has a file for are in it. Codes count for what they were merged into, and those that
/// say nothing of content do not count; notes that were changed since, and the interviewer's own thoughts, are not
/// compared. What cannot be read is left out: it is named where sessions are listed.
pub fn codings(
    study: &Study,
    guide: &Guide,
    sessions: &[SessionId],
    progress: &mut dyn FnMut(usize, usize),
) -> BTreeMap<u8, Coding> {
    let mut codings: BTreeMap<u8, Coding> = BTreeMap::new();
    let coded = study.coded_sessions().unwrap_or_default();
    for (index, id) in sessions.iter().enumerate() {
        progress(index, sessions.len());
        let Some(coders) = coded.get(id) else {
            continue;
        };
        let Ok(session) = study.read_session(id) else {
            continue;
        };
        if session.header.guide.id != guide.id {
            continue;
        }
        let counted = || {
            let notes = session.notes.iter();
            notes.filter(|note| note.kind != NoteKind::Comment)
        };
        let mut add = |coder: u8, note, codes: &[String]| {
            let coding = codings.entry(coder).or_default();
            coding.insert((id.clone(), note), resolved(codes, guide));
        };
        let mut has_other = false;
        for coder in coders {
            let Ok(file) = study.coder_file(id, *coder) else {
                continue;
            };
            for note in counted().filter(|note| file.sheet.standing(note) == Standing::Current) {
                has_other = true;
                add(*coder, note.id, file.sheet.codes(note.id));
            }
        }
        if has_other {
            counted().for_each(|note| add(1, note.id, &note.codes));
        }
    }
    codings
}

/// How far the coders agree over all sessions of this guide; nothing if nobody but the first has coded.
pub fn of_study(study: &Study, guide: &Guide) -> Option<CoderAgreement> {
    let sessions: Vec<SessionId> = study.coded_sessions().ok()?.into_keys().collect();
    coder_agreement(&codings(study, guide, &sessions, &mut |_, _| {}))
}

fn resolved(codes: &[String], guide: &Guide) -> BTreeSet<String> {
    let codes = codes.iter().map(|code| guide.study.resolve(code));
    codes
        .filter(|code| !guide.is_process_code(code))
        .map(str::to_owned)
        .collect()
}
