//! Guides that begin elsewhere: as a codebook of another program, or as a text in Markdown.
//!
//! What is read becomes a [`Draft`]: blocks, topics and codes in one language. [`complete`] puts it into the frame of a
//! guide that is known to work, so that consent, checklists and closing are there from the beginning.

mod codebook;
mod ids;
mod markdown;

use thiserror::Error;

use crate::guide::{
    Block, ByMode, Code, Criterion, Guide, LocalisedList, LocalisedText, Status, Topic, Weight,
};

pub use codebook::{CodebookFault, read as read_codebook};
pub use ids::guide_id;
pub use markdown::{MarkdownFault, read as read_markdown};

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The title.
    pub title: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// The blocks.
    pub blocks: Vec<DraftBlock>,
    /// The codebook.
    pub codes: Vec<DraftCode>,
}

/// A block as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftBlock {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is asked for.
    pub goal: Option<String>,
    /// A word to the interviewer.
    pub hint: Option<String>,
    /// Minutes on site and by phone.
    pub minutes: Option<(u32, u32)>,
    /// Its topics.
    pub topics: Vec<DraftTopic>,
}

/// A topic as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftTopic {
    /// Its id.
    pub id: String,
    /// The head of its column.
    pub title: String,
    /// Whether it is asked only if there is time.
    pub if_there_is_time: bool,
    /// The main question.
    pub question: Option<String>,
    /// What to ask if it was not said unasked.
    pub probes: Vec<String>,
    /// A word to the interviewer.
    pub hint: Option<String>,
    /// Words that stand for it.
    pub keywords: Vec<String>,
    /// What belongs into its cell and what does not.
    pub criterion: Option<(String, String)>,
    /// The codes that are offered for it.
    pub codes: Vec<String>,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftCode {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What it means.
    pub definition: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

/// What stands where something is still to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToBeWritten {
    /// For the title of a guide.
    pub title: String,
    /// For the title of a block.
    pub block: String,
    /// For the goal of a block.
    pub goal: String,
    /// For the title of a topic.
    pub topic: String,
    /// For the main question of a topic.
    pub question: String,
    /// For who is responsible for the data.
    pub controller: String,
}

/// Why a file is no guide that could be taken over. Holds none of its text but ids.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportFault {
    /// What is wrong with a codebook.
    #[error(transparent)]
    Codebook(#[from] CodebookFault),
    /// What is wrong with a text.
    #[error(transparent)]
    Markdown(#[from] MarkdownFault),
}

/// Minutes for a block of which none are known.
const MINUTES: u32 = 10;

/// A guide from a draft, in the frame of another: its consent, opening, closing, prompts, attributes and checklists.
/// A draft without blocks gets one to begin with.
pub fn complete(draft: Draft, id: &str, frame: Guide, missing: &ToBeWritten) -> Guide {
    let mut blocks = draft.blocks;
    if blocks.is_empty() {
        blocks.push(DraftBlock {
            id: "b1".to_owned(),
            title: missing.block.clone(),
            ..DraftBlock::default()
        });
    }
    let mut names = ids::TopicNames::default();
    let blocks = blocks
        .into_iter()
        .map(|block| of_block(block, missing, &mut names))
        .collect();
    let codes: Vec<Code> = draft.codes.into_iter().map(of_code).collect();
    let has = |id: &String| codes.iter().any(|code| &code.id == id);
    Guide {
        id: id.to_owned(),
        edition: "0.1".to_owned(),
        digest: String::new(),
        title: plain(draft.title.unwrap_or_else(|| missing.title.clone())),
        status: Status::Draft,
        source: draft.source.map(plain),
        controller: plain(missing.controller.clone()),
        blocks,
        survey: Vec::new(),
        process_codes: frame.process_codes.into_iter().filter(has).collect(),
        pairs: Vec::new(),
        codes,
        ..frame
    }
}

fn of_block(block: DraftBlock, missing: &ToBeWritten, names: &mut ids::TopicNames) -> Block {
    let mut topics = block.topics;
    if topics.is_empty() {
        topics.push(DraftTopic {
            id: format!("{}.t1", block.id),
            title: missing.topic.clone(),
            ..DraftTopic::default()
        });
    }
    let (on_site, phone) = block.minutes.unwrap_or((MINUTES, MINUTES));
    Block {
        title: plain(block.title),
        goal: plain(block.goal.unwrap_or_else(|| missing.goal.clone())),
        hint: block.hint.map(plain),
        minutes: ByMode { on_site, phone },
        topics: topics
            .into_iter()
            .map(|topic| of_topic(topic, missing, names))
            .collect(),
        id: block.id,
    }
}

fn of_topic(topic: DraftTopic, missing: &ToBeWritten, names: &mut ids::TopicNames) -> Topic {
    let weight = if topic.if_there_is_time {
        Weight::Should
    } else {
        Weight::Must
    };
    Topic {
        name: names.of(&topic.title),
        title: plain(topic.title),
        weight: ByMode {
            on_site: weight,
            phone: weight,
        },
        question: plain(topic.question.unwrap_or_else(|| missing.question.clone())),
        variants: Vec::new(),
        prefilled: None,
        probes: listed(topic.probes),
        hint: topic.hint.map(plain),
        keywords: listed(topic.keywords),
        criterion: topic.criterion.map(|(include, exclude)| Criterion {
            include: plain(include),
            exclude: plain(exclude),
        }),
        codes: topic.codes,
        favourites: Vec::new(),
        id: topic.id,
    }
}

fn of_code(code: DraftCode) -> Code {
    Code {
        id: code.id,
        label: plain(code.label),
        definition: code.definition.map(plain),
        source: code.source,
        retired: false,
    }
}

fn plain(text: String) -> LocalisedText {
    LocalisedText::Plain(text.into())
}

fn listed(texts: Vec<String>) -> LocalisedList {
    LocalisedList::Plain(texts.into_iter().map(Into::into).collect())
}
