//! Versions that a store keeps of objects: removing one means removing all of them.

use rusty_s3::actions::{GetObject, S3Action};
use ureq::http::Method;

use super::super::xml::{Step, walk};
use super::{Cause, Keeping, LARGEST_LISTING, Removed, S3, Sent, VALID};

/// How many versions of one object are removed.
const MOST_VERSIONS: &str = "1000";

impl S3 {
    /// Removes an object and all its versions, if the store has any and lets them be seen.
    pub(super) fn delete_all(&self, name: &str) -> Result<Removed, Cause> {
        self.delete(name, None)?;
        // A store that knows no versions refuses the question or has none.
        let versions = self.versions(name).unwrap_or_default();
        for version in &versions {
            self.delete(name, Some(version))?;
        }
        Ok(Removed {
            versions: versions.len(),
        })
    }

    /// Whether the store keeps versions.
    pub(super) fn versioning(&self) -> Result<Keeping, Cause> {
        match self.ask(&[("versioning", "")])? {
            Some(text) if text_of(&text, "Status").as_deref() == Some("Enabled") => {
                Ok(Keeping::Versions)
            }
            Some(_) => Ok(Keeping::Nothing),
            None => Ok(Keeping::Unknown),
        }
    }

    fn versions(&self, name: &str) -> Result<Vec<String>, Cause> {
        let key = self.key(name);
        let query = [
            ("max-keys", MOST_VERSIONS),
            ("prefix", key.as_str()),
            ("versions", ""),
        ];
        let Some(text) = self.ask(&query)? else {
            return Ok(Vec::new());
        };
        versions_in(&text, &key)
    }

    /// Asks something about the bucket; nothing if the store does not answer such questions.
    fn ask(&self, query: &[(&str, &str)]) -> Result<Option<String>, Cause> {
        let mut action = GetObject::new(&self.bucket, self.credentials.as_ref(), "");
        for (name, value) in query {
            action
                .query_mut()
                .insert((*name).to_owned(), (*value).to_owned());
        }
        self.patience.retry(|| {
            let url = action.sign(VALID);
            let answer = self
                .http
                .send(&Method::GET, url.as_str(), &[], Sent::Nothing)?;
            match answer.status() {
                200 => answer.text(LARGEST_LISTING).map(Some),
                400 | 404 | 405 | 501 => {
                    answer.forget();
                    Ok(None)
                }
                _ => Err(answer.cause()),
            }
        })
    }
}

/// The text of the first element of this name.
fn text_of(xml: &str, wanted: &str) -> Option<String> {
    let mut found = None;
    let walked = walk(xml, |step| {
        if let (Step::End { name, text }, None) = (step, &found)
            && name == wanted
        {
            found = Some(text);
        }
    });
    walked.ok().and(found)
}

/// The ids of the versions of an object, marks of deletion included.
fn versions_in(xml: &str, wanted: &str) -> Result<Vec<String>, Cause> {
    let (mut key, mut version) = (String::new(), String::new());
    let mut versions = Vec::new();
    walk(xml, |step| {
        let Step::End { name, text } = step else {
            return;
        };
        match name.as_str() {
            "Key" => key = text,
            "VersionId" => version = text,
            "Version" | "DeleteMarker" => {
                let id = std::mem::take(&mut version);
                if key == wanted && !id.is_empty() && id != "null" {
                    versions.push(id);
                }
            }
            _ => {}
        }
    })?;
    Ok(versions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_other_objects_stay() {
        let xml = "<ListVersionsResult><Version><Key>p/a.zip</Key><VersionId>1</VersionId></Version>\
            <DeleteMarker><Key>p/a.zip</Key><VersionId>2</VersionId></DeleteMarker>\
            <Version><Key>p/a.zip2</Key><VersionId>3</VersionId></Version>\
            <Version><Key>p/a.zip</Key><VersionId>null</VersionId></Version></ListVersionsResult>";
        assert_eq!(versions_in(xml, "p/a.zip").unwrap(), ["1", "2"]);
        let status = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        assert_eq!(text_of(status, "Status").as_deref(), Some("Enabled"));
    }
}
