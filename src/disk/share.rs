//! Files in folders that several people share: streamed, given a name that nothing has, readable by whoever can read the
//! folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::{Call, Disk, DiskError, folder_of, platform};

/// How much is written at a time, in bytes.
const PIECE: usize = 128 * 1024;

impl Disk {
    /// Creates a folder and those above it that are missing. The ones above are readable by their owner alone; inside a
    /// folder that is there a new one has its modes.
    ///
    /// # Errors
    ///
    /// If it cannot be created.
    pub fn create_shared_folder(&self, path: &Path) -> Result<(), DiskError> {
        if path.is_dir() {
            return Ok(());
        }
        self.create_folder(path)?;
        self.run(Call::CreateFolder(path), || {
            platform::share_folder(path, &folder_of(path))
        })
    }

    /// Writes a stream into a file that must not exist and makes it last, readable by whoever can read its folder.
    ///
    /// # Errors
    ///
    /// If it cannot be written. Something of it may be there then.
    pub fn write_stream(&self, path: &Path, from: &mut dyn Read) -> Result<(), DiskError> {
        let create = || platform::private().write(true).create_new(true).open(path);
        let mut file = self.run(Call::Create(path), create)?;
        let mut piece = vec![0; PIECE];
        loop {
            let length = self.run(Call::Read(path), || read_some(from, &mut piece))?;
            if length == 0 {
                break;
            }
            self.write(path, &mut file, piece.get(..length).unwrap_or_default())?;
        }
        self.run(Call::Sync(path), || {
            platform::share_file(&file, &folder_of(path))?;
            file.sync_all()
        })
    }

    /// Reads a plain file as a stream.
    ///
    /// # Errors
    ///
    /// If it cannot be opened or is no plain file, or `with` says so.
    pub fn read_stream<T>(
        &self,
        path: &Path,
        with: &mut dyn FnMut(&mut dyn Read) -> io::Result<T>,
    ) -> Result<T, DiskError> {
        self.run(Call::Read(path), || {
            if !fs::metadata(path)?.is_file() {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    "it is no plain file",
                ));
            }
            with(&mut File::open(path)?)
        })
    }

    /// Gives a file a name that nothing has yet, and makes that last; whether it got it. It may keep its first name too.
    ///
    /// # Errors
    ///
    /// If it cannot be told.
    pub fn claim(&self, from: &Path, to: &Path) -> Result<bool, DiskError> {
        let link = Call::Link { from, to };
        match self.run(link, || fs::hard_link(from, to)) {
            Ok(()) => {}
            Err(error) if error.is_taken() => return Ok(false),
            // Some file systems know no second name.
            Err(error) if error.is_unsupported() => {
                let rename = Call::Rename { from, to };
                match self.run(rename, || platform::rename_beside_nothing(from, to)) {
                    Ok(()) => {}
                    Err(error) if error.is_taken() => return Ok(false),
                    Err(error) => return Err(error),
                }
            }
            Err(error) => return Err(error),
        }
        self.sync_folder_of(to)?;
        Ok(true)
    }
}

fn read_some(from: &mut dyn Read, piece: &mut [u8]) -> io::Result<usize> {
    loop {
        match from.read(piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
