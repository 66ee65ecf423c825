//! Words for what can go wrong with an archive.

use std::time::Duration;

use super::bag_report;
use crate::archive::{
    AddressError, Attempt, Cause, Distrust, FileFault, Keeping, Listed, Mark, Naming, PackageFault,
    PublishError, Readers, SealError, TargetError, Way,
};
use crate::cli::ending::Ending;
use crate::cli::values::shell_word;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::archive::{
    NAME_KEY, OpenError, Place, Problem, PullRefused, PushError, S3_KEY, S3_SECRET, SetUpError,
    WEBDAV_PASSWORD, WEBDAV_USER,
};
use crate::operations::guides::GuideTrouble;

/// The addresses of servers.
const ADDRESS_FORMS: &str = "webdavs://HOST/PATH, s3://BUCKET/PREFIX?endpoint=URL&region=REGION";

/// What an address of an object store must have.
const ENDPOINT_FIELD: &str = "?endpoint=URL";

/// An explanation on one line, without its hint.
pub(super) fn one_line(explanation: &Explanation) -> String {
    let causes = explanation.causes.iter().map(String::as_str);
    let all: Vec<&str> = std::iter::once(explanation.error.as_str())
        .chain(causes)
        .collect();
    all.join(": ")
}

/// What a package is called: its session and revision, if they can be read.
pub(super) fn name(listed: &Listed) -> String {
    listed.entry.as_ref().map_or_else(
        || listed.stem.clone(),
        |entry| Naming::Plain.entry(&entry.session, entry.revision),
    )
}

/// That a target which is busy or does not answer is asked again, and how long at most.
pub(super) fn trying_again(target: &str, most: Duration, words: &Words) -> String {
    let seconds = most.as_secs().saturating_add(1);
    let values = [
        ("target", Value::from(target.to_owned())),
        ("seconds", Value::from(seconds)),
    ];
    words.text_with(Text::ArchiveTryingAgain, &values)
}

/// Why a target cannot be used.
pub(super) fn of_open(error: &OpenError, target: &str, words: &Words) -> Ending {
    let target = [("target", Value::from(target.to_owned()))];
    let opened = |cause: String| {
        Explanation::new(words.text_with(Text::ArchiveOpen, &target)).because(cause)
    };
    let explanation = match error {
        OpenError::Address(error) => {
            let said = match error {
                AddressError::Malformed => {
                    let forms = [("forms", Value::from(ADDRESS_FORMS))];
                    words.text_with(Text::ArchiveAddressMalformed, &forms)
                }
                AddressError::Credentials => {
                    words.text(Text::ArchiveAddressCredentials).into_owned()
                }
                AddressError::Unencrypted => {
                    words.text(Text::ArchiveAddressUnencrypted).into_owned()
                }
                AddressError::NoEndpoint => {
                    let field = [("field", Value::from(ENDPOINT_FIELD))];
                    words.text_with(Text::ArchiveAddressNoEndpoint, &field)
                }
            };
            // What was given may hold a secret, so it is not said again.
            return Ending::Usage(Explanation::new(said));
        }
        OpenError::Seal(error) => opened(one_line(&of_seal(error, words))),
        OpenError::Unsealed(_) => opened(words.text(Text::ArchiveUnsealed).into_owned())
            .hinting(words.text(Text::ArchiveUnsealedHint)),
        OpenError::NoNameKey => {
            let variable = [("variable", Value::from(NAME_KEY))];
            opened(words.text(Text::ArchiveNoNameKey).into_owned())
                .hinting(words.text_with(Text::ArchiveNoNameKeyHint, &variable))
        }
        OpenError::KeyFile(error) => opened(one_line(&words.disk_error(error))),
        OpenError::NoKeyFile(path) => {
            let path = [("path", Value::from(path.clone()))];
            opened(words.text_with(Text::ArchiveNoKeyFile, &path))
        }
        OpenError::SealedDataset(_) => opened(words.text(Text::ArchiveDatasetSealed).into_owned())
            .hinting(words.text(Text::ArchiveDatasetSealedHint)),
    };
    explanation.into()
}

/// Why a target cannot be set up or pushed to.
pub(super) fn of_set_up(error: &SetUpError, place: &Place, words: &Words) -> Ending {
    let target = [("target", Value::from(place.shown().to_owned()))];
    let explanation = match error {
        SetUpError::Target(error) => return of_target(error, place.shown(), words),
        SetUpError::NotSetUp => Explanation::new(words.text_with(Text::ArchiveNotSetUp, &target))
            .hinting(words.text_with(Text::ArchiveNotSetUpHint, &argument(place))),
        SetUpError::HoldsDataset => {
            Explanation::new(words.text_with(Text::ArchiveHoldsDataset, &target))
                .hinting(words.text(Text::ArchiveDatasetApartHint))
        }
        SetUpError::Mark(fault) => {
            Explanation::new(words.text(Text::ArchiveMarkUnreadable)).because(of_file(fault, words))
        }
        SetUpError::Otherwise { found } => {
            Explanation::new(words.text_with(Text::ArchiveOtherwise, &target))
                .because(mark(*found, words))
                .hinting(words.text(Text::ArchiveOtherwiseHint))
        }
    };
    explanation.into()
}

