//! The enum `Text`: a variant for each message of the German word files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::messages::{Message, messages};

/// The languages in the order of `Language::ALL`; the first names the keys.
const LANGUAGES: [&str; 3] = ["de", "fr", "en"];

/// The source of the enum and of the list of word files.
pub fn generate(root: &Path) -> String {
    let folder = root.join("src").join("i18n");
    let mut all = Vec::new();
    for file in word_files(&folder.join(LANGUAGES[0])) {
        let source = read(&file);
        let read = messages(&source).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        all.extend(read);
    }
    let mut source = enumeration(&all);
    source.push_str(&sources(&folder));
    source
}

fn enumeration(all: &[Message]) -> String {
    let mut source = String::from(
        "/// A text that the user reads; the words are in the word files.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Text {\n",
    );
    let (mut list, mut table) = (String::new(), String::new());
    for message in all {
        let variant = variant(&message.key);
        line(&mut source, "    /// ```text");
        for text in message.text.join("…").lines() {
            line(&mut source, &format!("    /// {text}"));
        }
        line(&mut source, "    /// ```");
        line(&mut source, &format!("    {variant},"));
        line(&mut list, &format!("        Self::{variant},"));
        let values: Vec<&str> = message.arguments.iter().map(String::as_str).collect();
        line(
            &mut table,
            &format!("    ({:?}, &{values:?}),", message.key),
        );
    }
    let count = all.len();
    let _ = write!(
        source,
        "}}

/// The key of each text and the names of its values.
const TABLE: [(&str, &[&str]); {count}] = [
{table}];

impl Text {{
    /// All texts, in the order of the word files.
    pub const ALL: [Self; {count}] = [
{list}    ];

    /// The key in the word files.
    pub const fn key(self) -> &'static str {{
        TABLE[self as usize].0
    }}

    /// The names of the values that are put into it.
    pub const fn arguments(self) -> &'static [&'static str] {{
        TABLE[self as usize].1
    }}
}}
"
    );
    source
}

/// The word files as string literals, a list for each language.
fn sources(folder: &Path) -> String {
    let mut source =
        String::from("\n/// The word files, for each language in the order of `Language::ALL`.\n");
    line(&mut source, "pub(super) const WORD_FILES: [&[&str]; 3] = [");
    for language in LANGUAGES {
        let folder = folder.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        line(&mut source, "    &[");
        for file in word_files(&folder) {
            println!("cargo::rerun-if-changed={}", file.display());
            line(
                &mut source,
                &format!("        include_str!({:?}),", file.display().to_string()),
            );
        }
        line(&mut source, "    ],");
    }
    line(&mut source, "];");
    source
}

/// `level-working` becomes `LevelWorking`.
fn variant(key: &str) -> String {
    key.split('-')
        .flat_map(|word| {
            let mut characters = word.chars();
            let first = characters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(characters)
        })
        .collect()
}

fn word_files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn line(source: &mut String, text: &str) {
    source.push_str(text);
    source.push('\n');
}
