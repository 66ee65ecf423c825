//! A table laid out as rows and columns, before it becomes CSV, Markdown or text.
//!
//! What a person reads is in the words of their language; what a program reads has names and values that stay the same.
//! A column is for the one, for the other, or for both.

mod agreement;
mod contradictions;
pub mod csv;
mod extracts;
mod frame;
mod frequencies;
pub mod html;
pub mod markdown;
mod matrix;
mod sample;
mod saturation;
pub mod text;

pub use agreement::agreement;
pub use contradictions::contradictions;
pub(super) use contradictions::{kind_word, sides};
pub use extracts::extracts;
pub use frequencies::frequencies;
pub use matrix::matrix;
pub use sample::sample;
pub use saturation::saturation;

/// A document of tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// What has to be said before the tables, a line each.
    pub head: Vec<String>,
    /// The columns of all its tables.
    pub columns: Vec<SheetColumn>,
    /// The tables.
    pub sections: Vec<Section>,
    /// What has to be said after them, a line each.
    pub foot: Vec<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its name for programs.
    pub name: String,
    /// Its head for people.
    pub head: String,
    /// Who reads it.
    pub readers: Readers,
}

/// Who reads a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// People and programs.
    Both,
    /// People only.
    People,
    /// Programs only.
    Programs,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading for people; may be empty.
    pub heading: String,
    /// Remarks for people, a line each.
    pub remarks: Vec<String>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What people read.
    pub shown: String,
    /// What programs read.
    pub data: String,
}

impl SheetColumn {
    fn both(name: &str, head: impl Into<String>) -> Self {
        Self::of(name, head, Readers::Both)
    }

    fn of(name: &str, head: impl Into<String>, readers: Readers) -> Self {
        Self {
            name: name.to_owned(),
            head: head.into(),
            readers,
        }
    }
}

impl Cell {
    /// A cell that reads the same for all.
    fn same(text: impl Into<String>) -> Self {
        let shown = text.into();
        Self {
            data: shown.clone(),
            shown,
        }
    }

    fn of(shown: impl Into<String>, data: impl Into<String>) -> Self {
        Self {
            shown: shown.into(),
            data: data.into(),
        }
    }

    fn shown(shown: impl Into<String>) -> Self {
        Self::of(shown, "")
    }

    fn data(data: impl Into<String>) -> Self {
        Self::of("", data)
    }
}

impl Sheet {
    /// The columns that people read, with their places.
    fn for_people(&self) -> impl Iterator<Item = (usize, &SheetColumn)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, column)| column.readers != Readers::Programs)
    }

    /// The columns that programs read, with their places.
    fn for_programs(&self) -> impl Iterator<Item = (usize, &SheetColumn)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, column)| column.readers != Readers::People)
    }
}