/// A place as a shell takes it, in a hint that can be given as a command.
fn argument(place: &Place) -> [(&'static str, Value<'static>); 1] {
    [("target", Value::from(shell_word(place.argument())))]
}

fn mark(mark: Mark, words: &Words) -> String {
    let readers = match mark.readers {
        Readers::Project => Text::ArchiveReadersProject,
        Readers::Others => Text::ArchiveReadersOthers,
    };
    let sealed = if mark.sealed {
        Text::ArchiveIsSealed
    } else {
        Text::ArchiveIsOpen
    };
    let holds = if mark.invented {
        Text::ArchiveIsInvented
    } else {
        Text::ArchiveIsReal
    };
    let said = |text| Value::from(words.text(text).into_owned());
    let values = [
        ("readers", said(readers)),
        ("sealed", said(sealed)),
        ("holds", said(holds)),
    ];
    words.text_with(Text::ArchiveOtherwiseIs, &values)
}

/// What did not work on a target.
pub(super) fn of_target(error: &TargetError, target: &str, words: &Words) -> Ending {
    target_explanation(error, target, words).into()
}

fn target_explanation(error: &TargetError, target: &str, words: &Words) -> Explanation {
    let attempt = match error.attempt {
        Attempt::Prepare => Text::ArchiveAttemptPrepare,
        Attempt::List => Text::ArchiveAttemptList,
        Attempt::Read => Text::ArchiveAttemptRead,
        Attempt::Create => Text::ArchiveAttemptCreate,
        Attempt::Remove => Text::ArchiveAttemptRemove,
    };
    let name = if error.name.is_empty() {
        words.text(Text::ArchiveTheArchive).into_owned()
    } else {
        error.name.clone()
    };
    let values = [
        ("target", Value::from(target.to_owned())),
        ("name", Value::from(name)),
        ("attempt", Value::from(words.text(attempt).into_owned())),
    ];
    let said = Explanation::new(words.text_with(Text::ArchiveAttempt, &values));
    let said = said.because(of_cause(&error.source, words));
    match &error.source {
        Cause::Denied(_) => {
            let variables = format!("{WEBDAV_USER}, {WEBDAV_PASSWORD}; {S3_KEY}, {S3_SECRET}");
            let variables = [("variables", Value::from(variables))];
            said.hinting(words.text_with(Text::ArchiveCauseDeniedHint, &variables))
        }
        cause if cause.may_pass() => said.hinting(words.text(match error.attempt {
            // Nothing was put there by that.
            Attempt::List | Attempt::Read => Text::ArchiveAgainLaterHint,
            Attempt::Prepare | Attempt::Create | Attempt::Remove => Text::ArchiveAgainHint,
        })),
        _ => said,
    }
}

fn of_cause(cause: &Cause, words: &Words) -> String {
    let plain = |text: Text| words.text(text).into_owned();
    let reason = |text: Text, reason: &str| {
        words.text_with(text, &[("reason", Value::from(reason.to_owned()))])
    };
    let status = |text: Text, status: u16| {
        words.text_with(text, &[("status", Value::from(status.to_string()))])
    };
    match cause {
        Cause::Disk(error) => one_line(&words.disk_error(error)),
        Cause::Unreachable(way) => reason(Text::ArchiveCauseUnreachable, &of_way(way, words)),
        Cause::TooSlow => plain(Text::ArchiveCauseSlow),
        Cause::Untrusted(why) => reason(Text::ArchiveCauseUntrusted, &of_distrust(why, words)),
        Cause::Denied(answer) => status(Text::ArchiveCauseDenied, *answer),
        Cause::NoPlace => plain(Text::ArchiveCauseNoPlace),
        Cause::Locked => plain(Text::ArchiveCauseLocked),
        Cause::Full => plain(Text::ArchiveCauseFull),
        Cause::Answer(answer) => status(Text::ArchiveCauseAnswer, *answer),
        Cause::Unintelligible => plain(Text::ArchiveCauseUnintelligible),
        Cause::Damaged => plain(Text::ArchiveCauseDamaged),
        Cause::StillThere => plain(Text::ArchiveCauseStillThere),
        Cause::TooLarge => plain(Text::ArchiveCauseTooLarge),
        Cause::Local(error) => reason(Text::ArchiveCauseLocal, &words.system_error(error)),
    }
}

