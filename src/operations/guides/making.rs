//! New guides: from nothing but a frame, from a codebook of another program, from a text in Markdown.
//!
//! A guide is never written over another: what a person wrote stays as it is.

use std::path::{Path, PathBuf};

use crate::disk::{Disk, Expected, WriteError};
use crate::guide::Guide;
use crate::language::Language;
use crate::operations::input::{self, InputError};
use crate::store::guides::import::{
    Draft, ImportFault, ToBeWritten, complete, guide_id, read_codebook, read_markdown,
};
use crate::store::guides::{BUILT_IN, GuideError, LARGEST, id_of, parse, source_of};

/// A guide that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its file.
    pub path: PathBuf,
    /// How many blocks it has.
    pub blocks: usize,
    /// How many topics.
    pub topics: usize,
    /// How many codes.
    pub codes: usize,
    /// How many sets of codes were left out, since a guide has none.
    pub sets: usize,
}

/// Why no guide was made.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// The file cannot be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: InputError,
    },
    /// Its name tells no kind that is known.
    #[error("{} is neither a codebook (.qdc) nor Markdown (.md)", .0.display())]
    UnknownKind(PathBuf),
    /// It cannot be understood.
    #[error("{} cannot be taken over", path.display())]
    Import {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: ImportFault,
    },
    /// What was read makes no valid guide.
    #[error("what was read makes no valid guide")]
    Guide(#[source] GuideError),
    /// There is a file already.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// It cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Where a guide goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Into this folder, under this id; without one, under the stem of what is taken over.
    Folder(PathBuf, Option<String>),
    /// Into this file, whose stem is the id.
    File(PathBuf),
}

/// Makes a guide with one block and one topic to go on from.
///
/// # Errors
///
/// If it cannot be written.
pub fn new(target: &Target, language: Language, missing: &ToBeWritten) -> Result<Made, MakeError> {
    make(Draft::default(), "guide", target, language, missing)
}

/// Takes over a codebook or a text.
///
/// # Errors
///
/// If it cannot be understood, or the guide not be written.
pub fn import(
    file: &Path,
    target: &Target,
    language: Language,
    missing: &ToBeWritten,
) -> Result<Made, MakeError> {
    let extension = file.extension().and_then(|extension| extension.to_str());
    let extension = extension.unwrap_or_default().to_lowercase();
    if !matches!(extension.as_str(), "qdc" | "md" | "markdown") {
        return Err(MakeError::UnknownKind(file.to_owned()));
    }
    let text = input::read_file(file, LARGEST).map_err(|source| MakeError::Read {
        path: file.to_owned(),
        source,
    })?;
    let (draft, sets) = if extension == "qdc" {
        let read = read_codebook(&text).map(|codebook| (codebook.draft, codebook.sets));
        read.map_err(ImportFault::from)
    } else {
        let read = read_markdown(&text).map(|draft| (draft, 0));
        read.map_err(ImportFault::from)
    }
    .map_err(|source| MakeError::Import {
        path: file.to_owned(),
        source,
    })?;
    let stem = file.file_stem().and_then(|stem| stem.to_str());
    let made = make(draft, stem.unwrap_or_default(), target, language, missing)?;
    Ok(Made { sets, ..made })
}

fn make(
    draft: Draft,
    stem: &str,
    target: &Target,
    language: Language,
    missing: &ToBeWritten,
) -> Result<Made, MakeError> {
    let path = match target {
        Target::File(path) => path.clone(),
        Target::Folder(folder, Some(id)) => folder.join(format!("{id}.ron")),
        Target::Folder(folder, None) => folder.join(format!("{}.ron", guide_id(stem))),
    };
    let id = id_of(&path).map_err(MakeError::Guide)?;
    let guide = complete(draft, &id, frame()?, missing);
    let source = source_of(&guide, language);
    // Whatever was read: what is written can be used.
    let (guide, _) = parse(&id, source.as_bytes()).map_err(MakeError::Guide)?;
    match Disk::new().write_atomically(&path, source.as_bytes(), Expected::Nothing) {
        Ok(_) => Ok(Made {
            path,
            blocks: guide.blocks.len(),
            topics: guide.topics().count(),
            codes: guide.codes.len(),
            sets: 0,
        }),
        Err(WriteError::Changed(path)) => Err(MakeError::Exists(path)),
        Err(error) => Err(error.into()),
    }
}

