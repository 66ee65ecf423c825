//! What coders coded, read from the files of a study: how far they agree is computed from it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{CoderAgreement, Coding, coder_agreement};
use crate::guide::Guide;
use crate::session::{NoteKind, Session, SessionId, Standing};
use crate::store::{Study, StudyError};

/// What coders coded.
#[derive(Debug, Default)]
pub struct Codings {
    /// By their numbers; the codes that stand in a session are those of coder 1.
    pub by_coder: BTreeMap<u8, Coding>,
    /// Why some of it cannot be read, and is not in it.
    pub unread: Vec<StudyError>,
}

/// What all coders coded in these sessions.
///
/// Only sessions of this guide that another coder has a file for are in it. Codes count for what they were merged into,
/// and those that say nothing of content do not count; notes that were changed since, and the interviewer's own thoughts,
/// are not compared.
pub fn codings(
    study: &Study,
    guide: &Guide,
    sessions: &[SessionId],
    progress: &mut dyn FnMut(usize, usize),
) -> Codings {
    let mut codings = Codings::default();
    let coded = match study.coded_sessions() {
        Ok(coded) => coded,
        Err(error) => {
            codings.unread.push(error);
            return codings;
        }
    };
    for (index, id) in sessions.iter().enumerate() {
        progress(index, sessions.len());
        let Some(coders) = coded.get(id) else {
            continue;
        };
        match study.read_session(id) {
            Ok(session) if session.header.guide.id == guide.id => {
                codings.take(study, &session, coders, guide);
            }
            Ok(_) => {}
            Err(error) => codings.unread.push(error),
        }
    }
    codings
}

/// How far the coders agree over all sessions of this guide, nothing if nobody but the first has coded; and why some of
/// what they coded cannot be read.
pub fn of_study(study: &Study, guide: &Guide) -> (Option<CoderAgreement>, Vec<StudyError>) {
    let sessions: Vec<SessionId> = match study.coded_sessions() {
        Ok(coded) => coded.into_keys().collect(),
        Err(error) => return (None, vec![error]),
    };
    let codings = codings(study, guide, &sessions, &mut |_, _| {});
    (coder_agreement(&codings.by_coder), codings.unread)
}

impl Codings {
    /// Takes in what was coded in a session, if another coder coded anything of it.
    fn take<'coders>(
        &mut self,
        study: &Study,
        session: &Session,
        coders: impl IntoIterator<Item = &'coders u8>,
        guide: &Guide,
    ) {
        let id = &session.header.id;
        let counted = || {
            let notes = session.notes.iter();
            notes.filter(|note| note.kind != NoteKind::Comment)
        };
        let by_coder = &mut self.by_coder;
        let mut add = |coder: u8, note, codes: &[String]| {
            let coding = by_coder.entry(coder).or_default();
            coding.insert((id.clone(), note), resolved(codes, guide));
        };
        let mut has_other = false;
        for coder in coders {
            let file = match study.coder_file(id, *coder) {
                Ok(file) => file,
                Err(error) => {
                    self.unread.push(error);
                    continue;
                }
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
}

fn resolved(codes: &[String], guide: &Guide) -> BTreeSet<String> {
    let codes = codes.iter().map(|code| guide.study.resolve(code));
    codes
        .filter(|code| !guide.is_process_code(code))
        .map(str::to_owned)
        .collect()
}
