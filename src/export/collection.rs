//! What an export is written from, and the documents that come of it.

use std::io;
use std::sync::Arc;

use super::{
    Format, Scope, csv, docx, html, json, jsonl, markdown, matrix_document, qdc, qdpx, transcript,
    vtt, workbook,
};
use crate::guide::Guide;
use crate::i18n::Words;
use crate::language::Language;
use crate::release::tables::ReleasedFrequencies;
use crate::release::{Level, Released};
use crate::session::SessionId;

/// Sessions at one level, with the guides that they follow as far as they are at hand.
#[derive(Debug)]
pub struct Collection {
    level: Level,
    sessions: Vec<Released>,
    guides: Vec<Arc<Guide>>,
    frequencies: Vec<ReleasedFrequencies>,
    missing: Missing,
}

/// What was asked for and is in no document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// The sessions that cannot be read.
    pub unread: Vec<SessionId>,
    /// How many sessions may not be had at the level.
    pub refused: usize,
    /// The sessions that somebody works on.
    pub worked_on: Vec<SessionId>,
}

/// What is left to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The language that was asked for; without it, a document of one session is in the session's language.
    pub asked: Option<Language>,
    /// The language of documents that hold several sessions.
    pub language: Language,
    /// Whether text for spreadsheets and transcripts begins with a byte order mark, by which some programs tell UTF-8.
    pub byte_order_mark: bool,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The name for its file. It tells session, level and format.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The sessions in it; none for a codebook.
    pub sessions: Vec<SessionId>,
}

impl Collection {
    /// A collection; guides that stand twice count once. They are shared with whoever makes many collections.
    pub fn new(level: Level, sessions: Vec<Released>, guides: Vec<Arc<Guide>>) -> Self {
        let mut single: Vec<Arc<Guide>> = Vec::new();
        for guide in guides {
            if !single.iter().any(|other| other.digest == guide.digest) {
                single.push(guide);
            }
        }
        Self {
            level,
            sessions,
            guides: single,
            frequencies: Vec::new(),
            missing: Missing::default(),
        }
    }

    /// The same, saying what was asked for and is not in it.
    #[must_use]
    pub fn without(mut self, missing: Missing) -> Self {
        self.missing = missing;
        self
    }

    /// What was asked for and is not in it.
    pub const fn missing(&self) -> &Missing {
        &self.missing
    }

    /// The same with what accumulates over its sessions, guide by guide.
    #[must_use]
    pub fn with_frequencies(mut self, frequencies: Vec<ReleasedFrequencies>) -> Self {
        self.frequencies = frequencies;
        self
    }

    /// What accumulates over its sessions, guide by guide.
    pub fn frequencies(&self) -> &[ReleasedFrequencies] {
        &self.frequencies
    }

    /// The level of all its sessions.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The sessions.
    pub fn sessions(&self) -> &[Released] {
        &self.sessions
    }

    /// The guides.
    pub fn guides(&self) -> &[Arc<Guide>] {
        &self.guides
    }

    /// The guide that a session follows, if it is at hand: the very same, else another edition of it.
    pub fn guide_of(&self, released: &Released) -> Option<&Guide> {
        let followed = released.guide();
        let same = self
            .guides
            .iter()
            .find(|guide| guide.digest == followed.digest);
        same.or_else(|| self.guides.iter().find(|guide| guide.id == followed.id))
            .map(Arc::as_ref)
    }

    /// Whether any of its sessions is made up.
    pub fn has_invented(&self) -> bool {
        self.sessions.iter().any(Released::is_invented)
    }

    /// The documents of a format, made one after the other.
    ///
    /// # Errors
    ///
    /// If a document cannot be made.
    pub fn documents<'collection>(
        &'collection self,
        format: Format,
        options: Options,
    ) -> Box<dyn Iterator<Item = io::Result<Document>> + 'collection> {
        match format.scope() {
            Scope::Each => {
                let of_each =
                    move |released| of_session(released, self.guide_of(released), format, options);
                Box::new(self.sessions.iter().flat_map(of_each))
            }
            Scope::Together => {
                Box::new(std::iter::once_with(move || self.together(format, options)))
            }
        }
    }

    fn together(&self, format: Format, options: Options) -> io::Result<Document> {
        let words = Words::new(options.language);
        let mut bytes = start(format, options);
        match format {
            Format::Jsonl => jsonl::write(self, &mut bytes)?,
            Format::Csv => csv::write(self, &mut bytes)?,
            Format::Xlsx => workbook::write(self, &words, &mut bytes)?,
            Format::DocxMatrix => matrix_document::write(self, &words, &mut bytes)?,
            Format::Qdpx => qdpx::write(self, &words, &mut bytes)?,
            _ => qdc::write(self.guides.iter().map(Arc::as_ref), &words, &mut bytes)?,
        }
        let stem = match format {
            Format::Qdc => "codebook".to_owned(),
            Format::DocxMatrix => format!("matrix-{}", self.level),
            _ => format!("sessions-{}", self.level),
        };
        let sessions = self.sessions.iter().map(|released| released.id().clone());
        Ok(Document {
            name: format!("{stem}.{}", format.extension()),
            bytes,
            sessions: if format == Format::Qdc {
                Vec::new()
            } else {
                sessions.collect()
            },
        })
    }
}

/// The documents of one session: one, but for subtitles, of which each recording has its own.
fn of_session(
    released: &Released,
    guide: Option<&Guide>,
    format: Format,
    options: Options,
) -> Vec<io::Result<Document>> {
    if format != Format::Vtt {
        return vec![one(released, guide, format, options)];
    }
    let words = Words::new(options.asked.unwrap_or(released.language()));
    let recordings = vtt::recordings(released);
    let several = recordings.len() > 1;
    recordings
        .into_iter()
        .map(|recording| {
            let mut bytes = Vec::new();
            vtt::write(released, recording, &words, &mut bytes)?;
            let suffix = match recording {
                Some(number) if several => format!("-recording-{number}"),
                None if several => "-no-recording".to_owned(),
                _ => String::new(),
            };
            Ok(document(released, &suffix, format, bytes))
        })
        .collect()
}

fn one(
    released: &Released,
    guide: Option<&Guide>,
    format: Format,
    options: Options,
) -> io::Result<Document> {
    let words = Words::new(options.asked.unwrap_or(released.language()));
    let mut bytes = start(format, options);
    match format {
        Format::Json => json::write(released, &mut bytes)?,
        Format::Txt => transcript::write(released, &words, &mut bytes)?,
        Format::Html => html::write(released, guide, &words, &mut bytes)?,
        Format::Docx => docx::write(released, guide, &words, &mut bytes)?,
        _ => markdown::write(released, guide, &words, &mut bytes)?,
    }
    Ok(document(released, "", format, bytes))
}

fn document(released: &Released, suffix: &str, format: Format, bytes: Vec<u8>) -> Document {
    let (id, level) = (released.id(), released.level());
    Document {
        name: format!("{id}-{level}{suffix}.{}", format.extension()),
        bytes,
        sessions: vec![id.clone()],
    }
}

/// The first bytes of a document.
pub(super) fn start(format: Format, options: Options) -> Vec<u8> {
    if options.byte_order_mark && matches!(format, Format::Csv | Format::Txt) {
        "\u{feff}".as_bytes().to_vec()
    } else {
        Vec::new()
    }
}
