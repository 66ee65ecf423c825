//! The formats of an export.

/// A format in which sessions leave the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The whole session as a JSON document.
    Json,
    /// A note a line as JSON.
    Jsonl,
    /// A note a row, comma-separated.
    Csv,
    /// A transcript with timecodes as f4 writes them.
    Txt,
    /// Subtitles for the recording.
    Vtt,
    /// The protocol in Markdown.
    Md,
    /// The protocol as a page for the browser.
    Html,
    /// The matrix, the notes and the codebook as a workbook.
    Xlsx,
    /// The protocol as a text document, for the interviewee to approve.
    Docx,
    /// The protocol matrix as a text document in landscape.
    DocxMatrix,
    /// A project for programs of qualitative analysis (REFI-QDA).
    Qdpx,
    /// The codebook for such programs (REFI-QDA).
    Qdc,
}

/// How many sessions a document of a format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One.
    Each,
    /// All that are exported.
    Together,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 12] = [
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Txt,
        Self::Vtt,
        Self::Md,
        Self::Html,
        Self::Xlsx,
        Self::Docx,
        Self::DocxMatrix,
        Self::Qdpx,
        Self::Qdc,
    ];

    /// The word for it on the command line and in the session's log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DocxMatrix => "docx-matrix",
            other => other.extension(),
        }
    }

    /// What the names of its files end with.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Txt => "txt",
            Self::Vtt => "vtt",
            Self::Md => "md",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Docx | Self::DocxMatrix => "docx",
            Self::Qdpx => "qdpx",
            Self::Qdc => "qdc",
        }
    }

    /// How many sessions a document of it holds.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Json | Self::Txt | Self::Vtt | Self::Md | Self::Html | Self::Docx => Scope::Each,
            Self::Jsonl | Self::Csv | Self::Xlsx | Self::DocxMatrix | Self::Qdpx | Self::Qdc => {
                Scope::Together
            }
        }
    }

    /// Whether a document of it is text, which a terminal can show.
    pub const fn is_text(self) -> bool {
        !matches!(
            self,
            Self::Xlsx | Self::Docx | Self::DocxMatrix | Self::Qdpx
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_formats_have_the_same_word() {
        let words: std::collections::BTreeSet<&str> = Format::ALL.map(Format::word).into();
        assert_eq!(words.len(), Format::ALL.len());
    }
}
