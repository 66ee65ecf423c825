//! The key table: where, which keys, which command, which label. Input, footer, help and the manual read it.
//!
//! While a note is typed no printable key is a command, `AltGr` and dead-key text included. Commands are function keys,
//! Ctrl (never H, I, J, M or `[`, which terminals send for other keys) or Alt with a key, where a capital letter may be
//! another key than the small one; Esc and then the key does the same as Alt with it, for terminals and keyboards on which
//! Alt writes characters. Ctrl-B stays free for tmux.

mod display;
mod table;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::anonymise::SlotKind;
use crate::i18n::Text;

pub use table::TABLE;

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// List the keys that work.
    Help,
    /// Leave the program, or the screen if it is not the first.
    Leave,
    /// Stop the program and give the terminal back to the shell.
    Suspend,
    /// Blank the screen.
    Veil,
    /// Show the screen in the next language.
    ScreenLanguage,
    /// Go one entry up.
    Up,
    /// Go one entry down.
    Down,
    /// Do what the entry says.
    Accept,
    /// Begin a new interview.
    NewInterview,
    /// Read a session without changing it.
    Read,
    /// Go on with a session.
    Resume,
    /// Show the case of the chosen session.
    Case,
    /// Save what is filled in.
    Save,
    /// Save what is prepared, and begin later.
    PrepareOnly,
    /// Begin with what is prepared.
    StartInterview,
    /// Keep the draft as a note.
    Keep,
    /// Begin another line in the note.
    NewLine,
    /// Choose a topic to go to.
    Jump,
    /// Go back to where one came from.
    Back,
    /// Go to the next topic that must be asked and is open.
    NextMust,
    /// Go to the next topic.
    NextTopic,
    /// Go to the topic before.
    PreviousTopic,
    /// Go to the bin «outside the guide» of the block.
    Outside,
    /// Set the state of the cell.
    State,
    /// Set the topic aside, with what is typed as a reminder.
    Park,
    /// Take up a parked point.
    Parked,
    /// Pause the clock, or go on.
    Pause,
    /// A recording runs from here, or is stopped.
    Recording,
    /// The interview begins here.
    Begin,
    /// Change the note at hand.
    EditNote,
    /// What is written comes from elsewhere: memory, recording, interviewee.
    Origin,
    /// Show the steps of the consent.
    Consent,
    /// The step is answered with yes.
    ConsentYes,
    /// The step is answered with no.
    ConsentNo,
    /// The step is taken back, after its effect was shown.
    ConsentWithdraw,
    /// How the step is answered.
    ConsentManner,
    /// Throw away a session in which nothing was said.
    Discard,
    /// Show the clock: lead, recordings, pauses, jumps, deletion.
    Clock,
    /// More time for the interview; a faster recording.
    More,
    /// Less time for the interview; a slower recording.
    Less,
    /// Write from the recording, or no longer.
    Player,
    /// Play the recording, or pause it.
    Play,
    /// A few seconds back in the recording.
    PlayBack,
    /// A few seconds on in the recording.
    PlayForward,
    /// Play from the place of the note at hand.
    PlayNote,
    /// Play from the next place that was not understood.
    PlayGap,
    /// Put the note at hand into another cell.
    Refile,
    /// Link the note at hand into a further cell.
    AlsoIn,
    /// Mark that something was not understood.
    Gap,
    /// What follows is prompted, or is not.
    Prompted,
    /// A probe was asked.
    Probe(u8),
    /// Say what the interview makes of an answer to the survey.
    Assess,
    /// Show the questions, and write notes, in the next language.
    QuestionLanguage,
    /// Show goal, criterion and prompts of the topic.
    Goal,
    /// Protect the word at the cursor.
    Protect,
    /// Put the next coarser step in the place of the year, number or office at the cursor.
    Coarsen,
    /// The placeholder at the cursor is no name.
    TakeBack,
    /// Show the slots.
    Names,
    /// Show what is not settled.
    Doubts,
    /// The word is a name of this kind.
    SettleName(SlotKind),
    /// The word is no name.
    SettleOrdinary,
    /// The word is no name in this study.
    SettleInStudy,
    /// Two slots stand for the same.
    JoinSlots,
    /// The slot stands for something of this kind.
    SlotIs(SlotKind),
    /// Give the slot a neutral label, or a name again.
    LabelSlot,
    /// Go off the record, or on it again.
    OffRecord,
    /// The next interviewee speaks.
    Speaker,
    /// Put the draft aside to get its place later, or give a note that waits its place.
    Unplaced,
    /// Write beside a quotation what it says in the language of the session.
    Translate,
    /// Settle two note-takers' notes that lie side by side.
    Overlaps,
    /// Strike the note at hand.
    Strike,
    /// Strike the last minutes.
    StrikeMinutes,
    /// Strike what holds certain words.
    StrikeWords,
    /// Take back the last step.
    Undo,
    /// Bring back what was taken back.
    Redo,
    /// Close the interview.
    Close,
    /// Show what is to be done after the interview.
    After,
    /// Show the notes, to complete them.
    ToNotes,
    /// Leave a point open, for this reason.
    Wave(WaveReason),
    /// Open the code line under the note at hand, or close it.
    Code,
    /// Put the favourite with this number on the note, or take it off.
    Favourite(u8),
    /// The note was prompted, or was not.
    NotePrompted,
    /// What the note says helps.
    Helps,
    /// What the note says hinders.
    Hinders,
    /// The note gives somebody else's view, as it was reported.
    Reported,
    /// No code fits the note.
    NoneFits,
    /// Code as another coder.
    SecondCoder,
    /// Show the codebook.
    Codebook,
    /// Read across interviews.
    Across,
    /// Search all sessions.
    Search,
    /// Show the next view across interviews.
    NextView,
    /// Choose what is counted.
    Filter,
    /// Count everything again.
    ClearFilters,
    /// Read the sheet of the case at hand.
    ReadSheet,
    /// Have sessions leave the study.
    Export,
    /// Show how much there is.
    Heat,
    /// Count by the next attribute too.
    CountBy,
    /// Go a column to the left.
    ColumnLeft,
    /// Go a column to the right.
    ColumnRight,
    /// Call the code otherwise.
    RenameCode,
    /// Make a field code under the chosen code.
    AddCode,
    /// Choose a code that the chosen one goes into.
    MergeCode,
    /// The code is no longer offered, or is again.
    RetireCode,
    /// Make a field code of what is typed.
    NewFieldCode,
    /// Show whom of each case one has talked to.
    SampleBoard,
    /// Look for a note by what stands in it.
    Find,
    /// Put the notes of the cell into one sentence.
    SumUp,
    /// The note before is the one at hand.
    NoteBefore,
    /// The note after is the one at hand.
    NoteAfter,
    /// Scroll up.
    PageUp,
    /// Scroll down.
    PageDown,
    /// Go to the first entry.
    First,
    /// Go to the last entry.
    Last,
    /// Move or erase in the text.
    Edit(EditCommand),
}

