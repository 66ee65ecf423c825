//! Reads Rust source far enough to know which paths its program code names: without comments, literals and tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A file of program code.
#[derive(Debug)]
pub struct Source {
    /// Its module, such as `["export", "json"]`; `["main"]` for the program, empty for the root of the library.
    pub module: Vec<String>,
    code: String,
}

impl Source {
    /// The program code of a file.
    pub fn new(module: &str, text: &str) -> Self {
        let names = module.split("::").filter(|name| !name.is_empty());
        Self {
            module: names.map(str::to_owned).collect(),
            code: without_tests(&without_literals(text)),
        }
    }

    /// Every path that the code names, as far from the root as the file itself tells: `crate::a::b`, `std::fs::read`.
    /// The first name of a path is looked up among what the file imports.
    pub fn paths(&self) -> Vec<String> {
        let uses: Vec<(String, String)> = use_trees(&self.code)
            .iter()
            .flat_map(|tree| expanded(tree))
            .map(|(name, path)| (name, self.absolute(&path)))
            .collect();
        let imports: BTreeMap<&str, &str> = uses
            .iter()
            .map(|(name, path)| (name.as_str(), path.as_str()))
            .collect();
        let inline = words_with_colons(&self.code).into_iter().map(|path| {
            let (first, rest) = path.split_once("::").unwrap_or((path, ""));
            match imports.get(first) {
                Some(import) if rest.is_empty() => (*import).to_owned(),
                Some(import) => format!("{import}::{rest}"),
                None => self.absolute(path),
            }
        });
        let direct = uses.iter().map(|(_, path)| path.clone());
        let mut paths: Vec<String> = inline.chain(direct).collect();
        paths.sort();
        paths.dedup();
        paths
    }

    /// A path that begins with `super` or `self` from the root of the crate.
    fn absolute(&self, path: &str) -> String {
        let mut module: Vec<&str> = self.module.iter().map(String::as_str).collect();
        let mut names = path.split("::").peekable();
        let mut is_relative = false;
        while let Some(name) = names.next_if(|name| matches!(*name, "super" | "self")) {
            is_relative = true;
            if name == "super" {
                module.pop();
            }
        }
        if !is_relative {
            return path.to_owned();
        }
        let from_root = ["crate"].into_iter().chain(module).chain(names);
        from_root.collect::<Vec<&str>>().join("::")
    }
}

/// All program code below a folder.
pub fn read_all(folder: &Path) -> Vec<Source> {
    let mut files = Vec::new();
    gather(folder, "", &mut files);
    let tests: Vec<String> = files
        .iter()
        .flat_map(|(module, text)| test_modules(module, text))
        .collect();
    files
        .iter()
        .filter(|(module, _)| {
            !tests
                .iter()
                .any(|test| module == test || module.starts_with(&format!("{test}::")))
        })
        .map(|(module, text)| Source::new(module, text))
        .collect()
}

/// The Rust files below a folder, each with its module. Build scripts are no part of the program.
fn gather(folder: &Path, module: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the source folder") {
        let path = entry.expect("an entry of it").path();
        let stem = path
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let within = match (module, stem.as_str()) {
            (_, "lib") => String::new(),
            ("", stem) => stem.to_owned(),
            (module, stem) => format!("{module}::{stem}"),
        };
        if within == "build" {
            continue;
        }
        if path.is_dir() {
            gather(&path, &within, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((within, fs::read_to_string(&path).expect("source is text")));
        }
    }
}

/// The modules that a file declares for tests only.
fn test_modules(module: &str, text: &str) -> Vec<String> {
    let code = without_literals(text);
    let declared = code.split("#[cfg(test)]").skip(1).filter_map(|behind| {
        let (declaration, _) = behind.split_once(';')?;
        let (visibility, name) = declaration.rsplit_once("mod ")?;
        let is_declaration = visibility
            .chars()
            .all(|character| character.is_alphanumeric() || " \n()_".contains(character));
        is_declaration.then(|| name.trim().to_owned())
    });
    declared
        .map(|name| match module {
            "" => name,
            module => format!("{module}::{name}"),
        })
        .collect()
}

/// The code without comments, and with nothing in its string and character literals.
fn without_literals(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(character) = characters.get(at).copied() {
        let next = characters.get(at + 1).copied();
        let after_word = code
            .chars()
            .next_back()
            .is_some_and(|last| last.is_alphanumeric() || last == '_');
        let skipped = match (character, next) {
            ('/', Some('/')) => line_comment(&characters, at),
            ('/', Some('*')) => block_comment(&characters, at),
            ('r', Some('"' | '#')) if !after_word => raw_string(&characters, at),
            ('"', _) => string(&characters, at),
            ('\'', _) => character_literal(&characters, at),
            _ => 0,
        };
        if skipped == 0 {
            code.push(character);
            at += 1;
        } else {
            code.push(' ');
            at += skipped;
        }
    }
    code
}

