//! The parts of a text document beside its content: types, relations, styles, footer, properties.

use std::io;

use super::writer::{Setting, Style};
use crate::export::pack::Packed;
use crate::export::xml::Xml;
use crate::language::Language;

/// The namespace of the content.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of relations.
pub(super) const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relation that leads to the footer.
pub(super) const FOOTER_ID: &str = "rId2";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The language of a text as word processors name it; Swiss spelling is that of the study.
pub(super) const fn locale(language: Language) -> &'static str {
    match language {
        Language::De => "de-CH",
        Language::Fr => "fr-CH",
        Language::En => "en-GB",
    }
}

/// All parts but the content.
pub(super) fn around(title: &str, language: Language, setting: Setting) -> io::Result<Vec<Packed>> {
    let parts = [
        ("[Content_Types].xml", content_types()?),
        ("_rels/.rels", package_relations()?),
        ("docProps/core.xml", properties(title, language)?),
        ("word/_rels/document.xml.rels", document_relations()?),
        ("word/styles.xml", styles(language, setting)?),
        ("word/footer1.xml", footer(title)?),
    ];
    let packed = parts.into_iter().map(|(path, bytes)| Packed {
        path: path.to_owned(),
        bytes,
    });
    Ok(packed.collect())
}

fn content_types() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))])?;
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    for (extension, kind) in [("rels", relations), ("xml", "application/xml")] {
        xml.empty(
            "Default",
            &[("Extension", extension), ("ContentType", kind)],
        )?;
    }
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    for (part, kind) in [
        ("/word/document.xml", format!("{word}.document.main+xml")),
        ("/word/styles.xml", format!("{word}.styles+xml")),
        ("/word/footer1.xml", format!("{word}.footer+xml")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
    ] {
        xml.empty("Override", &[("PartName", part), ("ContentType", &kind)])?;
    }
    xml.close("Types")?;
    xml.finish()
}

fn package_relations() -> io::Result<Vec<u8>> {
    let properties = format!("{PACKAGE}/relationships/metadata/core-properties");
    relations(&[
        (
            "rId1",
            &format!("{RELATIONS}/officeDocument"),
            "word/document.xml",
        ),
        ("rId2", &properties, "docProps/core.xml"),
    ])
}

fn document_relations() -> io::Result<Vec<u8>> {
    relations(&[
        ("rId1", &format!("{RELATIONS}/styles"), "styles.xml"),
        (FOOTER_ID, &format!("{RELATIONS}/footer"), "footer1.xml"),
    ])
}

fn relations(relations: &[(&str, &str, &str)]) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open(
        "Relationships",
        &[("xmlns", &format!("{PACKAGE}/relationships"))],
    )?;
    for (id, kind, target) in relations {
        xml.empty(
            "Relationship",
            &[("Id", id), ("Type", kind), ("Target", target)],
        )?;
    }
    xml.close("Relationships")?;
    xml.finish()
}

/// Title and language. Nobody is named as the author, and no time says when the document was made.
fn properties(title: &str, language: Language) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    )?;
    xml.text("dc:title", &[], title)?;
    xml.text("dc:language", &[], locale(language))?;
    xml.close("cp:coreProperties")?;
    xml.finish()
}

/// The title and the number of the page.
fn footer(title: &str) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("w:ftr", &[("xmlns:w", MAIN)])?;
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.empty("w:pStyle", &[("w:val", Style::Remark.id())])?;
    xml.close("w:pPr")?;
    xml.open("w:r", &[])?;
    xml.text("w:t", &[("xml:space", "preserve")], &format!("{title} · "))?;
    xml.close("w:r")?;
    xml.open("w:fldSimple", &[("w:instr", "PAGE")])?;
    xml.open("w:r", &[])?;
    xml.text("w:t", &[], "1")?;
    xml.close("w:r")?;
    xml.close("w:fldSimple")?;
    xml.close("w:p")?;
    xml.close("w:ftr")?;
    xml.finish()
}

