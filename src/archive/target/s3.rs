//! An object store as a target, spoken to as Amazon's S3.
//!
//! Objects appear whole or not at all, and a store that knows conditions puts none over another (`If-None-Match: *`).
//! What was put is read back all the same. Stores that ignore the condition are found by `doctor`.

mod versions;

use std::time::{Duration, Instant};

use rusty_s3::actions::{DeleteObject, GetObject, ListObjectsV2, PutObject, S3Action};
use rusty_s3::{Bucket, UrlStyle};
use ureq::http::Method;

use super::http::{Answer, CONNECTIONS, Http, Sent};
use super::{Created, Credentials, Item, Keeping, Patience, Removed, Target, Told, Trying};
use crate::archive::address::ObjectStore;
use crate::archive::{Attempt, Cause, Content, TargetError};

/// How long a signature is valid: as long as a large package may take.
const VALID: Duration = Duration::from_hours(1);

/// The largest part of a listing that is read, in bytes.
const LARGEST_LISTING: u64 = 16 * 1024 * 1024;

/// How many parts of a listing are read.
const MOST_PARTS: usize = 1000;

/// How many files of a folder are kept in memory: a study has some hundreds.
const MOST_ITEMS: usize = 100_000;

/// A place in an object store.
pub struct S3 {
    http: Http,
    bucket: Bucket,
    prefix: String,
    credentials: Option<rusty_s3::Credentials>,
    trying: Trying,
}

impl S3 {
    /// A place in an object store; nothing if its address cannot be one.
    pub fn new(
        store: &ObjectStore,
        credentials: Option<&Credentials>,
        patience: Patience,
    ) -> Option<Self> {
        let bucket = Bucket::new(
            store.endpoint.clone(),
            UrlStyle::Path,
            store.bucket.clone(),
            store.region.clone(),
        )
        .ok()?;
        let credentials = credentials.map(|credentials| {
            let (user, secret) = (credentials.user.as_str(), credentials.password.as_str());
            match &credentials.token {
                Some(token) => rusty_s3::Credentials::new_with_token(user, secret, token.as_str()),
                None => rusty_s3::Credentials::new(user, secret),
            }
        });
        Some(Self {
            http: Http::new(&patience),
            bucket,
            prefix: store.prefix.clone(),
            credentials,
            trying: Trying::new(patience),
        })
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn get(&self, name: &str) -> Result<Answer, Cause> {
        let key = self.key(name);
        let action = GetObject::new(&self.bucket, self.credentials.as_ref(), &key);
        let url = action.sign(VALID);
        self.http
            .send(&Method::GET, url.as_str(), &[], Sent::Nothing)
    }

    /// Whether an object is this content; nothing if there is none.
    fn holds(&self, name: &str, content: &Content) -> Result<Option<bool>, Cause> {
        self.trying.retry(|| {
            let answer = self.get(name)?;
            match answer.status() {
                200 => answer.is(content).map(Some),
                404 => {
                    answer.forget();
                    Ok(None)
                }
                _ => Err(answer.cause()),
            }
        })
    }

    fn put(&self, name: &str, content: &Content) -> Result<Created, Cause> {
        let key = self.key(name);
        let mut action = PutObject::new(&self.bucket, self.credentials.as_ref(), &key);
        action.headers_mut().insert("if-none-match", "*");
        let created = self.trying.retry(|| {
            let url = action.sign(VALID);
            let headers = [("if-none-match", "*")];
            let sent = Sent::Content(content);
            let cause = match self.http.send(&Method::PUT, url.as_str(), &headers, sent) {
                Ok(answer) => match answer.status() {
                    200 | 201 | 204 => {
                        answer.forget();
                        return Ok(Created::New);
                    }
                    412 => {
                        answer.forget();
                        return Ok(Created::Taken);
                    }
                    // Two were putting it at once, and neither may have won.
                    409 => {
                        answer.forget();
                        Cause::Locked
                    }
                    _ => answer.cause(),
                },
                Err(cause) => cause,
            };
            // It may have been put all the same.
            if !cause.may_pass() {
                return Err(cause);
            }
            match self.holds(name, content) {
                Ok(Some(true)) => Ok(Created::New),
                Ok(Some(false)) => Ok(Created::Taken),
                Ok(None) | Err(_) => Err(cause),
            }
        })?;
        if created == Created::New && self.holds(name, content)? != Some(true) {
            return Err(Cause::Damaged);
        }
        Ok(created)
    }

    fn listed(&self, folder: &str) -> Result<Vec<Item>, Cause> {
        let prefix = self.key(&format!("{folder}/"));
        let mut items = Vec::new();
        let mut token: Option<String> = None;
        let begun = Instant::now();
        for _ in 0..MOST_PARTS {
            if begun.elapsed() > self.trying.patience.whole {
                return Err(Cause::TooSlow);
            }
            let mut action = ListObjectsV2::new(&self.bucket, self.credentials.as_ref());
            action.with_prefix(prefix.clone());
            action.with_delimiter("/");
            if let Some(token) = token.take() {
                action.with_continuation_token(token);
            }
            let part = self.trying.retry(|| {
                let url = action.sign(VALID);
                let answer = self
                    .http
                    .send(&Method::GET, url.as_str(), &[], Sent::Nothing)?;
                match answer.status() {
                    200 => {
                        let text = answer.text(LARGEST_LISTING)?;
                        ListObjectsV2::parse_response(&text).map_err(|_| Cause::Unintelligible)
                    }
                    _ => Err(answer.cause()),
                }
            })?;
            items.extend(part.contents.into_iter().filter_map(|object| {
                let name = object.key.strip_prefix(&prefix)?;
                (!name.is_empty()).then(|| Item {
                    name: name.to_owned(),
                    bytes: object.size.unwrap_or_default(),
                })
            }));
            if items.len() > MOST_ITEMS {
                return Err(Cause::TooLarge);
            }
            token = part.next_continuation_token;
            if token.is_none() {
                items.sort_by(|one, other| one.name.cmp(&other.name));
                return Ok(items);
            }
        }
        Err(Cause::TooLarge)
    }

    fn delete(&self, name: &str, version: Option<&str>) -> Result<(), Cause> {
        let key = self.key(name);
        let mut action = DeleteObject::new(&self.bucket, self.credentials.as_ref(), &key);
        if let Some(version) = version {
            action.query_mut().insert("versionId", version.to_owned());
        }
        self.trying.retry(|| {
            let url = action.sign(VALID);
            let answer = self
                .http
                .send(&Method::DELETE, url.as_str(), &[], Sent::Nothing)?;
            match answer.status() {
                200 | 202 | 204 | 404 => {
                    answer.forget();
                    Ok(())
                }
                _ => Err(answer.cause()),
            }
        })
    }
}

impl Target for S3 {
    fn make_folders(&self, folders: &[&str]) -> Result<(), TargetError> {
        // An object store has no folders; whether the bucket is there is seen by listing it.
        let first = folders.first().copied().unwrap_or_default();
        self.listed(first)
            .map(drop)
            .map_err(|cause| cause.at(Attempt::Prepare, ""))
    }

