//! Looks for names in everything that the program wrote, by means of its own.
//!
//! Nothing of the program's search is used here: every form of every name is listed, and words are compared.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The list as it is given to the program.
pub const PROTECTED: &str = "\
person: Anna Müller
person: Jürg Meier
person: Éloïse Lefèvre
person: Hans-Peter Strauß
institution: Holzbund Basel
institution: Chambre Lémanique
";

/// Every form of the names that may be no word of any file.
const FORMS: &[&str] = &[
    "anna",
    "annas",
    "müller",
    "mueller",
    "muller",
    "müllers",
    "muellers",
    "mullers",
    "jürg",
    "juerg",
    "jurg",
    "jürgs",
    "juergs",
    "meier",
    "meiers",
    "éloïse",
    "eloise",
    "éloise",
    "eloïse",
    "eloises",
    "lefèvre",
    "lefevre",
    "lefèvres",
    "lefevres",
    "hans",
    "peter",
    "peters",
    "strauß",
    "strauss",
    "straußens",
    "straussens",
    "holzbund",
    "holzbunds",
    "holzbundes",
    "lémanique",
    "lemanique",
    "lémaniques",
];

/// The names in any file below a folder, or in its path: where, and which form.
pub fn in_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for (path, bytes) in files(folder) {
        let text = String::from_utf8_lossy(&bytes);
        let places = [path.to_string_lossy().into_owned(), unescaped(&text)];
        let forms: BTreeSet<String> = places.iter().flat_map(|text| in_text(text)).collect();
        found.extend(forms.into_iter().map(|form| (path.clone(), form)));
    }
    found
}

/// The names in a text.
pub fn in_text(text: &str) -> Vec<String> {
    let forms: BTreeSet<String> = FORMS.iter().map(|form| bare(form)).collect();
    // A word can be written in compatible signs too («ﬀ»).
    let compatible: String = text.nfkc().collect();
    let mut found: Vec<String> = [text, &compatible]
        .into_iter()
        .flat_map(words)
        .map(|word| bare(&word))
        .filter(|word| forms.contains(word))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// All files below a folder with their bytes, in order.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the place") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).expect("a file of the place");
                files.push((path, bytes));
            }
        }
    }
    files.sort();
    files
}

/// The words of a text, without what leaves no trace on a screen.
fn words(text: &str) -> Vec<String> {
    let visible: String = text
        .chars()
        .filter(|character| !matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .collect();
    visible
        .split(|character: char| !character.is_alphanumeric() && !is_combining_mark(character))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A word in small letters without accents, its ß as ss.
fn bare(word: &str) -> String {
    let small = word.to_lowercase();
    let plain: String = small
        .nfd()
        .filter(|sign| !is_combining_mark(*sign))
        .collect();
    plain.replace('ß', "ss")
}

/// A text with the escapes of RON and JSON resolved.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = after;
        let code = rest
            .strip_prefix("u{")
            .and_then(|tail| tail.split_once('}'));
        if let Some((code, tail)) = code {
            let code = u32::from_str_radix(code, 16).ok();
            plain.extend(code.and_then(char::from_u32));
            rest = tail;
        } else if let Some(tail) = rest.strip_prefix('n') {
            plain.push('\n');
            rest = tail;
        }
    }
    plain + rest
}
