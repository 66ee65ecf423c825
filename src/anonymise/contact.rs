//! Finds e-mail and web addresses in a text.

use linkify::{Link, LinkFinder, LinkKind};

use super::finding::{Candidate, Rule, Target};
use super::secret::Secret;
use super::slot::SlotKind;

/// The last parts of host names that are believed without `https://` or `www.` before them.
///
/// A full stop without a space behind it («Region.Das») makes a host name of any two words, so endings that are
/// words of a note's languages are left out.
const TOP_LEVELS: &[&str] = &[
    "academy",
    "aero",
    "agency",
    "ai",
    "alsace",
    "app",
    "at",
    "bayern",
    "berlin",
    "be",
    "biz",
    "blog",
    "brussels",
    "bzh",
    "cat",
    "cc",
    "ch",
    "cloud",
    "club",
    "cologne",
    "com",
    "community",
    "consulting",
    "coop",
    "cz",
    "de",
    "dev",
    "digital",
    "dk",
    "earth",
    "eco",
    "edu",
    "energy",
    "eu",
    "events",
    "example",
    "farm",
    "fi",
    "foundation",
    "fr",
    "gal",
    "global",
    "gmbh",
    "gov",
    "green",
    "group",
    "hamburg",
    "health",
    "hu",
    "ie",
    "info",
    "institute",
    "int",
    "international",
    "invalid",
    "io",
    "jobs",
    "koeln",
    "law",
    "li",
    "lu",
    "ltd",
    "management",
    "media",
    "mobi",
    "museum",
    "net",
    "network",
    "ngo",
    "nl",
    "nrw",
    "one",
    "online",
    "org",
    "paris",
    "pl",
    "pro",
    "pt",
    "report",
    "research",
    "ro",
    "ruhr",
    "saarland",
    "science",
    "se",
    "shop",
    "si",
    "site",
    "sk",
    "social",
    "software",
    "solutions",
    "space",
    "store",
    "studio",
    "swiss",
    "systems",
    "tech",
    "technology",
    "test",
    "tirol",
    "tools",
    "travel",
    "tv",
    "uk",
    "university",
    "vlaanderen",
    "website",
    "wien",
    "wiki",
    "wine",
    "work",
    "works",
    "world",
    "xyz",
    "zone",
    "zuerich",
];

/// Whether a host name ends with this part, in small letters.
pub(super) fn is_top_level(part: &str) -> bool {
    TOP_LEVELS.contains(&part)
}

/// The longest run without a space that is searched as a whole, in bytes: the search takes time squared.
const LONGEST_RUN: usize = 2000;

/// Appends every e-mail and web address.
pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let mut offset = 0;
    for run in text.split_inclusive(char::is_whitespace) {
        let trimmed = run.trim_end();
        // Most runs are words, and hold none of the signs without which there is no address.
        if trimmed.contains('@') || trimmed.contains("://") || has_inner_stop(trimmed) {
            find_in_run(trimmed, offset, found);
        }
        offset += run.len();
    }
}

/// Whether a full stop stands elsewhere than at the end.
fn has_inner_stop(run: &str) -> bool {
    run.trim_end_matches('.').contains('.')
}

/// Appends the addresses of a run without spaces, which stands at `offset`.
fn find_in_run(run: &str, offset: usize, found: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < run.len() {
        let end = run.floor_char_boundary((at + LONGEST_RUN).min(run.len()));
        let window = run.get(at..end).unwrap_or_default();
        let before = found.len();
        find_in_window(window, offset + at, found);
        // An address that runs on behind the window takes the rest of the run with it.
        let cut = found
            .iter_mut()
            .skip(before)
            .find(|candidate| candidate.span.end == offset + end);
        if let Some(candidate) = cut.filter(|_| end < run.len()) {
            candidate.span.end = offset + run.len();
            return;
        }
        at = end;
    }
}

/// Appends the addresses of a short text, which stands at `offset`.
fn find_in_window(text: &str, offset: usize, found: &mut Vec<Candidate>) {
    // Apart, because two words and a stop before an e-mail address look like a web address that holds it.
    for kind in [LinkKind::Email, LinkKind::Url] {
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false).kinds(&[kind]);
        found.extend(
            finder
                .links(text)
                .filter_map(|link| candidate(&link, offset)),
        );
    }
}

