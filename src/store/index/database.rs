//! The database: where it lies, how it is opened, what its tables are.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::IndexError;
use crate::disk::{Disk, DiskError, Expected, Lock, WriteError};

/// The version of tables, rows and keys of words. An index of another version is made anew, so that this must grow with
/// every change of them, and of how [`Keys`](crate::language::Keys) are made.
const VERSION: i64 = 8;

/// What the database says it is: `LTFD` in ASCII.
const APPLICATION: i64 = 0x4c54_4644;

/// The folder of the index in that of the sessions.
const FOLDER: &str = ".index";

/// The file whose lock a writer holds. It is never removed.
const LOCK: &str = "lock";

/// The file that keeps git from the index.
const GIT_RULE: &str = ".gitignore";

/// How long a writer waits until readers have read.
const PATIENCE: Duration = Duration::from_secs(20);

/// The stamps of a session that a strike took out: what it says has to be read anew, and none of it stands here.
pub(super) const TAKEN_OUT: &[u8] = b"";

/// The stamps of a session that changed while it was read: what it says is read again the next time.
pub(super) const PASSING: &[u8] = b"?";

const TABLES: &str = "
    CREATE TABLE sessions(
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        stamps BLOB NOT NULL,
        first INTEGER NOT NULL,
        texts INTEGER NOT NULL,
        notes INTEGER NOT NULL,
        settled TEXT,
        head BLOB
    );
    CREATE INDEX sessions_by_first ON sessions(first, texts, name);
    CREATE INDEX sessions_taken_out ON sessions(name) WHERE stamps = x'';
    CREATE TABLE facts(id INTEGER PRIMARY KEY, facts BLOB NOT NULL);
    CREATE TABLE texts(id INTEGER PRIMARY KEY, texts BLOB NOT NULL);
    CREATE TABLE names(
        id INTEGER PRIMARY KEY,
        kind INTEGER NOT NULL,
        name BLOB NOT NULL,
        sum INTEGER NOT NULL,
        uses INTEGER NOT NULL,
        UNIQUE(kind, name)
    );
    CREATE TABLE cases(name TEXT PRIMARY KEY, facts BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE marks(name TEXT PRIMARY KEY, stamp BLOB NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(de, fr, en, content='', tokenize='ascii');
    INSERT INTO words(words, rank) VALUES('secure-delete', 1);
    INSERT INTO words(words, rank) VALUES('hashsize', 16777216);
";

/// The folder of the index of the sessions in a folder.
pub(in crate::store) fn folder(sessions: &Path) -> PathBuf {
    sessions.join(FOLDER)
}

/// Whether a file of the index holds nothing of the sessions: the lock, and the rule for git.
pub(in crate::store) fn holds_nothing(name: &str) -> bool {
    [LOCK, GIT_RULE].contains(&name)
}

/// Waits for the lock of the index; nothing if there is no index, or the file system knows no locks.
pub(in crate::store) fn hold(disk: &Disk, sessions: &Path) -> Option<Lock> {
    let place = Place::of(disk, sessions);
    place.is_there().then(|| place.lock().ok())?
}

/// Where the index of a study lies.
pub(super) struct Place<'disk> {
    disk: &'disk Disk,
    folder: PathBuf,
}

impl<'disk> Place<'disk> {
    pub(super) fn of(disk: &'disk Disk, sessions: &Path) -> Self {
        Self {
            disk,
            folder: folder(sessions),
        }
    }

    /// Whether there is anything of an index.
    pub(super) fn is_there(&self) -> bool {
        self.folder.is_dir()
    }

    /// Waits for the lock that whoever writes must hold.
    pub(super) fn lock(&self) -> Result<Lock, DiskError> {
        self.disk.lock_waiting(&self.folder.join(LOCK))
    }

    /// The databases that lie there: one, but for what an older version of the program left.
    pub(super) fn databases(&self) -> Result<Vec<PathBuf>, DiskError> {
        let mut numbered: Vec<(u64, PathBuf)> = self
            .disk
            .names_in(&self.folder)?
            .iter()
            .filter_map(|name| Some((number_of(name)?, self.folder.join(name))))
            .collect();
        numbered.sort();
        Ok(numbered.into_iter().map(|(_, path)| path).collect())
    }

    /// Opens the database of this version; nothing if there is none.
    pub(super) fn open(&self) -> Result<Option<Connection>, IndexError> {
        if self.is_there()
            && let [path] = self.databases()?.as_slice()
        {
            return open(path);
        }
        Ok(None)
    }

    /// Opens the database of this version; makes it if there is none.
    pub(super) fn open_or_make(&self) -> Result<Connection, IndexError> {
        if let Some(connection) = self.open()? {
            return Ok(connection);
        }
        self.disk.create_folder(&self.folder)?;
        // The sessions' folder of a study is kept out of git by its own rule; this folder needs none of it.
        let rule = self.folder.join(GIT_RULE);
        match self.disk.write_atomically(&rule, b"*\n", Expected::Nothing) {
            Ok(_) | Err(WriteError::Changed(_)) => {}
            Err(WriteError::Disk(error)) => return Err(error.into()),
        }
        let _lock = self.lock()?;
        // Somebody else may have made it meanwhile.
        if let Some(connection) = self.open()? {
            return Ok(connection);
        }
        self.make()
    }

    /// Makes an empty database in the place of what lies there. It gets a name of its own: whoever still reads the one
    /// before would take its journal for theirs.
    fn make(&self) -> Result<Connection, IndexError> {
        let last = self.databases()?.pop();
        let last = last.and_then(|path| number_of(path.file_name()?.to_str()?));
        self.remove_databases()?;
        let name = format!("index-{}.sqlite", last.unwrap_or(0).saturating_add(1));
        let path = self.folder.join(name);
        self.disk.create_private(&path)?;
        let connection = connect(&path)?;
        make_tables(&connection)?;
        Ok(connection)
    }

    /// Removes everything but the lock.
    pub(super) fn remove_all(&self) -> Result<(), DiskError> {
        if !self.is_there() {
            return Ok(());
        }
        let _lock = self.lock()?;
        self.remove_databases()
    }

    /// Removes the databases and what belongs to them; the lock must be held.
    pub(super) fn remove_databases(&self) -> Result<(), DiskError> {
        for name in self.disk.names_in(&self.folder)? {
            if name.starts_with("index-") {
                self.disk.remove(&self.folder.join(name))?;
            }
        }
        Ok(())
    }
}

fn number_of(name: &str) -> Option<u64> {
    let number = name.strip_prefix("index-")?.strip_suffix(".sqlite")?;
    number.parse().ok()
}

/// Opens a database; nothing if it is of another version.
pub(super) fn open(path: &Path) -> Result<Option<Connection>, IndexError> {
    let connection = connect(path)?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if (number("application_id")?, number("user_version")?) == (APPLICATION, VERSION) {
        return Ok(Some(connection));
    }
    Ok(None)
}

/// A database that goes with the connection.
pub(super) fn in_memory() -> Result<Connection, IndexError> {
    let connection = Connection::open_in_memory()?;
    make_tables(&connection)?;
    Ok(connection)
}

fn connect(path: &Path) -> Result<Connection, IndexError> {
    // The file is there already, made so that its owner alone can read it; its journal takes its mode.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    with_room(&connection, Room::Little)?;
    Ok(connection)
}

/// How much of the database is kept in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Enough for reading from one end to the other.
    Little,
    /// So much that many sessions are put in without the same pages being read again and again.
    Much,
}

/// Keeps so much of the database in memory.
pub(super) fn with_room(connection: &Connection, room: Room) -> Result<(), IndexError> {
    // In KiB, as a negative number.
    let size = match room {
        Room::Little => -2_048,
        Room::Much => -16_384,
    };
    Ok(connection.pragma_update(None, "cache_size", size)?)
}

fn make_tables(connection: &Connection) -> Result<(), IndexError> {
    connection.execute_batch(&format!(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = DELETE; BEGIN; {TABLES}
         PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
    ))?;
    Ok(())
}
