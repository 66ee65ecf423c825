//! A guide as a text to read before an interview, or to lay beside one.

use crate::guide::{Block, ByMode, Guide, Mode, ROLE, Topic, Weight};
use crate::language::{self, Language};

/// The words around a guide's own, in the language of the reader.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'words> {
    /// «Goal:», with its colon, before which French puts a space.
    pub goal: &'words str,
    /// «Hint:».
    pub hint: &'words str,
    /// «Keywords:».
    pub keywords: &'words str,
    /// «needed», of a step of the consent.
    pub needed: &'words str,
    /// «must», of a topic.
    pub must: &'words str,
    /// «should», of a topic.
    pub should: &'words str,
    /// «on site».
    pub on_site: &'words str,
    /// «by phone».
    pub phone: &'words str,
    /// «min».
    pub minutes: &'words str,
}

/// How much deeper each level stands.
const INDENT: usize = 2;

/// Narrower than this no line is made: words would stand alone.
const NARROWEST: usize = 20;

/// The text of a guide in a language, in lines of at most `width` cells.
///
/// In a language that the guide has not, it is shown in its first. Words longer than a line stay whole.
pub fn guide_show(guide: &Guide, language: Language, width: usize, labels: &Labels<'_>) -> String {
    let mut page = Page {
        lines: String::new(),
        width: width.max(NARROWEST),
        language: guide.language_for(language),
        labels: *labels,
    };
    page.head(guide);
    page.opening(guide);
    for block in &guide.blocks {
        page.block(guide, block);
    }
    page.closing(guide);
    page.lines
}

/// A text under way.
struct Page<'words> {
    lines: String,
    width: usize,
    language: Language,
    labels: Labels<'words>,
}

impl Page<'_> {
    fn head(&mut self, guide: &Guide) {
        let languages: Vec<&str> = guide
            .languages
            .iter()
            .map(|language| language.tag())
            .collect();
        self.put(0, "", guide.title.in_language(self.language));
        let minutes = self.minutes(ByMode {
            on_site: guide.minutes(Mode::OnSite),
            phone: guide.minutes(Mode::Phone),
        });
        let (id, edition, languages) = (&guide.id, &guide.edition, languages.join(" "));
        self.put(
            0,
            "",
            &format!("{id} · {edition} · {languages} · {minutes}"),
        );
    }

    fn opening(&mut self, guide: &Guide) {
        let title = guide.opening.title.in_language(self.language);
        self.heading(title, &self.minutes(guide.opening.minutes));
        self.put(1, "", guide.opening.text.in_language(self.language));
        for step in &guide.consent {
            let needed = if step.needed { self.labels.needed } else { "" };
            let title = [&step.id, step.title.in_language(self.language), needed];
            self.blank();
            self.put(1, "", &joined(&title));
            self.put(2, "", step.ask.in_language(self.language));
        }
        if let Some(on_tape) = &guide.on_tape {
            self.blank();
            self.put(1, "● ", on_tape.in_language(self.language));
        }
    }

    fn block(&mut self, guide: &Guide, block: &Block) {
        let title = joined(&[&block.id, block.title.in_language(self.language)]);
        self.heading(&title, &self.minutes(block.minutes));
        let goal = format!("{} ", self.labels.goal);
        self.put(1, &goal, block.goal.in_language(self.language));
        if let Some(hint) = &block.hint {
            let label = format!("{} ", self.labels.hint);
            self.put(1, &label, hint.in_language(self.language));
        }
        for topic in &block.topics {
            self.topic(guide, topic);
        }
    }

    fn topic(&mut self, guide: &Guide, topic: &Topic) {
        let title = topic.title.in_language(self.language);
        self.blank();
        self.put(
            1,
            "",
            &joined(&[&topic.id, title, &self.weight(topic.weight)]),
        );
        self.put(2, "", topic.question.in_language(self.language));
        for variant in &topic.variants {
            let role = self.role(guide, &variant.role);
            self.put(
                2,
                &format!("{role} – "),
                variant.question.in_language(self.language),
            );
        }
        for (number, probe) in (1..).zip(topic.probes.in_language(self.language)) {
            self.put(2, &format!("{number} "), probe);
        }
        if let Some(hint) = &topic.hint {
            let label = format!("{} ", self.labels.hint);
            self.put(2, &label, hint.in_language(self.language));
        }
        let keywords = topic.keywords.in_language(self.language);
        if !keywords.is_empty() {
            let label = format!("{} ", self.labels.keywords);
            self.put(2, &label, &keywords.join(", "));
        }
    }

    /// What people call a role; its id if the guide does not say.
    fn role<'guide>(&self, guide: &'guide Guide, id: &'guide str) -> &'guide str {
        guide
            .attributes
            .iter()
            .filter(|attribute| attribute.id == ROLE)
            .flat_map(|attribute| &attribute.values)
            .find(|value| value.id == id)
            .map_or(id, |value| value.label.in_language(self.language))
    }

    fn closing(&mut self, guide: &Guide) {
        let title = guide.closing.title.in_language(self.language);
        self.heading(title, &self.minutes(guide.closing.minutes));
        self.put(1, "", guide.closing.question.in_language(self.language));
        for check in &guide.closing.checks {
            self.put(1, "☐ ", check.text.in_language(self.language));
        }
    }

    fn heading(&mut self, title: &str, minutes: &str) {
        self.blank();
        self.put(0, "", &joined(&[title, minutes]));
    }

    fn minutes(&self, minutes: ByMode<u32>) -> String {
        let Labels {
            on_site,
            phone,
            minutes: unit,
            ..
        } = self.labels;
        let ByMode {
            on_site: there,
            phone: by_phone,
        } = minutes;
        format!("{there} {unit} {on_site}, {by_phone} {unit} {phone}")
    }

    /// Said once if it is the same in both modes.
    fn weight(&self, weight: ByMode<Weight>) -> String {
        let word = |weight| match weight {
            Weight::Must => self.labels.must,
            Weight::Should => self.labels.should,
        };
        if weight.on_site == weight.phone {
            return word(weight.on_site).to_owned();
        }
        let Labels { on_site, phone, .. } = self.labels;
        let (there, by_phone) = (word(weight.on_site), word(weight.phone));
        format!("{there} {on_site}, {by_phone} {phone}")
    }

    fn blank(&mut self) {
        self.lines.push('\n');
    }

    /// Adds a text, its paragraphs wrapped; all lines but the first stand below the text and not below the label.
    fn put(&mut self, level: usize, label: &str, text: &str) {
        let indent = " ".repeat(level * INDENT);
        let further = format!("{indent}{}", " ".repeat(language::width(label).min(INDENT)));
        let mut start = format!("{indent}{label}");
        for paragraph in text.lines() {
            for line in wrapped(paragraph, self.width, &start, &further) {
                self.lines.push_str(&line);
                self.lines.push('\n');
            }
            start.clone_from(&further);
        }
    }
}

