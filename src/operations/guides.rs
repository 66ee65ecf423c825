//! The guides of a study, and the one that a session follows.

pub(crate) mod making;

use std::collections::BTreeMap;
use std::path::Path;

use crate::guide::{Guide, StudyCodes};
use crate::session::{GuideReference, Session};
use crate::store::guides::{self, BUILT_IN, GuideError, Located, load, parse};
use crate::store::{Study, StudyError};

/// Why a guide cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GuideTrouble {
    /// Its file cannot be used.
    #[error("the guide {id} cannot be used")]
    Unusable {
        /// Which guide.
        id: String,
        /// What is wrong with it.
        source: GuideError,
    },
    /// The file of what the study adds to its codebook cannot be used.
    #[error(transparent)]
    Additions(Box<StudyError>),
    /// There is none of this name.
    #[error("the guide {0} is not in this study: put its file into the folder guides")]
    Missing(String),
}

/// The guides that sessions remember, with what the study adds to their codebooks, so that none is read twice.
#[derive(Debug, Default)]
pub(super) struct KnownGuides(BTreeMap<(String, String), Option<KnownGuide>>);

#[derive(Debug)]
struct KnownGuide {
    guide: Guide,
    /// Whether the additions of the study are in it.
    is_extended: bool,
}

impl KnownGuides {
    /// The guide that a session remembers; nothing if it is not at hand. Where the additions of the study cannot be read
    /// it comes without them, for what is not counted by codes.
    pub(super) fn of(&mut self, study: &Study, reference: &GuideReference) -> Option<&Guide> {
        let known = self.known(study, reference).as_mut()?;
        // Whoever counts by codes is told why.
        let _ = known.extend(study);
        Some(&known.guide)
    }

    /// The guide that a session remembers, as everything is counted by; nothing if it is not at hand.
    ///
    /// # Errors
    ///
    /// If the additions of the study cannot be read.
    pub(super) fn counted(
        &mut self,
        study: &Study,
        reference: &GuideReference,
    ) -> Result<Option<&Guide>, StudyError> {
        let Some(known) = self.known(study, reference) else {
            return Ok(None);
        };
        known.extend(study)?;
        Ok(Some(&known.guide))
    }

    /// The guide that a session remembers, if it was asked for before.
    pub(super) fn at_hand(&self, reference: &GuideReference) -> Option<&Guide> {
        let known = self.0.get(&key(reference))?.as_ref()?;
        Some(&known.guide)
    }

    fn known(&mut self, study: &Study, reference: &GuideReference) -> &mut Option<KnownGuide> {
        self.0.entry(key(reference)).or_insert_with(|| {
            Some(KnownGuide {
                guide: of_reference(study, reference).ok()?,
                is_extended: false,
            })
        })
    }
}

impl KnownGuide {
    fn extend(&mut self, study: &Study) -> Result<(), StudyError> {
        if !self.is_extended {
            let file = study.codebook_file(&self.guide.id)?;
            self.guide = self.guide.with_additions(&file.additions);
            self.is_extended = true;
        }
        Ok(())
    }
}

fn key(reference: &GuideReference) -> (String, String) {
    (reference.id.clone(), reference.digest.clone())
}

/// The guide with this id: the study's own, else the one that is part of the program.
///
/// # Errors
///
/// If there is none, or its file cannot be used.
pub fn find(study: &Study, id: &str) -> Result<Guide, GuideTrouble> {
    let path = study.guides().join(format!("{id}.ron"));
    let unusable = |source| GuideTrouble::Unusable {
        id: id.to_owned(),
        source,
    };
    if guides::is_id(id) && path.is_file() {
        return load(&path).map_err(unusable);
    }
    let found = built_in(id).ok_or_else(|| GuideTrouble::Missing(id.to_owned()))?;
    found.map_err(unusable)
}

/// The guide with this id with what the study adds to its codebook, as everything is counted by.
///
/// # Errors
///
/// If there is none, or its file or that of the additions cannot be used.
pub fn counted_by(study: &Study, id: &str) -> Result<Guide, GuideTrouble> {
    with_additions(study, &find(study, id)?)
}