fn of_way(way: &Way, words: &Words) -> String {
    let text = match way {
        Way::NoHost => Text::ArchiveWayNoHost,
        Way::NoConnection => Text::ArchiveWayNoConnection,
        Way::Cut => Text::ArchiveWayCut,
        Way::System(error) => return words.system_error(error),
    };
    words.text(text).into_owned()
}

fn of_distrust(distrust: &Distrust, words: &Words) -> String {
    let text = match distrust {
        Distrust::Expired => Text::ArchiveWayExpired,
        Distrust::UnknownIssuer => Text::ArchiveWayUnknownIssuer,
        Distrust::OtherName => Text::ArchiveWayOtherName,
        Distrust::Other(reason) => return reason.clone(),
    };
    words.text(text).into_owned()
}

/// Why something cannot be sealed or opened.
pub(super) fn of_seal(error: &SealError, words: &Words) -> Explanation {
    let plain = |text: Text| Explanation::new(words.text(text));
    let number = |text: Text, number: usize| {
        Explanation::new(words.text_with(text, &[("number", Value::from(number))]))
    };
    match error {
        SealError::Recipient(which) => number(Text::ArchiveSealRecipient, *which),
        SealError::NoRecipient => plain(Text::ArchiveSealNoRecipient),
        SealError::Identity(line) => number(Text::ArchiveSealIdentity, *line),
        SealError::ShortKey => plain(Text::ArchiveSealShortKey),
        SealError::NotForUs => plain(Text::ArchiveSealNotForUs),
        SealError::NoIdentity => {
            plain(Text::ArchiveSealNoIdentity).hinting(words.text(Text::ArchiveSealNoIdentityHint))
        }
        SealError::Damaged => plain(Text::ArchiveSealDamaged),
        SealError::Local(error) => {
            let reason = [("reason", Value::from(words.system_error(error)))];
            Explanation::new(words.text_with(Text::ArchiveCauseLocal, &reason))
        }
    }
}

/// Why a file of a catalogue cannot be read.
pub(super) fn of_file(fault: &FileFault, words: &Words) -> String {
    match fault {
        FileFault::Unknown => words.text(Text::ArchiveForeignFile).into_owned(),
        FileFault::Newer(version) => {
            let version = [("version", Value::from(*version))];
            words.text_with(Text::ArchiveLaterProgram, &version)
        }
        FileFault::Seal(error) => one_line(&of_seal(error, words)),
    }
}

fn of_package(fault: &PackageFault, words: &Words) -> String {
    match fault {
        PackageFault::Zip(fault) => bag_report::fault(fault, words),
        PackageFault::NoSession => words.text(Text::ArchiveNoPackage).into_owned(),
        PackageFault::OtherDigest => words.text(Text::ArchiveOtherDigest).into_owned(),
    }
}

/// Why a package was not published or taken back.
pub(super) fn of_publish(error: &PublishError, words: &Words) -> Explanation {
    let named = |text: Text, package: &str| {
        words.text_with(text, &[("package", Value::from(package.to_owned()))])
    };
    match error {
        PublishError::Target(error) => {
            let archive = words.text(Text::ArchiveTheArchive).into_owned();
            target_explanation(error, &archive, words)
        }
        PublishError::Seal(error) => of_seal(error, words),
        PublishError::Conflict(package) => Explanation::new(named(Text::ArchiveConflict, package))
            .hinting(words.text(Text::ArchiveConflictHint)),
        PublishError::Package(fault) => Explanation::new(of_package(fault, words)),
        PublishError::TakenBack(package) => {
            Explanation::new(named(Text::ArchiveTakenBack, package))
        }
    }
}

