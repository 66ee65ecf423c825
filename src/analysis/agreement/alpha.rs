//! Krippendorff's alpha for nominal data, any number of coders, values missing or not.
//!
//! Source: Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011),
//! <https://repository.upenn.edu/asc_papers/43>, section C; the tests are its examples.

use std::collections::BTreeMap;

/// Alpha over units, each with the values that coders gave it. Units with fewer than two values do not count. Nothing
/// if no unit counts, or all values are the same: then there is nothing by which chance could be told from agreement.
pub fn nominal_alpha<V: Ord>(units: impl IntoIterator<Item = Vec<V>>) -> Option<f64> {
    let mut totals: BTreeMap<V, f64> = BTreeMap::new();
    let mut alike = 0.0;
    let mut all = 0.0;
    for unit in units {
        let values = number(unit.len());
        if values < 2.0 {
            continue;
        }
        let mut counts: BTreeMap<V, f64> = BTreeMap::new();
        for value in unit {
            *counts.entry(value).or_default() += 1.0;
        }
        all += values;
        for (value, count) in counts {
            // Each pair of equal values of this unit weighs as much as one value does.
            alike += count * (count - 1.0) / (values - 1.0);
            *totals.entry(value).or_default() += count;
        }
    }
    if totals.len() < 2 {
        return None;
    }
    let same_by_chance: f64 = totals.values().map(|total| total * (total - 1.0)).sum();
    let observed = (all - alike) / all;
    let expected = 1.0 - same_by_chance / (all * (all - 1.0));
    Some(1.0 - observed / expected)
}

fn number(count: usize) -> f64 {
    // No unit has more coders than this counts.
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units from the rows of coders, a character a unit; a dot is a missing value.
    fn of(coders: &[&str]) -> Option<f64> {
        let units = coders[0].chars().count();
        nominal_alpha((0..units).map(|unit| {
            let values = coders.iter().filter_map(|row| row.chars().nth(unit));
            values.filter(|value| *value != '.').collect::<Vec<char>>()
        }))
    }

    fn rounded(alpha: Option<f64>) -> String {
        format!("{:.3}", alpha.unwrap())
    }

    #[test]
    fn two_coders_and_two_values() {
        // Section A of the source.
        assert_eq!(rounded(of(&["0100000010", "1110010000"])), "0.095");
    }

    #[test]
    fn two_coders_and_several_values() {
        // Section B.
        assert_eq!(rounded(of(&["aabbdcccedda", "babbbccceddd"])), "0.692");
    }

    #[test]
    fn any_number_of_coders_and_missing_values() {
        // Section C.
        let coders = [
            "123321412...",
            "1233224125.3",
            ".3332342251.",
            "12332441251.",
        ];
        assert_eq!(rounded(of(&coders)), "0.743");
    }

    /// The coefficients of the fixture are computed by another implementation, see `tests/independent/recompute.py`.
    #[test]
    fn another_implementation_comes_to_the_same() {
        let fixture = include_str!("../../../tests/independent/alpha.json");
        let fixture: serde_json::Value = serde_json::from_str(fixture).unwrap();
        let tables = fixture["tables"].as_array().unwrap();
        for table in tables {
            let coders = table["coders"].as_array().unwrap();
            let units = coders[0].as_array().unwrap().len();
            let alpha = nominal_alpha((0..units).map(|unit| {
                let values = coders.iter().filter_map(|coder| coder[unit].as_str());
                values.collect::<Vec<&str>>()
            }));
            let expected = table["alpha"].as_f64().unwrap();
            assert!(
                (alpha.unwrap() - expected).abs() < 1e-9,
                "{alpha:?} {expected}"
            );
        }
        assert!(tables.len() > 5);
    }

    #[test]
    fn full_agreement_is_one_and_one_value_alone_says_nothing() {
        assert_eq!(of(&["abab", "abab"]), Some(1.0));
        assert_eq!(of(&["aaaa", "aaaa"]), None);
        assert_eq!(of(&["ab..", "..ab"]), None);
    }

    #[test]
    fn agreement_below_chance_is_negative() {
        assert!(of(&["abab", "baba"]).unwrap() < 0.0);
    }
}
