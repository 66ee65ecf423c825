//! Secrets from the keyring of the platform, as its own command gives them out: `secret-tool` of libsecret where there is a
//! Secret Service, `security` on macOS. Nothing is put there: that is for the user to do, with the same commands.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::store::wait_for;

/// Under which service secrets are kept.
const SERVICE: &str = "leitfaden";

/// The longest secret that is read, in bytes.
const LONGEST: u64 = 4096;

/// How long a keyring may take: it may have to be unlocked by its owner.
const PATIENCE: Duration = Duration::from_mins(2);

/// A secret of an archive; nothing if there is no keyring, or none in it.
pub(super) fn look_up(archive: &str, field: &str) -> Option<Zeroizing<String>> {
    commands(archive, field).into_iter().find_map(ask)
}

/// The commands that may give a secret out. One that is not installed gives none.
fn commands(archive: &str, field: &str) -> [Command; 2] {
    let mut secret_service = Command::new("secret-tool");
    secret_service.args(["lookup", "service", SERVICE, "archive", archive]);
    secret_service.args(["field", field]);
    let mut keychain = Command::new("security");
    let account = format!("{archive} {field}");
    keychain.args(["find-generic-password", "-s", SERVICE, "-w", "-a"]);
    keychain.arg(account);
    [secret_service, keychain]
}

fn ask(mut command: Command) -> Option<Zeroizing<String>> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let output = child.stdout.take()?;
    // What is longer than a pipe holds is no secret, and its command is ended.
    if wait_for(child, PATIENCE) != Some(0) {
        return None;
    }
    let mut secret = Zeroizing::new(String::new());
    output.take(LONGEST).read_to_string(&mut secret).ok()?;
    let line = secret.trim_end_matches(['\r', '\n']);
    (!line.is_empty()).then(|| Zeroizing::new(line.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyring_is_asked_for_the_secret_of_an_archive_and_no_secret_is_an_argument() {
        let said = commands("team", "password").map(|command| {
            let words = std::iter::once(command.get_program()).chain(command.get_args());
            let words: Vec<String> = words
                .map(|word| word.to_string_lossy().into_owned())
                .collect();
            words.join(" ")
        });
        assert_eq!(
            said,
            [
                "secret-tool lookup service leitfaden archive team field password",
                "security find-generic-password -s leitfaden -w -a team password",
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn what_a_keyring_says_is_the_secret_without_the_end_of_its_line() {
        let say = |script: &str| {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]);
            ask(shell).map(|secret| secret.to_string())
        };
        assert_eq!(say("echo ' a secret '").as_deref(), Some(" a secret "));
        for none in ["exit 1", "echo secret; exit 1", "echo", "printf '\\377'"] {
            assert_eq!(say(none), None, "{none}");
        }
        assert!(ask(Command::new("/no/such/keyring")).is_none());
    }
}
