//! The shared archive: sessions are packaged and published, read back, checked and taken back.

mod bags;
mod dataset;
mod keyring;
mod place;
mod pull;
mod push;
mod revision;
#[cfg(test)]
mod tests;
mod verify;
mod withdraw;

pub use bags::{Bag, look, verify_bag};
pub use dataset::{DatasetError, MadeDataset, MadeGuide, dataset, is_dataset};
pub use place::{
    NAME_KEY, OpenError, Place, S3_KEY, S3_SECRET, SetUpError, WEBDAV_PASSWORD, WEBDAV_USER,
    folder_at_hand, open, open_for_dataset, set_up, whole_path,
};
pub use pull::{Gone, PullError, Pulled, Refused as PullRefused, pull};
pub use push::{
    Done, Packable, Packing, Pending, Push, PushError, Pushed, SetUpOrStudy, Which, push,
};
pub use verify::{Problem, Verified, VerifiedPackage, verify};
pub use withdraw::{WithdrawError, Withdrawn, withdraw};

use crate::archive::{Catalogue, Health, TargetError, examine, list as list_target};

/// What a target holds.
///
/// # Errors
///
/// If it cannot be listed.
pub fn list(place: &Place) -> Result<Catalogue, TargetError> {
    list_target(place.target(), place.sealing())
}

/// Tries out whether a target keeps what publishing rests on.
///
/// # Errors
///
/// If it cannot be reached.
pub fn doctor(place: &Place) -> Result<Health, TargetError> {
    place.target().prepare()?;
    examine(place.target())
}