/// Whether the text is the beginning of an address, which only a space ends.
pub(super) fn may_grow(text: &str) -> bool {
    text.contains('@')
        || text.contains("://")
        || text.to_ascii_lowercase().starts_with("www.")
        || begins_with_host(text)
        || ends_with_host(text)
}

/// Whether a web address reaches to the end of the text, or to where a sentence follows it without a space: what comes
/// may still belong to it.
fn ends_with_host(text: &str) -> bool {
    let text = text.trim_end_matches(|character: char| !character.is_alphanumeric());
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false).kinds(&[LinkKind::Url]);
    let mut links = finder.links(text);
    has_inner_stop(text)
        && links.any(|link| link.end() == text.len() && believed(link.as_str()).is_some())
}

/// Whether the text begins with a host name, or with the beginning of one.
fn begins_with_host(text: &str) -> bool {
    let text = text.trim_matches(|character: char| !character.is_alphanumeric());
    let (host, path) = match text.find(['/', '?', '#', ':']) {
        Some(end) => text.split_at_checked(end).unwrap_or((text, "")),
        None => (text, ""),
    };
    let Some((name, top)) = host.rsplit_once('.') else {
        return false;
    };
    let known = |top: &str| {
        let continued = path.is_empty() && TOP_LEVELS.iter().any(|known| known.starts_with(top));
        continued || TOP_LEVELS.contains(&top)
    };
    name.ends_with(char::is_alphanumeric)
        && top_in_small_letters(host, top).is_some_and(|top| known(&top))
}

/// The last part of a host name in small letters; nothing if capitals begin it, as they begin a sentence.
fn top_in_small_letters(host: &str, top: &str) -> Option<String> {
    let uniform = top.chars().all(char::is_lowercase) || !host.contains(char::is_lowercase);
    uniform.then(|| top.to_lowercase())
}

/// The address as addresses compare, and its kind, if the whole text is one.
pub(super) fn whole(text: &str) -> Option<(SlotKind, Secret)> {
    let mut found = Vec::new();
    find(text, &mut found);
    let whole = found
        .into_iter()
        .find(|candidate| candidate.span == (0..text.len()))?;
    match whole.target {
        Target::Address(kind, address) => Some((kind, address)),
        Target::Slot(_) | Target::Named(..) | Target::Twin(..) => None,
    }
}

fn candidate(link: &Link<'_>, offset: usize) -> Option<Candidate> {
    // A placeholder is no part of an address: what stands there was found already.
    if link.as_str().contains(crate::language::is_marker) {
        return None;
    }
    let (rule, kind, address, end) = match link.kind() {
        LinkKind::Email => {
            let address = link.as_str().to_lowercase();
            (Rule::Email, SlotKind::Email, address, link.end())
        }
        LinkKind::Url => {
            let address = believed(link.as_str())?;
            let end = link.start() + address.len();
            (Rule::Web, SlotKind::Web, web_address(address), end)
        }
        _ => return None,
    };
    Some(Candidate {
        span: offset + link.start()..offset + end,
        rule,
        target: Target::Address(kind, Secret::from(address)),
    })
}

/// What of the text is a web address: all of it, or a host that a sentence follows without a space («holz.ch.Das»).
fn believed(address: &str) -> Option<&str> {
    if is_believed(address) {
        return Some(address);
    }
    let host = host_of(address);
    let sentences = host.match_indices('.').rev().filter(|(at, stop)| {
        let behind = host.get(at + stop.len()..);
        behind.is_some_and(|behind| behind.starts_with(char::is_uppercase))
    });
    let mut hosts = sentences.filter_map(|(at, _)| host.get(..at));
    hosts.find(|host| is_believed(host))
}

/// What stands before the path of an address.
fn host_of(address: &str) -> &str {
    let mut parts = address.split(['/', '?', '#', ':']);
    parts.next().unwrap_or_default()
}

