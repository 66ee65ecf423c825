//! Words for what a strike or a withdrawal cannot reach.

use super::{Text, Value, Words};
use crate::release::When;
use crate::session::{ArchiveRecord, ExportRecord, SessionId};

impl Words {
    /// The exports and packages made so far, a line each.
    pub fn outside(
        &self,
        session: &SessionId,
        exports: &[ExportRecord],
        archived: &[ArchiveRecord],
    ) -> Vec<String> {
        let exports = exports.iter().map(|export| self.export_record(export));
        let archived = archived.iter();
        let archived = archived.map(|package| self.archive_record(session, package));
        exports.chain(archived).collect()
    }

    fn export_record(&self, export: &ExportRecord) -> String {
        self.text_with(
            Text::OutsideExport,
            &[
                ("at", Value::from(self.when(When::Instant(export.at)))),
                ("level", Value::from(self.level_named(&export.level))),
                ("format", Value::from(export.format.clone())),
                ("digest", Value::from(export.digest.clone())),
            ],
        )
    }

    /// The name of a level that a log holds by its word; what the program does not know stays as it was written.
    fn level_named(&self, word: &str) -> String {
        match word.parse() {
            Ok(level) => self.level(level).into_owned(),
            Err(_) => word.to_owned(),
        }
    }

    fn archive_record(&self, session: &SessionId, package: &ArchiveRecord) -> String {
        let text = if package.target.is_empty() {
            Text::OutsidePackageUnnamed
        } else {
            Text::OutsidePackage
        };
        self.text_with(
            text,
            &[
                ("at", Value::from(self.when(When::Instant(package.at)))),
                ("target", Value::from(package.target.clone())),
                ("package", Value::from(package.name(session))),
                ("digest", Value::from(package.package.clone())),
            ],
        )
    }
}
