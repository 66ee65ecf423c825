//! What is known of the sessions besides their notes, as variables of their cases.

use std::collections::BTreeMap;
use std::io;

use crate::export::Collection;
use crate::export::identity::identity;
use crate::export::sample::{self, Field};
use crate::export::xml::Xml;
use crate::i18n::Words;
use crate::release::Released;

/// The variables with their names.
pub(super) struct Variables(Vec<(Field, String)>);

impl Variables {
    /// The variables of a collection. No two have the same name.
    pub(super) fn of(collection: &Collection, words: &Words) -> Self {
        let fields = sample::fields(collection);
        let named: Vec<(Field, String)> = fields
            .into_iter()
            .map(|field| {
                let name = sample::name(&field, collection, words);
                (field, name)
            })
            .collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (_, name) in &named {
            *counts.entry(name.to_lowercase()).or_default() += 1;
        }
        let unique = named.into_iter().map(|(field, name)| {
            if counts
                .get(&name.to_lowercase())
                .is_some_and(|count| *count > 1)
            {
                let name = format!("{name} ({})", field.id());
                (field, name)
            } else {
                (field, name)
            }
        });
        Self(unique.collect())
    }

    /// Declares them.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.open("Variables", &[])?;
        for (field, name) in &self.0 {
            xml.empty(
                "Variable",
                &[
                    ("guid", &identity("variable", &[field.id()])),
                    ("name", name),
                    ("typeOfVariable", "Text"),
                ],
            )?;
        }
        xml.close("Variables")
    }

    /// Writes the values of a session.
    pub(super) fn write_values(
        &self,
        released: &Released,
        collection: &Collection,
        words: &Words,
        xml: &mut Xml,
    ) -> io::Result<()> {
        for (field, _) in &self.0 {
            let Some(value) = sample::value(field, released, collection, words) else {
                continue;
            };
            xml.open("VariableValue", &[])?;
            let guid = identity("variable", &[field.id()]);
            xml.empty("VariableRef", &[("targetGUID", &guid)])?;
            xml.text("TextValue", &[], &value)?;
            xml.close("VariableValue")?;
        }
        Ok(())
    }
}