/// Why a session is not in the archive.
pub(super) fn of_push(error: &PushError, words: &Words) -> Explanation {
    let guide = |text: Text, id: &str| {
        Explanation::new(words.text_with(text, &[("guide", Value::from(id.to_owned()))]))
    };
    match error {
        PushError::Study(error) => words.study_error(error),
        PushError::Refused(refused) => words.refused(refused),
        PushError::Guide(GuideTrouble::Additions(error)) => words.study_error(error),
        PushError::Guide(GuideTrouble::Missing(id)) => guide(Text::TroubleNoGuide, id),
        PushError::Guide(GuideTrouble::Unusable { id, .. }) => guide(Text::TroubleGuide, id),
        PushError::OtherGuide(id) => guide(Text::ArchiveOtherGuide, id),
        PushError::TellingLabel(code) => {
            let code = [("code", Value::from(code.clone()))];
            Explanation::new(words.text_with(Text::ArchiveTellingLabel, &code))
                .hinting(words.text(Text::ArchiveTellingLabelHint))
        }
        PushError::WrongKind { invented: true } => {
            Explanation::new(words.text(Text::ArchiveWrongKindInvented))
        }
        PushError::WrongKind { invented: false } => {
            Explanation::new(words.text(Text::ArchiveWrongKindReal))
        }
        PushError::Pack(error) => {
            let reason = [("reason", Value::from(words.system_error(error)))];
            Explanation::new(words.text_with(Text::ArchivePack, &reason))
        }
        PushError::Encode(error) => {
            Explanation::new(words.text(Text::ErrorEncode)).because(error.to_string())
        }
        // Whatever was tried, something may have been put there before.
        PushError::Publish(error @ PublishError::Target(tried)) if tried.source.may_pass() => {
            of_publish(error, words).hinting(words.text(Text::ArchiveAgainHint))
        }
        PushError::Publish(error) => of_publish(error, words),
        PushError::PendingNotTaken => Explanation::new(words.text(Text::ArchivePendingNotTaken)),
    }
}

/// Whether a place may keep copies of what was removed.
pub(super) const fn of_keeping(keeping: Keeping) -> Text {
    match keeping {
        Keeping::Nothing => Text::ArchiveKeepsNothing,
        Keeping::Versions => Text::ArchiveKeepsVersions,
        Keeping::Unknown => Text::ArchiveKeepsUnknown,
    }
}

/// The same under what did not come about because of it.
pub(super) fn under(error: String, explanation: Explanation) -> Explanation {
    let causes = std::iter::once(explanation.error).chain(explanation.causes);
    Explanation {
        error,
        causes: causes.collect(),
        hint: explanation.hint,
    }
}

/// Why a package was not read back.
pub(super) fn of_pull(refused: &PullRefused, words: &Words) -> Explanation {
    match refused {
        PullRefused::Target(error) => {
            let archive = words.text(Text::ArchiveTheArchive).into_owned();
            target_explanation(error, &archive, words)
        }
        PullRefused::Entry(fault) => Explanation::new(of_file(fault, words)),
        PullRefused::Seal(error) => of_seal(error, words),
        PullRefused::Missing => Explanation::new(words.text(Text::ArchiveStateMissing)),
        PullRefused::Changed => Explanation::new(words.text(Text::ArchiveChanged)),
        PullRefused::Package(fault) => Explanation::new(of_package(fault, words)),
        PullRefused::Unreadable => Explanation::new(words.text(Text::ArchiveContentUnreadable)),
        PullRefused::Study(error) => words.study_error(error),
    }
}

/// What is wrong with a package in an archive, a line each.
pub(super) fn of_problem(problem: &Problem, words: &Words) -> Vec<String> {
    let said = match problem {
        Problem::Target(error) => {
            let archive = words.text(Text::ArchiveTheArchive).into_owned();
            one_line(&target_explanation(error, &archive, words))
        }
        Problem::Missing => words.text(Text::ArchiveStateMissing).into_owned(),
        Problem::Checksum => words.text(Text::ArchiveProblemChecksum).into_owned(),
        Problem::StillThere => words.text(Text::ArchiveProblemStillThere).into_owned(),
        Problem::Seal(error) => one_line(&of_seal(error, words)),
        Problem::Package(fault) => of_package(fault, words),
        Problem::Bag(findings) => {
            let said = findings.iter().map(|finding| {
                let fault = bag_report::fault(&finding.fault, words);
                format!("{} {fault}", finding.file)
            });
            return said.collect();
        }
    };
    vec![said]
}

/// That there is no such package.
pub(super) fn unknown_package(package: &str, place: &Place, words: &Words) -> Ending {
    let values = [("package", Value::from(package.to_owned()))];
    Explanation::new(words.text_with(Text::ArchiveUnknownPackage, &values))
        .hinting(words.text_with(Text::ArchiveUnknownPackageHint, &argument(place)))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_push_that_can_be_repeated_says_that_nothing_goes_there_twice_whatever_it_was_at() {
        let words = Words::new(Language::En);
        for attempt in [Attempt::List, Attempt::Read, Attempt::Create] {
            let slow = || TargetError {
                attempt,
                name: String::new(),
                source: Cause::TooSlow,
            };
            let pushed = of_push(&PushError::Publish(PublishError::Target(slow())), &words);
            let again = words.text(Text::ArchiveAgainHint).into_owned();
            assert_eq!(pushed.hint.as_deref(), Some(again.as_str()));
            // Where nothing is put there, nothing is said of it.
            let other = target_explanation(&slow(), "archive", &words);
            assert_eq!(other.hint != pushed.hint, attempt != Attempt::Create);
        }
    }
}
