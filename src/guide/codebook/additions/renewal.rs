//! What other studies added to a codebook is taken over again after they changed it, and what was changed here stays.

use std::collections::BTreeMap;

use super::{Additions, FieldCode};
use crate::anonymise::CleanText;
use crate::language::Language;

impl Additions {
    /// Puts what other studies add in the place of what they added `before`, where nobody changed that here since. Tells
    /// whether both say the same of what both name; where they do not, what is here stays. A code stays with its label
    /// though nobody there uses it any more: here it may stand on notes, and its id must not come to mean another.
    pub fn renew(&mut self, before: &Self, now: &Self) -> bool {
        let agrees = renew_codes(&mut self.codes, &before.codes, &now.codes)
            & renew_labels(&mut self.labels, &before.labels, &now.labels)
            & renew_map(&mut self.merged, &before.merged, &now.merged);
        self.retired
            .retain(|code| now.retired.contains(code) || !before.retired.contains(code));
        for code in &now.retired {
            if !before.retired.contains(code) && !self.retired.contains(code) {
                self.retired.push(code.clone());
            }
        }
        agrees
    }
}

/// The same of a list of codes, in the order in which they came up here.
fn renew_codes(here: &mut Vec<FieldCode>, before: &[FieldCode], now: &[FieldCode]) -> bool {
    fn find<'codes>(codes: &'codes [FieldCode], id: &str) -> Option<&'codes FieldCode> {
        codes.iter().find(|code| code.id == id)
    }
    let mut agrees = true;
    for code in &mut *here {
        let (old, new) = (find(before, &code.id), find(now, &code.id));
        settle(code, old, new, &mut agrees);
    }
    for code in now {
        if find(here, &code.id).is_none() && find(before, &code.id).is_none() {
            here.push(code.clone());
        }
    }
    agrees
}

/// The same of labels, which stay as long as nobody there says another.
fn renew_labels(
    here: &mut BTreeMap<String, BTreeMap<Language, CleanText>>,
    before: &BTreeMap<String, BTreeMap<Language, CleanText>>,
    now: &BTreeMap<String, BTreeMap<Language, CleanText>>,
) -> bool {
    let mut now = now.clone();
    for (code, labels) in here.iter() {
        let said_no_more = before.get(code).filter(|before| *before == labels);
        if let Some(labels) = said_no_more.filter(|_| !now.contains_key(code)) {
            now.insert(code.clone(), labels.clone());
        }
    }
    renew_map(here, before, &now)
}

/// The same of a map.
fn renew_map<V: Clone + PartialEq>(
    here: &mut BTreeMap<String, V>,
    before: &BTreeMap<String, V>,
    now: &BTreeMap<String, V>,
) -> bool {
    let mut agrees = true;
    here.retain(|key, value| settle(value, before.get(key), now.get(key), &mut agrees));
    for (key, value) in now {
        if !here.contains_key(key) && !before.contains_key(key) {
            here.insert(key.clone(), value.clone());
        }
    }
    agrees
}

/// Settles what becomes of one thing that is here: whether it stays. What was not changed here follows the others; what was
/// called otherwise on both sides does not agree.
fn settle<V: Clone + PartialEq>(
    here: &mut V,
    before: Option<&V>,
    now: Option<&V>,
    agrees: &mut bool,
) -> bool {
    let is_own = before != Some(&*here);
    match now {
        Some(now) if is_own => {
            *agrees &= now == here || Some(now) == before;
            true
        }
        Some(now) => {
            here.clone_from(now);
            true
        }
        None => is_own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(id: &str, label: &str) -> FieldCode {
        FieldCode {
            id: id.to_owned(),
            under: None,
            labels: BTreeMap::from([(Language::De, CleanText::from_stored(label.to_owned()))]),
        }
    }

    fn of(codes: &[(&str, &str)], merged: &[(&str, &str)], retired: &[&str]) -> Additions {
        let codes = codes.iter().map(|(id, label)| code(id, label));
        let merged = merged
            .iter()
            .map(|(from, into)| ((*from).to_owned(), (*into).to_owned()));
        Additions {
            codes: codes.collect(),
            labels: BTreeMap::new(),
            merged: merged.collect(),
            retired: retired.iter().map(|code| (*code).to_owned()).collect(),
        }
    }

    fn renewed(here: &Additions, before: &Additions, now: &Additions) -> (Additions, bool) {
        let mut renewed = here.clone();
        let agrees = renewed.renew(before, now);
        (renewed, agrees)
    }

    #[test]
    fn what_was_renamed_merged_and_retired_elsewhere_is_taken_over() {
        let before = of(
            &[("x.a", "Zugluft"), ("x.b", "Lärm")],
            &[("p", "q")],
            &["r"],
        );
        let now = of(
            &[("x.a", "Durchzug"), ("x.c", "neu")],
            &[("p", "s"), ("x.b", "x.a")],
            &["t"],
        );
        let nothing = Additions::default();
        assert_eq!(renewed(&nothing, &nothing, &now), (now.clone(), true));
        // A code that no session of the archive has any more may stand on notes here.
        let kept = [("x.a", "Durchzug"), ("x.b", "Lärm"), ("x.c", "neu")];
        let expected = Additions {
            codes: of(&kept, &[], &[]).codes,
            ..now.clone()
        };
        assert_eq!(renewed(&before, &before, &now), (expected, true));
    }

    #[test]
    fn a_label_of_the_guide_s_code_stays_though_no_session_there_has_the_code_any_more() {
        let labelled = |label: &str| Additions {
            labels: BTreeMap::from([("p".to_owned(), code("p", label).labels)]),
            ..Additions::default()
        };
        let before = labelled("Wind");
        let none = Additions::default();
        assert_eq!(renewed(&before, &before, &none), (before.clone(), true));
        let now = labelled("Sturm");
        assert_eq!(renewed(&before, &before, &now), (now, true));
    }

    #[test]
    fn what_was_changed_here_stays_and_a_contradiction_is_told() {
        let before = of(&[("x.a", "Zugluft")], &[("p", "q")], &["r"]);
        // Here a code came in, one was called otherwise, a merge taken back, a code offered again.
        let here = of(
            &[("x.a", "Windfang"), ("x.z", "eigener")],
            &[("u", "v")],
            &[],
        );
        assert_eq!(renewed(&here, &before, &before), (here.clone(), true));
        let now = of(
            &[("x.a", "Durchzug"), ("x.b", "Lärm")],
            &[("p", "q")],
            &["r", "t"],
        );
        let kept = [("x.a", "Windfang"), ("x.z", "eigener"), ("x.b", "Lärm")];
        let expected = of(&kept, &[("u", "v")], &["t"]);
        assert_eq!(renewed(&here, &before, &now), (expected, false));
    }
}
