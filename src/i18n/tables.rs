//! Words for tables over all interviews, and for why one is not made.

use std::borrow::Cow;

use super::{Explanation, Text, Value, Words, repeated};
use crate::analysis::{FilterPart, Frequent, LANGUAGE, LeftOut, MODE, Unknown};
use crate::guide::{Guide, Mode};
use crate::language::Language;
use crate::release::tables::TableRefusal;
use crate::release::{Figure, LeftOutText, Level};

impl Words {
    /// The word for how often something was said.
    pub fn frequent(&self, frequent: Frequent) -> Cow<'_, str> {
        self.text(match frequent {
            Frequent::Never => Text::WordNever,
            Frequent::Seldom => Text::WordSeldom,
            Frequent::Some => Text::WordSome,
            Frequent::Several => Text::WordSeveral,
            Frequent::Most => Text::WordMost,
        })
    }

    /// A number of a table.
    pub fn figure(&self, figure: Figure) -> Cow<'_, str> {
        self.text(match figure {
            Figure::Exact(number) => return Cow::Owned(number.to_string()),
            Figure::Few => Text::TablesFew,
            Figure::NearlyAll => Text::TablesNearlyAll,
            Figure::Hidden => Text::TablesHidden,
        })
    }

    /// A number of a table as a value of a text: one that is exact decides between singular and plural.
    pub fn figure_to_put(&self, figure: Figure) -> Value<'_> {
        match figure {
            Figure::Exact(number) => Value::from(number),
            figure => Value::from(self.figure(figure).into_owned()),
        }
    }

    /// What an attribute is called.
    pub fn attribute(&self, attribute: &str, guide: &Guide) -> String {
        match attribute {
            LANGUAGE => self.text(Text::AttributeLanguage).into_owned(),
            MODE => self.text(Text::AttributeMode).into_owned(),
            _ => {
                let known = guide.attributes.iter().find(|known| known.id == attribute);
                let language = guide.language_for(self.language());
                known.map_or_else(
                    || attribute.to_owned(),
                    |known| known.label.in_language(language).to_owned(),
                )
            }
        }
    }

    /// What a value of an attribute is called; nothing is a value that was not noted.
    pub fn attribute_value(&self, attribute: &str, value: Option<&str>, guide: &Guide) -> String {
        let Some(value) = value else {
            return self.text(Text::TablesNoValue).into_owned();
        };
        match attribute {
            LANGUAGE => Language::from_tag(value).map_or_else(
                || value.to_owned(),
                |language| self.language_name(language).into_owned(),
            ),
            MODE if value == "phone" => self.mode(Mode::Phone).into_owned(),
            MODE => self.mode(Mode::OnSite).into_owned(),
            _ => {
                let known = guide.attributes.iter().find(|known| known.id == attribute);
                let mut values = known.into_iter().flat_map(|known| &known.values);
                let language = guide.language_for(self.language());
                values.find(|known| known.id == value).map_or_else(
                    || value.to_owned(),
                    |known| known.label.in_language(language).to_owned(),
                )
            }
        }
    }

    /// What was left out of a table, a line each.
    pub fn left_out_of_table(&self, left_out: LeftOut) -> Vec<String> {
        let counts = [
            (Text::TablesLeftInvented, left_out.invented),
            (Text::SheetsLeftPilot, left_out.pilot),
            (Text::SheetsLeftWithdrawn, left_out.withdrawn),
            (Text::TablesLeftPrepared, left_out.prepared),
            (Text::TablesLeftFiltered, left_out.filtered),
            (Text::TablesLeftOtherGuide, left_out.other_guide),
            (Text::TablesLeftLevel, left_out.level),
        ];
        counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(text, count)| self.counted(text, count))
            .collect()
    }

    /// How many texts extracts leave out.
    pub fn left_out_text(&self, left: LeftOutText, count: usize) -> String {
        let text = match left {
            LeftOutText::OtherKinds => Text::ExtractsLeftKinds,
            LeftOutText::Quotes => Text::ExtractsLeftQuotes,
            LeftOutText::OtherLanguage => Text::ExtractsLeftLanguage,
            LeftOutText::NoParaphrases => Text::ExtractsLeftNoParaphrases,
            LeftOutText::FewInCell => Text::ExtractsLeftFew,
        };
        self.counted(text, count)
    }

    /// What a filter asks for and is nowhere, and what could be asked for.
    pub fn unknown_filter(&self, unknown: &Unknown) -> Explanation {
        let option = match unknown.part {
            FilterPart::Case => "--case",
            FilterPart::Country => "--country",
            FilterPart::Attribute => "--with",
            FilterPart::Code => "--code",
            FilterPart::Session => "--session",
            FilterPart::Block => "--block",
            FilterPart::Topic => "--topic",
        };
        self.unknown(&format!("{option} {}", said_again(unknown)), unknown)
    }

    /// That a query asks for something that is nowhere, and what could be.
    pub fn unknown_in_query(&self, unknown: &Unknown) -> Explanation {
        let filter = match unknown.part {
            FilterPart::Case => "case",
            FilterPart::Country => "country",
            FilterPart::Attribute => "with",
            FilterPart::Code => "code",
            FilterPart::Session => "session",
            FilterPart::Block => "block",
            FilterPart::Topic => "topic",
        };
        self.unknown(&format!("{filter}:{}", said_again(unknown)), unknown)
    }

    fn unknown(&self, asked: &str, unknown: &Unknown) -> Explanation {
        /// So many are named of very many.
        const NAMED: usize = 120;
        let mut known: Vec<&str> = unknown.known.iter().map(String::as_str).collect();
        if known.len() > NAMED {
            known.truncate(NAMED);
            known.push("…");
        }
        let (asked, known) = (Value::from(asked.to_owned()), Value::from(known.join(" ")));
        Explanation::new(self.text_with(Text::TablesUnknownFilter, &[("asked", asked)]))
            .hinting(self.text_with(Text::TablesUnknownFilterHint, &[("known", known)]))
    }

    /// Why a table is not made, and what to do.
    pub fn table_refusal(&self, refusal: &TableRefusal, guide: &Guide) -> Explanation {
        match refusal {
            TableRefusal::Review => {
                let levels = Level::OF_TABLES.map(Level::word).join("|");
                let levels = [("levels", Value::from(levels))];
                Explanation::new(self.text(Text::TablesRefusedReview))
                    .hinting(self.text_with(Text::ShowNeedsLevelHint, &levels))
            }
            TableRefusal::Single(level) => {
                let level = [("level", Value::from(self.level(*level).into_owned()))];
                Explanation::new(self.text_with(Text::TablesRefusedSingle, &level))
            }
            TableRefusal::OneCase(level) => {
                let level = [("level", Value::from(self.level(*level).into_owned()))];
                Explanation::new(self.text_with(Text::SheetsRefusedOneCase, &level))
                    .hinting(self.text(Text::SheetsRefusedOneCaseHint))
            }
            TableRefusal::UnknownAttribute { attribute, known } => {
                let attribute = [("attribute", Value::from(repeated(attribute).to_owned()))];
                let known = [("known", Value::from(known.join("|")))];
                Explanation::new(self.text_with(Text::TablesRefusedAttribute, &attribute))
                    .hinting(self.text_with(Text::TablesRefusedAttributeHint, &known))
            }
            TableRefusal::TooTelling {
                attribute,
                sessions,
                cases,
                smallest_group,
            } => {
                let values = [
                    ("attribute", Value::from(self.attribute(attribute, guide))),
                    ("sessions", Value::from(*sessions)),
                    ("cases", Value::from(*cases)),
                    ("smallest", Value::from(*smallest_group)),
                ];
                Explanation::new(self.text_with(Text::TablesRefusedTelling, &values))
                    .hinting(self.text(Text::TablesRefusedTellingHint))
            }
            TableRefusal::OneAttribute(asked) => {
                let asked = [("asked", Value::from(*asked))];
                Explanation::new(self.text_with(Text::TablesRefusedOneAttribute, &asked))
                    .hinting(self.text(Text::TablesRefusedOneAttributeHint))
            }
            TableRefusal::LeavesOutTooFew {
                sessions,
                cases,
                smallest_group,
            } => {
                let values = [
                    ("sessions", Value::from(*sessions)),
                    ("cases", Value::from(*cases)),
                    ("smallest", Value::from(*smallest_group)),
                ];
                Explanation::new(self.text_with(Text::TablesRefusedRest, &values))
                    .hinting(self.text(Text::TablesRefusedRestHint))
            }
            TableRefusal::TooFew {
                sessions,
                cases,
                smallest_group,
                left_out,
            } => {
                let values = [
                    ("sessions", Value::from(*sessions)),
                    ("cases", Value::from(*cases)),
                    ("smallest", Value::from(*smallest_group)),
                ];
                Explanation::new(self.text_with(Text::TablesRefusedFew, &values))
                    .hinting(self.counted(Text::TablesRefusedFewHint, *left_out))
            }
        }
    }
}

/// What was asked for, as far as it is said again. Cases and sessions have the form of one, whatever they are.
fn said_again(unknown: &Unknown) -> &str {
    /// How long the code of a country is.
    const COUNTRY: usize = 2;
    match unknown.part {
        FilterPart::Case | FilterPart::Session => &unknown.value,
        FilterPart::Country if unknown.value.len() == COUNTRY => &unknown.value,
        _ => repeated(&unknown.value),
    }
}
