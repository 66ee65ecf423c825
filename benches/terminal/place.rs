//! Where the programs run: a copy of the sample study, a file for vim, and the names to be protected.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::Fault;

/// Names that stand in [`SENTENCES`], and with which nothing may reach the disk.
const NAMES: &str = "\
person: Anna Keller
person: Luc Fontaine = Lucien Fontaine
person: Giulia Rossi
institution: Holzverband Jura
institution: Chambre du Doubs
place: Delémont
";

/// What is typed, a note each.
pub const SENTENCES: [&str; 10] = [
    "Die Kammer brachte Anna Keller und beide Seiten an einen Tisch",
    "ohne Frau Keller wäre aus dem Netzwerk nichts geworden, sagt sie",
    "der Holzverband Jura zahlt die halbe Stelle seit drei Jahren",
    "zuerst trafen sich nur zwei Betriebe, später kamen elf dazu",
    "Luc Fontaine kennt drüben alle und öffnet ihnen die Türen",
    "die Chambre du Doubs wollte mehr Mitglieder und weniger Papier",
    "man sieht sich viermal im Jahr, abwechselnd hier und in Delémont",
    "Vertrauen entstand erst, als Giulia Rossi die Zahlen offen legte",
    "gemeinsame Messen bringen wenig, gemeinsame Lehrlinge sehr viel",
    "ohne Geld aus dem Programm würde es wohl kleiner weitergehen",
];

/// The first line of the file that vim opens and that the bare terminal shows.
const LINE: &str = "What has changed since the last time?";

/// A folder with all that the programs need. It goes with this value.
pub struct Place {
    folder: TempDir,
    vim: Option<PathBuf>,
}

impl Place {
    /// Makes the folder.
    pub fn new() -> Result<Self, Fault> {
        let place = Self {
            folder: TempDir::with_prefix("leitfaden-bench-")?,
            vim: find("vim"),
        };
        fs::write(place.names(), NAMES)?;
        fs::write(place.text(), format!("{LINE}\n"))?;
        for part in ["guides", "sessions"] {
            copy(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join(part),
                &place.study().join(part),
            )?;
        }
        Ok(place)
    }

    /// Whether there is something to be held against.
    pub fn has_vim(&self) -> bool {
        self.vim.is_some()
    }

    /// The terminal alone: `cat` shows a file and leaves it to the terminal to show what is typed.
    pub fn bare(&self) -> CommandBuilder {
        let mut command = self.command(Path::new("cat"));
        command.arg(self.text());
        command.arg("-");
        command
    }

    /// What the bare terminal shows first.
    pub fn bare_frame() -> Vec<String> {
        vec![LINE.to_owned()]
    }

    /// Vim on a small file, if it is installed.
    pub fn vim(&self) -> Option<CommandBuilder> {
        // A vim that was ended leaves this behind, and the next one would ask about it.
        let _ = fs::remove_file(self.folder.path().join(".text.swp"));
        let mut command = self.command(self.vim.as_ref()?);
        command.args(["-u", "NONE"]);
        command.arg(self.text());
        Some(command)
    }

    /// What vim shows when its first frame is complete: the file, and the rows behind its end.
    pub fn vim_frame() -> Vec<String> {
        vec![LINE.to_owned(), "~\n".repeat(37)]
    }

    /// The program on its first screen.
    pub fn start_screen(&self) -> CommandBuilder {
        let mut command = self.command(Path::new(env!("CARGO_BIN_EXE_leitfaden")));
        command.arg("--study");
        command.arg(self.study());
        command.args(["--lang", "en"]);
        command
    }

    /// The program in an interview of which nothing is said.
    pub fn interview(&self) -> CommandBuilder {
        let mut command = self.start_screen();
        command.args(["interview", "A-1"]);
        command
    }

    /// The program in an interview with names to be protected.
    pub fn protected_interview(&self) -> CommandBuilder {
        let mut command = self.interview();
        command.arg("--protect-file");
        command.arg(self.names());
        command
    }

    /// The program in an interview that begins at once, with names to be protected.
    pub fn new_interview(&self) -> CommandBuilder {
        let mut command = self.protected_interview();
        command.args(["--guide", "cluster-cooperation", "--consent", "c1,c2"]);
        command
    }

    /// What the program shows when a frame is complete: this, and the first key of the footer.
    pub fn own_frame(text: &str) -> Vec<String> {
        vec![text.to_owned(), " F1 help".to_owned()]
    }

    /// Keeps the interview as it is now, for [`Self::put_interview_back`].
    pub fn set_interview_aside(&self) -> Result<(), Fault> {
        fs::create_dir(self.aside())?;
        copy_interview(&self.sessions(), &self.aside())
    }

    /// Puts the interview back as it was when it was set aside.
    pub fn put_interview_back(&self) -> Result<(), Fault> {
        self.forget_interview()?;
        copy_interview(&self.aside(), &self.sessions())
    }

    /// Takes the interview away, so that the next one is new.
    pub fn forget_interview(&self) -> Result<(), Fault> {
        for file in interview_in(&self.sessions())? {
            fs::remove_file(file)?;
        }
        Ok(())
    }

    fn command(&self, program: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_remove("LEITFADEN_STUDY");
        command.env_remove("LC_ALL");
        command.env("LANG", "C.UTF-8");
        command.env("TERM", "xterm-256color");
        command.env("HOME", self.folder.path());
        command.cwd(self.folder.path());
        command
    }

    fn study(&self) -> PathBuf {
        self.folder.path().join("study")
    }

    fn sessions(&self) -> PathBuf {
        self.study().join("sessions")
    }

    fn aside(&self) -> PathBuf {
        self.folder.path().join("aside")
    }

    fn names(&self) -> PathBuf {
        self.folder.path().join("names")
    }

    fn text(&self) -> PathBuf {
        self.folder.path().join("text")
    }
}

fn find(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// The files of the interview that was typed.
fn interview_in(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with("A-1.") {
            files.push(file.path());
        }
    }
    Ok(files)
}

fn copy_interview(from: &Path, to: &Path) -> Result<(), Fault> {
    for file in interview_in(from)? {
        fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        if file.file_type()?.is_file() {
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    Ok(())
}
