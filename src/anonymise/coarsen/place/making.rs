//! Makes the transducer of towns: `UPDATE=1 LISTS=folder cargo test --lib making`. The list `towns.txt` is made by
//! `lists/make.py`; a line of it is a name, the code of the region, how many people live there, and whether that is what the place is
//! mainly called.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use fst::MapBuilder;

use super::{REGIONS, key};

/// Where the transducer lies.
const MADE: &str = "src/anonymise/lists/towns.fst";

/// How many times as many people as in all others of its name live in the town that is meant without saying which.
const FAR_LARGER: u64 = 20;

/// The rows of the regions by their codes.
fn rows() -> BTreeMap<&'static str, u64> {
    let codes = REGIONS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next());
    codes.zip(0..).collect()
}

/// The row of a code; of a region that is a town itself, that of its country.
fn row_of(code: &str, rows: &BTreeMap<&str, u64>) -> Option<u64> {
    let country = || code.split('.').next();
    let row = rows.get(code).or_else(|| rows.get(country()?))?;
    Some(*row)
}

/// The region that a name stands for: that of all who bear it, that of one that is far larger than the others, or the
/// country that they have in common.
fn meant(bearers: &BTreeMap<String, u64>, rows: &BTreeMap<&str, u64>) -> Option<u64> {
    let all: u64 = bearers.values().sum();
    let (largest, people) = bearers.iter().max_by_key(|(_, people)| **people)?;
    if all - people <= people / FAR_LARGER {
        return row_of(largest, rows);
    }
    let country = |code: &str| code.split('.').next().map(str::to_owned);
    let mut countries = bearers.keys().map(|code| country(code));
    let first = countries.next()??;
    countries
        .all(|other| other.as_deref() == Some(first.as_str()))
        .then(|| row_of(&first, rows))?
}

#[test]
fn the_towns_are_made_from_the_list() {
    let Some(folder) = env::var_os("LISTS").filter(|_| env::var_os("UPDATE").is_some()) else {
        // Without the list there is nothing to make; that what was made can be read is tested beside.
        return;
    };
    let list = fs::read_to_string(Path::new(&folder).join("towns.txt")).unwrap();
    let [mut mains, mut others]: [BTreeMap<String, BTreeMap<String, u64>>; 2] = Default::default();
    for line in list.lines() {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap();
        let (name, code, people) = (field(), field(), field().parse::<u64>().unwrap());
        let by_names = if field() == "main" {
            &mut mains
        } else {
            &mut others
        };
        let bearers = by_names.entry(key(name).to_string()).or_default();
        let most = bearers.entry(code.to_owned()).or_default();
        *most = people.max(*most);
    }
    // «Görlitz» is what Zgorzelec is called too; who says it means the town that has no other name.
    let mut towns = others;
    towns.append(&mut mains);
    let rows = rows();
    let mut builder = MapBuilder::memory();
    for (town, bearers) in &towns {
        if let Some(row) = meant(bearers, &rows).filter(|_| !town.is_empty()) {
            builder.insert(town, row).unwrap();
        }
    }
    fs::write(MADE, builder.into_inner().unwrap()).unwrap();
}
