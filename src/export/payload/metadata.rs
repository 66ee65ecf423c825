//! The metadata of a package as an RO-Crate (<https://www.researchobject.org/ro-crate/1.1/>): JSON-LD that names every
//! file, who is responsible, and who may use it.

use std::io;

use serde_json::{Value as Json, json};

use super::PayloadFile;
use crate::export::json::{words, write_document};
use crate::guide::Guide;
use crate::i18n::{Text, Words};
use crate::release::{Released, When};

/// The name that the standard gives the file.
pub(super) const NAME: &str = "ro-crate-metadata.json";

const CONTEXT: &str = "https://w3id.org/ro/crate/1.1/context";
const STANDARD: &str = "https://w3id.org/ro/crate/1.1";

pub(super) fn bytes(
    released: &Released,
    guide: &Guide,
    files: &[PayloadFile],
    words: &Words,
) -> io::Result<Vec<u8>> {
    let mut graph = vec![
        json!({
            "@id": NAME,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": STANDARD},
        }),
        root(released, files),
        json!({
            "@id": "#access",
            "@type": "CreativeWork",
            "name": words.text(Text::PackageAccess),
            "description": words.text(Text::PackageAccessMeaning),
        }),
        json!({
            "@id": "#controller",
            "@type": "Organization",
            "name": super::controller(released, guide),
        }),
    ];
    graph.extend(files.iter().map(|file| {
        json!({
            "@id": file.name,
            "@type": "File",
            "name": file.name,
            "description": file.description,
            "encodingFormat": file.media_type,
            "contentSize": file.bytes.len().to_string(),
        })
    }));
    let document = json!({"@context": CONTEXT, "@graph": graph});
    let mut bytes = Vec::new();
    write_document(&document, &mut bytes)?;
    Ok(bytes)
}

fn root(released: &Released, files: &[PayloadFile]) -> Json {
    let parts: Vec<Json> = files.iter().map(|file| json!({"@id": file.name})).collect();
    json!({
        "@id": "./",
        "@type": "Dataset",
        "identifier": released.id().to_string(),
        "name": super::description(released),
        "description": super::description(released),
        "datePublished": year(released),
        "inLanguage": words::language(released.language()),
        "license": {"@id": "#access"},
        "publisher": {"@id": "#controller"},
        "author": {"@id": "#controller"},
        "hasPart": parts,
    })
}

/// The year is all that is said: a day would point to the interviewee.
fn year(released: &Released) -> String {
    let year = match released.began().unwrap_or_else(|| released.prepared()) {
        When::Instant(instant) => instant.year(),
        When::Day(day) => day.year(),
        When::Quarter { year, .. } => year,
    };
    format!("{year:04}")
}
