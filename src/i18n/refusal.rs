//! Words for why a session is not released.

use std::borrow::Cow;

use super::{Text, Value, Words};
use crate::anonymise::{Certainty, Kind, Rule};
use crate::release::Refusal;
use crate::session::{SessionId, TextPlace};

impl Words {
    /// Why a session is not released.
    pub fn refusal(&self, refusal: &Refusal) -> Cow<'_, str> {
        Cow::Owned(match refusal {
            Refusal::OnlyTogether(level) => {
                let level = self.level(*level).into_owned();
                self.text_with(Text::RefusedOnlyTogether, &[("level", Value::from(level))])
            }
            Refusal::NoConsent { step } => self.step(Text::RefusedNoConsent, step),
            Refusal::ConsentWithdrawn { step } => self.step(Text::RefusedConsentWithdrawn, step),
            Refusal::ApprovalPending => return self.text(Text::RefusedApprovalPending),
            Refusal::Objected => return self.text(Text::RefusedObjected),
            Refusal::NotBegun => return self.text(Text::RefusedNotBegun),
            Refusal::OtherGuide(guide) => {
                let guide = [("guide", Value::from(guide.clone()))];
                self.text_with(Text::RefusedOtherGuide, &guide)
            }
            Refusal::RareLanguage(language) => {
                let language = self.language_name(*language).into_owned();
                let language = [("language", Value::from(language))];
                self.text_with(Text::RefusedRareLanguage, &language)
            }
            Refusal::OpenDrafts(count) => self.counted(Text::RefusedOpenDrafts, *count),
            Refusal::LooksLikeName {
                place,
                kind,
                certainty,
                rule,
                listed,
                ..
            } => self.looks_like_name(place, *kind, *certainty, *rule, *listed),
        })
    }

    /// What can be done about it.
    pub fn refusal_hint(&self, refusal: &Refusal, session: &SessionId) -> Cow<'_, str> {
        let with_session = |text| {
            Cow::Owned(self.text_with(text, &[("session", Value::from(session.to_string()))]))
        };
        match refusal {
            Refusal::OnlyTogether(_) => self.text(Text::RefusedHintOnlyTogether),
            Refusal::NoConsent { .. } | Refusal::ConsentWithdrawn { .. } => {
                with_session(Text::RefusedHintConsent)
            }
            Refusal::ApprovalPending => self.text(Text::RefusedHintApproval),
            Refusal::Objected => self.text(Text::RefusedHintObjected),
            Refusal::NotBegun => with_session(Text::RefusedHintNotBegun),
            Refusal::OtherGuide(_) => with_session(Text::RefusedHintOtherGuide),
            Refusal::RareLanguage(_) => self.text(Text::RefusedHintRareLanguage),
            Refusal::OpenDrafts(_) => with_session(Text::RefusedHintDrafts),
            Refusal::LooksLikeName { listed: true, .. } => with_session(Text::RefusedHintListed),
            Refusal::LooksLikeName { place, number, .. } => Cow::Owned(self.text_with(
                Text::RefusedHintName,
                &[
                    ("session", Value::from(session.to_string())),
                    ("hit", Value::from(format!("{place}:{number}"))),
                ],
            )),
        }
    }

    fn looks_like_name(
        &self,
        place: &TextPlace,
        kind: Kind,
        certainty: Certainty,
        rule: Rule,
        listed: bool,
    ) -> String {
        let text = if listed {
            Text::RefusedListedName
        } else {
            Text::RefusedLooksLikeName
        };
        self.text_with(
            text,
            &[
                ("place", Value::from(self.text_place(place))),
                ("kind", Value::from(self.looks(kind).into_owned())),
                (
                    "certainty",
                    Value::from(self.certainty(certainty).into_owned()),
                ),
                ("rule", Value::from(self.rule(rule).into_owned())),
            ],
        )
    }

    fn step(&self, text: Text, step: &str) -> String {
        self.text_with(text, &[("step", Value::from(step.to_owned()))])
    }
}
