//! Reading the index while it is looked at whether it is as the files are.

use std::thread;

use super::{Index, IndexError, Progress, cases, database, update};
use crate::store::study::Study;

impl Study {
    /// What is read of the index, brought up to date; `progress` is told how far that is.
    ///
    /// Most often nothing has changed since it last was. So it is read while the files are looked at, and what was read
    /// counts if the index then proves to be as they are; else it is brought up to date and read again.
    ///
    /// # Errors
    ///
    /// If the folder of the sessions cannot be read, or `read` fails even with an index that was made anew.
    pub fn read_index<T>(
        &self,
        progress: &mut dyn FnMut(Progress),
        mut read: impl FnMut(&Index) -> Result<T, IndexError>,
    ) -> Result<T, IndexError> {
        if let Some(found) = self.read_while_looking(&mut read) {
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

    /// What is read of the index as it stands; nothing if it is not as the files are.
    fn read_while_looking<T>(
        &self,
        read: impl FnOnce(&Index) -> Result<T, IndexError>,
    ) -> Option<T> {
        let index = self.index_as_it_stands().ok()??;
        let version = index.version()?;
        let known = update::known(&index.connection).ok()?;
        let (found, is_fresh) = thread::scope(|scope| {
            let looking = scope.spawn(|| update::are_fresh(self, &known));
            (read(&index), looking.join())
        });
        let is_fresh = is_fresh.ok()?.ok()?
            && cases::are_fresh(self, &index.connection).ok()?
            // What others wrote between the looks and the reading may be in one and not in the other.
            && index.version()? == version;
        is_fresh.then(|| found.ok())?
    }
}

impl Index {
    /// A number that is another one as soon as somebody else has written; nothing if it cannot be told.
    fn version(&self) -> Option<i64> {
        let version = self
            .connection
            .pragma_query_value(None, "data_version", |row| row.get(0));
        version.ok()
    }
}
