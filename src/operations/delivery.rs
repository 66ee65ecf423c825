//! An export as the program and the command line ask for it: gathered and released, then written and logged.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use directories::BaseDirs;
use time::{Date, OffsetDateTime};

use super::export::{
    self, Destination, Existing, ExportError, Logged, LoggedAs, Sending, Which, Written,
    log_documents, write_documents,
};
use super::extracts::{ExtractsError, extracts};
use super::facts::gather;
use super::guides::{self, GuideTrouble};
use super::rap::{self, Made, RapError};
use crate::analysis::{Count, Filter};
use crate::anonymise::ProtectedWords;
use crate::export::rap::SheetFormat;
use crate::export::{Collection, Document, Format, Options, extract_document};
use crate::guide::Guide;
use crate::release::tables::TableRequest;
use crate::release::{Extracts, Level, Refused};
use crate::session::{Approval, SessionId};
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
    /// Their languages, and how they begin.
    pub options: Options,
    /// At the review level: until when the answer of the interviewees is awaited, if that is said.
    pub until: Option<Date>,
    /// At the levels that hide sessions: attributes that must be shown as they were noted.
    pub show: Vec<String>,
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

/// What is ready to leave the study: released, and not written yet.
#[derive(Debug)]
pub struct Prepared {
    level: Level,
    content: Content,
    /// The word for the format in the logs.
    format: &'static str,
    /// The sessions in it.
    members: Vec<SessionId>,
    /// The sessions that go to their interviewees by it, each with the step of its approval.
    sent: Vec<(SessionId, Approval)>,
    /// What is not in it, and what has to be said of it.
    pub rest: Rest,
}

/// What documents are made of.
#[derive(Debug)]
pub enum Content {
    /// Sessions, which are written one after the other.
    Sessions(Collection, Format, Options),
    /// Extracts of many sessions, and their document.
    Extracts(Box<Extracts>, Box<Guide>, Document),
    /// Documents that are made.
    Documents(Vec<Document>),
}

/// What an export leaves out, and what else has to be said of it.
#[derive(Debug, Default)]
pub struct Rest {
    /// What the level does not let out.
    pub refused: Vec<Refused>,
    /// What cannot be read.
    pub unread: Vec<StudyError>,
    /// Of all sessions those that somebody works on.
    pub worked_on: Vec<SessionId>,
    /// The sessions whose guide is not at hand, with its id. They are exported without what only the guide knows.
    pub without_guide: Vec<(SessionId, String)>,
    /// How many invented sessions were left out because real ones stand beside them.
    pub invented_left_out: usize,
    /// The sessions of which no answer is awaited though the order says until when.
    pub unawaited: Vec<SessionId>,
    /// If an earlier export at the same level differs by so few sessions that who has both can tell them: how few.
    pub telling: Option<Count>,
}

/// What was exported, and what was not.
#[derive(Debug)]
pub struct Delivered {
    /// The documents.
    pub written: Vec<Written>,
    /// What was released.
    pub content: Content,
    /// What is not in it, and what has to be said of it.
    pub rest: Rest,
    /// The sessions that went to their interviewees by it, each with the step of its approval.
    pub sent: Vec<(SessionId, Approval)>,
    /// In whose logs it does not stand, and what became of other files.
    pub logged: Logged,
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
    /// Somebody works on sessions in whose logs it has to stand. Nothing was written.
    #[error("somebody works on sessions in whose logs the export has to stand")]
    WorkedOn(Vec<SessionId>),
    /// It could not be logged, and was taken back.
    #[error("the export cannot be logged")]
    Unlogged(Box<Logged>),
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
    let prepared = prepare(study, order, &ProtectedWords::default(), now, progress)?;
    let place = destination(&order.place);
    let (written, logged) = prepared.put_and_log(study, &place, Existing::Keep, now)?;
    Ok(Delivered {
        written,
        content: prepared.content,
        rest: prepared.rest,
        sent: prepared.sent,
        logged,
    })
}

