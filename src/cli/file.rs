//! A file that a command is asked to write.

use std::path::Path;

use super::console::Console;
use crate::i18n::{Explanation, Text, Value};
use crate::operations::output::{self, Existing};
use crate::store::WriteError;

/// What becomes of a file that is there already: `--force` makes it give way.
pub(super) const fn existing(force: bool) -> Existing {
    if force {
        Existing::Replace
    } else {
        Existing::Keep
    }
}

/// Refuses a file that is there already unless it is to give way: before work that would be in vain.
pub(super) fn ensure_free(
    path: &Path,
    existing: Existing,
    console: &Console<'_>,
) -> Result<(), Explanation> {
    if existing == Existing::Keep && path.exists() {
        return Err(is_there(path, console));
    }
    Ok(())
}

/// Writes a file. One that is there already stays, and that is said, unless it is to give way.
pub(super) fn write(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    console: &Console<'_>,
) -> Result<(), Explanation> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let folder = [("folder", Value::from(folder.display().to_string()))];
        let explanation = Explanation::new(console.words.text_with(Text::ExportNoFolder, &folder));
        return Err(explanation.hinting(console.words.text(Text::FileNoFolderHint)));
    }
    output::write_unless(path, bytes, existing).map_err(|error| match error {
        WriteError::Changed(_) => is_there(path, console),
        WriteError::Disk(_) => console.words.write_error(&error),
    })
}

/// Writes a file and says where it lies now.
pub(super) fn write_and_say(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    written: Text,
    console: &mut Console<'_>,
) -> Result<(), Explanation> {
    write(path, bytes, existing, console)?;
    let path = [("path", Value::from(path.display().to_string()))];
    let message = console.words.text_with(written, &path);
    console.say(&message);
    Ok(())
}

fn is_there(path: &Path, console: &Console<'_>) -> Explanation {
    let path = [("path", Value::from(path.display().to_string()))];
    Explanation::new(console.words.text_with(Text::FileExists, &path))
        .hinting(console.words.text(Text::FileExistsHint))
}
