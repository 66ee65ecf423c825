//! What can be read off sessions: how far a guide is covered, what accumulates within its blocks, whom attributes point
//! to, what should be looked at again.
//!
//! All that is read across interviews is computed from [`Facts`], and for the sessions of a [`Selection`]. Keeps out:
//! files, and words for the user.

mod agreement;
mod approval;
mod codebook;
mod columns;
mod contradictions;
mod count;
mod coverage;
mod cut_list;
mod disclosure;
#[cfg(test)]
pub(crate) mod example;
mod facts;
mod frequencies;
mod gate;
mod matrix;
pub(crate) mod packing;
mod quality;
mod sample;
mod saturation;
pub mod search;
mod selection;
mod unknown;
pub(crate) mod warnings;

pub use agreement::{
    Agreement, CodeAgreement, CoderAgreement, CoderPair, Coding, Difference, FEWEST_FOR_ALPHA,
    agreement, coder_agreement, nominal_alpha,
};
pub use approval::{
    DAYS_TO_ANSWER, Standing, gate_without_answer, is_answer_awaited, is_released_without_answer,
    is_settled, review_digest, sending, standing,
};
pub use codebook::{CodeRow, Codebook};
pub use columns::{BlockColumns, Column, Columns, Wording};
pub use contradictions::{CONTRADICTION, Contradiction, ContradictionKind, contradictions};
pub use count::{Count, FEWEST_FOR_PERCENT, Frequent};
pub use coverage::{BlockCoverage, Coverage, Covered, TopicCoverage, coverage, must_settled};
pub use cut_list::{Cut, Reason, cut_list};
pub use disclosure::{Combination, Disclosure, FEWEST_CASES, MOST_COMBINATIONS, disclosure};
pub use facts::{
    Attributes, CaseFacts, CellRow, CodeNumber, Consents, Facts, Groups, GuideNumber, GuideVersion,
    LANGUAGE, Listed, MODE, Names, NoteFacts, NoteRow, Notes, SessionFacts, TopicNumber,
    exported_attributes, facts,
};
pub use frequencies::{BlockFrequencies, CodeFrequency, Counting, Frequencies, Ways, frequencies};
pub use gate::{
    OpenPoint, contradicted, disputed, is_of_other_country, is_waved, is_waved_in, open_points,
    points_to_complete,
};
pub use matrix::{ColumnTotal, Matrix, MatrixCell, MatrixRow, matrix};
pub use quality::{Languages, languages, open_places, quality};
pub use sample::{SIDE, Sample, SampleCase, SampleSide, sample};
pub use saturation::{Saturation, SaturationPoint, saturation};
pub use selection::{Filter, LeftOut, Selection, Version};
pub use unknown::{FilterPart, Unknown};