    fn remove_folder(&self, _folder: &str) -> Result<(), TargetError> {
        Ok(())
    }

    fn create(&self, name: &str, content: &Content) -> Result<Created, TargetError> {
        self.put(name, content)
            .map_err(|cause| cause.at(Attempt::Create, name))
    }

    fn read(&self, name: &str, limit: u64) -> Result<Option<Content>, TargetError> {
        let read = self.trying.retry(|| {
            let answer = self.get(name)?;
            match answer.status() {
                200 => answer.content(limit).map(Some),
                404 => {
                    answer.forget();
                    Ok(None)
                }
                _ => Err(answer.cause()),
            }
        });
        read.map_err(|cause| cause.at(Attempt::Read, name))
    }

    fn list(&self, folder: &str) -> Result<Vec<Item>, TargetError> {
        self.listed(folder)
            .map_err(|cause| cause.at(Attempt::List, folder))
    }

    fn remove(&self, name: &str) -> Result<Removed, TargetError> {
        self.delete_all(name)
            .map_err(|cause| cause.at(Attempt::Remove, name))
    }

    fn keeping(&self) -> Result<Keeping, TargetError> {
        self.versioning()
            .map_err(|cause| cause.at(Attempt::Read, ""))
    }

    fn connections(&self) -> usize {
        CONNECTIONS
    }

    fn when_trying_again(&mut self, told: Told) {
        self.trying.tell(told);
    }
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("S3")
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;
    use crate::archive::Address;

    #[test]
    fn a_token_that_holds_for_a_while_is_signed_with_every_request() {
        let address = "s3://bucket/study?endpoint=https://s3.example.org";
        let Ok(Address::ObjectStore(place)) = Address::parse(address, false) else {
            panic!("no object store");
        };
        let secret = |text: &str| Zeroizing::new(text.to_owned());
        for token in [None, Some("for a while")] {
            let credentials = Credentials {
                user: secret("user"),
                password: secret("word"),
                token: token.map(secret),
            };
            let store = S3::new(&place, Some(&credentials), Patience::USUAL).unwrap();
            let key = store.key("packages/x.zip");
            let signed =
                GetObject::new(&store.bucket, store.credentials.as_ref(), &key).sign(VALID);
            let sent = signed
                .query_pairs()
                .find(|(name, _)| name == "X-Amz-Security-Token");
            assert_eq!(sent.as_ref().map(|(_, value)| value.as_ref()), token);
        }
    }
}