/// The guide that a session follows, see [`of_session`], with what the study adds to its codebook.
///
/// # Errors
///
/// As [`counted_by`].
pub fn counted_by_session(study: &Study, session: &Session) -> Result<Guide, GuideTrouble> {
    with_additions(study, &of_session(study, session)?)
}

/// What the study says of the codes of its guides, by their ids.
///
/// # Errors
///
/// If a file of what it adds to them cannot be read. A guide that cannot be used is left out: nothing is counted by it.
pub fn study_codes(study: &Study) -> Result<BTreeMap<String, StudyCodes>, StudyError> {
    let mut codes = BTreeMap::new();
    for id in study.extended_guides()? {
        match counted_by(study, &id) {
            Ok(guide) => drop(codes.insert(id, guide.study)),
            Err(GuideTrouble::Additions(error)) => return Err(*error),
            Err(GuideTrouble::Unusable { .. } | GuideTrouble::Missing(_)) => {}
        }
    }
    Ok(codes)
}

fn with_additions(study: &Study, guide: &Guide) -> Result<Guide, GuideTrouble> {
    let file = study.codebook_file(&guide.id);
    let additions = file.map_err(|source| GuideTrouble::Additions(Box::new(source)))?;
    Ok(Guide {
        allowed: allowed(study),
        ..guide.with_additions(&additions.additions)
    })
}

/// The words that are no names in a study; none where they cannot be read, so that more is taken for a name.
fn allowed(study: &Study) -> Vec<String> {
    let words = study.allowed_words();
    words.map_or_else(|_| Vec::new(), |words| words.list)
}

/// The guide that a session follows: the one with the digest that the session remembers, if study or program have it,
/// else the study's guide of the same id.
///
/// # Errors
///
/// If there is none of its name, or its file cannot be used.
pub fn of_session(study: &Study, session: &Session) -> Result<Guide, GuideTrouble> {
    of_reference(study, &session.header.guide)
}

/// The guide that a session remembers, as [`of_session`] finds it, with the words that are no names in the study.
///
/// # Errors
///
/// If there is none of its name, or its file cannot be used.
pub fn of_reference(study: &Study, reference: &GuideReference) -> Result<Guide, GuideTrouble> {
    Ok(Guide {
        allowed: allowed(study),
        ..remembered(study, reference)?
    })
}

fn remembered(study: &Study, reference: &GuideReference) -> Result<Guide, GuideTrouble> {
    let found = find(study, &reference.id);
    let is_the_same = |guide: &Guide| guide.digest == reference.digest;
    if found.as_ref().is_ok_and(is_the_same) {
        return found;
    }
    match built_in(&reference.id) {
        Some(Ok(guide)) if is_the_same(&guide) => Ok(guide),
        _ => found,
    }
}

/// The guide that a session follows, with the bytes of its file.
///
/// # Errors
///
/// If there is none of its name, or its file cannot be used.
pub fn file_of_session(study: &Study, session: &Session) -> Result<(Guide, Vec<u8>), GuideTrouble> {
    let guide = of_session(study, session)?;
    let source = BUILT_IN
        .iter()
        .find(|built_in| built_in.digest() == guide.digest);
    if let Some(built_in) = source {
        return Ok((guide, built_in.source.as_bytes().to_vec()));
    }
    let path = study.guides().join(format!("{}.ron", guide.id));
    let bytes = guides::read(&path).map_err(|source| GuideTrouble::Unusable {
        id: guide.id.clone(),
        source,
    })?;
    // It may have been changed since it was read.
    let (guide, _) = parse(&guide.id, &bytes).map_err(|source| GuideTrouble::Unusable {
        id: guide.id.clone(),
        source,
    })?;
    Ok((guide, bytes))
}

/// The built-in guide of this id. That built-in guides are valid is tested.
fn built_in(id: &str) -> Option<Result<Guide, GuideError>> {
    let found = BUILT_IN.iter().find(|guide| guide.id == id)?;
    Some(found.guide(found.id))
}

