//! Walks through all that is written in a guide, once and in order.

use crate::guide::{
    Attribute, Block, Check, Code, Guide, LocalisedList, LocalisedText, Prompt, Topic, Trail,
};

/// Something written in a guide.
#[derive(Clone, Copy)]
pub(super) enum Written<'guide> {
    /// A text that people read.
    Text(&'guide LocalisedText, Purpose<'guide>),
    /// The probes of a topic.
    Probes(&'guide LocalisedList),
    /// The keywords of a topic.
    Keywords(&'guide LocalisedList),
    /// The version that the author gave the guide.
    Edition(&'guide str),
    /// An id or another word of the author's.
    Word(&'guide str),
}

/// What a text is for.
#[derive(Clone, Copy)]
pub(super) enum Purpose<'guide> {
    /// A title, a label, an entry of a checklist: one line.
    Line,
    /// The head of a column of the matrix.
    ColumnHead,
    /// A question that is asked, with these survey keys in it.
    Question(&'guide [String]),
    /// What may take several lines.
    Prose,
}

/// Shows `see` all that is written in a guide, each with the way to it.
pub(super) fn walk<'guide>(
    guide: &'guide Guide,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    let top = &Trail::TOP;
    see(&top.field("edition"), Written::Edition(&guide.edition));
    see(&top.field("title"), line(&guide.title));
    if let Some(source) = &guide.source {
        see(&top.field("source"), prose(source));
    }
    see(&top.field("project"), line(&guide.project));
    see(&top.field("controller"), line(&guide.controller));
    opening_and_consent(guide, see);
    closing(guide, see);
    prompts(&guide.keep_going, &top.field("keep_going"), see);
    for (index, one) in guide.blocks.iter().enumerate() {
        block(one, &top.field("blocks").item(index), see);
    }
    for (index, one) in guide.attributes.iter().enumerate() {
        attribute(one, &top.field("attributes").item(index), see);
    }
    lists(guide, see);
    for (index, one) in guide.codes.iter().enumerate() {
        code(one, &top.field("codes").item(index), see);
    }
    words(&guide.process_codes, &top.field("process_codes"), see);
    for (index, (one, other)) in guide.pairs.iter().enumerate() {
        let at = top.field("pairs");
        see(&at.item(index).item(0), Written::Word(one));
        see(&at.item(index).item(1), Written::Word(other));
    }
}

const fn line(text: &LocalisedText) -> Written<'_> {
    Written::Text(text, Purpose::Line)
}

const fn prose(text: &LocalisedText) -> Written<'_> {
    Written::Text(text, Purpose::Prose)
}

const fn question(text: &LocalisedText) -> Written<'_> {
    Written::Text(text, Purpose::Question(&[]))
}

fn words<'guide>(
    words: &'guide [String],
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    for (index, word) in words.iter().enumerate() {
        see(&at.item(index), Written::Word(word));
    }
}

fn opening_and_consent<'guide>(
    guide: &'guide Guide,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    let at = Trail::TOP.field("opening");
    see(&at.field("title"), line(&guide.opening.title));
    see(&at.field("text"), prose(&guide.opening.text));
    let at = Trail::TOP.field("consent");
    for (index, step) in guide.consent.iter().enumerate() {
        let at = at.item(index);
        see(&at.field("id"), Written::Word(&step.id));
        see(&at.field("title"), line(&step.title));
        see(&at.field("ask"), prose(&step.ask));
        see(&at.field("if_no"), prose(&step.if_no));
    }
    if let Some(on_tape) = &guide.on_tape {
        see(&Trail::TOP.field("on_tape"), prose(on_tape));
    }
}

fn closing<'guide>(guide: &'guide Guide, see: &mut impl FnMut(&Trail<'_>, Written<'guide>)) {
    let at = Trail::TOP.field("closing");
    see(&at.field("title"), line(&guide.closing.title));
    see(&at.field("question"), question(&guide.closing.question));
    prompts(&guide.closing.checks, &at.field("checks"), see);
}

fn prompts<'guide>(
    prompts: &'guide [Prompt],
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    for (index, prompt) in prompts.iter().enumerate() {
        let at = at.item(index);
        see(&at.field("id"), Written::Word(&prompt.id));
        see(&at.field("text"), line(&prompt.text));
    }
}

