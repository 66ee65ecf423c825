//! Words for what stands in a protocol.

use std::borrow::Cow;

use super::{Text, Value, Words};
use crate::guide::Mode;
use crate::guide::codebook::Refused;
use crate::language::Language;
use crate::release::{Left, Level, When};
use crate::session::{
    Age, Answer, CellState, Dispute, Manner, NoteKind, Origin, PauseReason, PhoneReason, Polarity,
    Progress, Prompting, Span, Withholding, hours,
};

impl Words {
    /// What a kind of note is called.
    pub fn kind(&self, kind: NoteKind) -> Cow<'_, str> {
        self.text(match kind {
            NoteKind::Paraphrase => Text::KindParaphrase,
            NoteKind::Quote => Text::KindQuote,
            NoteKind::Observation => Text::KindObservation,
            NoteKind::Comment => Text::KindComment,
            NoteKind::Fact => Text::KindFact,
        })
    }

    /// What note-takers said of a cell, if they differ.
    pub fn dispute(&self, dispute: &Dispute) -> String {
        let states = dispute.states.iter();
        let states: Vec<_> = states.map(|state| self.state(*state)).collect();
        states.join(" / ")
    }

    /// What the state of a cell is called.
    pub fn state(&self, state: CellState) -> Cow<'_, str> {
        self.text(match state {
            CellState::Open => Text::StateOpen,
            CellState::Answered => Text::StateAnswered,
            CellState::NothingToSay => Text::StateNothingToSay,
            CellState::Declined => Text::StateDeclined,
            CellState::NotApplicable => Text::StateNotApplicable,
            CellState::NotAsked => Text::StateNotAsked,
            CellState::Withdrawn => Text::StateWithdrawn,
        })
    }

    /// A stretch from which nothing is kept: when, how long, and why.
    pub fn stretch(&self, span: Span, why: Withholding) -> String {
        let why = self.text(match why {
            Withholding::OffRecord => Text::StretchOffRecord,
            Withholding::Struck => Text::StretchStruck,
        });
        let length_ms = span.to_ms.saturating_sub(span.from_ms);
        let (from, to, length) = (hours(span.from_ms), hours(span.to_ms), hours(length_ms));
        format!("{from}–{to} · {length} · {why}")
    }

    /// Where a note comes from.
    pub fn origin(&self, origin: Origin) -> Cow<'_, str> {
        self.text(match origin {
            Origin::Live => Text::OriginLive,
            Origin::Memory => Text::OriginMemory,
            Origin::Recording => Text::OriginRecording,
            Origin::Approval => Text::OriginApproval,
        })
    }

    /// Where something comes from, and how long after the talk it was written.
    pub fn origin_and_age(&self, origin: Origin, age: Age) -> String {
        match self.age(age) {
            Some(age) => format!("{}, {age}", self.origin(origin)),
            None => self.origin(origin).into_owned(),
        }
    }

    /// Why a change of a codebook is refused.
    pub fn codebook_refused(&self, refused: Refused) -> Cow<'_, str> {
        self.text(match refused {
            Refused::Unknown => Text::CodebookUnknown,
            Refused::NoLabel => Text::CodebookNoLabel,
            Refused::TooLong => Text::CodebookLabelTooLong,
            Refused::MayBeName => Text::CodebookLabelMayBeName,
            Refused::HoldsName => Text::CodebookLabelHoldsName,
            Refused::IntoItself => Text::CodebookIntoItself,
            Refused::RetiredByGuide => Text::CodebookRetiredByGuide,
            Refused::ChangedSince => Text::CodebookChangedSince,
        })
    }

    /// Whether something came unasked; nothing is said if it did.
    pub fn prompting(&self, prompting: Prompting) -> Option<Cow<'_, str>> {
        match prompting {
            Prompting::Unprompted => None,
            Prompting::Prompted => Some(self.text(Text::ProtocolPrompted)),
            Prompting::Probe(number) => Some(Cow::Owned(
                self.text_with(Text::ProtocolProbe, &[("number", Value::from(number))]),
            )),
        }
    }

    /// Which of several interviewees said something. They have letters, so that nobody takes them for a placeholder.
    pub fn speaker(&self, number: u8) -> String {
        let letter = number
            .checked_sub(1)
            .and_then(|index| ('A'..='Z').nth(usize::from(index)));
        let letter = letter.map_or_else(|| number.to_string(), String::from);
        self.text_with(Text::ProtocolSpeaker, &[("letter", Value::from(letter))])
    }

    /// How long after the interview something was written; nothing is said if that was on the same day.
    pub fn age(&self, age: Age) -> Option<Cow<'_, str>> {
        match age {
            Age::SameDay => None,
            Age::WithinDay => Some(self.text(Text::AgeWithinDay)),
            Age::Later => Some(self.text(Text::AgeLater)),
        }
    }

    /// Whether something helps or hinders.
    pub fn polarity(&self, polarity: Polarity) -> Cow<'_, str> {
        self.text(match polarity {
            Polarity::Helps => Text::PolarityHelps,
            Polarity::Hinders => Text::PolarityHinders,
        })
    }

    /// How an interview is held.
    pub fn mode(&self, mode: Mode) -> Cow<'_, str> {
        self.text(match mode {
            Mode::OnSite => Text::ModeOnSite,
            Mode::Phone => Text::ModePhone,
        })
    }

    /// Why an interview is held by phone.
    pub fn phone_reason(&self, reason: PhoneReason) -> Cow<'_, str> {
        self.text(match reason {
            PhoneReason::Distance => Text::ReasonDistance,
            PhoneReason::Schedule => Text::ReasonSchedule,
            PhoneReason::Wish => Text::ReasonWish,
            PhoneReason::Other => Text::ReasonOther,
        })
    }

    /// Where a session stands.
    pub fn progress(&self, progress: Progress) -> Cow<'_, str> {
        self.text(match progress {
            Progress::Prepared => Text::ProgressPrepared,
            Progress::Open => Text::ProgressOpen,
            Progress::Closed => Text::ProgressClosed,
        })
    }

    /// What a language is called.
    pub fn language_name(&self, language: Language) -> Cow<'_, str> {
        self.text(match language {
            Language::De => Text::LanguageDe,
            Language::Fr => Text::LanguageFr,
            Language::En => Text::LanguageEn,
        })
    }

    /// What an answer to a step of the consent is called.
    pub fn answer(&self, answer: Answer) -> Cow<'_, str> {
        self.text(match answer {
            Answer::Yes => Text::AnswerYes,
            Answer::No => Text::AnswerNo,
            Answer::Withdrawn => Text::AnswerWithdrawn,
        })
    }

    /// How a step of the consent was answered.
    pub fn manner(&self, manner: Manner) -> Cow<'_, str> {
        self.text(match manner {
            Manner::Oral => Text::MannerOral,
            Manner::OnTape => Text::MannerOnTape,
            Manner::Written => Text::MannerWritten,
            Manner::Email => Text::MannerEmail,
        })
    }

    /// Why an interview pauses.
    pub fn pause(&self, reason: PauseReason) -> Cow<'_, str> {
        self.text(match reason {
            PauseReason::Asked => Text::PauseAsked,
            PauseReason::Interruption => Text::PauseInterruption,
            PauseReason::Break => Text::PauseBreak,
            PauseReason::ThirdPerson => Text::PauseThirdPerson,
            PauseReason::Technical => Text::PauseTechnical,
            PauseReason::Left => Text::PauseLeft,
        })
    }

    /// What a level is called.
    pub fn level(&self, level: Level) -> Cow<'_, str> {
        self.text(match level {
            Level::Working => Text::LevelWorking,
            Level::Review => Text::LevelReview,
            Level::Archive => Text::LevelArchive,
            Level::Analysis => Text::LevelAnalysis,
            Level::Publication => Text::LevelPublication,
        })
    }

    /// A moment, a day or a quarter as it is written.
    pub fn when(&self, when: When) -> String {
        match when {
            When::Instant(instant) => {
                let (hour, minute) = (instant.hour(), instant.minute());
                format!("{} {hour:02}:{minute:02}", self.day(instant.date()))
            }
            When::Day(date) => self.day(date),
            When::Quarter { year, quarter } => self.text_with(
                Text::Quarter,
                &[
                    ("number", Value::from(quarter)),
                    // As text: a year is no amount, and no language may put a separator into it.
                    ("year", Value::from(year.to_string())),
                ],
            ),
        }
    }

    /// How much of what was left out.
    pub fn left_out(&self, left: Left, count: usize) -> String {
        let text = match left {
            Left::Comments => Text::LeftOutComments,
            Left::Observations => Text::LeftOutObservations,
            Left::Quotes => Text::LeftOutQuotes,
            Left::Wordings => Text::LeftOutWordings,
            Left::Codes => Text::LeftOutCodes,
            Left::Summaries => Text::LeftOutSummaries,
            Left::Drafts => Text::LeftOutDrafts,
            Left::Attributes => Text::LeftOutAttributes,
            Left::Labels => Text::LeftOutLabels,
            Left::Consent => Text::LeftOutConsent,
            Left::Parked => Text::LeftOutParked,
            Left::Gaps => Text::LeftOutGaps,
        };
        self.counted(text, count)
    }

    /// A day as it is written.
    pub fn day(&self, date: time::Date) -> String {
        let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
        match self.language() {
            Language::De => format!("{day}.{month}.{year}"),
            Language::Fr => format!("{day:02}.{month:02}.{year}"),
            Language::En => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}
