//! How far another coder agrees with the codes that stand in the sessions.

use std::collections::BTreeSet;

use crate::analysis::{Agreement, Coding, agreement};
use crate::guide::Codebook;
use crate::session::{NoteKind, Standing};
use crate::store::Study;

/// How far the first other coder who coded anything agrees, over all sessions; nothing if nobody coded. Codes count for
/// what they were merged into; notes that were changed since, and the interviewer's own thoughts, are not compared. What
/// cannot be read is left out: it is named where sessions are listed.
pub fn of_study(study: &Study, book: &Codebook) -> Option<Agreement> {
    let sessions = study.coded_sessions().ok()?;
    let (mut first, mut second) = (Coding::new(), Coding::new());
    for (id, coders) in sessions {
        let Some(coder) = coders.into_iter().next() else {
            continue;
        };
        let (Ok(session), Ok(file)) = (study.read_session(&id), study.coder_file(&id, coder))
        else {
            continue;
        };
        let resolved = |codes: &[String]| -> BTreeSet<String> {
            codes
                .iter()
                .filter(|code| !book.is_process(code))
                .map(|code| book.resolve(code).to_owned())
                .collect()
        };
        for note in &session.notes {
            if note.kind == NoteKind::Comment || file.sheet.standing(note) != Standing::Current {
                continue;
            }
            let key = (id.clone(), note.id);
            first.insert(key.clone(), resolved(&note.codes));
            second.insert(key, resolved(file.sheet.codes(note.id)));
        }
    }
    (!second.is_empty()).then(|| agreement(&first, &second))
}
