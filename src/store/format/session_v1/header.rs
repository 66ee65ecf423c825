//! What is fixed when a session is prepared.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::super::field::{Moment, Named, Text};
use super::super::words::{LanguageWord, ModeWord, ReasonWord};
use crate::session::{self, SessionId, TopicId};
use crate::store::guides::{self, GuideError};

/// The header, as an event holds it; in the session file its fields stand at the top.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::format) struct Header {
    session: Named<SessionId>,
    invented: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pilot: bool,
    guide: GuideReference,
    mode: ModeWord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<ReasonWord>,
    language: LanguageWord,
    created: Moment,
}

/// The guide as the session remembers it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideReference {
    id: Named<GuideId>,
    edition: String,
    digest: String,
    titles: Vec<(String, Text)>,
}

/// The id of a guide. Files are found and made by it, so that one that leads out of their folder is refused.
#[derive(Debug)]
struct GuideId(String);

impl FromStr for GuideId {
    type Err = String;

    fn from_str(id: &str) -> Result<Self, String> {
        let is_id = guides::is_id(id).then(|| Self(id.to_owned()));
        is_id.ok_or_else(|| GuideError::Name.to_string())
    }
}

impl Display for GuideId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&session::Header> for Header {
    fn from(header: &session::Header) -> Self {
        let session::Header {
            id,
            guide,
            mode,
            reason,
            language,
            created,
            invented,
            pilot,
        } = header;
        Self {
            session: Named(id.clone()),
            invented: *invented,
            pilot: *pilot,
            guide: guide.into(),
            mode: (*mode).into(),
            reason: reason.map(Into::into),
            language: (*language).into(),
            created: Moment(*created),
        }
    }
}

impl From<Header> for session::Header {
    fn from(file: Header) -> Self {
        Self {
            id: file.session.0,
            guide: file.guide.into(),
            mode: file.mode.into(),
            reason: file.reason.map(Into::into),
            language: file.language.into(),
            created: file.created.0,
            invented: file.invented,
            pilot: file.pilot,
        }
    }
}

impl From<&session::GuideReference> for GuideReference {
    fn from(guide: &session::GuideReference) -> Self {
        let session::GuideReference {
            id,
            edition,
            digest,
            titles,
        } = guide;
        Self {
            id: Named(GuideId(id.clone())),
            edition: edition.clone(),
            digest: digest.clone(),
            titles: titles
                .iter()
                .map(|(topic, title)| (topic.to_string(), Text::plain(title)))
                .collect(),
        }
    }
}

impl From<GuideReference> for session::GuideReference {
    fn from(file: GuideReference) -> Self {
        Self {
            id: file.id.0.0,
            edition: file.edition,
            digest: file.digest,
            titles: file
                .titles
                .into_iter()
                .map(|(topic, title)| (TopicId::new(&topic), title.into_string()))
                .collect(),
        }
    }
}
