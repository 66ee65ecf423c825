//! The guide of an interview as data: blocks, topics, questions, probes, codes, consent steps, checklists.
//!
//! Keeps out: files, and sentences for the user. What is wrong with a guide is a list of [`Fault`]s; `i18n` has the
//! words for them.

pub(crate) mod codebook;
mod diff;
mod extended;
mod fault;
mod hidden;
mod text;
mod trail;
mod validate;
mod vocabulary;

pub use codebook::{Additions, BookCode, Codebook, CodebookChange, Standing};
pub use diff::{Change, Difference, diff};
pub use extended::StudyCodes;
pub use fault::{Fault, FaultKind, IdOf, Severity};
pub use hidden::is_hidden;
pub use text::{ByLanguage, LocalisedList, LocalisedText, Phrase};
pub use trail::Trail;
pub use validate::{MOST_FAULTS, validate};

use crate::language::Language;

/// What stands in braces in texts and is filled in by the program: `{coop}`, `{minutes}` and so on.
///
/// In a prefilled question the survey keys that it declares do so too, without their [`SURVEY_PREFIX`].
pub const VARIABLES: [&str; 5] = ["coop", "minutes", "project", "controller", "date"];

/// The attribute whose value tells which variant of a question is asked.
pub const ROLE: &str = "role";

/// What all survey keys begin with.
pub const SURVEY_PREFIX: &str = "sv.";

/// A guide that has been found valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The stem of its file, such as `cluster-cooperation`.
    pub id: String,
    /// The version that its author gave it.
    pub edition: String,
    /// SHA-256 of its file, as lower-case hexadecimal digits.
    pub digest: String,
    /// Its title.
    pub title: LocalisedText,
    /// The languages in which all its texts exist, the first being the one to fall back to.
    pub languages: Vec<Language>,
    /// Where it stands between draft and field.
    pub status: Status,
    /// Where its structure and facts come from.
    pub source: Option<LocalisedText>,
    /// What stands for `{project}`.
    pub project: LocalisedText,
    /// Who is responsible for the data; what stands for `{controller}`.
    pub controller: LocalisedText,
    /// The smallest group that an analysis may show (k), never under 2.
    pub smallest_group: u32,
    /// What is said before the questions.
    pub opening: Opening,
    /// The steps of the consent, in order.
    pub consent: Vec<ConsentStep>,
    /// The sentence that repeats the consent on the recording.
    pub on_tape: Option<LocalisedText>,
    /// What is asked and checked at the end.
    pub closing: Closing,
    /// Prompts that keep the talk going and add no content.
    pub keep_going: Vec<Prompt>,
    /// The blocks, in order.
    pub blocks: Vec<Block>,
    /// What is noted about a person or an institution besides the talk.
    pub attributes: Vec<Attribute>,
    /// The survey values that may be shown beside a topic.
    pub survey: Vec<SurveyKey>,
    /// The checklist before the interview.
    pub before: Vec<Check>,
    /// The checklist after the interview.
    pub after: Vec<Check>,
    /// The fields of the postscript.
    pub postscript: Vec<PostscriptField>,
    /// The codebook.
    pub codes: Vec<Code>,
    /// Codes that are never counted as content.
    pub process_codes: Vec<String>,
    /// Pairs of codes that are worth a look when one session has both.
    pub pairs: Vec<(String, String)>,
    /// What the study says of codes besides; nothing in a guide as it was read from its file.
    pub study: StudyCodes,
    /// Words that are no names in the study that the guide was read for. They stand in a file of their own.
    pub allowed: Vec<String>,
}

impl Guide {
    /// The topics of all blocks, in order, each with its block.
    pub fn topics(&self) -> impl Iterator<Item = (&Block, &Topic)> {
        self.blocks
            .iter()
            .flat_map(|block| block.topics.iter().map(move |topic| (block, topic)))
    }

    /// The topic with this id, with its block.
    pub fn topic(&self, id: &str) -> Option<(&Block, &Topic)> {
        self.topics().find(|(_, topic)| topic.id == id)
    }

    /// The block that a cell lies in: that of the topic, or of the bin «outside the guide».
    pub fn block_of(&self, cell: &str) -> Option<(usize, &Block)> {
        self.blocks.iter().enumerate().find(|(_, block)| {
            block.outside() == cell || block.topics.iter().any(|topic| topic.id == cell)
        })
    }

