//! A place of its own for a test: a study, a home, a folder for temporary files, and nothing of the machine.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use leitfaden::store::Study;
use leitfaden::store::guides::BUILT_IN;
use tempfile::TempDir;

/// The folders of a test, removed at its end.
pub struct Place {
    root: TempDir,
    /// The protected words lie outside of everything that the program may write.
    secret: TempDir,
    /// What plays recordings instead of the machine's player.
    player: Option<OsString>,
}

impl Place {
    /// A place with an empty study and this list of protected words.
    pub fn new(protected: &str) -> Self {
        let root = tempfile::tempdir().expect("a folder for the test");
        let secret = tempfile::tempdir().expect("a folder for the list");
        for folder in [
            "home",
            "temporary",
            "config",
            "data",
            "cache",
            "state",
            "run",
        ] {
            fs::create_dir(root.path().join(folder)).expect("a folder of the place");
        }
        fs::write(secret.path().join("names"), protected).expect("the list of protected words");
        let guides = BUILT_IN.map(|guide| (guide.id, guide.source));
        Study::create(&root.path().join("study"), &guides).expect("a study");
        Self {
            root,
            secret,
            player: None,
        }
    }

    /// Everything that the program may write to.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    /// The folder of the study.
    pub fn study(&self) -> PathBuf {
        self.root().join("study")
    }

    /// A file of a session.
    pub fn session_file(&self, name: &str) -> PathBuf {
        self.study().join("sessions").join(name)
    }

    /// Lets recordings be played by this program.
    pub fn play_with(&mut self, player: OsString) {
        self.player = Some(player);
    }

    /// A folder that the program does not know.
    pub fn outside(&self) -> &Path {
        self.secret.path()
    }

    /// The list of protected words.
    pub fn names(&self) -> PathBuf {
        self.secret.path().join("names")
    }

    /// The variables of a process that knows nothing of this machine.
    pub fn variables(&self) -> Vec<(&'static str, OsString)> {
        let folder = |name: &str| self.root().join(name).into_os_string();
        let player = self.player.clone().map(|player| ("LEITFADEN_MPV", player));
        let mut variables = vec![
            ("HOME", folder("home")),
            ("TMPDIR", folder("temporary")),
            ("XDG_CONFIG_HOME", folder("config")),
            ("XDG_DATA_HOME", folder("data")),
            ("XDG_CACHE_HOME", folder("cache")),
            ("XDG_STATE_HOME", folder("state")),
            ("XDG_RUNTIME_DIR", folder("run")),
            ("LANG", "de_CH.UTF-8".into()),
            ("TERM", "xterm-256color".into()),
            ("TZ", "UTC".into()),
            ("PATH", std::env::var_os("PATH").unwrap_or_default()),
        ];
        variables.extend(player);
        variables
    }

    /// What the arguments for an interview are that begins without a form.
    pub fn interview(&self) -> Vec<OsString> {
        let mut arguments = self.command("interview");
        let words = [
            "--guide",
            "cluster-cooperation",
            "--mode",
            "on-site",
            "--consent",
            "c1,c2,c3,c4",
            "--protect-file",
        ];
        arguments.extend(words.map(OsString::from));
        arguments.push(self.names().into_os_string());
        arguments
    }

    /// The arguments for a command about the session A-1.
    pub fn command(&self, command: &str) -> Vec<OsString> {
        let mut arguments = vec!["--study".into(), self.study().into_os_string()];
        arguments.extend(["--lang", "en", command, "A-1"].map(OsString::from));
        arguments
    }
}
