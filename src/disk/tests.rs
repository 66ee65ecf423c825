use std::io::ErrorKind;

use super::rehearsal::{Fault, Rehearsal};
use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_file_is_synced_before_it_is_renamed_and_its_folder_after() {
    let folder = folder();
    let rehearsal = Rehearsal::new();
    let path = folder.path().join("a");
    rehearsal
        .disk()
        .write_atomically(&path, b"one", Expected::Anything)
        .unwrap();
    let sync_folder = format!(
        "sync folder {}",
        folder.path().file_name().unwrap().display()
    );
    assert_eq!(
        rehearsal.calls(),
        [
            "create .a.part",
            "write .a.part",
            "sync .a.part",
            "rename .a.part a",
            &sync_folder
        ]
    );
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    for fault in [
        Fault::Killed,
        Fault::KilledHalfway,
        Fault::Short(ErrorKind::StorageFull),
    ] {
        for at in 0..6 {
            let folder = folder();
            let path = folder.path().join("a");
            fs::write(&path, "old").unwrap();
            let rehearsal = Rehearsal::with_fault(at, fault);
            rehearsal.adopt(folder.path());
            let written =
                rehearsal
                    .disk()
                    .write_atomically(&path, b"new content", Expected::Anything);
            let kept = fs::read(&path).unwrap();
            assert!(kept == b"old" || kept == b"new content");
            rehearsal.cut_power(folder.path());
            let lasting = fs::read(&path).unwrap();
            assert!(lasting == b"old" || lasting == b"new content");
            if written.is_ok() {
                assert_eq!(lasting, b"new content", "{fault:?} at {at}");
            }
        }
    }
}

#[test]
fn a_file_that_somebody_else_changed_stays() {
    let folder = folder();
    let disk = Disk::new();
    let path = folder.path().join("a");
    let first = disk
        .write_atomically(&path, b"one", Expected::Nothing)
        .unwrap();
    fs::write(&path, "theirs").unwrap();
    for expected in [Expected::Content(first), Expected::Nothing] {
        let refused = disk.write_atomically(&path, b"two", expected);
        assert!(matches!(refused, Err(WriteError::Changed(_))));
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
    }
    assert_eq!(disk.names_in(folder.path()).unwrap(), ["a"]);
}

#[test]
fn what_is_written_twice_is_no_conflict() {
    let folder = folder();
    let disk = Disk::new();
    let path = folder.path().join("a");
    let first = disk
        .write_atomically(&path, b"one", Expected::Nothing)
        .unwrap();
    let second = disk
        .write_atomically(&path, b"two", Expected::Content(first))
        .unwrap();
    for expected in [Expected::Content(first), Expected::Nothing] {
        let again = disk.write_atomically(&path, b"two", expected).unwrap();
        assert_eq!(again, second);
    }
}

#[test]
fn a_failed_write_leaves_no_temporary_file() {
    for at in 0..4 {
        let folder = folder();
        let rehearsal = Rehearsal::with_fault(at, Fault::Short(ErrorKind::StorageFull));
        let path = folder.path().join("a");
        let error = rehearsal
            .disk()
            .write_atomically(&path, b"one", Expected::Anything)
            .unwrap_err();
        let WriteError::Disk(error) = error else {
            panic!("a full disk is no conflict");
        };
        assert_eq!(error.trouble(), Trouble::Full);
        assert_eq!(Disk::new().names_in(folder.path()).unwrap(), [""; 0]);
    }
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let disk = Disk::new();
    let deep = folder.path().join("a/b");
    disk.create_folder(&deep).unwrap();
    disk.create_folder(&deep).unwrap();
    let file = deep.join("c");
    disk.write_atomically(&file, b"", Expected::Nothing)
        .unwrap();
    let lock = deep.join("lock");
    assert!(matches!(disk.try_lock(&lock), Ok(Locking::Held(_))));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path().join("a")), 0o700);
    assert_eq!(mode(&deep), 0o700);
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(&lock), 0o600);
}

