//! Words for what is wrong with a guide.

use super::{Text, Value, Words};
use crate::guide::{FaultKind, IdOf};
use crate::language::Language;
use crate::store::guides::{Expected, GuideError, LARGEST, LONGEST_ID, SyntaxFault, VERSION};

impl Words {
    /// What is wrong, in the words of the reader.
    #[expect(clippy::too_many_lines, reason = "a flat match, one arm a fault")]
    pub fn fault(&self, fault: &FaultKind) -> String {
        match fault {
            FaultKind::NoLanguages => self.plain(Text::FaultNoLanguages),
            FaultKind::DuplicateLanguage(language) => {
                self.of_language(Text::FaultDuplicateLanguage, *language)
            }
            FaultKind::UnknownLanguage(tag) => self.text_with(
                Text::FaultUnknownLanguage,
                &[
                    ("language", Value::from(tag.as_str())),
                    (
                        "known",
                        Value::from(Language::ALL.map(Language::tag).join(", ")),
                    ),
                ],
            ),
            FaultKind::NoBlocks => self.plain(Text::FaultNoBlocks),
            FaultKind::NoTopics => self.plain(Text::FaultNoTopics),
            FaultKind::MoreFaults => self.plain(Text::FaultMoreFaults),
            FaultKind::NoMinutes => self.plain(Text::FaultNoMinutes),
            FaultKind::SmallestGroupTooSmall { found, least } => self.text_with(
                Text::FaultSmallestGroupTooSmall,
                &[
                    ("found", Value::from(*found)),
                    ("least", Value::from(*least)),
                ],
            ),
            FaultKind::ConsentStepMissing(step) => {
                self.named(Text::FaultConsentStepMissing, "step", step)
            }
            FaultKind::ConsentStepNotNeeded(step) => self.text_with(
                Text::FaultConsentStepNotNeeded,
                &[
                    ("step", Value::from(*step)),
                    ("field", Value::from("needed: true")),
                ],
            ),
            FaultKind::DuplicateId { of, id } => self.text_with(
                Text::FaultDuplicateId,
                &[
                    ("of", self.value(id_of(*of))),
                    ("id", Value::from(id.as_str())),
                ],
            ),
            FaultKind::MisshapenId { of, id } => self.text_with(
                Text::FaultMisshapenId,
                &[
                    ("of", self.value(id_of(*of))),
                    ("id", Value::from(id.as_str())),
                    ("shape", self.value(shape(*of))),
                ],
            ),
            FaultKind::UnknownCode(code) => self.named(Text::FaultUnknownCode, "code", code),
            FaultKind::NothingBelowCode(code) => {
                self.named(Text::FaultNothingBelowCode, "code", code)
            }
            FaultKind::FavouriteNotOffered(code) => {
                self.named(Text::FaultFavouriteNotOffered, "code", code)
            }
            FaultKind::TooManyFavourites { found, most } => {
                self.limited(Text::FaultTooManyFavourites, *found, *most)
            }
            FaultKind::UnknownRole(role) => self.named(Text::FaultUnknownRole, "role", role),
            FaultKind::UnknownSurveyKey(key) => self.named(Text::FaultUnknownSurveyKey, "key", key),
            FaultKind::UnknownValue(value) => self.named(Text::FaultUnknownValue, "value", value),
            FaultKind::ValueCoarsenedTwice(value) => {
                self.named(Text::FaultValueCoarsenedTwice, "value", value)
            }
            FaultKind::MissingLanguage(language) => {
                self.of_language(Text::FaultMissingLanguage, *language)
            }
            FaultKind::UndeclaredLanguage(language) => {
                self.of_language(Text::FaultUndeclaredLanguage, *language)
            }
            FaultKind::EmptyText => self.plain(Text::FaultEmptyText),
            FaultKind::TooManyProbes { found, most } => {
                self.limited(Text::FaultTooManyProbes, *found, *most)
            }
            FaultKind::UnequalProbes {
                language,
                found,
                expected,
            } => self.text_with(
                Text::FaultUnequalProbes,
                &[
                    ("language", Value::from(self.language_name(*language))),
                    ("found", Value::from(*found)),
                    ("expected", Value::from(*expected)),
                ],
            ),
            FaultKind::UnknownVariable(name) => self.named(
                Text::FaultUnknownVariable,
                "variable",
                &format!("{{{name}}}"),
            ),
            FaultKind::UnclosedBrace => self.named(Text::FaultUnclosedBrace, "sign", "{"),
            FaultKind::UnopenedBrace => self.named(Text::FaultUnopenedBrace, "sign", "}"),
            FaultKind::LineBreak => self.plain(Text::FaultLineBreak),
            FaultKind::HiddenCharacter(character) => {
                let code = format!("U+{:04X}", u32::from(*character));
                self.named(Text::FaultHiddenCharacter, "character", &code)
            }
            FaultKind::Unwritten => self.plain(Text::FaultUnwritten),
            FaultKind::TitleTooWide { found, most } => {
                self.limited(Text::FaultTitleTooWide, *found, *most)
            }
            FaultKind::QuestionTooLong { found, most } => {
                self.limited(Text::FaultQuestionTooLong, *found, *most)
            }
            FaultKind::YesNoQuestion => self.plain(Text::FaultYesNoQuestion),
            FaultKind::SeveralQuestions { found } => self.text_with(
                Text::FaultSeveralQuestions,
                &[("found", Value::from(*found))],
            ),
            FaultKind::LeadingWord => self.plain(Text::FaultLeadingWord),
            FaultKind::TooManyQuestions { mode, found, most } => self.text_with(
                Text::FaultTooManyQuestions,
                &[
                    ("mode", Value::from(self.mode(*mode))),
                    ("found", Value::from(*found)),
                    ("most", Value::from(*most)),
                ],
            ),
            FaultKind::SharpS => self.named(Text::FaultSharpS, "sign", "ß"),
            FaultKind::StraightApostrophe => self.named(Text::FaultStraightApostrophe, "sign", "'"),
            FaultKind::StraightQuote => self.named(Text::FaultStraightQuote, "sign", "\""),
            FaultKind::ThreeDots => self.named(Text::FaultThreeDots, "sign", "..."),
            FaultKind::HyphenAsDash => self.plain(Text::FaultHyphenAsDash),
            FaultKind::MissingNoBreakSpace { beside } => {
                self.named(Text::FaultMissingNoBreakSpace, "sign", &beside.to_string())
            }
        }
    }

