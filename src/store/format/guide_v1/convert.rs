//! From the file type to the domain's [`Guide`].

use std::borrow::Cow;

use crate::guide::{
    self, ByLanguage, ByMode, Fault, FaultKind, Guide, LocalisedList, LocalisedText, Trail,
};
use crate::language::Language;

use super::file::{
    Asked, Attribute, AttributeValue, Block, Check, Closing, Code, ConsentStep, Criterion,
    GuideFile, Mode, Opening, PostscriptField, Prefilled, Prompt, Status, SurveyKey, Topic,
    Variant, Weight,
};
use super::text::{List, Localised, Phrase, Tag, Text};

/// What a guide is besides the content of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The stem of its file.
    pub id: String,
    /// SHA-256 of its file, as lower-case hexadecimal digits.
    pub digest: String,
}

/// A guide, and what of its file it cannot express.
#[derive(Debug, PartialEq, Eq)]
pub struct Converted {
    /// The guide without what it cannot express.
    pub guide: Guide,
    /// What it cannot express, all of it: languages that the program does not know.
    pub faults: Vec<Fault>,
}

impl GuideFile<'static> {
    /// The guide that is part of the program: its texts stay where they are.
    pub fn convert_built_in(self, origin: Origin) -> Converted {
        self.convert_with(origin, |text| text)
    }
}

impl<'text> GuideFile<'text> {
    /// The guide that was written, with texts of its own.
    pub fn convert(self, origin: Origin) -> Converted {
        self.convert_with(origin, |text| text.into_owned().into())
    }

    fn convert_with(self, origin: Origin, keep: Keep<'text>) -> Converted {
        let mut convert = Convert {
            keep,
            faults: Vec::new(),
        };
        let guide = convert.guide(self, origin);
        Converted {
            guide,
            faults: convert.faults,
        }
    }
}

/// How a text is kept.
type Keep<'text> = fn(Cow<'text, str>) -> guide::Phrase;

/// A conversion under way, which collects faults and goes on.
struct Convert<'text> {
    keep: Keep<'text>,
    faults: Vec<Fault>,
}

impl<'text> Convert<'text> {
    fn guide(&mut self, file: GuideFile<'text>, origin: Origin) -> Guide {
        let top = &Trail::TOP;
        Guide {
            id: origin.id,
            edition: file.edition,
            digest: origin.digest,
            title: self.text(file.title, top.field("title")),
            languages: self.languages(file.languages, &top.field("languages")),
            status: file.status.into(),
            source: self.optional(file.source, top.field("source")),
            project: self.text(file.project, top.field("project")),
            controller: self.text(file.controller, top.field("controller")),
            smallest_group: file.smallest_group,
            opening: self.opening(file.opening, &top.field("opening")),
            consent: self.each(file.consent, top.field("consent"), Self::consent_step),
            on_tape: self.optional(file.on_tape, top.field("on_tape")),
            closing: self.closing(file.closing, &top.field("closing")),
            keep_going: self.each(file.keep_going, top.field("keep_going"), Self::prompt),
            blocks: self.each(file.blocks, top.field("blocks"), Self::block),
            attributes: self.each(file.attributes, top.field("attributes"), Self::attribute),
            survey: self.each(file.survey, top.field("survey"), Self::survey_key),
            before: self.each(file.before, top.field("before"), Self::check),
            after: self.each(file.after, top.field("after"), Self::check),
            postscript: self.each(file.postscript, top.field("postscript"), Self::field),
            codes: self.each(file.codes, top.field("codes"), Self::code),
            study: guide::StudyCodes::default(),
            allowed: Vec::new(),
            process_codes: file.process_codes,
            pairs: file.pairs,
        }
    }

