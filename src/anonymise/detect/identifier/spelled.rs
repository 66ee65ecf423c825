//! E-mail addresses whose signs are spelled so that no machine reads them: `anna(at)holz.ch`, `anna [at] holz [punkt] ch`,
//! «anna arobase holz point fr».

use std::ops::Range;

use super::certain;
use crate::anonymise::contact::is_top_level;
use crate::anonymise::detect::{Detection, Kind};
use crate::language::words;

/// What stands for the sign between a name and its host, in brackets.
const AT_IN_BRACKETS: [&str; 7] = ["at", "a", "@", "ät", "arobase", "bei", "chez"];
/// Those among them that are words too; they are believed only before a host that ends as hosts do.
const WORDS_IN_BRACKETS: [&str; 3] = ["a", "bei", "chez"];
/// What stands there without brackets; it is believed only before a host that ends as hosts do.
const AT: [&str; 3] = ["at", "ät", "arobase"];
/// What stands for a full stop, in brackets.
const STOP_IN_BRACKETS: [&str; 5] = ["punkt", "dot", "point", ".", "kropka"];
/// The same without brackets; it is believed only before the last part of a host.
const STOP: [&str; 4] = ["punkt", "dot", "point", "kropka"];
/// The longest spelled sign with its brackets, in bytes.
const LONGEST_SIGN: usize = 16;
/// The fewest letters of a host of which only the sign before it tells that it is one.
const FEWEST_OF_HOST: usize = 3;

/// Appends every such address.
pub(super) fn find(text: &str, found: &mut Vec<Detection>) {
    let mut reached = 0;
    for word in words(text) {
        let name = word.end + run(text, word.end);
        if word.start < reached {
            continue;
        }
        if let Some(end) = behind_name(text, name) {
            found.push(certain(name_before(text, word.start)..end, Kind::Email));
            reached = end;
        }
    }
}

/// Where an address ends of which the name ends here.
fn behind_name(text: &str, name: usize) -> Option<usize> {
    if let Some(host) = in_brackets(text, name, &AT_IN_BRACKETS) {
        let end = host_end(text, host)?;
        let is_long = end - host >= FEWEST_OF_HOST;
        let is_said = in_brackets(text, name, &WORDS_IN_BRACKETS).is_none();
        return (ends_as_hosts_do(text, host..end) || is_long && is_said).then_some(end);
    }
    let host = bare(text, name, &AT)?;
    let end = host_end(text, host)?;
    let spelled = text
        .get(host..end)?
        .contains([' ', '\u{A0}', '\u{202F}', '(', '[']);
    let is_preposition = bare(text, name, &["at"]).is_some();
    // «met at korvent.ch» has a preposition.
    (ends_as_hosts_do(text, host..end) && (spelled || !is_preposition)).then_some(end)
}

/// Where a host ends that begins here.
fn host_end(text: &str, start: usize) -> Option<usize> {
    let mut end = start + run(text, start);
    if end == start {
        return None;
    }
    loop {
        let next = in_brackets(text, end, &STOP_IN_BRACKETS).or_else(|| {
            let next = bare(text, end, &STOP)?;
            let label = text.get(next..next + run(text, next))?;
            is_top_level(&label.to_lowercase()).then_some(next)
        });
        match next.map(|next| (next, run(text, next))) {
            Some((next, length)) if length > 0 => end = next + length,
            _ => return Some(end),
        }
    }
}

/// Whether the last part of a host is one that hosts end with, behind a stop.
fn ends_as_hosts_do(text: &str, host: Range<usize>) -> bool {
    let host = text.get(host).unwrap_or_default();
    let is_part = |character: char| character.is_alphanumeric();
    let last = host.rsplit(|character| !is_part(character)).next();
    last.is_some_and(|last| last.len() < host.len() && is_top_level(&last.to_lowercase()))
}

/// Where the name begins whose last part begins here: stops in it may be spelled too.
fn name_before(text: &str, last: usize) -> usize {
    let mut start = begin_of_run(text, last);
    loop {
        let before = text.get(..start).unwrap_or_default();
        let from = before.floor_char_boundary(start.saturating_sub(LONGEST_SIGN));
        let sign = before
            .char_indices()
            .rev()
            .take_while(|(at, _)| *at >= from)
            .map(|(at, _)| at)
            .find(|at| {
                let end =
                    in_brackets(text, *at, &STOP_IN_BRACKETS).or_else(|| bare(text, *at, &STOP));
                end == Some(start) && text.get(..*at).is_some_and(|head| head.ends_with(is_sign))
            });
        let Some(sign) = sign else { return start };
        start = begin_of_run(text, sign);
    }
}

/// Where what follows begins, behind a word in brackets with or without spaces around.
fn in_brackets(text: &str, at: usize, all: &[&str]) -> Option<usize> {
    let rest = text.get(at..)?.trim_start_matches(is_blank);
    let close = match rest.chars().next()? {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let near = rest.get(1..rest.floor_char_boundary(LONGEST_SIGN + 2))?;
    let (inside, _) = near.split_once(close)?;
    let behind = rest.get(inside.len() + 2..)?;
    is_one_of(inside.trim(), all).then(|| text.len() - behind.trim_start_matches(is_blank).len())
}

/// Where what follows begins, behind a word that stands free.
fn bare(text: &str, at: usize, all: &[&str]) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix(is_blank)?;
    let near = rest.get(..rest.floor_char_boundary(LONGEST_SIGN))?;
    let (word, _) = near.split_once(is_blank)?;
    let behind = rest.get(word.len()..)?.trim_start_matches(is_blank);
    is_one_of(word, all).then(|| text.len() - behind.len())
}

fn is_one_of(word: &str, all: &[&str]) -> bool {
    word.len() <= LONGEST_SIGN && all.contains(&word.to_lowercase().as_str())
}

/// Whether it is a space, one that breaks no line among them.
const fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{A0}' | '\u{202F}')
}

fn is_sign(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '+')
}

/// The most bytes of an address (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

/// How many bytes of an address stand here, without the stop of a sentence.
fn run(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest
        .get(..rest.floor_char_boundary(LONGEST))
        .unwrap_or_default();
    let length = rest
        .find(|character| !is_sign(character))
        .unwrap_or(rest.len());
    let run = rest.get(..length).unwrap_or_default();
    run.trim_end_matches(['.', '-']).len()
}

/// Where the part of an address begins in which this place lies.
fn begin_of_run(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    let start = head.floor_char_boundary(head.len().saturating_sub(LONGEST));
    let near = head.get(start..).unwrap_or_default();
    start + near.trim_end_matches(is_sign).len()
}
