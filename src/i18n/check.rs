//! Words for what a check finds.

use std::borrow::Cow;

use super::{Text, Value, Words};
use crate::analysis::warnings::{Concern, Size};
use crate::anonymise::{By, Certainty, Kind, Rule};
use crate::session::TextPlace;

impl Words {
    /// What something looks like.
    pub fn looks(&self, kind: Kind) -> Cow<'_, str> {
        self.text(match kind {
            Kind::Person => Text::LooksPerson,
            Kind::Institution => Text::LooksInstitution,
            Kind::Place => Text::LooksPlace,
            Kind::Address => Text::LooksAddress,
            Kind::Email => Text::LooksEmail,
            Kind::Telephone => Text::LooksTelephone,
            Kind::Web => Text::LooksWeb,
            Kind::Handle => Text::LooksHandle,
            Kind::Iban => Text::LooksIban,
            Kind::Ahv => Text::LooksAhv,
            Kind::Birth => Text::LooksBirth,
            Kind::Number => Text::LooksNumber,
        })
    }

    /// How sure a find is.
    pub fn certainty(&self, certainty: Certainty) -> Cow<'_, str> {
        self.text(match certainty {
            Certainty::Doubtful => Text::CertaintyDoubtful,
            Certainty::Likely => Text::CertaintyLikely,
            Certainty::Certain => Text::CertaintyCertain,
        })
    }

    /// By what it was found.
    pub fn rule(&self, rule: Rule) -> Cow<'_, str> {
        self.text(match rule {
            Rule::Name => Text::RuleName,
            Rule::Part => Text::RulePart,
            Rule::Acronym => Text::RuleAcronym,
            Rule::Email | Rule::Telephone | Rule::Web | Rule::Detected(_, _, By::Pattern) => {
                Text::RuleForm
            }
            Rule::Detected(_, _, By::Trigger) => Text::RuleTrigger,
            Rule::Detected(_, _, By::List) => Text::RuleList,
            Rule::Detected(_, _, By::Vocabulary) => Text::RuleVocabulary,
            Rule::Detected(_, _, By::Model) => Text::RuleModel,
            Rule::Later(_) => Text::RuleLater,
        })
    }

    /// Which text of a session.
    pub fn text_place(&self, place: &TextPlace) -> String {
        let (text, id) = match place {
            TextPlace::Note(note) => (Text::PlaceNote, note.to_string()),
            TextPlace::Summary(topic) => (Text::PlaceSummary, topic.to_string()),
            TextPlace::Translation(note) => (Text::PlaceTranslation, note.to_string()),
            TextPlace::Prefill(key) => (Text::PlacePrefill, key.clone()),
            TextPlace::Postscript(field) => (Text::PlacePostscript, field.clone()),
            TextPlace::Parked(number) => (Text::PlaceParked, number.to_string()),
            TextPlace::Label(slot) => (Text::PlaceLabel, slot.placeholder(self.language())),
            TextPlace::Draft(topic) => (Text::PlaceDraft, topic.to_string()),
            TextPlace::Reason(number) => (Text::PlaceReason, number.to_string()),
        };
        self.text_with(text, &[("id", Value::from(id))])
    }

    /// What may point to somebody, and what could stand there instead.
    pub fn concern(&self, concern: Concern) -> Cow<'_, str> {
        let text = match concern {
            Concern::Town => Text::WarningTown,
            Concern::Region => Text::WarningRegion,
            Concern::Acronym => Text::WarningAcronym,
            Concern::Members(Size::Small) => Text::WarningMembersSmall,
            Concern::Members(Size::Medium) => Text::WarningMembersMedium,
            Concern::Members(Size::Large) => Text::WarningMembersLarge,
            Concern::Unique => Text::WarningUnique,
            Concern::Gender => Text::WarningGender,
            Concern::ThirdPerson => Text::WarningThird,
            Concern::Year { decade } => {
                // As text: a year is no amount, and no language may put a separator into it.
                let decade = Value::from(decade.to_string());
                return Cow::Owned(self.text_with(Text::WarningYear, &[("decade", decade)]));
            }
            Concern::Money { digits } => {
                let digits = Value::from(digits.to_string());
                return Cow::Owned(self.text_with(Text::WarningMoney, &[("digits", digits)]));
            }
            Concern::ForeignQuote(language) => {
                let name = Value::from(self.language_name(language).into_owned());
                return Cow::Owned(self.text_with(Text::WarningQuote, &[("language", name)]));
            }
        };
        self.text(text)
    }
}
