//! Which language the program speaks.

use crate::language::Language;

/// The language that was asked for, else the configured one, else that of the system's locales.
pub fn choose(
    asked: Option<Language>,
    configured: Option<Language>,
    locales: impl IntoIterator<Item = String>,
) -> Language {
    asked
        .or(configured)
        .unwrap_or_else(|| from_locales(locales))
}

/// The language of a system with these locales, the preferred one first.
///
/// A system without a language (`C`, `POSIX`, nothing set) gets English, and so does one whose languages the program does
/// not speak.
pub fn from_locales(locales: impl IntoIterator<Item = String>) -> Language {
    let has_language = |locale: &String| {
        let primary = locale.split(['-', '_', '.']).next().unwrap_or_default();
        primary != "C" && primary != "POSIX"
    };
    let mut languages = locales.into_iter().take_while(has_language);
    languages
        .find_map(|locale| Language::from_tag(&locale))
        .unwrap_or(Language::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(locales: &[&str]) -> Language {
        from_locales(locales.iter().map(|locale| (*locale).to_owned()))
    }

    #[test]
    fn a_system_without_a_language_gets_english() {
        assert_eq!(of(&[]), Language::En);
        assert_eq!(of(&["C"]), Language::En);
        assert_eq!(of(&["C.UTF-8", "fr_FR.UTF-8"]), Language::En);
        assert_eq!(of(&["POSIX"]), Language::En);
    }

    #[test]
    fn the_first_locale_that_the_program_speaks_counts() {
        assert_eq!(of(&["fr-CH"]), Language::Fr);
        assert_eq!(of(&["en_GB.UTF-8", "de"]), Language::En);
        assert_eq!(of(&["it-CH", "de-CH"]), Language::De);
        assert_eq!(of(&["pl_PL.UTF-8"]), Language::En);
    }

    #[test]
    fn what_is_asked_for_counts_before_what_is_configured() {
        let locales = || vec!["en".to_owned()];
        let asked = choose(Some(Language::Fr), Some(Language::De), locales());
        assert_eq!(asked, Language::Fr);
        assert_eq!(choose(None, Some(Language::De), locales()), Language::De);
        assert_eq!(choose(None, None, locales()), Language::En);
    }
}