/// Whether the text is a web address and not two sentences without a space.
fn is_believed(address: &str) -> bool {
    if address.contains("://") || address.to_ascii_lowercase().starts_with("www.") {
        return true;
    }
    let host = host_of(address);
    if !host.contains(char::is_alphabetic) {
        return false;
    }
    let top = host
        .rsplit_once('.')
        .and_then(|(_, top)| top_in_small_letters(host, top));
    top.is_some_and(|top| TOP_LEVELS.contains(&top.as_str()) || is_host_by_its_name(host))
}

/// Whether a host is told by its name, whatever its ending: three parts of letters, or one that no dictionary has.
fn is_host_by_its_name(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    let are_parts = parts.iter().all(|part| {
        part.len() >= 2
            && part
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '-')
    });
    let is_small = !host.contains(char::is_uppercase);
    let is_own = |part: &str| {
        let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
        let folded = crate::language::fold(part);
        letters >= 6 && !super::detect::is_word(&folded)
    };
    are_parts && is_small && (parts.len() >= 3 || parts.first().is_some_and(|part| is_own(part)))
}

/// The address without what does not tell it from others.
fn web_address(address: &str) -> String {
    let address = address.to_lowercase();
    let address = address
        .split_once("://")
        .map_or(address.as_str(), |(_, rest)| rest);
    let address = address.strip_prefix("www.").unwrap_or(address);
    address.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, &mut found);
        found
            .into_iter()
            .filter_map(|candidate| text.get(candidate.span))
            .collect()
    }

    #[test]
    fn addresses_are_found_with_and_without_scheme() {
        assert_eq!(
            found("siehe www.holz.ch, holz-verband.de/team."),
            ["www.holz.ch", "holz-verband.de/team"]
        );
        assert_eq!(
            found("(https://a.example/x?y=1)"),
            ["https://a.example/x?y=1"]
        );
        assert_eq!(
            found("an anna.muster@holz.ch schreiben"),
            ["anna.muster@holz.ch"]
        );
        assert_eq!(found("müller@größe.de"), ["müller@größe.de"]);
        assert_eq!(found("Ende.Das/anna@holz.ch"), ["Ende.Das/anna@holz.ch"]);
        assert_eq!(found("HOLZ.CH"), ["HOLZ.CH"]);
    }

    #[test]
    fn an_address_without_end_is_taken_whole() {
        let long = format!("https://holz.ch/{}", "ü/".repeat(3000));
        assert_eq!(found(&format!("siehe {long} dort")), [long]);
    }

    #[test]
    fn sentences_and_abbreviations_are_no_addresses() {
        for text in [
            "z.B. so",
            "Region.Das war",
            "d.h. u.a.",
            "e.V. und Dr.Muster",
            "1.5 oder 2.0.1",
            "Ende.De facto",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_host_is_found_before_a_sentence_that_follows_without_a_space() {
        for (text, host) in [
            ("holz.ch.Das war", "holz.ch"),
            ("anna holz.ch.sagt.Verband", "holz.ch.sagt"),
            ("holz.ch.Verband/Messe", "holz.ch"),
            ("holz.ch.Verband.de.Dann", "holz.ch.Verband.de"),
        ] {
            assert_eq!(found(text), [host], "{text}");
        }
    }

    #[test]
    fn one_address_compares_alike_in_all_its_forms() {
        let of = |text| whole(text).map(|(_, address)| address.to_string());
        assert_eq!(of("https://www.Holz.ch/"), of("holz.ch"));
        assert_eq!(of("Anna@Holz.ch"), of("anna@holz.ch"));
    }

    #[test]
    fn a_beginning_of_an_address_is_told_from_the_end_of_a_sentence() {
        for text in [
            "anna@",
            "anna@holz",
            "www.holz",
            "https://x",
            "holz.c",
            "holz.com",
            "holz.ch.sagt.",
            "holz.ch.Das",
        ] {
            assert!(may_grow(text), "{text}");
        }
        for text in ["Ende.", "usw.", "Wort", "z.B."] {
            assert!(!may_grow(text), "{text}");
        }
    }
}
