//! The JSON document, held against the schema that is given away with it.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;

use crate::analysis::example::{guide, session};
use crate::export::json;
use crate::release::{Level, release};
use crate::session::Session;
use crate::session::arbitrary::sitting;

/// What in a value does not fit a schema. Knows the words of JSON Schema that the schema uses, and no others.
fn misfits(value: &Value, schema: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, asked) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema"
            | "title"
            | "description"
            | "properties"
            | "additionalProperties"
            | "$defs" => {}
            "$ref" => found.extend(misfits(value, defined(asked), at)),
            "type" => found.extend(of_type(value, asked, at)),
            "const" if value == asked => {}
            "enum" if asked.as_array().unwrap().contains(value) => {}
            "const" | "enum" => found.push(format!("{at}: {value} is not {asked}")),
            "required" => {
                let missing = asked.as_array().unwrap().iter().filter(|name| {
                    let name = name.as_str().unwrap();
                    value.is_object() && value.get(name).is_none()
                });
                found.extend(missing.map(|name| format!("{at}: {name} is missing")));
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                for (index, item) in items {
                    found.extend(misfits(item, asked, &format!("{at}[{index}]")));
                }
            }
            "oneOf" => {
                let fits = |schema: &&Value| misfits(value, schema, at).is_empty();
                if asked.as_array().unwrap().iter().filter(fits).count() != 1 {
                    found.push(format!("{at}: fits none or several"));
                }
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        }
    }
    found.extend(of_fields(value, schema, at));
    found
}

/// The words that a schema refers to.
fn defined(reference: &Value) -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(schema);
    let name = reference
        .as_str()
        .and_then(|path| path.strip_prefix("#/$defs/"));
    &SCHEMA["$defs"][name.expect("a reference to words")]
}

fn of_type(value: &Value, asked: &Value, at: &str) -> Option<String> {
    let is = |kind: &Value| match kind.as_str().unwrap() {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "null" => value.is_null(),
        other => panic!("unknown type {other}"),
    };
    let fits = match asked {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    };
    (!fits).then(|| format!("{at}: {value} is no {asked}"))
}

fn of_fields(value: &Value, schema: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, field) in value.as_object().into_iter().flatten() {
        let known = schema.get("properties").and_then(|known| known.get(name));
        let at = format!("{at}.{name}");
        match (known, schema.get("additionalProperties")) {
            (None, Some(Value::Bool(false))) => found.push(format!("{at} is not in the schema")),
            (Some(known), _) | (None, Some(known)) => found.extend(misfits(field, known, &at)),
            (None, None) => {}
        }
    }
    found
}

fn schema() -> Value {
    serde_json::from_str(json::SCHEMA).unwrap()
}

fn document(session: &Session, level: Level) -> Value {
    let released = release(session, Some(&guide()), level).unwrap();
    let mut bytes = Vec::new();
    json::write(&released, &mut bytes).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

#[test]
fn a_document_that_does_not_fit_is_found() {
    let mut document = document(&session(), Level::Working);
    assert_eq!(misfits(&document, &schema(), ""), [""; 0]);
    document["notes"][0]["kind"] = "guess".into();
    document["more"] = 1.into();
    document["record"]["pauses"] = 1.into();
    document.as_object_mut().unwrap().remove("id");
    assert_eq!(misfits(&document, &schema(), "").len(), 4);
}

#[test]
fn the_record_stays_with_the_interviewer() {
    let mut fit = session();
    fit.drafts.clear();
    for level in [Level::Review, Level::Archive] {
        let document = document(&fit, level);
        assert!(document.get("record").is_none(), "{level}");
        assert_eq!(misfits(&document, &schema(), ""), [""; 0], "{level}");
    }
}

#[test]
fn nothing_of_a_session_is_lost_at_the_working_level() {
    // What has no place in the document fails here, as soon as a session has something new: each field of the session
    // is either named or left out for a reason.
    let Session {
        header: _,
        // The number of the last event says nothing about the interview.
        sequence: _,
        // Neither does how often something was struck, which the archive's catalogue says.
        struck_texts: _,
        clock,
        position,
        cells,
        summaries,
        notes,
        // Begun and not kept: counted among what is left out.
        drafts,
        parked,
        gaps,
        off_record,
        struck_spans,
        settled_overlaps,
        disputes,
        unplaced,
        probes,
        visits,
        consent,
        attributes,
        prefill,
        ticked,
        slots,
        joined,
        tombstones,
        postscript,
        approvals,
        type_view,
        deletion: _,
        exports,
        archived,
        log,
        closed,
    } = session();
    let document = document(&session(), Level::Working);
    let record = &document["record"];
    let length = |value: &Value| match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        other => panic!("{other}"),
    };
    assert_eq!(length(&record["recordings"]), clock.recordings.len());
    assert_eq!(length(&record["pauses"]), clock.pauses.len());
    assert_eq!(record["position"].is_string(), position.is_some());
    let with = |field: &str| {
        let cells = document["cells"].as_array().unwrap().iter();
        cells.filter(|cell| cell.get(field).is_some()).count()
    };
    let set = document["cells"].as_array().unwrap().iter();
    let set = set.filter(|cell| cell["state"] != "open").count();
    assert_eq!(set, cells.len());
    assert_eq!(with("summary"), summaries.len());
    assert_eq!(with("probes"), probes.len());
    assert_eq!(length(&document["notes"]), notes.len());
    assert_eq!(document["left_out"]["drafts"], drafts.len());
    assert_eq!(length(&document["parked"]), parked.len());
    assert_eq!(length(&document["gaps"]), gaps.len());
    assert_eq!(length(&record["off_record"]), off_record.len());
    assert_eq!(length(&record["struck_spans"]), struck_spans.len());
    assert_eq!(length(&record["settled_overlaps"]), settled_overlaps.len());
    assert_eq!(length(&record["disputed_cells"]), disputes.len());
    assert_eq!(length(&record["unplaced"]), unplaced.len());
    assert_eq!(length(&record["visits"]), visits.len());
    assert_eq!(length(&record["consent"]), consent.len());
    // One of the attributes never leaves, and is counted among what is left out.
    let kept_back = document["left_out"]["attributes"].as_u64().unwrap();
    assert_eq!(kept_back, 1);
    assert_eq!(length(&document["attributes"]) + 1, attributes.len());
    assert_eq!(length(&record["prefill"]), prefill.len());
    assert_eq!(length(&record["ticked"]), ticked.len());
    assert_eq!(length(&document["slots"]), slots.len());
    assert_eq!(length(&record["joined"]), joined.len());
    assert_eq!(length(&record["struck"]), tombstones.len());
    assert_eq!(length(&record["postscript"]), postscript.len());
    assert_eq!(length(&record["approvals"]), approvals.len());
    assert_eq!(record["type_view"].is_object(), type_view.is_some());
    assert_eq!(length(&record["exports"]), exports.len());
    assert_eq!(length(&record["archived"]), archived.len());
    assert_eq!(length(&record["log"]), log.len());
    assert_eq!(record["closed"].is_string(), closed.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_happened_in_a_session_fits_the_schema(sitting in sitting()) {
        let document = document(sitting.state(), Level::Working);
        prop_assert_eq!(misfits(&document, &schema(), ""), Vec::<String>::new());
    }
}