/// Why a point stays open when an interview is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WaveReason {
    /// There was no time for it.
    NoTime,
    /// It is not needed here.
    NotNeeded,
    /// It follows later.
    Later,
    /// Another reason, that the postscript tells.
    Other,
}

/// What a key can ask of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EditCommand {
    /// A grapheme to the left.
    Left,
    /// A grapheme to the right.
    Right,
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A word to the left.
    WordLeft,
    /// A word to the right.
    WordRight,
    /// To the beginning of the row.
    Home,
    /// To the end of the row.
    End,
    /// To the beginning of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// Erase the grapheme before the cursor.
    Backspace,
    /// Erase the grapheme after the cursor.
    Delete,
    /// Erase the word before the cursor.
    DeleteWordBack,
    /// Erase the word after the cursor.
    DeleteWordForward,
    /// Erase the line that the cursor stands in.
    DeleteLine,
}

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The list of sessions.
    Start,
    /// The form before an interview.
    Prepare,
    /// The form of a case.
    Case,
    /// The slots of a session and what they stand for.
    Names,
    /// The words that are not settled.
    Doubts,
    /// The steps of the consent.
    Consent,
    /// The clock of the interview.
    Clock,
    /// The recording that is asked for.
    Player,
    /// The interview.
    Interview,
    /// The code line under a note.
    Coding,
    /// The search for a note.
    Finding,
    /// Words whose texts are to be struck.
    StrikeWords,
    /// What a quotation says in the language of the session.
    Translation,
    /// The list before closing.
    Closing,
    /// What is done after the interview.
    After,
    /// A session that is read.
    Review,
    /// The codebook.
    Codebook,
    /// The label of a code.
    CodeLabel,
    /// What is read across interviews.
    Across,
    /// The list of what can be counted.
    Filtering,
    /// The sheet of a case.
    CaseSheet,
    /// The form by which sessions leave the study.
    Exporting,
    /// The search over all sessions.
    Searching,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 23] = [
        Self::Start,
        Self::Prepare,
        Self::Case,
        Self::Names,
        Self::Doubts,
        Self::Consent,
        Self::Clock,
        Self::Player,
        Self::Interview,
        Self::Coding,
        Self::Finding,
        Self::StrikeWords,
        Self::Translation,
        Self::Closing,
        Self::After,
        Self::Review,
        Self::Codebook,
        Self::CodeLabel,
        Self::Across,
        Self::Filtering,
        Self::CaseSheet,
        Self::Exporting,
        Self::Searching,
    ];
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Ctrl, Alt, both or none. Shift belongs to the character.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// Ctrl with a key.
    pub const fn ctrl(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// Alt with a key; Esc and then the key is the same.
    pub const fn alt(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::ALT,
        }
    }

    /// The key of an event, without what does not matter to the table.
    pub fn of(event: KeyEvent) -> Self {
        let modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let code = match event.code {
            // Control bytes know no capital letters.
            KeyCode::Char(character) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(character.to_ascii_lowercase())
            }
            code => code,
        };
        Self { code, modifiers }
    }

    /// Whether it is pressed with Alt.
    pub const fn is_with_alt(self) -> bool {
        self.modifiers.contains(KeyModifiers::ALT)
    }

    /// The same key with Alt, as after Esc.
    #[must_use]
    pub fn with_alt(self) -> Self {
        Self {
            code: self.code,
            modifiers: self.modifiers | KeyModifiers::ALT,
        }
    }

    /// The same key with a small letter.
    const fn in_small_letters(self) -> Self {
        let code = match self.code {
            KeyCode::Char(character) => KeyCode::Char(character.to_ascii_lowercase()),
            code => code,
        };
        Self {
            code,
            modifiers: self.modifiers,
        }
    }
}

/// A line of the key table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub places: &'static [Place],
    /// What it asks for.
    pub command: Command,
    /// The keys that ask for it; the first is the one that is shown.
    pub keys: &'static [Key],
    /// What it does, in a word or two.
    pub label: Text,
    /// Whether the footer shows it while there is room; a smaller number comes first.
    pub footer: Option<u8>,
}

/// The command of a key at a place. A capital letter with a modifier that means nothing is the small one, as with the
/// shift lock on.
pub fn lookup(place: Place, key: Key) -> Option<Command> {
    let of = |key: Key| {
        bindings(place)
            .find(|binding| binding.keys.contains(&key))
            .map(|binding| binding.command)
    };
    of(key).or_else(|| {
        let small = key.in_small_letters();
        (!key.modifiers.is_empty() && small != key)
            .then(|| of(small))
            .flatten()
    })
}

/// The lines of the table that hold at a place.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    TABLE
        .iter()
        .filter(move |binding| binding.places.contains(&place))
}

#[cfg(test)]
mod tests;