/// The lines of a paragraph, which breaks at spaces but not at no-break spaces.
fn wrapped(paragraph: &str, width: usize, start: &str, further: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = start.to_owned();
    let mut words_in_line = 0;
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        if words_in_line > 0 && language::width(&line) + 1 + language::width(word) > width {
            lines.push(std::mem::replace(&mut line, further.to_owned()));
            words_in_line = 0;
        }
        if words_in_line > 0 {
            line.push(' ');
        }
        line.push_str(word);
        words_in_line += 1;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Parts that are not empty, with a dot between.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::guides::{BUILT_IN, parse, parse_trusted};

    const LABELS: Labels<'_> = Labels {
        goal: "But\u{a0}:",
        hint: "Conseil\u{a0}:",
        keywords: "Mots-clés\u{a0}:",
        needed: "nécessaire",
        must: "obligatoire",
        should: "souhaité",
        on_site: "sur place",
        phone: "par téléphone",
        minutes: "min",
    };

    #[test]
    fn a_guide_reads_as_a_page() {
        let source = include_str!("../../tests/guides/valid.ron");
        let (guide, _) = parse("test", source.as_bytes()).unwrap();
        insta::assert_snapshot!(guide_show(&guide, Language::Fr, 60, &LABELS));
    }

    #[test]
    fn no_line_is_wider_than_asked_for() {
        for built_in in BUILT_IN {
            let guide = parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap();
            for (language, width) in Language::ALL.into_iter().zip([40, 60, 100]) {
                let page = guide_show(&guide, language, width, &LABELS);
                let widest = page.lines().map(language::width).max();
                assert!(
                    widest <= Some(width),
                    "{} {language} {widest:?}",
                    built_in.id
                );
                assert!(page.lines().all(|line| line == line.trim_end()));
            }
        }
    }

    #[test]
    fn a_width_of_nothing_is_no_trouble() {
        let source = BUILT_IN[0].source;
        let guide = parse_trusted("test", source.as_bytes()).unwrap();
        assert!(guide_show(&guide, Language::De, 0, &LABELS).lines().count() > 100);
    }
}