    /// Why a guide cannot be used, without the place and without the faults of meaning one by one.
    ///
    /// `guide` is its id or the name of its file.
    pub fn guide_error(&self, error: &GuideError, guide: &str) -> String {
        let field = || Value::from(format!("version: {VERSION}"));
        match error {
            GuideError::Read { path, source } => {
                let path = path.display().to_string();
                let cause = self.system_error(source);
                format!("{} ({cause})", self.named(Text::GuideRead, "path", &path))
            }
            GuideError::Name => {
                self.text_with(Text::GuideName, &[("most", Value::from(LONGEST_ID))])
            }
            GuideError::TooLarge => {
                let most = Value::from(LARGEST.to_string());
                self.text_with(Text::GuideTooLarge, &[("most", most)])
            }
            GuideError::NotUtf8 { .. } => self.plain(Text::GuideNotUtf8),
            GuideError::VersionMissing { .. } => {
                self.text_with(Text::GuideVersionMissing, &[("field", field())])
            }
            GuideError::VersionInvalid { .. } => {
                self.text_with(Text::GuideVersionInvalid, &[("field", field())])
            }
            GuideError::VersionNewer { found, .. } => self.text_with(
                Text::GuideVersionNewer,
                &[
                    ("found", Value::from(*found)),
                    ("known", Value::from(VERSION)),
                ],
            ),
            GuideError::Syntax { fault, .. } => self.syntax_fault(fault),
            GuideError::Meaning(faults) => self.text_with(
                Text::GuideFaults,
                &[
                    ("count", Value::from(faults.len())),
                    ("guide", Value::from(guide.to_owned())),
                ],
            ),
        }
    }

    /// Why a guide cannot be read as such.
    pub fn syntax_fault(&self, fault: &SyntaxFault) -> String {
        match fault {
            SyntaxFault::Expected(expected) => {
                let what = self.expected(*expected);
                self.named(Text::SyntaxExpected, "what", &what)
            }
            SyntaxFault::NeverClosed => self.plain(Text::SyntaxNeverClosed),
            SyntaxFault::Ended => self.plain(Text::SyntaxEnded),
            SyntaxFault::TrailingText => self.plain(Text::SyntaxTrailingText),
            SyntaxFault::UnknownField { found, expected } => {
                self.instead(Text::SyntaxUnknownField, found, &expected.join(", "))
            }
            SyntaxFault::MissingField(field) => {
                self.named(Text::SyntaxMissingField, "field", field)
            }
            SyntaxFault::DuplicateField(field) => {
                self.named(Text::SyntaxDuplicateField, "field", field)
            }
            SyntaxFault::UnknownWord { found, expected } => {
                self.instead(Text::SyntaxUnknownWord, found, &expected.join(", "))
            }
            // What the reader of the format says more is English; the place says enough.
            SyntaxFault::WrongValue { .. } => self.plain(Text::SyntaxWrongValue),
            SyntaxFault::WrongLength { found, .. } => {
                self.named(Text::SyntaxWrongLength, "found", &found.to_string())
            }
            SyntaxFault::NumberOutOfRange => self.plain(Text::SyntaxNumberOutOfRange),
            SyntaxFault::InvalidEscape => self.named(Text::SyntaxInvalidEscape, "sign", "\\\\"),
            SyntaxFault::TooDeep => self.plain(Text::SyntaxTooDeep),
            SyntaxFault::Other(message) => self.named(Text::SyntaxOther, "message", message),
        }
    }

