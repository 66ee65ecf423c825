//! What is known of the sessions besides their notes: case, guide, mode, language, date, attributes.

use super::Collection;
use super::page::shown;
use crate::i18n::{Text, Words};
use crate::release::Released;

/// Something that is known of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    /// The case it belongs to.
    Case,
    /// The guide that it follows.
    Guide,
    /// How it was held.
    Mode,
    /// Its language.
    Language,
    /// When, as exactly as the level says it.
    When,
    /// Where it stands.
    Progress,
    /// Whether it is made up.
    Invented,
    /// An attribute of person or institution.
    Attribute(String),
}

impl Field {
    /// A word that tells it from the others, the same in every language.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Case => "case",
            Self::Guide => "guide",
            Self::Mode => "mode",
            Self::Language => "language",
            Self::When => "when",
            Self::Progress => "progress",
            Self::Invented => "invented",
            Self::Attribute(id) => id,
        }
    }
}

/// What is known of the sessions of a collection: the attributes in the order of the guides.
pub(super) fn fields(collection: &Collection) -> Vec<Field> {
    let mut fields = vec![
        Field::Case,
        Field::Guide,
        Field::Mode,
        Field::Language,
        Field::When,
        Field::Progress,
        Field::Invented,
    ];
    let declared = collection
        .guides()
        .iter()
        .flat_map(|guide| &guide.attributes);
    let declared = declared.map(|attribute| &attribute.id);
    let used = || {
        collection
            .sessions()
            .iter()
            .flat_map(|released| released.attributes().keys())
    };
    for id in declared
        .filter(|id| used().any(|used| &used == id))
        .chain(used())
    {
        let field = Field::Attribute(id.clone());
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// What a field is called.
pub(super) fn name(field: &Field, collection: &Collection, words: &Words) -> String {
    let text = match field {
        Field::Case => Text::ExportHeadCase,
        Field::Guide => Text::ListGuide,
        Field::Mode => Text::ListMode,
        Field::Language => Text::ExportHeadLanguage,
        Field::When => Text::ExportHeadWhen,
        Field::Progress => Text::ListProgress,
        Field::Invented => Text::ExportHeadInvented,
        Field::Attribute(id) => {
            let attributes = collection.guides().iter().flat_map(|guide| {
                let language = guide.language_for(words.language());
                guide
                    .attributes
                    .iter()
                    .map(move |attribute| (language, attribute))
            });
            let found = attributes
                .into_iter()
                .find(|(_, attribute)| &attribute.id == id);
            return found.map_or_else(
                || shown(id),
                |(language, attribute)| attribute.label.in_language(language).to_owned(),
            );
        }
    };
    words.text(text).into_owned()
}

/// What a session has in a field; nothing if that was not noted.
pub(super) fn value(
    field: &Field,
    released: &Released,
    collection: &Collection,
    words: &Words,
) -> Option<String> {
    Some(match field {
        Field::Case => released.id().case().to_string(),
        Field::Guide => shown(&format!(
            "{} {}",
            released.guide().id,
            released.guide().edition
        )),
        Field::Mode => words.mode(released.mode()).into_owned(),
        Field::Language => words.language_name(released.language()).into_owned(),
        Field::When => words.when(released.began().unwrap_or(released.prepared())),
        Field::Progress => words.progress(released.progress()).into_owned(),
        Field::Invented => {
            let text = if released.is_invented() {
                Text::AnswerYes
            } else {
                Text::AnswerNo
            };
            words.text(text).into_owned()
        }
        Field::Attribute(id) => {
            let value = released.attributes().get(id)?;
            let guide = collection.guide_of(released);
            let label = guide.and_then(|guide| {
                let attribute = guide
                    .attributes
                    .iter()
                    .find(|attribute| &attribute.id == id)?;
                let found = attribute.values.iter().find(|other| &other.id == value)?;
                Some(
                    found
                        .label
                        .in_language(guide.language_for(words.language())),
                )
            });
            label.map_or_else(|| shown(value), str::to_owned)
        }
    })
}