fn block<'guide>(
    block: &'guide Block,
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    see(&at.field("id"), Written::Word(&block.id));
    see(&at.field("title"), line(&block.title));
    see(&at.field("goal"), prose(&block.goal));
    if let Some(hint) = &block.hint {
        see(&at.field("hint"), prose(hint));
    }
    for (index, one) in block.topics.iter().enumerate() {
        topic(one, &at.field("topics").item(index), see);
    }
}

fn topic<'guide>(
    topic: &'guide Topic,
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    see(&at.field("id"), Written::Word(&topic.id));
    see(&at.field("name"), Written::Word(&topic.name));
    see(
        &at.field("title"),
        Written::Text(&topic.title, Purpose::ColumnHead),
    );
    see(&at.field("question"), question(&topic.question));
    for (index, variant) in topic.variants.iter().enumerate() {
        let at = at.field("variants");
        see(&at.item(index).field("role"), Written::Word(&variant.role));
        see(
            &at.item(index).field("question"),
            question(&variant.question),
        );
    }
    if let Some(prefilled) = &topic.prefilled {
        let at = at.field("prefilled");
        words(&prefilled.keys, &at.field("keys"), see);
        let purpose = Purpose::Question(&prefilled.keys);
        see(
            &at.field("question"),
            Written::Text(&prefilled.question, purpose),
        );
    }
    see(&at.field("probes"), Written::Probes(&topic.probes));
    if let Some(hint) = &topic.hint {
        see(&at.field("hint"), prose(hint));
    }
    see(&at.field("keywords"), Written::Keywords(&topic.keywords));
    if let Some(criterion) = &topic.criterion {
        let at = at.field("criterion");
        see(&at.field("include"), prose(&criterion.include));
        see(&at.field("exclude"), prose(&criterion.exclude));
    }
    words(&topic.codes, &at.field("codes"), see);
    words(&topic.favourites, &at.field("favourites"), see);
}

fn attribute<'guide>(
    attribute: &'guide Attribute,
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    see(&at.field("id"), Written::Word(&attribute.id));
    see(&at.field("label"), line(&attribute.label));
    for (index, value) in attribute.values.iter().enumerate() {
        let at = at.field("values");
        see(&at.item(index).field("id"), Written::Word(&value.id));
        see(&at.item(index).field("label"), line(&value.label));
    }
    for (index, step) in attribute.ladder.iter().enumerate() {
        let at = at.field("ladder");
        let at = at.item(index);
        for (index, coarsening) in step.iter().enumerate() {
            see(&at.item(index).item(0), Written::Word(&coarsening.into));
            words(&coarsening.from, &at.item(index).item(1), see);
        }
    }
}

/// Survey, checklists and postscript.
fn lists<'guide>(guide: &'guide Guide, see: &mut impl FnMut(&Trail<'_>, Written<'guide>)) {
    let at = Trail::TOP.field("survey");
    for (index, key) in guide.survey.iter().enumerate() {
        see(&at.item(index).field("key"), Written::Word(&key.key));
        see(&at.item(index).field("label"), line(&key.label));
    }
    checks(&guide.before, &Trail::TOP.field("before"), see);
    checks(&guide.after, &Trail::TOP.field("after"), see);
    let at = Trail::TOP.field("postscript");
    for (index, field) in guide.postscript.iter().enumerate() {
        see(&at.item(index).field("id"), Written::Word(&field.id));
        see(&at.item(index).field("label"), line(&field.label));
    }
}

fn checks<'guide>(
    checks: &'guide [Check],
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    for (index, check) in checks.iter().enumerate() {
        see(&at.item(index).field("id"), Written::Word(&check.id));
        see(&at.item(index).field("text"), line(&check.text));
    }
}

fn code<'guide>(
    code: &'guide Code,
    at: &Trail<'_>,
    see: &mut impl FnMut(&Trail<'_>, Written<'guide>),
) {
    see(&at.field("id"), Written::Word(&code.id));
    see(&at.field("label"), line(&code.label));
    if let Some(definition) = &code.definition {
        see(&at.field("definition"), prose(definition));
    }
    if let Some(source) = &code.source {
        see(&at.field("source"), Written::Word(source));
    }
}
