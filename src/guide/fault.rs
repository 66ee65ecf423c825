//! What can be wrong with a guide.

use std::ops::Range;

use crate::language::Language;

use super::{Mode, Trail};

/// Something wrong with a guide, at a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The way to it from the top, such as `blocks[2].topics[0].question.fr`.
    ///
    /// What is missing is a fault of what should hold it.
    pub path: String,
    /// The characters of the text there that are wrong; the whole value if nothing is said.
    pub within: Option<Range<usize>>,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// A fault of a whole value.
    pub fn new(at: &Trail<'_>, kind: FaultKind) -> Self {
        Self {
            path: at.to_string(),
            within: None,
            kind,
        }
    }

    /// A fault of some characters of a text.
    pub fn within(at: &Trail<'_>, within: Range<usize>, kind: FaultKind) -> Self {
        Self {
            path: at.to_string(),
            within: Some(within),
            kind,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    // The guide as a whole.
    /// No language is declared.
    NoLanguages,
    /// A language is declared twice.
    DuplicateLanguage(Language),
    /// A language that the program does not know.
    UnknownLanguage(String),
    /// There is no block.
    NoBlocks,
    /// A block has no topic.
    NoTopics,
    /// No time is planned.
    NoMinutes,
    /// The smallest group is so small that it shows single people.
    SmallestGroupTooSmall {
        /// What the guide says.
        found: u32,
        /// The least that is allowed.
        least: u32,
    },
    /// There are so many faults that the rest is not told: [`MOST_FAULTS`](super::MOST_FAULTS).
    MoreFaults,
    /// A step of the consent without which no interview may begin is not there.
    ConsentStepMissing(&'static str),
    /// A step of the consent without which no interview may begin is not marked as needed.
    ConsentStepNotNeeded(&'static str),

    // Ids.
    /// An id stands twice.
    DuplicateId {
        /// What it is the id of.
        of: IdOf,
        /// The id.
        id: String,
    },
    /// An id has not the shape that such ids have.
    MisshapenId {
        /// What it is the id of.
        of: IdOf,
        /// The id.
        id: String,
    },

    // References.
    /// A code that the codebook has not.
    UnknownCode(String),
    /// `x.*` where the codebook has nothing below `x`.
    NothingBelowCode(String),
    /// A favourite that is not among the codes of its topic.
    FavouriteNotOffered(String),
    /// A block has more favourites than there are keys for them.
    TooManyFavourites {
        /// How many there are in the block.
        found: usize,
        /// The most that are allowed.
        most: usize,
    },
    /// A role that is no value of the attribute `role`.
    UnknownRole(String),
    /// A survey key that the guide does not declare.
    UnknownSurveyKey(String),
    /// A value that the attribute has not, or has no more at this step of its ladder.
    UnknownValue(String),
    /// A value that one step of a ladder makes into two.
    ValueCoarsenedTwice(String),

    // Texts.
    /// A text or list is not there in a language that the guide declares.
    MissingLanguage(Language),
    /// A text or list is there in a language that the guide does not declare.
    UndeclaredLanguage(Language),
    /// A text, or the guide's own version, is empty.
    EmptyText,
    /// A topic has more probes than there are keys for them.
    TooManyProbes {
        /// How many there are.
        found: usize,
        /// The most that are allowed.
        most: usize,
    },
    /// A topic has another number of probes in one language than in the first.
    UnequalProbes {
        /// The language.
        language: Language,
        /// How many it has.
        found: usize,
        /// How many the first language has.
        expected: usize,
    },
    /// `{x}` where the program has nothing to put for `x`.
    UnknownVariable(String),
    /// `{` without `}`.
    UnclosedBrace,
    /// `}` without `{`.
    UnopenedBrace,
    /// A line break in a text that has one line.
    LineBreak,
    /// A control character, or one that turns or hides the characters around it.
    HiddenCharacter(char),

    /// A text in which the program says that it is to be written.
    Unwritten,

    // Lengths.
    /// The head of a column is too wide for it.
    TitleTooWide {
        /// Its width on the screen.
        found: usize,
        /// The greatest that fits.
        most: usize,
    },
    /// A question is too long to be taken in at a glance.
    QuestionTooLong {
        /// How many characters it has.
        found: usize,
        /// The most that fit.
        most: usize,
    },

    // Questions.
    /// A main question that can be answered with yes or no.
    YesNoQuestion,
    /// Several questions where one at a time is asked.
    SeveralQuestions {
        /// How many there are.
        found: usize,
    },
    /// A word that suggests the answer.
    LeadingWord,
    /// More main questions have to be asked than the planned time holds.
    TooManyQuestions {
        /// How the interview is held.
        mode: Mode,
        /// How many there would be in an hour.
        found: u32,
        /// The most that an hour holds.
        most: u32,
    },

    // Typography.
    /// ß in German, which is written ss in Switzerland.
    SharpS,
    /// `'` in French, for ’.
    StraightApostrophe,
    /// `"`, for «…» or “…”.
    StraightQuote,
    /// `...`, for ….
    ThreeDots,
    /// A hyphen between spaces, for –.
    HyphenAsDash,
    /// No space, or one at which the line may break, before `:` and its like and inside « » in French.
    MissingNoBreakSpace {
        /// The character that it belongs to.
        beside: char,
    },
}

/// What an id is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdOf {
    /// A block: `b1`, that is a letter, then letters and digits.
    Block,
    /// A topic: `b1.t1`, that is its block's id, `.t` and a number from 1.
    Topic,
    /// The name of a topic: letters and `_`.
    TopicName,
    /// A code: one to three words with dots between, such as `fac.sim.language`.
    Code,
    /// A step of the consent: `c1` to `c7`.
    ConsentStep,
    /// A check of the closing.
    ClosingCheck,
    /// A prompt that keeps the talk going.
    KeepGoing,
    /// An attribute.
    Attribute,
    /// A value of an attribute.
    Value,
    /// A survey key: `sv.` and a word.
    SurveyKey,
    /// An entry of the checklist before the interview.
    CheckBefore,
    /// An entry of the checklist after the interview.
    CheckAfter,
    /// A field of the postscript.
    PostscriptField,
}

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide can be used; what people read is not as it should be.
    Warning,
    /// The guide cannot be used.
    Error,
}

impl FaultKind {
    /// How much it matters: lengths, the way of asking, typography and what is to be written are warnings, all else is an
    /// error.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Unwritten
            | Self::TitleTooWide { .. }
            | Self::QuestionTooLong { .. }
            | Self::YesNoQuestion
            | Self::SeveralQuestions { .. }
            | Self::LeadingWord
            | Self::TooManyQuestions { .. }
            | Self::SharpS
            | Self::StraightApostrophe
            | Self::StraightQuote
            | Self::ThreeDots
            | Self::HyphenAsDash
            | Self::MissingNoBreakSpace { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
