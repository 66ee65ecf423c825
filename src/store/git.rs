//! Keeps real sessions out of git: a file in a work tree that does not ignore it would be published with the next push.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::error::SaveError;
use super::waiting::wait_for;
use crate::disk::Disk;

/// How long git may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// The largest `.gitignore` that is read, in bytes.
const LARGEST_IGNORE: u64 = 1024 * 1024;

/// What git says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Ignored,
    NotIgnored,
    /// There is no git, it does not trust the folder, or it takes too long.
    Silent,
}

/// Refuses to save files inside a git work tree that does not ignore them.
pub(super) fn check(disk: &Disk, paths: &[PathBuf]) -> Result<(), SaveError> {
    for path in paths {
        let folder = path.parent().unwrap_or(Path::new("."));
        if !is_in_work_tree(folder) {
            return Ok(());
        }
        let ignored = match ask_git(folder, path) {
            Verdict::Ignored => true,
            Verdict::NotIgnored => false,
            Verdict::Silent => is_ignored_by_file(disk, folder, path)?,
        };
        if !ignored {
            return Err(SaveError::NotIgnored(path.clone()));
        }
    }
    Ok(())
}

/// Whether the folder or one above it holds `.git`, a folder or, in a linked work tree, a file.
fn is_in_work_tree(folder: &Path) -> bool {
    let folder = folder.canonicalize().unwrap_or(folder.to_owned());
    folder.ancestors().any(|above| above.join(".git").exists())
}

/// Asks `git check-ignore`, without a shell and not for ever.
fn ask_git(folder: &Path, path: &Path) -> Verdict {
    let Some(name) = path.file_name() else {
        return Verdict::Silent;
    };
    let mut command = Command::new("git");
    command
        .args(["check-ignore", "--quiet", "--"])
        .arg(name)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // A hook or an editor of git may have set these for another work tree.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    let code = command.spawn().ok();
    let code = code.and_then(|child| wait_for(child, PATIENCE));
    match code {
        Some(0) => Verdict::Ignored,
        Some(1) => Verdict::NotIgnored,
        _ => Verdict::Silent,
    }
}

/// Whether the `.gitignore` beside a file has the line `*` and no exception that could be for the file.
fn is_ignored_by_file(disk: &Disk, folder: &Path, path: &Path) -> Result<bool, SaveError> {
    let ignore: PathBuf = folder.join(".gitignore");
    let bytes = disk
        .read_bounded(&ignore, LARGEST_IGNORE)?
        .unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ignores_all = text.lines().any(|line| line.trim_end() == "*");
    let excepts = text
        .lines()
        .filter_map(|line| line.trim_end().strip_prefix('!'))
        .any(|pattern| {
            pattern.trim_start_matches('/') == name || pattern.contains(['*', '?', '[', '\\'])
        });
    Ok(ignores_all && !excepts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::files::SessionFiles;

    struct Fixture {
        folder: tempfile::TempDir,
        files: SessionFiles,
    }

    impl Fixture {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let sessions = folder.path().join("sessions");
            std::fs::create_dir(&sessions).unwrap();
            let files = SessionFiles::new(&sessions, &"A-1".parse().unwrap());
            Self { folder, files }
        }

        fn ignore(&self, text: &str) {
            std::fs::write(self.folder.path().join("sessions/.gitignore"), text).unwrap();
        }

        fn git(&self, arguments: &[&str]) -> bool {
            let mut git = Command::new("git");
            git.args(arguments).current_dir(self.folder.path());
            git.stdout(Stdio::null()).stderr(Stdio::null());
            git.status().is_ok_and(|status| status.success())
        }

        fn is_refused(&self) -> bool {
            match check(&Disk::new(), &self.files.published()) {
                Ok(()) => false,
                Err(SaveError::NotIgnored(_)) => true,
                Err(other) => panic!("{other}"),
            }
        }
    }

    #[test]
    fn outside_of_git_nothing_is_asked() {
        assert!(!Fixture::new().is_refused());
    }

    #[test]
    #[expect(clippy::print_stdout, reason = "a skipped test says so")]
    fn a_session_that_git_would_take_up_is_refused() {
        let fixture = Fixture::new();
        if !fixture.git(&["init", "-q"]) {
            println!("skipped: there is no git here");
            return;
        }
        assert!(fixture.is_refused());
        fixture.ignore("*.ron\n");
        assert!(fixture.is_refused(), "the journal counts too");
        fixture.ignore("*\n");
        assert!(!fixture.is_refused());
        fixture.ignore("*\n!A-1.ron\n");
        assert!(fixture.is_refused());
        fixture.ignore("*\n");
        std::fs::write(fixture.files.snapshot(), "").unwrap();
        assert!(fixture.git(&["add", "-f", "sessions/A-1.ron"]));
        assert!(fixture.is_refused(), "what is tracked is not ignored");
    }

    #[test]
    fn without_an_answer_of_git_the_file_must_say_it() {
        let fixture = Fixture::new();
        // Git does not take this for a repository, and says nothing.
        std::fs::create_dir(fixture.folder.path().join(".git")).unwrap();
        for (text, refused) in [
            ("", true),
            ("*.ron\n*.journal\n", true),
            ("*\n", false),
            ("# all\r\n*\r\n", false),
            ("*\n!K-1.ron\n", false),
            ("*\n!A-1.ron\n", true),
            ("*\n!*.ron\n", true),
        ] {
            fixture.ignore(text);
            assert_eq!(fixture.is_refused(), refused, "{text:?}");
        }
    }
}
