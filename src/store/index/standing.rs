//! Reading the index while it is looked at whether it is as the files are.

use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;
use std::thread;

use super::update::{Changes, Known};
use super::{Index, IndexError, Progress, cases, database, update};
use crate::store::study::Study;

/// What a look at all files found.
type Looked = Result<Changes, IndexError>;

impl Study {
    /// What is read of the index, brought up to date; `progress` is told how far that is.
    ///
    /// Most often nothing has changed since it last was. So it is read while the files are looked at, and what was read
    /// counts if the index then proves to be as they are. As soon as it proves not to be, reading ends; the index follows
    /// what was found, and is read again.
    ///
    /// # Errors
    ///
    /// If the folder of the sessions cannot be read, or `read` fails even with an index that was made anew.
    pub fn read_index<T>(
        &self,
        progress: &mut dyn FnMut(Progress),
        mut read: impl FnMut(&Index) -> Result<T, IndexError>,
    ) -> Result<T, IndexError> {
        if let Some(found) = self.read_while_looking(progress, &mut read) {
            return Ok(found);
        }
        match read(&self.index(progress)?) {
            Err(error) if error.is_damage() => {
                database::Place::of(self.disk(), &self.sessions_folder()).remove_all()?;
                read(&self.index(progress)?)
            }
            other => other,
        }
    }

    /// What is read of the index that there is, after it followed what had changed; nothing if that does not work, or
    /// somebody else wrote meanwhile.
    fn read_while_looking<T>(
        &self,
        progress: &mut dyn FnMut(Progress),
        mut read: impl FnMut(&Index) -> Result<T, IndexError>,
    ) -> Option<T> {
        let index = self.index_as_it_stands().ok()??;
        let version = index.version()?;
        let (found, changes) = index.read_during(&mut read);
        let changes = changes?.ok()?;
        let is_fresh = changes.is_empty() && cases::are_fresh(self, &index.connection).ok()?;
        // What others wrote between the looks and the reading may be in one and not in the other.
        if index.version()? != version {
            return None;
        }
        if is_fresh {
            return found.ok();
        }
        drop(found);
        let folder = self.sessions_folder();
        let place = database::Place::of(self.disk(), &folder);
        update::follow(self, &index.connection, Some(&place), changes, progress).ok()?;
        read(&index).ok()
    }
}

impl Index {
    /// Reads while a thread looks what changed; nothing of the look if it did not come to its end. What is found to have
    /// changed ends the reading. Without a thread it is read behind the look.
    fn read_during<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, IndexError>,
    ) -> (Result<T, IndexError>, Option<Looked>) {
        let (study, is_behind) = (&self.study, &self.is_behind);
        let look = |known: &mut dyn FnMut() -> Result<Vec<Known>, IndexError>| {
            let changes = update::changes(study, known);
            let is_same = changes.as_ref().is_ok_and(Changes::is_empty);
            is_behind.store(!is_same, Ordering::Relaxed);
            changes
        };
        let look = &look;
        let (sender, receiver) = channel();
        let both = thread::scope(|scope| {
            // It begins with the files, and waits then for what the index knows of them.
            let look_there =
                move || look(&mut || receiver.recv().unwrap_or(Err(IndexError::Damaged)));
            let Ok(looking) = thread::Builder::new().spawn_scoped(scope, look_there) else {
                let changes = look(&mut || update::known(&self.connection));
                return (read(self), Some(changes));
            };
            // Who does not wait for it has come to an end already.
            let _ = sender.send(update::known(&self.connection));
            (read(self), looking.join().ok())
        });
        is_behind.store(false, Ordering::Relaxed);
        both
    }

    /// A number that is another one as soon as somebody else has written; nothing if it cannot be told.
    fn version(&self) -> Option<i64> {
        let version = self
            .connection
            .pragma_query_value(None, "data_version", |row| row.get(0));
        version.ok()
    }
}
