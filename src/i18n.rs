//! The words of the program in three languages.
//!
//! The words stand in Fluent files, a folder a language, a file a theme; the build script makes [`Text`] from the
//! German ones, so that a missing key does not compile. `tests/i18n.rs` holds the other languages against them.
//! Beside that this module says in words what the domain gives as values. Keeps out: files and screens.

mod across;
mod check;
mod choice;
mod due;
mod explanation;
mod files;
mod guide;
mod outside;
mod parts;
mod protocol;
mod refusal;
mod repeated;
mod search;
mod signs;
mod system;
mod tables;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use crate::language::Language;

pub use across::places;
pub use choice::{choose, from_locales};
pub use explanation::Explanation;
pub use fluent_bundle::FluentValue as Value;
pub use generated::Text;
pub use repeated::{repeated, repeated_guide};
pub use signs::{NOTED, sign};

#[expect(
    clippy::unreadable_literal,
    reason = "nobody reads the places of the texts"
)]
mod generated {
    use super::parts::Parts;

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// The words of one language. A text in which values decide what is said is read when it is asked for first; the others
/// are part of the program as they are.
pub struct Words {
    language: Language,
    /// The texts that were read.
    bundle: OnceCell<RefCell<FluentBundle<FluentResource>>>,
}

impl Words {
    /// The words of this language.
    pub const fn new(language: Language) -> Self {
        Self {
            language,
            bundle: OnceCell::new(),
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A text that takes no values.
    pub fn text(&self, text: Text) -> Cow<'_, str> {
        debug_assert!(
            text.values().next().is_none(),
            "{} takes values",
            text.key()
        );
        match generated::READY_MADE.of(text, self.language) {
            ready if !ready.is_empty() && !ready.contains(MARK) => Cow::Borrowed(ready),
            _ => Cow::Owned(self.put_together(text, &[])),
        }
    }

    /// A text with values put into it.
    pub fn text_with(&self, text: Text, values: &[(&'static str, Value<'_>)]) -> String {
        debug_assert!(
            text.values()
                .all(|name| values.iter().any(|(given, _)| *given == name)),
            "{} takes more values",
            text.key()
        );
        let ready = generated::READY_MADE.of(text, self.language);
        let filled = (!ready.is_empty()).then(|| filled(ready, values)).flatten();
        filled.unwrap_or_else(|| self.put_together(text, values))
    }

    /// A text in which values decide what is said, such as singular and plural.
    fn put_together(&self, text: Text, values: &[(&'static str, Value<'_>)]) -> String {
        let bundle = self.bundle.get_or_init(|| empty(self.language));
        let mut bundle = bundle.borrow_mut();
        if !bundle.has_message(text.key()) {
            read(text, self.language, &mut bundle);
        }
        // That every key has its text in every language is tested; should one be missing, its key is better than no
        // program.
        let message = bundle.get_message(text.key());
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return text.key().to_owned();
        };
        let values: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let said = bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
        said.into_owned()
    }

    /// What stands between a thing and what is said of it.
    pub const fn colon(&self) -> &'static str {
        match self.language {
            Language::Fr => "\u{a0}: ",
            Language::De | Language::En => ": ",
        }
    }

    /// A text about so many things; the value is named `count`.
    pub fn counted(&self, text: Text, count: usize) -> String {
        self.text_with(text, &[("count", Value::from(count))])
    }

    /// That lines of a list of names may have been meant for two; nothing if there is none.
    pub fn lines_of_two(&self, lines: &[usize]) -> Option<String> {
        self.of_two(Text::LinesOfTwo, lines)
    }

    /// That lines of the protected words that were typed may have been meant for two; nothing if there is none.
    pub fn typed_lines_of_two(&self, lines: &[usize]) -> Option<String> {
        self.of_two(Text::TypedLinesOfTwo, lines)
    }

    fn of_two(&self, text: Text, lines: &[usize]) -> Option<String> {
        let numbers: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let values = [
            ("count", numbers.len().into()),
            ("lines", numbers.join(", ").into()),
        ];
        (!numbers.is_empty()).then(|| self.text_with(text, &values))
    }

    /// Something behind what it is called, as «Draft: …».
    pub fn labelled(&self, label: &str, about: &str) -> String {
        let values = [("label", label.into()), ("about", about.into())];
        self.text_with(Text::Labelled, &values)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Words({})", self.language)
    }
}

/// What stands in a text that is ready made before and behind the name of a value.
const MARK: char = '\u{1}';

/// A text with the values in the places of their names; nothing if one is missing or can only be put in by rules.
fn filled(ready: &str, values: &[(&'static str, Value<'_>)]) -> Option<String> {
    let mut said = String::with_capacity(ready.len());
    let mut is_name = false;
    for piece in ready.split(MARK) {
        if is_name {
            match &values.iter().find(|(name, _)| *name == piece)?.1 {
                Value::String(text) => said.push_str(text),
                Value::Number(number) => said.push_str(&number.as_string()),
                _ => return None,
            }
        } else {
            said.push_str(piece);
        }
        is_name = !is_name;
    }
    Some(said)
}

/// Where no text was read yet.
fn empty(language: Language) -> RefCell<FluentBundle<FluentResource>> {
    let mut bundle = FluentBundle::new(vec![identifier(language)]);
    // The marks that Fluent puts around values turn the direction of writing; terminals show them or count them.
    bundle.set_use_isolating(false);
    RefCell::new(bundle)
}

/// Reads a text in which values decide what is said.
fn read(text: Text, language: Language, bundle: &mut FluentBundle<FluentResource>) {
    let source = generated::VALUED.of(text, language).to_owned();
    let resource = match FluentResource::try_new(source) {
        // What is wrong in a word file fails the tests; what is right in it can be used.
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
}

const fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::De => langid!("de"),
        Language::Fr => langid!("fr"),
        Language::En => langid!("en"),
    }
}
