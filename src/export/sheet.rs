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

use std::fmt;

use crate::release::Level;

pub use agreement::agreement;
pub use contradictions::contradictions;
pub(super) use contradictions::{kind_word, sides};
pub(super) use extracts::about_extracts;
pub use extracts::extracts;
pub use frequencies::frequencies;
pub use matrix::matrix;
pub(super) use matrix::shown as matrix_cell;
pub use sample::sample;
pub use saturation::saturation;

/// A document of tables.
#[derive(Debug)]
pub struct Sheet<'released> {
    /// What it is.
    pub title: String,
    /// What stands in each row for programs.
    pub stamp: Stamp,
    /// What has to be said before the tables, a line each.
    pub head: Vec<String>,
    /// The columns of all its tables.
    pub columns: Vec<SheetColumn>,
    /// The tables.
    pub sections: Vec<Section<'released>>,
    /// What has to be said after them, a line each.
    pub foot: Vec<String>,
}

/// What every output says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The level.
    pub level: Level,
    /// Whether all sessions are made up.
    pub invented: bool,
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
#[derive(Debug)]
pub struct Section<'released> {
    /// Its heading for people; may be empty.
    pub heading: String,
    /// Remarks for people, a line each.
    pub remarks: Vec<String>,
    /// Its rows, each as long as there are columns.
    pub rows: Rows<'released>,
}

/// The rows of a table. Each is made when it is written, so that a table of many sessions takes no room for all of them.
pub struct Rows<'released> {
    count: usize,
    /// The last of them, for people only, if it sums up the others.
    total: Option<Vec<Cell>>,
    make: Box<dyn Fn(usize) -> Vec<Cell> + 'released>,
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

impl<'released> Rows<'released> {
    /// So many rows, each made by its number from 0.
    fn made(count: usize, make: impl Fn(usize) -> Vec<Cell> + 'released) -> Self {
        Self {
            count,
            total: None,
            make: Box::new(make),
        }
    }

    /// The same with a row below them that sums them up, for people only.
    fn with_total(
        count: usize,
        total: Vec<Cell>,
        make: impl Fn(usize) -> Vec<Cell> + 'released,
    ) -> Self {
        Self {
            total: Some(total),
            ..Self::made(count, make)
        }
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0 && self.total.is_none()
    }

    /// The rows in their order.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Cell>> {
        self.for_programs().chain(self.total.clone())
    }

    /// The rows without what sums them up.
    fn for_programs(&self) -> impl Iterator<Item = Vec<Cell>> {
        (0..self.count).map(&self.make)
    }
}

impl FromIterator<Vec<Cell>> for Rows<'_> {
    fn from_iter<T: IntoIterator<Item = Vec<Cell>>>(rows: T) -> Self {
        let rows: Vec<Vec<Cell>> = rows.into_iter().collect();
        Self::made(rows.len(), move |row| {
            rows.get(row).cloned().unwrap_or_default()
        })
    }
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} rows", self.count)
    }
}

impl Sheet<'_> {
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
