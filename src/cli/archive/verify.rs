//! `leitfaden archive verify`: checks an archive, or any bag.

use std::path::Path;

use serde::Serialize;

use super::VerifyArguments;
use super::rest::{self, Rest};
use super::{bag_report, words};
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::export::json;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::archive::{Bag, Verified, look, verify, verify_bag};

#[derive(Serialize)]
struct Document<'verified> {
    format: &'static str,
    version: u32,
    well: bool,
    packages: Vec<Package<'verified>>,
    #[serde(flatten)]
    rest: Rest<'verified>,
}

#[derive(Serialize)]
struct Package<'verified> {
    name: &'verified str,
    problems: Vec<String>,
}

pub(super) fn run(arguments: &VerifyArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let path = Path::new(&arguments.target);
    if let (Some(kind), None) = (look(path), &arguments.package) {
        return bag(path, kind, arguments.json, console);
    }
    let place = super::archive_at(&arguments.target, console)?;
    let only = arguments.package.as_deref();
    let verified = verify(&place, only)
        .map_err(|error| words::of_target(&error, place.shown(), &console.words))?;
    let found = verified.packages.len() + verified.catalogue.orphans.len();
    if let (Some(package), 0) = (only, found) {
        return Err(words::unknown_package(package, &place, &console.words));
    }
    if arguments.json {
        json::write_document(&document(&verified, console), &mut console.output)?;
    } else {
        print(&verified, console)?;
    }
    rest::say(&verified.catalogue, console);
    if verified.is_well() {
        return Ok(());
    }
    Err(Ending::Found)
}

fn bag(path: &Path, kind: Bag, as_json: bool, console: &mut Console<'_>) -> Result<(), Ending> {
    let report = verify_bag(path, kind).map_err(|error| {
        let path = [("path", Value::from(path.display().to_string()))];
        let message = console.words.text_with(Text::BagUnreadable, &path);
        Ending::from(Explanation::new(message).because(console.words.system_error(&error)))
    })?;
    if as_json {
        let document = bag_report::document(&report);
        json::write_document(&document, &mut console.output)?;
    } else {
        bag_report::write(&report, &console.words, console.output)?;
    }
    if report.is_valid() {
        return Ok(());
    }
    Err(Ending::Found)
}

fn print(verified: &Verified, console: &mut Console<'_>) -> Result<(), Ending> {
    for package in &verified.packages {
        let problems = package.problems.iter();
        for problem in problems.flat_map(|problem| words::of_problem(problem, &console.words)) {
            let values = [
                ("package", Value::from(package.stem.clone())),
                ("problem", Value::from(problem)),
            ];
            let line = console.words.text_with(Text::ArchiveProblem, &values);
            writeln!(console.output, "{}", crate::export::visible(&line))?;
        }
    }
    let count = verified.packages.len();
    if verified.is_well() && count == 0 {
        let message = console
            .words
            .text(Text::ArchiveVerifiedNothing)
            .into_owned();
        console.say(&message);
    } else if verified.is_well() {
        let message = console.words.counted(Text::ArchiveVerified, count);
        console.say(&message);
    }
    Ok(())
}

fn document<'verified>(
    verified: &'verified Verified,
    console: &Console<'_>,
) -> Document<'verified> {
    let packages = verified.packages.iter().map(|package| Package {
        name: &package.stem,
        problems: package
            .problems
            .iter()
            .flat_map(|problem| words::of_problem(problem, &console.words))
            .collect(),
    });
    Document {
        format: "leitfaden.archive-check",
        version: 1,
        well: verified.is_well(),
        packages: packages.collect(),
        rest: Rest::of(&verified.catalogue),
    }
}