    /// Converts a list item by item.
    fn each<Written, Read>(
        &mut self,
        items: Vec<Written>,
        at: Trail<'_>,
        convert: impl Fn(&mut Self, Written, &Trail<'_>) -> Read,
    ) -> Vec<Read> {
        items
            .into_iter()
            .enumerate()
            .map(|(index, item)| convert(self, item, &at.item(index)))
            .collect()
    }

    fn languages(&mut self, tags: Vec<String>, at: &Trail<'_>) -> Vec<Language> {
        let mut languages = Vec::new();
        for (index, tag) in tags.into_iter().enumerate() {
            let known = Language::ALL
                .into_iter()
                .find(|language| language.tag() == tag);
            let kind = match known {
                Some(language) if languages.contains(&language) => {
                    FaultKind::DuplicateLanguage(language)
                }
                Some(language) => {
                    languages.push(language);
                    continue;
                }
                None => FaultKind::UnknownLanguage(tag),
            };
            self.faults.push(Fault::new(&at.item(index), kind));
        }
        languages
    }

    fn localised<Written, Kept>(
        &mut self,
        by_language: Vec<(Tag, Written)>,
        at: &Trail<'_>,
        keep: impl Fn(Written) -> Kept,
    ) -> ByLanguage<Kept> {
        let mut known = ByLanguage::default();
        for (tag, value) in by_language {
            match tag {
                Tag::Known(language) => {
                    known.insert(language, keep(value));
                }
                Tag::Unknown(tag) => {
                    let fault =
                        Fault::new(&at.field(&tag), FaultKind::UnknownLanguage(tag.clone()));
                    self.faults.push(fault);
                }
            }
        }
        known
    }

    fn text(&mut self, text: Text<'text>, at: Trail<'_>) -> LocalisedText {
        let keep = self.keep;
        let keep = |text: Phrase<'text>| keep(text.0);
        match text {
            Localised::Plain(text) => LocalisedText::Plain(keep(text)),
            Localised::ByLanguage(texts) => {
                LocalisedText::ByLanguage(self.localised(texts, &at, keep))
            }
        }
    }

    fn list(&mut self, list: List<'text>, at: Trail<'_>) -> LocalisedList {
        let keep = self.keep;
        let keep = |list: Vec<Phrase<'text>>| list.into_iter().map(|text| keep(text.0)).collect();
        match list {
            Localised::Plain(list) => LocalisedList::Plain(keep(list)),
            Localised::ByLanguage(lists) => {
                LocalisedList::ByLanguage(self.localised(lists, &at, keep))
            }
        }
    }

    fn optional(&mut self, text: Option<Text<'text>>, at: Trail<'_>) -> Option<LocalisedText> {
        text.map(|text| self.text(text, at))
    }

    fn opening(&mut self, opening: Opening<'text>, at: &Trail<'_>) -> guide::Opening {
        guide::Opening {
            title: self.text(opening.title, at.field("title")),
            text: self.text(opening.text, at.field("text")),
            minutes: opening.minutes.into(),
        }
    }

    fn consent_step(&mut self, step: ConsentStep<'text>, at: &Trail<'_>) -> guide::ConsentStep {
        guide::ConsentStep {
            id: step.id,
            title: self.text(step.title, at.field("title")),
            ask: self.text(step.ask, at.field("ask")),
            if_no: self.text(step.if_no, at.field("if_no")),
            needed: step.needed,
        }
    }

    fn closing(&mut self, closing: Closing<'text>, at: &Trail<'_>) -> guide::Closing {
        guide::Closing {
            title: self.text(closing.title, at.field("title")),
            question: self.text(closing.question, at.field("question")),
            minutes: closing.minutes.into(),
            checks: self.each(closing.checks, at.field("checks"), Self::prompt),
        }
    }

    fn prompt(&mut self, prompt: Prompt<'text>, at: &Trail<'_>) -> guide::Prompt {
        guide::Prompt {
            id: prompt.id,
            text: self.text(prompt.text, at.field("text")),
        }
    }

    fn block(&mut self, block: Block<'text>, at: &Trail<'_>) -> guide::Block {
        guide::Block {
            id: block.id,
            title: self.text(block.title, at.field("title")),
            goal: self.text(block.goal, at.field("goal")),
            hint: self.optional(block.hint, at.field("hint")),
            minutes: block.minutes.into(),
            topics: self.each(block.topics, at.field("topics"), Self::topic),
        }
    }

    fn topic(&mut self, topic: Topic<'text>, at: &Trail<'_>) -> guide::Topic {
        guide::Topic {
            id: topic.id,
            name: topic.name,
            title: self.text(topic.title, at.field("title")),
            weight: topic.weight.into(),
            question: self.text(topic.question, at.field("question")),
            variants: self.each(topic.variants, at.field("variants"), Self::variant),
            prefilled: topic
                .prefilled
                .map(|prefilled| self.prefilled(prefilled, &at.field("prefilled"))),
            probes: self.list(topic.probes, at.field("probes")),
            hint: self.optional(topic.hint, at.field("hint")),
            keywords: self.list(topic.keywords, at.field("keywords")),
            criterion: topic
                .criterion
                .map(|criterion| self.criterion(criterion, &at.field("criterion"))),
            codes: topic.codes,
            favourites: topic.favourites,
        }
    }

    fn variant(&mut self, variant: Variant<'text>, at: &Trail<'_>) -> guide::Variant {
        guide::Variant {
            role: variant.role,
            question: self.text(variant.question, at.field("question")),
        }
    }

    fn prefilled(&mut self, prefilled: Prefilled<'text>, at: &Trail<'_>) -> guide::Prefilled {
        guide::Prefilled {
            keys: prefilled.keys,
            question: self.text(prefilled.question, at.field("question")),
        }
    }

    fn criterion(&mut self, criterion: Criterion<'text>, at: &Trail<'_>) -> guide::Criterion {
        guide::Criterion {
            include: self.text(criterion.include, at.field("include")),
            exclude: self.text(criterion.exclude, at.field("exclude")),
        }
    }

    fn attribute(&mut self, attribute: Attribute<'text>, at: &Trail<'_>) -> guide::Attribute {
        guide::Attribute {
            id: attribute.id,
            label: self.text(attribute.label, at.field("label")),
            asked: attribute.asked.into(),
            exported: attribute.exported,
            values: self.each(attribute.values, at.field("values"), Self::value),
            ladder: attribute.ladder.into_iter().map(step_of_ladder).collect(),
        }
    }

    fn value(&mut self, value: AttributeValue<'text>, at: &Trail<'_>) -> guide::AttributeValue {
        guide::AttributeValue {
            id: value.id,
            label: self.text(value.label, at.field("label")),
        }
    }

    fn survey_key(&mut self, key: SurveyKey<'text>, at: &Trail<'_>) -> guide::SurveyKey {
        guide::SurveyKey {
            key: key.key,
            label: self.text(key.label, at.field("label")),
            list: key.list,
        }
    }

    fn check(&mut self, check: Check<'text>, at: &Trail<'_>) -> guide::Check {
        guide::Check {
            id: check.id,
            text: self.text(check.text, at.field("text")),
            modes: check.modes.into_iter().map(Into::into).collect(),
        }
    }

    fn field(&mut self, field: PostscriptField<'text>, at: &Trail<'_>) -> guide::PostscriptField {
        guide::PostscriptField {
            id: field.id,
            label: self.text(field.label, at.field("label")),
            required: field.required,
        }
    }

    fn code(&mut self, code: Code<'text>, at: &Trail<'_>) -> guide::Code {
        guide::Code {
            id: code.id,
            label: self.text(code.label, at.field("label")),
            definition: self.optional(code.definition, at.field("definition")),
            source: code.source,
            retired: code.retired,
        }
    }
}

fn step_of_ladder(step: Vec<(String, Vec<String>)>) -> Vec<guide::Coarsening> {
    step.into_iter()
        .map(|(into, from)| guide::Coarsening { into, from })
        .collect()
}

impl<Written, Read> From<super::file::ByMode<Written>> for ByMode<Read>
where
    Written: Into<Read>,
{
    fn from(by_mode: super::file::ByMode<Written>) -> Self {
        Self {
            on_site: by_mode.on_site.into(),
            phone: by_mode.phone.into(),
        }
    }
}

impl From<Status> for guide::Status {
    fn from(status: Status) -> Self {
        match status {
            Status::Draft => Self::Draft,
            Status::Feedback => Self::Feedback,
            Status::Pilot => Self::Pilot,
            Status::Field => Self::Field,
        }
    }
}

impl From<Mode> for guide::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::OnSite => Self::OnSite,
            Mode::Phone => Self::Phone,
        }
    }
}

impl From<Weight> for guide::Weight {
    fn from(weight: Weight) -> Self {
        match weight {
            Weight::Must => Self::Must,
            Weight::Should => Self::Should,
        }
    }
}

impl From<Asked> for guide::Asked {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Before => Self::Before,
            Asked::After => Self::After,
            Asked::Never => Self::Never,
        }
    }
}