/// Reads and releases what is asked for, after a search for the names of a list too. `progress` is told how many sessions
/// are read, and of how many.
///
/// # Errors
///
/// If there is nothing to export, or it cannot be made. What the level does not let out is no error: it is named.
pub fn prepare(
    study: &Study,
    order: &Order,
    protected: &ProtectedWords,
    now: OffsetDateTime,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Prepared, DeliveryError> {
    match order.form {
        Form::Sheets(format) => sheets(study, order, format, progress),
        Form::Sessions(format) if order.hides_sessions() => {
            together(study, order, format, protected)
        }
        Form::Sessions(format) => {
            let sending = order.sends(format).then_some(Sending {
                until: order.until,
                now,
            });
            single(study, (order, format), protected, sending, progress)
        }
    }
}

/// Whether a document in this format at this level goes to the interviewees, for their approval: one that a person reads,
/// at the review level.
pub const fn is_sent(format: Format, level: Level) -> bool {
    matches!(level, Level::Review)
        && matches!(
            format,
            Format::Docx | Format::Md | Format::Html | Format::Txt
        )
}

impl Order {
    /// Whether a document in this format goes to the interviewees, see [`is_sent`].
    pub const fn sends(&self, format: Format) -> bool {
        is_sent(format, self.level)
    }

    /// Whether its level shows many sessions together and none alone.
    pub const fn hides_sessions(&self) -> bool {
        matches!(self.level, Level::Analysis | Level::Publication)
    }
}

impl Rest {
    /// Whether a session is missing that was asked for.
    pub fn is_missing_any(&self) -> bool {
        !(self.refused.is_empty() && self.unread.is_empty() && self.worked_on.is_empty())
    }
}

impl Prepared {
    /// The sheets of cases, made and released, as these documents.
    pub fn of_sheets(
        made: Made,
        documents: Vec<Document>,
        format: &'static str,
        level: Level,
    ) -> Self {
        let members = documents.iter();
        let members = members.flat_map(|document| document.sessions.clone());
        Self {
            level,
            members: members.collect(),
            content: Content::Documents(documents),
            format,
            sent: Vec::new(),
            rest: Rest {
                refused: made.refused,
                unread: made.unread,
                worked_on: Vec::new(),
                ..Rest::default()
            },
        }
    }

    /// The documents, if they are made already.
    pub fn documents(&self) -> &[Document] {
        match &self.content {
            Content::Documents(documents) => documents,
            Content::Sessions(..) | Content::Extracts(..) => &[],
        }
    }

    /// What was released.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// The one document, for `place`, where there is room for one only.
    ///
    /// # Errors
    ///
    /// If there are several, or it cannot be made.
    pub fn single(&self, place: &Path) -> Result<Document, ExportError> {
        match &self.content {
            Content::Sessions(collection, format, options) => {
                export::single(collection, *format, *options, place)
            }
            Content::Extracts(_, _, document) => Ok(document.clone()),
            Content::Documents(documents) => match documents.as_slice() {
                [] => Err(ExportError::Nothing),
                [only] => Ok(only.clone()),
                several => Err(ExportError::Several {
                    documents: several.len(),
                    path: place.to_owned(),
                }),
            },
        }
    }

    /// Writes the documents, none if nothing was released.
    ///
    /// # Errors
    ///
    /// If one cannot be written. What was written before stays.
    pub fn put(
        &self,
        destination: &Destination,
        existing: Existing,
    ) -> Result<Vec<Written>, ExportError> {
        if self.members.is_empty() {
            return Ok(Vec::new());
        }
        match &self.content {
            Content::Sessions(collection, format, options) => export::write(
                collection,
                *format,
                *options,
                destination,
                existing,
                &mut |_| {},
            ),
            Content::Extracts(_, _, document) => {
                write_documents(std::slice::from_ref(document), destination, existing)
            }
            Content::Documents(documents) => write_documents(documents, destination, existing),
        }
    }

    /// The sessions that go to their interviewees by it, each with the step of its approval.
    pub fn sent(&self) -> &[(SessionId, Approval)] {
        &self.sent
    }

    /// Whether it can stand in the logs of its sessions: what leaves the study unlogged is not known to a strike.
    ///
    /// # Errors
    ///
    /// If somebody works on one of them.
    pub fn check_logs(&self, study: &Study) -> Result<(), DeliveryError> {
        let members = self.members.iter();
        let taken = members.filter(|id| study.is_worked_on(id));
        let taken: Vec<SessionId> = taken.cloned().collect();
        if taken.is_empty() {
            Ok(())
        } else {
            Err(DeliveryError::WorkedOn(taken))
        }
    }

    /// Writes the documents and has them stand in the logs of their sessions.
    ///
    /// # Errors
    ///
    /// If one cannot be written; what was written before stays. If none can be logged; nothing is then written, or it is
    /// taken back. Where some can, the others' documents are taken back and named; where earlier files were replaced they
    /// stay so, and what is not logged is named, too.
    pub fn put_and_log(
        &self,
        study: &Study,
        destination: &Destination,
        existing: Existing,
        now: OffsetDateTime,
    ) -> Result<(Vec<Written>, Logged), DeliveryError> {
        self.check_logs(study)?;
        let written = self.put(destination, existing)?;
        let logged = self.log(study, &written, now);
        if logged.failed.is_empty() || existing == Existing::Replace {
            return Ok((written, logged));
        }
        // What other sessions have in their logs stays: it went out, and cannot be unsaid there.
        let failed: BTreeSet<&SessionId> = logged.failed.iter().map(|(id, _)| id).collect();
        let (kept, gone): (Vec<Written>, Vec<Written>) = written
            .into_iter()
            .partition(|written| written.sessions.iter().any(|id| !failed.contains(id)));
        let deleted: Vec<_> = gone.iter().map(|gone| study.delete(&gone.path)).collect();
        deleted
            .into_iter()
            .collect::<Result<Vec<_>, _>>()
            .map_err(ExportError::Disk)?;
        if !kept.is_empty() {
            return Ok((kept, logged));
        }
        Err(DeliveryError::Unlogged(Box::new(logged)))
    }

    /// Has what was written stand in the logs of its sessions.
    pub fn log(&self, study: &Study, written: &[Written], now: OffsetDateTime) -> Logged {
        let logged_as = LoggedAs {
            level: self.level,
            format: self.format,
            sent: &self.sent,
            now,
        };
        log_documents(study, &self.members, written, logged_as)
    }
}

fn single(
    study: &Study,
    (order, format): (&Order, Format),
    protected: &ProtectedWords,
    sending: Option<Sending>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Prepared, DeliveryError> {
    let gathered = export::gather(
        study,
        which(order),
        order.level,
        protected,
        sending,
        progress,
    )?;
    let rest = Rest {
        refused: gathered.refused,
        unread: gathered.unread,
        worked_on: gathered.worked_on,
        without_guide: gathered.without_guide,
        invented_left_out: gathered.invented_left_out.len(),
        unawaited: gathered.unawaited,
        telling: None,
    };
    let members = gathered.collection.sessions().iter();
    let members: Vec<SessionId> = members.map(|released| released.id().clone()).collect();
    if members.is_empty() && !rest.is_missing_any() {
        return Err(ExportError::Nothing.into());
    }
    Ok(Prepared {
        level: order.level,
        content: Content::Sessions(gathered.collection, format, order.options),
        format: format.word(),
        members,
        sent: gathered.sent,
        rest,
    })
}

fn together(
    study: &Study,
    order: &Order,
    format: Format,
    protected: &ProtectedWords,
) -> Result<Prepared, DeliveryError> {
    let (which, level) = (which(order), order.level);
    let made = extracts(study, which, level, &order.show, protected, order.seed)
        .map_err(DeliveryError::Extracts)?;
    let document = extract_document::document(&made.extracts, &made.guide, format, order.options)
        .map_err(ExportError::Make)?
        .ok_or(DeliveryError::NoExtracts(format))?;
    let extracts = made.extracts;
    let refused = extracts.refused().iter().chain(extracts.withheld());
    Ok(Prepared {
        level: order.level,
        format: format.word(),
        members: extracts.members().to_vec(),
        sent: Vec::new(),
        rest: Rest {
            refused: refused.cloned().collect(),
            unread: made.unread,
            worked_on: Vec::new(),
            telling: made.telling,
            ..Rest::default()
        },
        content: Content::Extracts(Box::new(extracts), Box::new(made.guide), document),
    })
}

fn sheets(
    study: &Study,
    order: &Order,
    format: SheetFormat,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Prepared, DeliveryError> {
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
    let documents = rap::documents(&made.sheets, format, &guide, order.options.language)
        .map_err(ExportError::Make)?;
    let word = format.word();
    Ok(Prepared::of_sheets(made, documents, word, order.level))
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
mod tests;