/// The ids of the study's guides: those that are part of the program first, in their order, the others by name. A
/// study without any is offered those that are part of the program.
pub fn ids(study: &Study) -> Vec<String> {
    let mut ids: Vec<String> = std::fs::read_dir(study.guides())
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_guide =
                path.extension().is_some_and(|extension| extension == "ron") && path.is_file();
            let stem = path.file_stem()?.to_str()?;
            (is_guide && !stem.starts_with('.')).then(|| stem.to_owned())
        })
        .collect();
    let rank = |id: &String| {
        BUILT_IN
            .iter()
            .position(|guide| guide.id == id)
            .unwrap_or(BUILT_IN.len())
    };
    ids.sort_by_key(|id| (rank(id), id.clone()));
    if ids.is_empty() {
        ids = BUILT_IN.iter().map(|guide| guide.id.to_owned()).collect();
    }
    ids
}

/// What a check of a guide's file found.
#[derive(Debug)]
pub struct Checked {
    /// The text of the file, if it could be read as far as that; what is not UTF-8 in it is replaced.
    pub source: Option<String>,
    /// The warnings, or why the guide cannot be used.
    pub outcome: Result<Vec<Located>, GuideError>,
}

/// Checks the guide of a file, a built-in one too.
pub fn check(file: &Path) -> Checked {
    let read = guides::id_of(file).and_then(|id| Ok((id, guides::read(file)?)));
    match read {
        Ok((id, bytes)) => Checked {
            outcome: parse(&id, &bytes).map(|(_, warnings)| warnings),
            source: Some(String::from_utf8_lossy(&bytes).into_owned()),
        },
        Err(error) => Checked {
            source: None,
            outcome: Err(error),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use time::macros::datetime;

    use super::*;
    use crate::guide::Mode;
    use crate::language::Language;
    use crate::operations::study;
    use crate::session::{GuideReference, Header};

    const ID: &str = "cluster-cooperation";

    fn study() -> (tempfile::TempDir, Study) {
        let folder = tempfile::tempdir().unwrap();
        let study = study::create(folder.path()).unwrap();
        (folder, study)
    }

    /// Changes the study's copy of the guide and gives it back.
    fn changed(study: &Study) -> Guide {
        let file = study.guides().join(format!("{ID}.ron"));
        let source = fs::read_to_string(&file).unwrap();
        fs::write(&file, source.replacen("edition: \"", "edition: \"9.", 1)).unwrap();
        find(study, ID).unwrap()
    }

    fn session_with(guide: &Guide) -> Session {
        Session::new(Header {
            id: "A-1".parse().unwrap(),
            guide: GuideReference::to(guide, Language::De),
            mode: Mode::Phone,
            reason: None,
            language: Language::De,
            created: datetime!(2026-05-05 10:00 +2),
            invented: false,
            pilot: false,
        })
    }

    #[test]
    fn the_guide_of_the_study_comes_before_the_built_in_one() {
        let (_folder, study) = study();
        assert!(changed(&study).edition.starts_with("9."));
    }

    #[test]
    fn a_session_keeps_the_guide_that_it_followed() {
        let (_folder, study) = study();
        let before = find(&study, ID).unwrap();
        let after = changed(&study);
        for guide in [before, after] {
            let found = of_session(&study, &session_with(&guide)).unwrap();
            assert_eq!(found.digest, guide.digest);
        }
    }

    #[test]
    fn a_built_in_guide_is_there_even_if_the_study_lost_it() {
        let (_folder, study) = study();
        fs::remove_file(study.guides().join(format!("{ID}.ron"))).unwrap();
        assert!(find(&study, ID).is_ok());
    }

    #[test]
    fn an_id_leads_out_of_no_folder() {
        let (_folder, study) = study();
        for id in ["none", "../guides/cluster-cooperation", ""] {
            assert!(
                matches!(find(&study, id), Err(GuideTrouble::Missing(_))),
                "{id}"
            );
        }
    }
}
