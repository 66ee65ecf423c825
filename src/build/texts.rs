//! The enum `Text`: a variant for each message of the German word files, and what it says in each language.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::slice;

use crate::messages::{Message, messages};

/// The languages in the order of `Language::ALL`; the first names the keys.
const LANGUAGES: [&str; 3] = ["de", "fr", "en"];

/// The source of the enum and of the list of word files.
pub fn generate(root: &Path) -> String {
    let folder = root.join("src").join("i18n");
    let languages = LANGUAGES.map(|language| all_messages(&folder.join(language)));
    let [first, ..] = &languages;
    let mut source = enumeration(first);
    source.push_str(&all_texts(&languages));
    source
}

/// The messages of a language in the order of its files.
fn all_messages(folder: &Path) -> Vec<Message> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut all = Vec::new();
    for file in word_files(folder) {
        println!("cargo::rerun-if-changed={}", file.display());
        let source = read(&file);
        let read = messages(&source).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        all.extend(read);
    }
    all
}

/// All texts, and where each stands: those into which values are at most put, ready made, and those with values as word
/// files of one message, so that no more is read than is said.
///
/// They are strings and places in them: thousands of references would each have to be put right when the program starts,
/// and so be in memory of its own.
fn all_texts(languages: &[Vec<Message>; 3]) -> String {
    let [first, ..] = languages;
    let one = slice::from_ref(first);
    let key = |message: &Message| Some(message.key.clone());
    let values = |message: &Message| {
        let values = message.arguments.iter().map(String::as_str);
        Some(values.collect::<Vec<_>>().join(" "))
    };
    let ready = |message: &Message| message.ready_made.clone();
    let source = |message: &Message| {
        let is_plain = message.ready_made.is_some() && message.arguments.is_empty();
        (!is_plain).then(|| message.source.clone())
    };
    [
        one_behind_the_other("KEYS", "The keys of the texts", one, &key),
        one_behind_the_other("VALUES", "The names of the texts' values", one, &values),
        one_behind_the_other(
            "READY_MADE",
            "The texts that say the same whatever their values are",
            languages,
            &ready,
        ),
        one_behind_the_other(
            "VALUED",
            "The texts with values, each as a word file",
            languages,
            &source,
        ),
    ]
    .concat()
}

/// A list `NAME` of what messages have in each of these languages; what a message has not is empty.
fn one_behind_the_other(
    name: &str,
    what: &str,
    languages: &[Vec<Message>],
    of: &dyn Fn(&Message) -> Option<String>,
) -> String {
    let [first, ..] = languages else {
        return String::new();
    };
    let (mut all, mut places) = (String::new(), String::new());
    for messages in languages {
        for wanted in first {
            let found = messages.iter().find(|other| other.key == wanted.key);
            let start = all.len();
            all.push_str(&found.and_then(of).unwrap_or_default());
            line(&mut places, &format!("        ({start}, {}),", all.len()));
        }
    }
    format!(
        "
/// {what}.
pub(super) static {name}: Parts<{}> = Parts {{
    texts: {},
    all: {all:?},
    places: [
{places}    ],
}};
",
        first.len() * languages.len(),
        first.len(),
    )
}

fn enumeration(all: &[Message]) -> String {
    let mut source = String::from(
        "/// A text that the user reads; the words are in the word files.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Text {\n",
    );
    let mut list = String::new();
    for message in all {
        let variant = variant(&message.key);
        line(&mut source, "    /// ```text");
        for text in message.text.join("…").lines() {
            line(&mut source, &format!("    /// {text}"));
        }
        line(&mut source, "    /// ```");
        line(&mut source, &format!("    {variant},"));
        line(&mut list, &format!("        Self::{variant},"));
    }
    let _ = write!(
        source,
        "}}

impl Text {{
    /// All texts, in the order of the word files.
    pub const ALL: [Self; {}] = [
{list}    ];
}}
",
        all.len()
    );
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
