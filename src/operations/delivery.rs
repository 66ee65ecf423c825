//! An export as the program asks for it: gathered, released, written and logged in one go.

use std::path::{Path, PathBuf};

use directories::BaseDirs;
use time::OffsetDateTime;

use super::export::{
    self, Destination, Existing, ExportError, LogError, Which, Written, log_documents,
    write_documents,
};
use super::extracts::{ExtractsError, extracts};
use super::facts::gather;
use super::guides::{self, GuideTrouble};
use super::rap::{self, RapError};
use crate::analysis::Filter;
use crate::anonymise::ProtectedWords;
use crate::export::rap::SheetFormat;
use crate::export::{Collection, Document, Format, Options, extract_document};
use crate::guide::Guide;
use crate::language::Language;
use crate::release::tables::TableRequest;
use crate::release::{Level, Refused};
use crate::session::SessionId;
use crate::store::{Study, StudyError};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The sessions; all if there are none.
    pub sessions: Vec<SessionId>,
    /// In which form they leave the study.
    pub form: Form,
    /// How much the documents contain.
    pub level: Level,
    /// The folder, or a file for a single document.
    pub place: PathBuf,
    /// The language of documents that hold several sessions.
    pub language: Language,
    /// Where chance begins, at the levels that draw names anew.
    pub seed: u64,
}

/// In which form sessions leave the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// In a format of an export.
    Sessions(Format),
    /// As the sheets of their cases.
    Sheets(SheetFormat),
}

/// What was exported, and what was not.
#[derive(Debug, Default)]
pub struct Delivered {
    /// The documents.
    pub written: Vec<Written>,
    /// What was released, where it has something to say of itself.
    pub collection: Option<Collection>,
    /// What the level does not let out.
    pub refused: Vec<Refused>,
    /// What cannot be read.
    pub unread: Vec<StudyError>,
    /// How many invented sessions were left out because real ones stand beside them.
    pub invented_left_out: usize,
    /// The sessions in whose logs the export does not stand, each with why not.
    pub unlogged: Vec<(SessionId, LogError)>,
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// The study cannot be read.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The documents cannot be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// There are no extracts.
    #[error("there are no extracts")]
    Extracts(ExtractsError),
    /// Extracts are not written in this format.
    #[error("extracts are not written as {}", .0.word())]
    NoExtracts(Format),
    /// The guide of most sessions cannot be used.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// There are no sheets.
    #[error("there are no sheets")]
    Sheets(RapError, Box<Guide>),
}

