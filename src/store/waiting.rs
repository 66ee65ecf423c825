//! Waiting for another program, and not for ever.

use std::process::Child;
use std::thread;
use std::time::Duration;

/// How long to wait before looking again, where the system cannot tell that a process ended.
const STEP: Duration = Duration::from_millis(2);

/// The exit code of a process that ends in time; one that does not is ended.
pub fn wait_for(mut child: Child, at_most: Duration) -> Option<i32> {
    wait_or_end(&mut child, at_most)
}

/// The same for a process that somebody else keeps.
pub fn wait_or_end(child: &mut Child, at_most: Duration) -> Option<i32> {
    await_end(child, at_most);
    if let Ok(Some(status)) = child.try_wait() {
        return status.code();
    }
    // It may have ended by itself meanwhile; then there is nothing to end.
    let _ = child.kill();
    let _ = child.wait();
    None
}

/// Returns when a process has ended, or after that time.
#[cfg(target_os = "linux")]
fn await_end(child: &mut Child, at_most: Duration) {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use rustix::process::{Pid, PidfdFlags, pidfd_open};

    let handle = pidfd_open(Pid::from_child(child), PidfdFlags::empty());
    let (Ok(handle), Ok(patience)) = (handle, Timespec::try_from(at_most)) else {
        // Kernels before 5.3 have no such handle.
        return look_again(child, at_most);
    };
    let mut end = [PollFd::new(&handle, PollFlags::IN)];
    // A signal to the program begins the wait anew; so many that this matters do not come.
    while poll(&mut end, Some(&patience)) == Err(Errno::INTR) {}
}

#[cfg(not(target_os = "linux"))]
use look_again as await_end;

/// Looks every few moments whether a process has ended: what every system can do.
fn look_again(child: &mut Child, at_most: Duration) {
    let looks = at_most.as_millis() / STEP.as_millis();
    for _ in 0..looks {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(STEP);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    /// Longer than any test.
    const LONG: Duration = Duration::from_mins(10);

    fn shell(script: &str) -> Child {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::piped());
        command.spawn().expect("there is a shell")
    }

    #[test]
    fn a_process_that_ends_in_time_gives_its_code() {
        assert_eq!(wait_for(shell("exit 3"), LONG), Some(3));
        let mut ended = shell("exit 4");
        look_again(&mut ended, LONG);
        assert_eq!(wait_for(ended, Duration::ZERO), Some(4));
    }

    #[test]
    fn a_process_that_does_not_end_in_time_is_ended() {
        // It waits for an input that comes from nobody.
        let mut waiting = shell("read line");
        assert_eq!(wait_or_end(&mut waiting, Duration::from_millis(1)), None);
        assert!(matches!(waiting.try_wait(), Ok(Some(_))));
    }
}
