//! A guide written as the source of a file: in one language, so that whoever goes on with it has plain texts before
//! them.

use std::fmt::Write;

use crate::guide::{
    Asked, Attribute, Block, ByMode, Check, Code, Guide, LocalisedText, Prompt, Status, SurveyKey,
    Topic, Weight,
};
use crate::language::Language;

/// The source of a guide's file, with its texts in this language.
pub fn source_of(guide: &Guide, language: Language) -> String {
    let mut source = Source {
        text: String::new(),
        depth: 0,
        language,
    };
    source.guide(guide);
    source.text
}

struct Source {
    text: String,
    depth: usize,
    language: Language,
}

impl Source {
    fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    fn close(&mut self, line: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(line);
    }

    fn field(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}: {value},"));
    }

    fn text(&mut self, name: &str, text: &LocalisedText) {
        let text = self.quoted(text);
        self.field(name, &text);
    }

    fn optional(&mut self, name: &str, text: Option<&LocalisedText>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn quoted(&self, text: &LocalisedText) -> String {
        quoted(text.in_language(self.language))
    }

    /// A list of single lines; left out if there is none.
    fn list(&mut self, name: &str, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().collect();
        if lines.is_empty() {
            return;
        }
        self.open(&format!("{name}: ["));
        for line in lines {
            self.line(&format!("{line},"));
        }
        self.close("],");
    }

    fn guide(&mut self, guide: &Guide) {
        self.open("(");
        self.field("version", &super::VERSION.to_string());
        self.field("edition", &quoted(&guide.edition));
        self.text("title", &guide.title);
        self.field("languages", &format!("[{}]", quoted(self.language.tag())));
        self.field("status", status(guide.status));
        self.optional("source", guide.source.as_ref());
        self.text("project", &guide.project);
        self.text("controller", &guide.controller);
        self.field("smallest_group", &guide.smallest_group.to_string());
        self.open("opening: (");
        self.text("title", &guide.opening.title);
        self.text("text", &guide.opening.text);
        self.field("minutes", &minutes(guide.opening.minutes));
        self.close("),");
        self.consent(guide);
        self.optional("on_tape", guide.on_tape.as_ref());
        self.open("closing: (");
        self.text("title", &guide.closing.title);
        self.text("question", &guide.closing.question);
        self.field("minutes", &minutes(guide.closing.minutes));
        self.prompts("checks", &guide.closing.checks);
        self.close("),");
        self.prompts("keep_going", &guide.keep_going);
        self.open("blocks: [");
        for block in &guide.blocks {
            self.block(block);
        }
        self.close("],");
        self.attributes(&guide.attributes);
        self.survey(&guide.survey);
        self.checks("before", &guide.before);
        self.checks("after", &guide.after);
        let postscript = guide.postscript.iter().map(|field| {
            let required = if field.required {
                ", required: true"
            } else {
                ""
            };
            let label = self.quoted(&field.label);
            format!("(id: {}, label: {label}{required})", quoted(&field.id))
        });
        let postscript: Vec<String> = postscript.collect();
        self.list("postscript", postscript);
        let codes: Vec<String> = guide.codes.iter().map(|code| self.code(code)).collect();
        self.list("codes", codes);
        self.list(
            "process_codes",
            guide.process_codes.iter().map(|id| quoted(id)),
        );
        let pairs = guide.pairs.iter();
        self.list(
            "pairs",
            pairs.map(|(one, other)| format!("({}, {})", quoted(one), quoted(other))),
        );
        self.close(")");
    }

    fn consent(&mut self, guide: &Guide) {
        self.open("consent: [");
        for step in &guide.consent {
            self.open("(");
            self.field("id", &quoted(&step.id));
            self.text("title", &step.title);
            self.text("ask", &step.ask);
            self.text("if_no", &step.if_no);
            if step.needed {
                self.field("needed", "true");
            }
            self.close("),");
        }
        self.close("],");
    }

    fn prompts(&mut self, name: &str, prompts: &[Prompt]) {
        let lines = prompts.iter().map(|prompt| {
            let text = self.quoted(&prompt.text);
            format!("(id: {}, text: {text})", quoted(&prompt.id))
        });
        let lines: Vec<String> = lines.collect();
        self.list(name, lines);
    }

    fn checks(&mut self, name: &str, checks: &[Check]) {
        let lines = checks.iter().map(|check| {
            let modes: Vec<&str> = check.modes.iter().map(|mode| mode.word()).collect();
            let modes = match modes.as_slice() {
                [] => String::new(),
                modes => format!(", modes: [{}]", modes.join(", ")),
            };
            let text = self.quoted(&check.text);
            format!("(id: {}, text: {text}{modes})", quoted(&check.id))
        });
        let lines: Vec<String> = lines.collect();
        self.list(name, lines);
    }

    fn block(&mut self, block: &Block) {
        self.open("(");
        self.field("id", &quoted(&block.id));
        self.text("title", &block.title);
        self.text("goal", &block.goal);
        self.optional("hint", block.hint.as_ref());
        self.field("minutes", &minutes(block.minutes));
        self.open("topics: [");
        for topic in &block.topics {
            self.topic(topic);
        }
        self.close("],");
        self.close("),");
    }

    fn topic(&mut self, topic: &Topic) {
        self.open("(");
        self.field("id", &quoted(&topic.id));
        self.field("name", &quoted(&topic.name));
        self.text("title", &topic.title);
        let weight = by_mode(&topic.weight, |weight| match weight {
            Weight::Must => "must".to_owned(),
            Weight::Should => "should".to_owned(),
        });
        self.field("weight", &weight);
        self.text("question", &topic.question);
        let variants = topic.variants.iter().map(|variant| {
            let question = self.quoted(&variant.question);
            format!("(role: {}, question: {question})", quoted(&variant.role))
        });
        let variants: Vec<String> = variants.collect();
        self.list("variants", variants);
        if let Some(prefilled) = &topic.prefilled {
            self.open("prefilled: (");
            self.field("keys", &words(&prefilled.keys));
            self.text("question", &prefilled.question);
            self.close("),");
        }
        let language = self.language;
        let probes = topic.probes.in_language(language).iter();
        self.list("probes", probes.map(|probe| quoted(probe)));
        self.optional("hint", topic.hint.as_ref());
        let keywords = topic.keywords.in_language(language);
        if !keywords.is_empty() {
            self.field("keywords", &words(keywords));
        }
        if let Some(criterion) = &topic.criterion {
            self.open("criterion: (");
            self.text("include", &criterion.include);
            self.text("exclude", &criterion.exclude);
            self.close("),");
        }
        for (name, codes) in [("codes", &topic.codes), ("favourites", &topic.favourites)] {
            if !codes.is_empty() {
                self.field(name, &words(codes));
            }
        }
        self.close("),");
    }

    fn attributes(&mut self, attributes: &[Attribute]) {
        if attributes.is_empty() {
            return;
        }
        self.open("attributes: [");
        for attribute in attributes {
            self.open("(");
            self.field("id", &quoted(&attribute.id));
            self.text("label", &attribute.label);
            self.field("asked", asked(attribute.asked));
            self.field(
                "exported",
                if attribute.exported { "true" } else { "false" },
            );
            let values = attribute.values.iter().map(|value| {
                let label = self.quoted(&value.label);
                format!("(id: {}, label: {label})", quoted(&value.id))
            });
            let values: Vec<String> = values.collect();
            self.list("values", values);
            let steps = attribute.ladder.iter().map(|step| {
                let coarser = step.iter().map(|coarser| {
                    format!("({}, {})", quoted(&coarser.into), words(&coarser.from))
                });
                format!("[{}]", coarser.collect::<Vec<String>>().join(", "))
            });
            self.list("ladder", steps);
            self.close("),");
        }
        self.close("],");
    }

    fn survey(&mut self, keys: &[SurveyKey]) {
        let lines = keys.iter().map(|key| {
            let list = if key.list { ", list: true" } else { "" };
            let label = self.quoted(&key.label);
            format!("(key: {}, label: {label}{list})", quoted(&key.key))
        });
        let lines: Vec<String> = lines.collect();
        self.list("survey", lines);
    }

    fn code(&self, code: &Code) -> String {
        let mut line = format!(
            "(id: {}, label: {}",
            quoted(&code.id),
            self.quoted(&code.label)
        );
        if let Some(definition) = &code.definition {
            let _ = write!(line, ", definition: {}", self.quoted(definition));
        }
        if let Some(source) = &code.source {
            let _ = write!(line, ", source: {}", quoted(source));
        }
        if code.retired {
            line.push_str(", retired: true");
        }
        line.push(')');
        line
    }
}

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn words(words: &[impl AsRef<str>]) -> String {
    let words = words.iter().map(|word| quoted(word.as_ref()));
    format!("[{}]", words.collect::<Vec<String>>().join(", "))
}