/// Carries an order out. `progress` is told how many sessions are read, and of how many.
///
/// # Errors
///
/// If nothing was exported. What the level does not let out is no error: it is named.
pub fn deliver(
    study: &Study,
    order: &Order,
    now: OffsetDateTime,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Delivered, DeliveryError> {
    let (mut delivered, format, members) = match order.form {
        Form::Sheets(format) => sheets(study, order, format, progress)?,
        Form::Sessions(format) if matches!(order.level, Level::Analysis | Level::Publication) => {
            together(study, order, format)?
        }
        Form::Sessions(format) => single(study, order, format, progress)?,
    };
    delivered.unlogged = log_documents(
        study,
        &members,
        order.level,
        format,
        &delivered.written,
        now,
    );
    Ok(delivered)
}

/// What was written, the word for its format, and the sessions in it.
type Made = (Delivered, &'static str, Vec<SessionId>);

fn single(
    study: &Study,
    order: &Order,
    format: Format,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Made, DeliveryError> {
    let gathered = export::gather(
        study,
        which(order),
        order.level,
        &ProtectedWords::default(),
        progress,
    )?;
    let mut delivered = Delivered {
        refused: gathered.refused,
        unread: gathered.unread,
        invented_left_out: gathered.invented_left_out.len(),
        ..Delivered::default()
    };
    let collection = gathered.collection;
    let members = collection.sessions().iter();
    let members: Vec<SessionId> = members.map(|released| released.id().clone()).collect();
    if !members.is_empty() {
        let options = Options {
            asked: None,
            language: order.language,
            byte_order_mark: false,
        };
        delivered.written = export::write(
            &collection,
            format,
            options,
            &destination(&order.place),
            Existing::Keep,
            &mut |_| {},
        )?;
        delivered.collection = Some(collection);
    } else if delivered.refused.is_empty() && delivered.unread.is_empty() {
        return Err(ExportError::Nothing.into());
    }
    Ok((delivered, format.word(), members))
}

fn together(study: &Study, order: &Order, format: Format) -> Result<Made, DeliveryError> {
    let protected = ProtectedWords::default();
    let made = extracts(
        study,
        which(order),
        order.level,
        &[],
        &protected,
        order.seed,
    )
    .map_err(DeliveryError::Extracts)?;
    let document = extract_document::document(&made.extracts, &made.guide, format, order.language)
        .map_err(ExportError::Make)?
        .ok_or(DeliveryError::NoExtracts(format))?;
    let members = made.extracts.members().to_vec();
    let delivered = Delivered {
        written: put(&[document], order)?,
        refused: made.extracts.refused().to_vec(),
        unread: made.unread,
        ..Delivered::default()
    };
    Ok((delivered, format.word(), members))
}

fn sheets(
    study: &Study,
    order: &Order,
    format: SheetFormat,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Made, DeliveryError> {
    let facts = gather(study)?.facts;
    let wanted = |id: &SessionId| order.sessions.is_empty() || order.sessions.contains(id);
    let guide = facts
        .sessions
        .iter()
        .find(|session| wanted(&session.id) && !order.sessions.is_empty())
        .map(|session| facts.guide_id(session))
        .or_else(|| facts.guides().first().map(|(id, _)| *id))
        .ok_or(ExportError::Nothing)?;
    let guide = guides::counted_by(study, guide)?;
    let filter = Filter {
        sessions: order.sessions.iter().cloned().collect(),
        ..Filter::default()
    };
    let request = TableRequest {
        level: order.level,
        guide: &guide,
        filter: &filter,
        seed: order.seed,
    };
    let of = facts.sessions.len();
    let made = rap::sheets(study, &facts, &request, &mut |done| progress(done, of))
        .map_err(|error| DeliveryError::Sheets(error, Box::new(guide.clone())))?;
    if made.sheets.is_empty() && made.refused.is_empty() && made.unread.is_empty() {
        return Err(ExportError::Nothing.into());
    }
    let documents =
        rap::documents(&made.sheets, format, &guide, order.language).map_err(ExportError::Make)?;
    let members = documents.iter();
    let members = members.flat_map(|document| document.sessions.clone());
    let delivered = Delivered {
        written: put(&documents, order)?,
        refused: made.refused,
        unread: made.unread,
        ..Delivered::default()
    };
    Ok((delivered, format.word(), members.collect()))
}

fn put(documents: &[Document], order: &Order) -> Result<Vec<Written>, ExportError> {
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    write_documents(documents, &destination(&order.place), Existing::Keep)
}

fn which(order: &Order) -> Which<'_> {
    if order.sessions.is_empty() {
        Which::All
    } else {
        Which::These(&order.sessions)
    }
}

/// Where documents go: a path that begins with `~/` lies in the folder of the user, as no shell says here.
fn destination(place: &Path) -> Destination {
    let text = place.to_string_lossy();
    let of_user = text
        .strip_prefix("~/")
        .and_then(|rest| Some(BaseDirs::new()?.home_dir().join(rest)));
    match of_user {
        Some(path) if text.ends_with('/') => Destination::Folder(path),
        Some(path) => Destination::of(&path),
        None => Destination::of(place),
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::operations::demo;

    fn order(form: Form, level: Level, place: &Path) -> Order {
        Order {
            sessions: Vec::new(),
            form,
            level,
            place: place.to_owned(),
            language: Language::En,
            seed: 1,
        }
    }

    fn delivered(study: &Study, order: &Order) -> Result<Delivered, DeliveryError> {
        deliver(study, order, datetime!(2026-06-01 9:00 UTC), &mut |_, _| {})
    }

    #[test]
    fn an_order_writes_documents_and_has_them_stand_in_the_logs() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("out/");
        let all = order(Form::Sessions(Format::Md), Level::Archive, &place);
        let made = delivered(study, &all).unwrap();
        assert_eq!((made.written.len(), made.refused.len()), (11, 0));
        assert!(made.unlogged.is_empty());
        let first = study.read_session(&"K-1".parse().unwrap()).unwrap();
        assert_eq!(first.exports.last().unwrap().format, "md");
        // Another file that lies there stays.
        std::fs::write(&made.written[0].path, "another").unwrap();
        assert!(matches!(
            delivered(study, &all),
            Err(DeliveryError::Export(ExportError::Exists(_)))
        ));
    }

    #[test]
    fn an_order_for_the_team_holds_extracts_and_one_for_sheets_a_document_a_case() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let folder = tempfile::tempdir().unwrap();
        let team = order(
            Form::Sessions(Format::Csv),
            Level::Analysis,
            &folder.path().join("team.csv"),
        );
        assert_eq!(delivered(study, &team).unwrap().written.len(), 1);
        let docx = Order {
            form: Form::Sessions(Format::Docx),
            ..team
        };
        assert!(matches!(
            delivered(study, &docx),
            Err(DeliveryError::NoExtracts(Format::Docx))
        ));
        let sheets = order(
            Form::Sheets(SheetFormat::Docx),
            Level::Working,
            &folder.path().join("sheets/"),
        );
        let made = delivered(study, &sheets).unwrap();
        assert_eq!(made.written.len(), 6);
        let log = study.read_session(&"K-2".parse().unwrap()).unwrap();
        assert_eq!(log.exports.last().unwrap().format, "rap-docx");
    }

    #[test]
    fn what_the_level_does_not_let_out_is_named_and_not_written() {
        let copy = demo::temporary().unwrap();
        let study = copy.study();
        let path = study.sessions_folder().join("K-1.ron");
        let text = std::fs::read_to_string(&path).unwrap();
        let without = text.replacen("\"c4\"", "\"c9\"", 1);
        assert_ne!(text, without);
        std::fs::write(&path, without).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let one = Order {
            sessions: vec!["K-1".parse().unwrap()],
            ..order(
                Form::Sessions(Format::Md),
                Level::Archive,
                &folder.path().join("one.md"),
            )
        };
        let made = delivered(study, &one).unwrap();
        assert!(made.written.is_empty());
        assert_eq!(made.refused.len(), 1);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
