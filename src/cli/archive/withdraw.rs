//! `leitfaden archive withdraw`: takes a package back.

use super::WithdrawArguments;
use super::words;
use crate::archive::SealError;
use crate::cli::asking;
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::i18n::{Text, Value};
use crate::operations::archive::{Place, WithdrawError, withdraw};

pub(super) fn run(arguments: &WithdrawArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::archive_at(&arguments.target, console)?;
    let package = &arguments.package;
    let values = [
        ("package", Value::from(package.clone())),
        ("target", Value::from(place.shown().to_owned())),
    ];
    let question = console.words.text_with(Text::ArchiveWithdrawAsk, &values);
    if !asking::is_confirmed(arguments.yes, &question, console)? {
        return Err(Ending::Found);
    }
    take_back(&place, package, console)
}

/// Takes a package back, or all of a session, and says what was done. It was asked about before.
pub(in crate::cli) fn take_back(
    place: &Place,
    package: &str,
    console: &mut Console<'_>,
) -> Result<(), Ending> {
    let withdrawn = withdraw(place, package).map_err(|error| match error {
        WithdrawError::Target(error) => words::of_target(&error, place.shown(), &console.words),
        WithdrawError::Publish(error) => words::of_publish(&error, &console.words).into(),
        WithdrawError::Unknown => words::unknown_package(package, place, &console.words),
        WithdrawError::Sealed => words::of_seal(&SealError::NoIdentity, &console.words).into(),
    })?;
    for package in &withdrawn.packages {
        let package = [("package", Value::from(package.clone()))];
        let message = console.words.text_with(Text::ArchiveWithdrawn, &package);
        console.say(&message);
    }
    let keeping = words::of_keeping(withdrawn.keeping);
    for text in [keeping, Text::ArchiveDatasetAnew] {
        let message = console.words.text(text).into_owned();
        console.say(&message);
    }
    Ok(())
}
