//! What the disk said about other versions of a session, kept until the program has ended.
//!
//! On the screen the next key takes such a line away, and leaving takes it away unseen.

use std::path::PathBuf;

use crate::i18n::{Text, Words};
use crate::store::Answer;

/// What is to be said once more after the screen is gone.
#[derive(Debug, Default)]
pub(super) struct Parting {
    conflicts: Vec<PathBuf>,
    remaining: Vec<PathBuf>,
}

impl Parting {
    /// Keeps what an answer says about other versions of a session.
    pub(super) fn hear(&mut self, answer: &Answer) {
        match answer {
            Answer::Conflict { path } => keep(&mut self.conflicts, path),
            Answer::Purged { remaining, .. } => {
                for path in remaining {
                    keep(&mut self.remaining, path);
                }
            }
            Answer::Saved { .. } | Answer::Finished | Answer::Failed { .. } => {}
        }
    }

    /// What is to be said, each file once.
    pub(super) fn lines(&self, words: &Words) -> Vec<String> {
        let say = |text, name, path: &PathBuf| {
            words.text_with(text, &[(name, path.display().to_string().into())])
        };
        let conflicts = self.conflicts.iter();
        let remaining = self.remaining.iter();
        conflicts
            .map(|path| say(Text::TroubleConflict, "file", path))
            .chain(remaining.map(|path| say(Text::TroubleRemaining, "files", path)))
            .collect()
    }
}

fn keep(paths: &mut Vec<PathBuf>, path: &PathBuf) {
    if !paths.contains(path) {
        paths.push(path.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_file_is_named_once_in_the_language_of_the_screen() {
        let mut parting = Parting::default();
        let conflict = || Answer::Conflict {
            path: PathBuf::from("/s/A-1 (conflict 2).ron"),
        };
        let purged = || Answer::Purged {
            removed: vec![PathBuf::from("/s/A-1.journal.damaged")],
            remaining: vec!["/s/A-1.ron".into(), "/s/A-1 (conflict).ron".into()],
        };
        for answer in [conflict(), purged(), Answer::Finished, purged(), conflict()] {
            parting.hear(&answer);
        }
        for (language, version) in [
            (Language::De, "liegt in"),
            (Language::Fr, "est dans"),
            (Language::En, "is in"),
        ] {
            let lines = parting.lines(&Words::new(language));
            assert_eq!(lines.len(), 3, "{lines:?}");
            let first = lines.first().unwrap();
            assert!(first.contains(version) && first.contains("/s/A-1 (conflict 2).ron"));
            assert!(lines.iter().any(|line| line.ends_with("/s/A-1.ron")));
            assert!(
                lines
                    .iter()
                    .any(|line| line.ends_with("/s/A-1 (conflict).ron"))
            );
        }
    }

    #[test]
    fn nothing_is_said_when_all_went_well() {
        let mut parting = Parting::default();
        parting.hear(&Answer::Saved { sequence: 3 });
        parting.hear(&Answer::Purged {
            removed: Vec::new(),
            remaining: Vec::new(),
        });
        parting.hear(&Answer::Finished);
        assert!(parting.lines(&Words::new(Language::En)).is_empty());
    }
}