    fn expected(&self, expected: Expected) -> String {
        let closing = |sign| self.named(Text::ExpectedClosing, "sign", sign);
        match expected {
            Expected::OpeningParenthesis => "(".to_owned(),
            Expected::ClosingParenthesis => closing(")"),
            Expected::OpeningBracket => "[".to_owned(),
            Expected::ClosingBracket => closing("]"),
            Expected::OpeningBrace => "{".to_owned(),
            Expected::ClosingBrace => closing("}"),
            Expected::Comma => self.plain(Text::ExpectedComma),
            Expected::Colon => ":".to_owned(),
            Expected::Text => self.plain(Text::ExpectedText),
            Expected::TextOrEach => self.plain(Text::ExpectedTextOrEach),
            Expected::ListOrEach => self.plain(Text::ExpectedListOrEach),
            Expected::ClosingQuote => self.plain(Text::ExpectedClosingQuote),
            Expected::Name => self.plain(Text::ExpectedName),
            Expected::Number => self.plain(Text::ExpectedNumber),
            Expected::TrueOrFalse => self.plain(Text::ExpectedTrueOrFalse),
            Expected::CommentEnd => self.named(Text::ExpectedCommentEnd, "sign", "*/"),
        }
    }

    fn plain(&self, text: Text) -> String {
        self.text(text).into_owned()
    }

    fn value(&self, text: Text) -> Value<'_> {
        Value::from(self.text(text))
    }

    fn named(&self, text: Text, name: &'static str, value: &str) -> String {
        self.text_with(text, &[(name, Value::from(value))])
    }

    fn of_language(&self, text: Text, language: Language) -> String {
        let name = Value::from(self.language_name(language));
        self.text_with(text, &[("language", name)])
    }

    fn limited(&self, text: Text, found: usize, most: usize) -> String {
        let values = [("found", Value::from(found)), ("most", Value::from(most))];
        self.text_with(text, &values)
    }

    fn instead(&self, text: Text, found: &str, expected: &str) -> String {
        let values = [
            ("found", Value::from(found)),
            ("expected", Value::from(expected)),
        ];
        self.text_with(text, &values)
    }
}

const fn id_of(of: IdOf) -> Text {
    match of {
        IdOf::Block => Text::IdBlock,
        IdOf::Topic => Text::IdTopic,
        IdOf::TopicName => Text::IdTopicName,
        IdOf::Code => Text::IdCode,
        IdOf::ConsentStep => Text::IdConsentStep,
        IdOf::ClosingCheck => Text::IdClosingCheck,
        IdOf::KeepGoing => Text::IdKeepGoing,
        IdOf::Attribute => Text::IdAttribute,
        IdOf::Value => Text::IdValue,
        IdOf::SurveyKey => Text::IdSurveyKey,
        IdOf::CheckBefore => Text::IdCheckBefore,
        IdOf::CheckAfter => Text::IdCheckAfter,
        IdOf::PostscriptField => Text::IdPostscriptField,
    }
}

const fn shape(of: IdOf) -> Text {
    match of {
        IdOf::Block => Text::ShapeBlock,
        IdOf::Topic => Text::ShapeTopic,
        IdOf::TopicName => Text::ShapeTopicName,
        IdOf::Code => Text::ShapeCode,
        IdOf::ConsentStep => Text::ShapeConsentStep,
        IdOf::SurveyKey => Text::ShapeSurveyKey,
        IdOf::ClosingCheck
        | IdOf::KeepGoing
        | IdOf::Attribute
        | IdOf::Value
        | IdOf::CheckBefore
        | IdOf::CheckAfter
        | IdOf::PostscriptField => Text::ShapeOther,
    }
}