/// The guide whose consent, opening, closing, prompts, attributes and checklists a new one begins with.
fn frame() -> Result<Guide, MakeError> {
    let [first, ..] = BUILT_IN;
    first.guide(first.id).map_err(MakeError::Guide)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::export::qdc;
    use crate::guide::FaultKind;
    use crate::i18n::{Text, Words};
    use crate::store::guides::load;

    fn missing() -> ToBeWritten {
        ToBeWritten {
            title: "Neuer Leitfaden".to_owned(),
            block: "Erster Block".to_owned(),
            goal: "Ziel".to_owned(),
            topic: "Erstes Thema".to_owned(),
            question: "Hauptfrage?".to_owned(),
            controller: "Institution".to_owned(),
        }
    }

    fn imported(name: &str, content: &str) -> (tempfile::TempDir, Result<Made, MakeError>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        fs::write(&file, content).unwrap();
        let target = Target::Folder(folder.path().to_owned(), None);
        let made = import(&file, &target, Language::De, &missing());
        (folder, made)
    }

    #[test]
    fn a_new_guide_is_valid_and_has_the_frame_of_one_that_works() {
        let folder = tempfile::tempdir().unwrap();
        for language in Language::ALL {
            let id = format!("mine-{language}");
            let target = Target::Folder(folder.path().to_owned(), Some(id.clone()));
            let made = new(&target, language, &missing()).unwrap();
            let guide = load(&made.path).unwrap();
            assert_eq!(guide.id, id);
            assert_eq!(guide.languages, [language]);
            assert_eq!((made.blocks, made.topics, made.codes), (1, 1, 0));
            assert_eq!(guide.consent.len(), frame().unwrap().consent.len());
        }
    }

    #[test]
    fn what_is_still_to_be_written_is_warned_of_in_every_language() {
        let folder = tempfile::tempdir().unwrap();
        for language in Language::ALL {
            let words = Words::new(language);
            let text = |text| words.text(text).into_owned();
            let missing = ToBeWritten {
                title: text(Text::GuideToWriteTitle),
                block: text(Text::GuideToWriteBlock),
                goal: text(Text::GuideToWriteGoal),
                topic: text(Text::GuideToWriteTopic),
                question: text(Text::GuideToWriteQuestion),
                controller: text(Text::GuideToWriteController),
            };
            let path = folder.path().join(format!("mine-{language}.ron"));
            new(&Target::File(path.clone()), language, &missing).unwrap();
            let (_, warnings) = parse("mine", &fs::read(&path).unwrap()).unwrap();
            let warnings = warnings.into_iter().map(|located| located.fault);
            let unwritten = warnings.filter(|fault| fault.kind == FaultKind::Unwritten);
            let mut paths: Vec<String> = unwritten.map(|fault| fault.path).collect();
            paths.sort();
            let expected = [
                "blocks[0].goal",
                "blocks[0].topics[0].question",
                "controller",
            ];
            assert_eq!(paths, expected, "{language}");
        }
    }

    #[test]
    fn a_guide_that_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.ron");
        fs::write(&path, "mine").unwrap();
        let made = new(&Target::File(path.clone()), Language::De, &missing());
        assert!(matches!(made, Err(MakeError::Exists(_))));
        assert_eq!(fs::read_to_string(path).unwrap(), "mine");
    }

    #[test]
    fn an_exported_codebook_comes_back_with_blocks_topics_and_codes() {
        for built_in in BUILT_IN {
            let guide = built_in.guide(built_in.id).unwrap();
            let mut bytes = Vec::new();
            qdc::write(
                std::slice::from_ref(&guide),
                &Words::new(Language::De),
                &mut bytes,
            )
            .unwrap();
            let (_folder, made) = imported("Mein Buch.qdc", &String::from_utf8(bytes).unwrap());
            let back = load(&made.unwrap().path).unwrap();
            assert_eq!(back.id, "mein-buch");
            let ids = |guide: &Guide| -> Vec<String> {
                let topics = guide.topics();
                topics.map(|(_, topic)| topic.id.clone()).collect()
            };
            assert_eq!(ids(&back), ids(&guide));
            let titles = |guide: &Guide| -> Vec<String> {
                let blocks = guide.blocks.iter();
                blocks
                    .map(|block| block.title.in_language(Language::De).to_owned())
                    .collect()
            };
            assert_eq!(titles(&back), titles(&guide));
            let codes = |guide: &Guide| -> std::collections::BTreeMap<String, String> {
                let codes = guide.codes.iter();
                codes
                    .map(|code| {
                        let label = code.label.in_language(Language::De);
                        (code.id.clone(), label.to_owned())
                    })
                    .collect()
            };
            assert_eq!(codes(&back), codes(&guide));
        }
    }

    #[test]
    fn a_text_becomes_a_guide() {
        let text =
            "# Leitfaden\n## Anfang (5/4)\nZiel des Blocks.\n### Idee\nWie kam es dazu?\n- Wer?\n";
        let (_folder, made) = imported("a.md", text);
        let made = made.unwrap();
        let guide = load(&made.path).unwrap();
        assert_eq!((made.blocks, made.topics), (1, 1));
        assert_eq!(guide.blocks[0].minutes.phone, 4);
        assert_eq!(
            guide.blocks[0].topics[0].probes.in_language(Language::De),
            ["Wer?"]
        );
    }

    #[test]
    fn what_makes_no_valid_guide_is_not_written() {
        let text = "## a\n### b\nc?\nCodes: unknown\n";
        let (folder, made) = imported("a.md", text);
        assert!(matches!(
            made,
            Err(MakeError::Guide(GuideError::Meaning(_)))
        ));
        assert!(!folder.path().join("a.ron").exists());
        let (_folder, made) = imported("a.docx", "x");
        assert!(matches!(made, Err(MakeError::UnknownKind(_))));
    }
}