#[test]
fn what_was_half_appended_is_cut_before_the_next_attempt() {
    for at in 0..2 {
        let folder = folder();
        let path = folder.path().join("a");
        fs::write(&path, "header\n").unwrap();
        let rehearsal = Rehearsal::with_fault(at, Fault::Short(ErrorKind::StorageFull));
        let mut appender = rehearsal.disk().open_appending(&path, 7).unwrap();
        appender.append(b"first\n").unwrap_err();
        appender.append(b"second\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "header\nsecond\n");
        assert_eq!(
            rehearsal.calls().last().map(String::as_str),
            Some("sync a"),
            "what is appended must be synced"
        );
        assert!(appender.is_in_place());
    }
}

#[test]
fn what_lies_behind_the_good_length_goes_with_the_first_append() {
    let folder = folder();
    let path = folder.path().join("a");
    fs::write(&path, "good\ntorn").unwrap();
    let mut appender = Disk::new().open_appending(&path, 5).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "good\ntorn");
    appender.append(b"next\n").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "good\nnext\n");
}

#[test]
fn a_file_that_was_removed_or_replaced_is_not_in_place() {
    let folder = folder();
    let path = folder.path().join("a");
    fs::write(&path, "").unwrap();
    let mut appender = Disk::new().open_appending(&path, 0).unwrap();
    appender.append(b"x").unwrap();
    assert!(appender.is_in_place());
    fs::rename(&path, folder.path().join("b")).unwrap();
    assert!(!appender.is_in_place());
    fs::write(&path, "x").unwrap();
    assert_eq!(appender.is_in_place(), cfg!(not(unix)));
}

#[test]
fn a_second_lock_is_refused_until_the_first_goes() {
    let folder = folder();
    let path = folder.path().join("lock");
    let disk = Disk::new();
    assert!(matches!(
        disk.try_lock_existing(&path),
        Ok(Locking::Missing)
    ));
    assert!(!path.exists());
    let first = disk.try_lock(&path).unwrap();
    assert!(matches!(disk.try_lock_existing(&path), Ok(Locking::Taken)));
    drop(first);
    assert!(matches!(disk.try_lock(&path), Ok(Locking::Held(_))));
    assert!(path.exists());
}

#[test]
fn what_is_too_large_or_no_file_is_refused() {
    let folder = folder();
    let disk = Disk::new();
    let path = folder.path().join("a");
    assert!(disk.read_bounded(&path, 3).unwrap().is_none());
    fs::write(&path, "abc").unwrap();
    assert_eq!(disk.read_bounded(&path, 3).unwrap().unwrap(), b"abc");
    let error = disk.read_bounded(&path, 2).unwrap_err();
    assert_eq!(error.trouble(), Trouble::TooLarge);
    disk.read_bounded(folder.path(), 3).unwrap_err();
}

#[test]
fn a_file_that_says_it_is_larger_than_the_memory_is_an_error_and_no_end() {
    let half_of_all = u64::try_from(isize::MAX).unwrap();
    for length in [half_of_all, u64::MAX] {
        let error = room_for(length).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutOfMemory);
    }
    assert!(room_for(4).unwrap().capacity() >= 4);
}

#[cfg(unix)]
#[test]
fn no_image_of_the_memory_is_written() {
    forbid_core_dumps().unwrap();
    let limit = rustix::process::getrlimit(rustix::process::Resource::Core);
    assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
}

#[cfg(target_os = "linux")]
#[test]
fn reading_a_file_leaves_no_trace_of_it_on_the_disk() {
    use std::os::unix::fs::MetadataExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("A-1.ron");
    fs::write(&path, "eins").unwrap();
    // Long ago, so that any other reading would be written down.
    let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
    let times = fs::FileTimes::new().set_accessed(long_ago);
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_times(times)
        .unwrap();
    let read = Disk::new().read_bounded(&path, 100).unwrap();
    assert_eq!(read.as_deref(), Some(&b"eins"[..]));
    assert_eq!(fs::metadata(&path).unwrap().atime(), 1_000_000);
}