fn styles(language: Language, setting: Setting) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("w:styles", &[("xmlns:w", MAIN)])?;
    xml.open("w:docDefaults", &[])?;
    xml.open("w:rPrDefault", &[])?;
    xml.open("w:rPr", &[])?;
    let font = "Calibri";
    xml.empty(
        "w:rFonts",
        &[("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)],
    )?;
    let size = match setting {
        Setting::Roomy => "21",
        Setting::Close => "17",
    };
    xml.empty("w:sz", &[("w:val", size)])?;
    xml.empty("w:lang", &[("w:val", locale(language))])?;
    xml.close("w:rPr")?;
    xml.close("w:rPrDefault")?;
    xml.close("w:docDefaults")?;
    for style in Style::ALL {
        paragraph_style(style, setting, &mut xml)?;
    }
    table_style(&mut xml)?;
    xml.close("w:styles")?;
    xml.finish()
}

/// How a style looks.
struct Look {
    /// The name by which word processors know it; built-in ones have headings in their outline.
    name: &'static str,
    /// Space before and after, in twentieths of a point.
    spacing: (&'static str, &'static str),
    /// Its place in the outline.
    outline: Option<&'static str>,
    bold: bool,
    /// Half points.
    size: Option<&'static str>,
    colour: Option<&'static str>,
}

const fn look(style: Style) -> Look {
    let plain = Look {
        name: "Normal",
        spacing: ("0", "60"),
        outline: None,
        bold: false,
        size: None,
        colour: None,
    };
    match style {
        Style::Normal => plain,
        Style::Title => Look {
            name: "Title",
            spacing: ("0", "120"),
            bold: true,
            size: Some("32"),
            ..plain
        },
        Style::Heading1 => Look {
            name: "heading 1",
            spacing: ("240", "120"),
            outline: Some("0"),
            bold: true,
            size: Some("26"),
            ..plain
        },
        Style::Heading2 => Look {
            name: "heading 2",
            spacing: ("60", "60"),
            outline: Some("1"),
            bold: true,
            size: Some("22"),
            ..plain
        },
        Style::TableHead => Look {
            name: "Table head",
            bold: true,
            ..plain
        },
        Style::Remark => Look {
            name: "Remark",
            size: Some("18"),
            colour: Some("595959"),
            ..plain
        },
    }
}

/// How a style looks where a document is closely set.
const fn close_look(style: Style) -> Look {
    let roomy = look(style);
    let (spacing, size) = match style {
        Style::Normal | Style::TableHead => (("0", "0"), None),
        Style::Title => (("0", "40"), Some("26")),
        Style::Heading1 => (("80", "20"), Some("19")),
        Style::Heading2 => (("40", "20"), Some("18")),
        Style::Remark => (("0", "10"), Some("15")),
    };
    Look {
        spacing,
        size,
        ..roomy
    }
}

fn paragraph_style(style: Style, setting: Setting, xml: &mut Xml) -> io::Result<()> {
    let look = match setting {
        Setting::Roomy => look(style),
        Setting::Close => close_look(style),
    };
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id())];
    if style == Style::Normal {
        attributes.insert(1, ("w:default", "1"));
    }
    xml.open("w:style", &attributes)?;
    xml.empty("w:name", &[("w:val", look.name)])?;
    if style != Style::Normal {
        xml.empty("w:basedOn", &[("w:val", Style::Normal.id())])?;
        xml.empty("w:next", &[("w:val", Style::Normal.id())])?;
    }
    xml.empty("w:qFormat", &[])?;
    xml.open("w:pPr", &[])?;
    if look.outline.is_some() {
        xml.empty("w:keepNext", &[])?;
    }
    let (before, after) = look.spacing;
    xml.empty("w:spacing", &[("w:before", before), ("w:after", after)])?;
    if let Some(level) = look.outline {
        xml.empty("w:outlineLvl", &[("w:val", level)])?;
    }
    xml.close("w:pPr")?;
    xml.open("w:rPr", &[])?;
    if look.bold {
        xml.empty("w:b", &[])?;
    }
    if let Some(colour) = look.colour {
        xml.empty("w:color", &[("w:val", colour)])?;
    }
    if let Some(size) = look.size {
        xml.empty("w:sz", &[("w:val", size)])?;
    }
    xml.close("w:rPr")?;
    xml.close("w:style")
}

fn table_style(xml: &mut Xml) -> io::Result<()> {
    xml.open("w:style", &[("w:type", "table"), ("w:styleId", "Protocol")])?;
    xml.empty("w:name", &[("w:val", "Protocol")])?;
    xml.open("w:tblPr", &[])?;
    xml.open("w:tblBorders", &[])?;
    for side in [
        "w:top",
        "w:left",
        "w:bottom",
        "w:right",
        "w:insideH",
        "w:insideV",
    ] {
        let line = [
            ("w:val", "single"),
            ("w:sz", "4"),
            ("w:space", "0"),
            ("w:color", "A6A6A6"),
        ];
        xml.empty(side, &line)?;
    }
    xml.close("w:tblBorders")?;
    xml.open("w:tblCellMar", &[])?;
    for side in ["w:left", "w:right"] {
        xml.empty(side, &[("w:w", "85"), ("w:type", "dxa")])?;
    }
    xml.close("w:tblCellMar")?;
    xml.close("w:tblPr")?;
    xml.close("w:style")
}