    /// The ids of all cells in the order of the guide: the topics of a block, then its bin «outside the guide».
    pub fn cells(&self) -> impl Iterator<Item = String> + '_ {
        self.blocks.iter().flat_map(|block| {
            block
                .topics
                .iter()
                .map(|topic| topic.id.clone())
                .chain(std::iter::once(block.outside()))
        })
    }

    /// The language in which the guide is shown when the screen speaks `wanted`; visibly the first if it has it not.
    pub fn language_for(&self, wanted: Language) -> Language {
        if self.languages.contains(&wanted) {
            return wanted;
        }
        self.languages.first().copied().unwrap_or(wanted)
    }

    /// Whether a code marks the work on the protocol and says nothing of content.
    pub fn is_process_code(&self, code: &str) -> bool {
        self.process_codes.iter().any(|process| {
            process == code
                || process
                    .strip_suffix(".*")
                    .and_then(|parent| code.strip_prefix(parent))
                    .is_some_and(|rest| rest.starts_with('.'))
        })
    }

    /// The codes that a name stands for: itself, or with `.*` all codes below it.
    pub fn codes_named<'guide>(&'guide self, name: &str) -> impl Iterator<Item = &'guide Code> {
        let (exact, below) = match name.strip_suffix(".*") {
            Some(parent) => (None, Some(format!("{parent}."))),
            None => (Some(name.to_owned()), None),
        };
        self.codes.iter().filter(move |code| {
            exact.as_ref().is_some_and(|id| &code.id == id)
                || below
                    .as_ref()
                    .is_some_and(|prefix| code.id.starts_with(prefix.as_str()))
        })
    }

    /// Where a value of an attribute stands among its values, those it does not have coming later and none last.
    pub fn rank_of_value(&self, attribute: &str, value: Option<&str>) -> usize {
        let known = self.attributes.iter().find(|known| known.id == attribute);
        let values = known.map_or(&[][..], |known| known.values.as_slice());
        match value {
            Some(value) => values
                .iter()
                .position(|known| known.id == value)
                .unwrap_or(values.len()),
            None => values.len() + 1,
        }
    }

    /// Minutes planned for the whole interview, opening and closing included.
    pub fn minutes(&self, mode: Mode) -> u32 {
        let blocks: u32 = self.blocks.iter().map(|block| block.minutes.of(mode)).sum();
        blocks + self.opening.minutes.of(mode) + self.closing.minutes.of(mode)
    }
}

/// Where a guide stands between draft and field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Being written.
    Draft,
    /// Read by colleagues.
    Feedback,
    /// Tried in pilot interviews, which stay out of counts.
    Pilot,
    /// Used in the study.
    Field,
}

/// How an interview is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Across a table.
    OnSite,
    /// By phone.
    Phone,
}

impl Mode {
    /// The word for it in files, and as the value of an attribute.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OnSite => "on_site",
            Self::Phone => "phone",
        }
    }
}

/// A value for each way of holding an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByMode<T> {
    /// The value on site.
    pub on_site: T,
    /// The value by phone.
    pub phone: T,
}

impl<T: Copy> ByMode<T> {
    /// The value for this mode.
    pub const fn of(&self, mode: Mode) -> T {
        match mode {
            Mode::OnSite => self.on_site,
            Mode::Phone => self.phone,
        }
    }
}

/// What is said before the questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its title.
    pub title: LocalisedText,
    /// What is said.
    pub text: LocalisedText,
    /// Minutes planned.
    pub minutes: ByMode<u32>,
}

/// A step of the consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentStep {
    /// Its id, `c1` to `c7`.
    pub id: String,
    /// Its title.
    pub title: LocalisedText,
    /// What is said or asked.
    pub ask: LocalisedText,
    /// What follows from a no.
    pub if_no: LocalisedText,
    /// Whether the interview cannot begin without a yes.
    pub needed: bool,
}

/// What is asked and checked at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Its title.
    pub title: LocalisedText,
    /// The question about what was not asked.
    pub question: LocalisedText,
    /// Minutes planned.
    pub minutes: ByMode<u32>,
    /// What is checked, one key each.
    pub checks: Vec<Prompt>,
}

/// A sentence with an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// Its id.
    pub id: String,
    /// The sentence.
    pub text: LocalisedText,
}