fn line_comment(characters: &[char], at: usize) -> usize {
    let rest = characters.iter().skip(at);
    rest.take_while(|character| **character != '\n').count()
}

fn block_comment(characters: &[char], at: usize) -> usize {
    let mut depth = 0_usize;
    let mut length = 0;
    loop {
        let pair = (
            characters.get(at + length).copied(),
            characters.get(at + length + 1).copied(),
        );
        match pair {
            (Some('/'), Some('*')) => {
                depth += 1;
                length += 2;
            }
            (Some('*'), Some('/')) => {
                depth -= 1;
                length += 2;
                if depth == 0 {
                    return length;
                }
            }
            (None, _) => return length,
            _ => length += 1,
        }
    }
}

/// The length of `r"…"` or `r#"…"#`; 0 if it is none, such as `r#type`.
fn raw_string(characters: &[char], at: usize) -> usize {
    let rest = || characters.iter().skip(at + 1);
    let hashes = rest().take_while(|character| **character == '#').count();
    if characters.get(at + 1 + hashes) != Some(&'"') {
        return 0;
    }
    let mut end = at + 2 + hashes;
    while end < characters.len() {
        let closes = characters.get(end) == Some(&'"')
            && (1..=hashes).all(|hash| characters.get(end + hash) == Some(&'#'));
        if closes {
            return end + hashes + 1 - at;
        }
        end += 1;
    }
    end - at
}

fn string(characters: &[char], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(character) = characters.get(end) {
        match character {
            '\\' => end += 2,
            '"' => return end + 1 - at,
            _ => end += 1,
        }
    }
    end - at
}

/// The length of `'a'` or `'\n'`; 0 for a lifetime.
fn character_literal(characters: &[char], at: usize) -> usize {
    match characters.get(at + 1) {
        Some('\\') => {
            let rest = characters.iter().skip(at + 3);
            rest.take_while(|character| **character != '\'').count() + 4
        }
        Some(_) if characters.get(at + 2) == Some(&'\'') => 3,
        _ => 0,
    }
}

/// The code without what stands behind `#[cfg(test)]`: an item with its body, or one that ends with a semicolon.
fn without_tests(code: &str) -> String {
    let mut pieces = code.split("#[cfg(test)]");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = item_end(piece);
        kept.extend(piece.chars().skip(end));
    }
    kept
}

/// How many characters the first item of a text has.
fn item_end(text: &str) -> usize {
    let mut depth = 0_usize;
    for (index, character) in text.chars().enumerate() {
        match character {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index + 1;
                }
            }
            ';' if depth == 0 => return index + 1,
            _ => {}
        }
    }
    text.chars().count()
}

/// What stands between each `use` and its semicolon, without spaces.
fn use_trees(code: &str) -> Vec<String> {
    let mut trees = Vec::new();
    let mut rest = code;
    while let Some((before, behind)) = rest.split_once("use ") {
        let begins = before.chars().next_back().is_none_or(char::is_whitespace);
        if let (true, Some((tree, _))) = (begins, behind.split_once(';')) {
            trees.push(tree.replace(" as ", "@").split_whitespace().collect());
        }
        rest = behind;
    }
    trees
}

/// The paths of a tree of imports, each with the name under which the file knows it.
fn expanded(tree: &str) -> Vec<(String, String)> {
    let Some((before, behind)) = tree.split_once('{') else {
        let (path, alias) = tree.split_once('@').unwrap_or((tree, ""));
        let last = path.rsplit("::").next().unwrap_or(path);
        let name = if alias.is_empty() { last } else { alias };
        return vec![(name.to_owned(), path.to_owned())];
    };
    let inner = behind.strip_suffix('}').unwrap_or(behind);
    let mut paths = Vec::new();
    for branch in branches(inner) {
        let whole = match branch.strip_prefix("self") {
            Some(alias) if alias.is_empty() || alias.starts_with('@') => {
                format!("{}{alias}", before.trim_end_matches("::"))
            }
            _ => format!("{before}{branch}"),
        };
        paths.extend(expanded(&whole));
    }
    paths
}

/// The parts between the commas that stand in no inner braces.
fn branches(inner: &str) -> Vec<String> {
    let mut branches = vec![String::new()];
    let mut depth = 0_usize;
    for character in inner.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if character == ',' && depth == 0 {
            branches.push(String::new());
        } else if let Some(last) = branches.last_mut() {
            last.push(character);
        }
    }
    branches.retain(|branch| !branch.is_empty());
    branches
}

/// Every run of names that are joined by `::`.
fn words_with_colons(code: &str) -> Vec<&str> {
    code.split(|character: char| {
        !(character.is_alphanumeric() || character == '_' || character == ':')
    })
    .map(|run| run.trim_matches(':'))
    .filter(|run| !run.is_empty())
    .collect()
}
