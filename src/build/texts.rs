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
///
/// They are one string and the places in it: thousands of references would each have to be put right when the program
/// starts, and so be in memory of its own.
fn plain_texts(first: &[(usize, Message)], languages: &[Vec<(usize, Message)>; 3]) -> String {
    let mut places = format!(
        "\n/// Where the texts without values begin and end in `PLAIN`, for each language in the order of `Language::ALL`;\n\
         /// those that take values have no place.\n\
         pub(super) static PLAIN_PLACES: [[(u32, u32); {}]; 3] = [\n",
        first.len()
    );
    let mut texts = String::new();
    for messages in languages {
        line(&mut places, "    [");
        for (_, wanted) in first {
            let found = messages.iter().find(|(_, other)| other.key == wanted.key);
            let plain = found.filter(|(_, message)| message.is_plain);
            let start = texts.len();
            texts.extend(
                plain
                    .iter()
                    .flat_map(|(_, message)| &message.text)
                    .map(String::as_str),
            );
            line(&mut places, &format!("        ({start}, {}),", texts.len()));
        }
        line(&mut places, "    ],");
    }
    line(&mut places, "];");
    format!(
        "{places}\n/// The texts without values, one behind the other.\n\
         pub(super) static PLAIN: &str = {texts:?};\n"
    )
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
