//! Which revision of a session a package is.

use crate::archive::Digest;
use crate::session::ArchiveRecord;

/// The revision of a package: that under which the same package went into an archive before, else the next one.
///
/// Revisions run over all archives, so that the same state of a session has the same number everywhere.
pub(super) fn revision(archived: &[ArchiveRecord], digest: &Digest) -> u32 {
    let before = archived
        .iter()
        .find(|record| record.package == digest.as_str());
    if let Some(record) = before {
        return record.revision;
    }
    let last = archived.iter().map(|record| record.revision).max();
    last.unwrap_or(0).saturating_add(1)
}

/// Whether it has to be recorded that a package went into an archive.
pub(super) fn is_unknown(archived: &[ArchiveRecord], target: &str, digest: &Digest) -> bool {
    !archived
        .iter()
        .any(|record| record.target == target && record.package == digest.as_str())
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::archive::GuideSum;

    fn digest(of: &str) -> Digest {
        Digest::of(b"{}", &GuideSum::of(of.as_bytes()), None).unwrap()
    }

    fn record(target: &str, of: &str, revision: u32) -> ArchiveRecord {
        ArchiveRecord {
            at: datetime!(2026-06-01 10:00 UTC),
            target: target.to_owned(),
            package: digest(of).to_string(),
            revision,
        }
    }

    #[test]
    fn the_same_state_has_the_same_number_everywhere() {
        assert_eq!(revision(&[], &digest("a")), 1);
        let archived = [record("x", "a", 1), record("x", "b", 2)];
        assert_eq!(revision(&archived, &digest("a")), 1);
        assert_eq!(revision(&archived, &digest("b")), 2);
        assert_eq!(revision(&archived, &digest("c")), 3);
        assert!(is_unknown(&archived, "y", &digest("a")));
        assert!(!is_unknown(&archived, "x", &digest("a")));
    }
}
