//! Paragraphs and tables of a text document.

use std::io::{self, Write};

use super::parts;
use crate::export::pack::{Packed, pack};
use crate::export::xml::Xml;
use crate::language::Language;

/// How the pages lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Orientation {
    /// Upright.
    Portrait,
    /// Across.
    Landscape,
}

/// How closely a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Setting {
    /// With room to write into it.
    Roomy,
    /// So that much is seen at once.
    Close,
}

/// The style of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Style {
    /// The title of the document.
    Title,
    /// A block.
    Heading1,
    /// A topic.
    Heading2,
    /// Text.
    Normal,
    /// The head of a column.
    TableHead,
    /// What is said about a text, smaller.
    Remark,
}

impl Style {
    /// All styles.
    pub(super) const ALL: [Self; 6] = [
        Self::Title,
        Self::Heading1,
        Self::Heading2,
        Self::Normal,
        Self::TableHead,
        Self::Remark,
    ];

    /// Its id in the document.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Heading1 => "Heading1",
            Self::Heading2 => "Heading2",
            Self::Normal => "Normal",
            Self::TableHead => "TableHead",
            Self::Remark => "Remark",
        }
    }
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(in crate::export) struct Paragraph<'text> {
    style: Style,
    text: &'text str,
    language: Option<Language>,
}

impl<'text> Paragraph<'text> {
    /// A paragraph of one style, in the language of the document.
    pub(in crate::export) const fn new(style: Style, text: &'text str) -> Self {
        Self {
            style,
            text,
            language: None,
        }
    }

    /// The same in a language; that of the document need not be said.
    pub(in crate::export) fn spoken_in(
        mut self,
        language: Language,
        of_document: Language,
    ) -> Self {
        self.language = (language != of_document).then_some(language);
        self
    }
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(in crate::export) struct Cell<'text>(Vec<Paragraph<'text>>);

impl<'text> Cell<'text> {
    /// A cell with one paragraph.
    pub(in crate::export) fn of(paragraph: Paragraph<'text>) -> Self {
        Self(vec![paragraph])
    }

    /// A cell with any number of paragraphs.
    pub(in crate::export) const fn of_several(paragraphs: Vec<Paragraph<'text>>) -> Self {
        Self(paragraphs)
    }
}

/// A text document in the making.
pub(in crate::export) struct DocumentWriter {
    xml: Xml,
    title: String,
    language: Language,
    orientation: Orientation,
    setting: Setting,
}

impl DocumentWriter {
    /// A document without content.
    pub(in crate::export) fn new(
        title: &str,
        language: Language,
        orientation: Orientation,
    ) -> io::Result<Self> {
        let mut xml = Xml::new()?;
        xml.open(
            "w:document",
            &[("xmlns:w", parts::MAIN), ("xmlns:r", parts::RELATIONS)],
        )?;
        xml.open("w:body", &[])?;
        Ok(Self {
            xml,
            title: title.to_owned(),
            language,
            orientation,
            setting: Setting::Roomy,
        })
    }

    /// The same, closely set.
    pub(in crate::export) const fn closely_set(mut self) -> Self {
        self.setting = Setting::Close;
        self
    }

    /// Writes a paragraph.
    pub(in crate::export) fn paragraph(&mut self, paragraph: &Paragraph<'_>) -> io::Result<()> {
        self.xml.open("w:p", &[])?;
        self.xml.open("w:pPr", &[])?;
        self.xml
            .empty("w:pStyle", &[("w:val", paragraph.style.id())])?;
        self.xml.close("w:pPr")?;
        if !paragraph.text.is_empty() {
            self.xml.open("w:r", &[])?;
            if let Some(language) = paragraph.language {
                self.xml.open("w:rPr", &[])?;
                self.xml
                    .empty("w:lang", &[("w:val", parts::locale(language))])?;
                self.xml.close("w:rPr")?;
            }
            self.xml
                .text("w:t", &[("xml:space", "preserve")], paragraph.text)?;
            self.xml.close("w:r")?;
        }
        self.xml.close("w:p")
    }

    /// Begins a table with columns of these widths, in twentieths of a point.
    pub(in crate::export) fn open_table(&mut self, widths: &[u32]) -> io::Result<()> {
        self.xml.open("w:tbl", &[])?;
        self.xml.open("w:tblPr", &[])?;
        self.xml.empty("w:tblStyle", &[("w:val", "Protocol")])?;
        let width = widths.iter().sum::<u32>().to_string();
        self.xml
            .empty("w:tblW", &[("w:w", width.as_str()), ("w:type", "dxa")])?;
        // The widths hold; a long word does not push a column off the page.
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
        self.xml.close("w:tblPr")?;
        self.xml.open("w:tblGrid", &[])?;
        for width in widths {
            self.xml
                .empty("w:gridCol", &[("w:w", width.to_string().as_str())])?;
        }
        self.xml.close("w:tblGrid")
    }