fn by_mode<T: Copy>(value: &ByMode<T>, word: impl Fn(T) -> String) -> String {
    format!(
        "(on_site: {}, phone: {})",
        word(value.on_site),
        word(value.phone)
    )
}

fn minutes(minutes: ByMode<u32>) -> String {
    by_mode(&minutes, |minutes| minutes.to_string())
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Feedback => "feedback",
        Status::Pilot => "pilot",
        Status::Field => "field",
    }
}

const fn asked(asked: Asked) -> &'static str {
    match asked {
        Asked::Before => "before",
        Asked::After => "after",
        Asked::Never => "never",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BUILT_IN, parse};
    use super::*;

    #[test]
    fn every_built_in_guide_is_read_again_as_it_was_in_every_language() {
        for built_in in BUILT_IN {
            let guide = built_in.guide(built_in.id).unwrap();
            for language in Language::ALL {
                let source = source_of(&guide, language);
                let (read, _) = parse(built_in.id, source.as_bytes()).unwrap();
                // The same source is the same guide: nothing was lost on the way.
                assert_eq!(source_of(&read, language), source, "{language}");
                assert_eq!(read.languages, [language]);
                assert_eq!(read.codes.len(), guide.codes.len());
                assert_eq!(read.topics().count(), guide.topics().count());
                assert_eq!(read.attributes.len(), guide.attributes.len());
                assert_eq!(read.pairs, guide.pairs);
                let questions = |guide: &Guide| -> Vec<String> {
                    let topics = guide.topics();
                    topics
                        .map(|(_, topic)| topic.question.in_language(language).to_owned())
                        .collect()
                };
                assert_eq!(questions(&read), questions(&guide));
            }
        }
    }

    #[test]
    fn what_stands_in_a_text_stays_in_it() {
        assert_eq!(quoted("a \"b\" \\ c\nd"), "\"a \\\"b\\\" \\\\ c\\nd\"");
    }
}
