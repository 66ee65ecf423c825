//! The words that stand in files for the choices of the domain.

use serde::{Deserialize, Serialize};

use crate::anonymise::SlotKind;
use crate::guide::Mode;
use crate::language::Language;
use crate::session::{
    Age, Answer, Border, CellState, CooperationType, Eligibility, Manner, NoteKind, Origin,
    Outcome, PauseReason, PhoneReason, Polarity, Stage, Voice,
};

/// Makes an enum whose variants are written in small letters, with conversions from and to the domain's. A variant that
/// the domain has and the file has not does not compile.
macro_rules! words {
    ($name:ident for $domain:ident: $($variant:ident),+) => {
        #[doc = concat!("[`", stringify!($domain), "`] in a word.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(super) enum $name {
            $(
                #[doc = concat!("[`", stringify!($domain), "::", stringify!($variant), "`]")]
                $variant,
            )+
        }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value {
                    $($domain::$variant => Self::$variant,)+
                }
            }
        }

        impl From<$name> for $domain {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => Self::$variant,)+
                }
            }
        }
    };
}

words!(ModeWord for Mode: OnSite, Phone);
words!(ReasonWord for PhoneReason: Distance, Schedule, Wish, Other);
words!(LanguageWord for Language: De, Fr, En);
words!(StateWord for CellState: Open, Answered, NothingToSay, Declined, NotApplicable, NotAsked, Withdrawn);
words!(KindWord for NoteKind: Paraphrase, Quote, Observation, Comment, Fact);
words!(OriginWord for Origin: Live, Memory, Recording, Approval);
words!(AgeWord for Age: SameDay, WithinDay, Later);
words!(PolarityWord for Polarity: Helps, Hinders);
words!(VoiceWord for Voice: Own, Reported);
words!(OutcomeWord for Outcome: Confirmed, Nuanced, Contradicted);
words!(PauseWord for PauseReason: Asked, Interruption, Break, ThirdPerson, Technical, Left);
words!(AnswerWord for Answer: Yes, No, Withdrawn);
words!(MannerWord for Manner: Oral, OnTape, Written, Email);
words!(SlotWord for SlotKind: Person, Institution, Place, Email, Telephone, Web, Detail);
words!(BorderWord for Border: Bi, Tri);
words!(StageWord for Stage: Emergence, Growth, Maturity, Decline);
words!(EligibilityWord for Eligibility: Open, Eligible, Ineligible);
words!(AgreedWord for CooperationType: Institutional, Operational, Informal);
