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
    let languages = LANGUAGES.map(|language| all_messages(&folder.join(language)));
    let [first, ..] = &languages;
    let mut source = enumeration(first);
    source.push_str(&plain_texts(first, &languages));
    source.push_str(&sources(&folder));
    source
}

/// The messages of a language in the order of its files, each with the index of its file.
fn all_messages(folder: &Path) -> Vec<(usize, Message)> {
    let mut all = Vec::new();
    for (index, file) in word_files(folder).iter().enumerate() {
        let source = read(file);
        let read = messages(&source).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        all.extend(read.into_iter().map(|message| (index, message)));
    }
    all
}

/// The texts that are the same whatever is said besides, so that no word file is read for them.
fn plain_texts(first: &[(usize, Message)], languages: &[Vec<(usize, Message)>; 3]) -> String {
    let mut source = format!(
        "\n/// The texts without values, for each language in the order of `Language::ALL`.\n\
         pub(super) static PLAIN: [[Option<&str>; {}]; 3] = [\n",
        first.len()
    );
    for messages in languages {
        line(&mut source, "    [");
        for (_, wanted) in first {
            let found = messages.iter().find(|(_, other)| other.key == wanted.key);
            let plain = found
                .filter(|(_, message)| message.is_plain)
                .map(|(_, message)| message.text.concat());
            line(&mut source, &format!("        {plain:?},"));
        }
        line(&mut source, "    ],");
    }
    line(&mut source, "];");
    source
}

fn enumeration(all: &[(usize, Message)]) -> String {
    let mut source = String::from(
        "/// A text that the user reads; the words are in the word files.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Text {\n",
    );
    let (mut list, mut table) = (String::new(), String::new());
    for (file, message) in all {
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
            &format!("    ({:?}, &{values:?}, {file}),", message.key),
        );
    }
    let count = all.len();
    let _ = write!(
        source,
        "}}

/// The key of each text, the names of its values, and which word file it stands in.
static TABLE: [(&str, &[&str], usize); {count}] = [
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

    /// Which of the word files it stands in.
    pub(super) const fn file(self) -> usize {{
        TABLE[self as usize].2
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