/// A block of questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its id, such as `b3`.
    pub id: String,
    /// Its title.
    pub title: LocalisedText,
    /// What it is asked for.
    pub goal: LocalisedText,
    /// A word to the interviewer.
    pub hint: Option<LocalisedText>,
    /// Minutes planned.
    pub minutes: ByMode<u32>,
    /// Its topics, in order.
    pub topics: Vec<Topic>,
}

impl Block {
    /// The id of its bin «outside the guide».
    pub fn outside(&self) -> String {
        format!("{}.out", self.id)
    }
}

/// The smallest unit of the guide: one question, one selection criterion, one column of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its id, such as `b3.t2`.
    pub id: String,
    /// A short word of the guide's author.
    pub name: String,
    /// The head of its column.
    pub title: LocalisedText,
    /// Whether it must be asked.
    pub weight: ByMode<Weight>,
    /// The main question: one open invitation to talk.
    pub question: LocalisedText,
    /// Other main questions by the role of the interviewee.
    pub variants: Vec<Variant>,
    /// The main question when the survey gave values.
    pub prefilled: Option<Prefilled>,
    /// What to ask if it was not said unasked; at most nine.
    pub probes: LocalisedList,
    /// A word to the interviewer.
    pub hint: Option<LocalisedText>,
    /// Words that stand for it in the compact view and in the jump search.
    pub keywords: LocalisedList,
    /// What belongs into its cell and what does not.
    pub criterion: Option<Criterion>,
    /// The codes that are offered for it; `x.*` stands for all below `x`.
    pub codes: Vec<String>,
    /// The codes that are on keys during the interview.
    pub favourites: Vec<String>,
}

impl Topic {
    /// The main question for an interviewee of this role.
    pub fn question_for(&self, role: Option<&str>) -> &LocalisedText {
        self.variants
            .iter()
            .find(|variant| Some(variant.role.as_str()) == role)
            .map_or(&self.question, |variant| &variant.question)
    }
}

/// Whether a topic must be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It counts towards coverage.
    Must,
    /// It is asked if there is time.
    Should,
}

/// Another main question for a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// A value of the attribute `role`.
    pub role: String,
    /// The question.
    pub question: LocalisedText,
}

/// A main question with values from a survey in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefilled {
    /// The survey keys that it needs.
    pub keys: Vec<String>,
    /// The question, with `{key}` for the values.
    pub question: LocalisedText,
}

/// What belongs into a cell and what does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What belongs into it.
    pub include: LocalisedText,
    /// What does not.
    pub exclude: LocalisedText,
}

/// Something noted about a person or an institution besides the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: LocalisedText,
    /// When it is asked for.
    pub asked: Asked,
    /// Whether an export may hold it.
    pub exported: bool,
    /// The values it can take.
    pub values: Vec<AttributeValue>,
    /// Steps of coarsening; after the last it is left out.
    pub ladder: Vec<Vec<Coarsening>>,
}

/// When an attribute is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// In the preparation.
    Before,
    /// After the interview.
    After,
    /// Not by the form.
    Never,
}

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeValue {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: LocalisedText,
}

/// One coarser value and those that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coarsening {
    /// The coarser value.
    pub into: String,
    /// The values that it stands for, of the attribute or of the steps before.
    pub from: Vec<String>,
}

/// A survey value that may be shown beside a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyKey {
    /// Its key, such as `sv.measures`.
    pub key: String,
    /// Its label.
    pub label: LocalisedText,
    /// Whether it holds several values.
    pub list: bool,
}

/// An entry of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// What to see to.
    pub text: LocalisedText,
    /// The modes it is for; both if empty.
    pub modes: Vec<Mode>,
}

impl Check {
    /// Whether it is for an interview of this mode.
    pub fn is_for(&self, mode: Mode) -> bool {
        self.modes.is_empty() || self.modes.contains(&mode)
    }
}

/// A field of the postscript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostscriptField {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: LocalisedText,
    /// Whether it must be filled in.
    pub required: bool,
}

/// A code of the codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its id, stable for ever.
    pub id: String,
    /// Its label.
    pub label: LocalisedText,
    /// What it means, where two codes could be taken for each other.
    pub definition: Option<LocalisedText>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Whether it is no longer offered; old notes keep it.
    pub retired: bool,
}
