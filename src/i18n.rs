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
mod protocol;
mod refusal;
mod search;
mod signs;
mod system;
mod tables;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use crate::language::Language;

pub use across::places;
pub use choice::{choose, from_locales};
pub use explanation::Explanation;
pub use fluent_bundle::FluentValue as Value;
pub use generated::Text;
pub use signs::{NOTED, sign};

#[expect(
    clippy::unreadable_literal,
    reason = "nobody reads the places of the texts"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// How many word files a language has.
const FILES: usize = generated::WORD_FILES[0].len();

/// The words of one language. A file of it is read when the first text with values is asked for that stands there; the
/// others are part of the program as they are.
pub struct Words {
    language: Language,
    bundles: [OnceCell<FluentBundle<FluentResource>>; FILES],
}

impl Words {
    /// The words of this language.
    pub const fn new(language: Language) -> Self {
        Self {
            language,
            bundles: [const { OnceCell::new() }; FILES],
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A text that takes no values.
    pub fn text(&self, text: Text) -> Cow<'_, str> {
        debug_assert!(text.arguments().is_empty(), "{} takes values", text.key());
        self.format(text, None)
    }

    /// A text with values put into it.
    pub fn text_with(&self, text: Text, values: &[(&'static str, Value<'_>)]) -> String {
        debug_assert!(
            text.arguments()
                .iter()
                .all(|name| values.iter().any(|(given, _)| given == name)),
            "{} takes {:?}",
            text.key(),
            text.arguments()
        );
        let values: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.format(text, Some(&values)).into_owned()
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

    fn format<'words>(
        &'words self,
        text: Text,
        values: Option<&'words FluentArgs<'words>>,
    ) -> Cow<'words, str> {
        if let Some(plain) = plain(text, self.language) {
            return Cow::Borrowed(plain);
        }
        let Some(bundle) = self.bundles.get(text.file()) else {
            return Cow::Borrowed(text.key());
        };
        let bundle = bundle.get_or_init(|| read(self.language, text.file()));
        // That every key has its text in every language is tested; should one be missing, its key is better than no
        // program.
        let Some(pattern) = bundle
            .get_message(text.key())
            .and_then(|message| message.value())
        else {
            return Cow::Borrowed(text.key());
        };
        bundle.format_pattern(pattern, values, &mut Vec::new())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Words({})", self.language)
    }
}

/// The text if it is the same whatever is said besides.
fn plain(text: Text, language: Language) -> Option<&'static str> {
    let (start, end) = *generated::PLAIN_PLACES
        .get(language as usize)?
        .get(text as usize)?;
    let plain = generated::PLAIN.get(start as usize..end as usize);
    plain.filter(|plain| !plain.is_empty())
}

fn read(language: Language, file: usize) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![identifier(language)]);
    // The marks that Fluent puts around values turn the direction of writing; terminals show them or count them.
    bundle.set_use_isolating(false);
    let files = generated::WORD_FILES.get(language as usize);
    if let Some(source) = files.and_then(|files| files.get(file)) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            // What is wrong in a word file fails the tests; what is right in it can be used.
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

const fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::De => langid!("de"),
        Language::Fr => langid!("fr"),
        Language::En => langid!("en"),
    }
}