    /// Ends a table. A paragraph follows, since two tables that touch would become one.
    pub(in crate::export) fn close_table(&mut self) -> io::Result<()> {
        self.xml.close("w:tbl")?;
        self.paragraph(&Paragraph::new(Style::Normal, ""))
    }

    /// Writes the row of heads, which every page repeats.
    pub(in crate::export) fn head_row(
        &mut self,
        cells: &[Cell<'_>],
        widths: &[u32],
    ) -> io::Result<()> {
        self.row_that_is(&["w:cantSplit", "w:tblHeader"], cells, widths)
    }

    /// Writes a row.
    pub(in crate::export) fn row(&mut self, cells: &[Cell<'_>], widths: &[u32]) -> io::Result<()> {
        self.row_that_is(&[], cells, widths)
    }

    /// Writes a row that no end of a page cuts.
    pub(in crate::export) fn whole_row(
        &mut self,
        cells: &[Cell<'_>],
        widths: &[u32],
    ) -> io::Result<()> {
        self.row_that_is(&["w:cantSplit"], cells, widths)
    }

    fn row_that_is(
        &mut self,
        properties: &[&str],
        cells: &[Cell<'_>],
        widths: &[u32],
    ) -> io::Result<()> {
        self.xml.open("w:tr", &[])?;
        if !properties.is_empty() {
            self.xml.open("w:trPr", &[])?;
            for property in properties {
                self.xml.empty(property, &[])?;
            }
            self.xml.close("w:trPr")?;
        }
        self.cells(cells, widths)?;
        self.xml.close("w:tr")
    }

    /// Writes a row of one cell across all columns.
    pub(in crate::export) fn wide_row(
        &mut self,
        cell: &Cell<'_>,
        widths: &[u32],
    ) -> io::Result<()> {
        let width = widths.iter().sum::<u32>();
        self.xml.open("w:tr", &[])?;
        self.cell(cell, width, widths.len())?;
        self.xml.close("w:tr")
    }

    fn cells(&mut self, cells: &[Cell<'_>], widths: &[u32]) -> io::Result<()> {
        for (cell, width) in cells.iter().zip(widths) {
            self.cell(cell, *width, 1)?;
        }
        Ok(())
    }

    fn cell(&mut self, cell: &Cell<'_>, width: u32, columns: usize) -> io::Result<()> {
        self.xml.open("w:tc", &[])?;
        self.xml.open("w:tcPr", &[])?;
        let width = width.to_string();
        self.xml
            .empty("w:tcW", &[("w:w", width.as_str()), ("w:type", "dxa")])?;
        if columns > 1 {
            let columns = columns.to_string();
            self.xml
                .empty("w:gridSpan", &[("w:val", columns.as_str())])?;
        }
        self.xml.close("w:tcPr")?;
        for paragraph in &cell.0 {
            self.paragraph(paragraph)?;
        }
        if cell.0.is_empty() {
            // A cell must end with a paragraph.
            self.paragraph(&Paragraph::new(Style::Normal, ""))?;
        }
        self.xml.close("w:tc")
    }

    /// Ends the document and writes it.
    pub(in crate::export) fn finish(mut self, to: &mut impl Write) -> io::Result<()> {
        self.xml.open("w:sectPr", &[])?;
        self.xml.empty(
            "w:footerReference",
            &[("w:type", "default"), ("r:id", parts::FOOTER_ID)],
        )?;
        let (width, height) = ("11906", "16838");
        match self.orientation {
            Orientation::Portrait => self
                .xml
                .empty("w:pgSz", &[("w:w", width), ("w:h", height)])?,
            Orientation::Landscape => self.xml.empty(
                "w:pgSz",
                &[("w:w", height), ("w:h", width), ("w:orient", "landscape")],
            )?,
        }
        let (margin, of_footer) = match self.setting {
            Setting::Roomy => ("1418", "708"),
            Setting::Close => ("850", "425"),
        };
        self.xml.empty(
            "w:pgMar",
            &[
                ("w:top", margin),
                ("w:right", margin),
                ("w:bottom", margin),
                ("w:left", margin),
                ("w:header", of_footer),
                ("w:footer", of_footer),
                ("w:gutter", "0"),
            ],
        )?;
        self.xml.close("w:sectPr")?;
        self.xml.close("w:body")?;
        self.xml.close("w:document")?;
        let mut files: Vec<Packed> = parts::around(&self.title, self.language, self.setting)?;
        files.push(Packed {
            path: "word/document.xml".to_owned(),
            bytes: self.xml.finish()?,
        });
        pack(&files, to)
    }
}
