//! A `WebDAV` server as a target: Nextcloud, ownCloud, Apache and others.
//!
//! Servers differ in almost everything (measured: conditions on PUT are ignored by some, a file is seen half by some, a
//! cut upload leaves a file on some); all of them refuse to move a file over another with `Overwrite: F`. So a file is
//! sent to a name of its own, read back, compared, and moved. What a failed move left is looked at, never guessed.
//!
//! A server that looks first and moves then lets two who do it within the same instant both win; whoever publishes looks
//! again afterwards, and what lost all the same stands in the listing as a package without an entry.

mod listing;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ureq::http::Method;
use url::Url;
use zeroize::Zeroizing;

use super::http::{Answer, CONNECTIONS, Http, Sent};
use super::{
    Created, Credentials, FOLDERS, Item, Keeping, Patience, Removed, Target, Told, Trying,
    unique_name, with_those_above,
};
use crate::archive::{Attempt, Cause, Content, TargetError};

/// The largest listing that is read, in bytes: some ten thousand packages.
const LARGEST_LISTING: u64 = 64 * 1024 * 1024;

/// What is asked about the files of a folder.
const QUESTION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
    <propfind xmlns=\"DAV:\"><prop><resourcetype/><getcontentlength/></prop></propfind>";

/// A server.
pub struct WebDav {
    http: Http,
    root: Url,
    authorisation: Option<Zeroizing<String>>,
    trying: Trying,
}

impl WebDav {
    /// The place on a server that has this address, which ends with a slash.
    pub fn new(root: &Url, credentials: Option<&Credentials>, patience: Patience) -> Self {
        let authorisation = credentials.map(|credentials| {
            let plain = Zeroizing::new(format!(
                "{}:{}",
                credentials.user.as_str(),
                credentials.password.as_str()
            ));
            Zeroizing::new(format!("Basic {}", STANDARD.encode(plain.as_bytes())))
        });
        Self {
            http: Http::new(&patience),
            root: root.clone(),
            authorisation,
            trying: Trying::new(patience),
        }
    }

    fn url(&self, name: &str) -> String {
        format!("{}{name}", self.root)
    }

    fn send(
        &self,
        method: &str,
        name: &str,
        headers: &[(&str, &str)],
        sent: Sent<'_>,
    ) -> Result<Answer, Cause> {
        let method = Method::from_bytes(method.as_bytes()).map_err(|_| Cause::Unintelligible)?;
        let mut all = headers.to_vec();
        if let Some(authorisation) = &self.authorisation {
            all.push(("authorization", authorisation.as_str()));
        }
        self.http.send(&method, &self.url(name), &all, sent)
    }

    /// Makes a folder. Servers answer all sorts of things if it is there, so that it is looked for afterwards.
    fn make_folder(&self, name: &str) -> Result<(), Cause> {
        self.trying.retry(|| {
            let answer = self.send("MKCOL", &format!("{name}/"), &[], Sent::Nothing)?;
            let cause = match answer.status() {
                201 => {
                    answer.forget();
                    return Ok(());
                }
                _ => answer.cause(),
            };
            let there = self.send(
                "PROPFIND",
                &format!("{name}/"),
                &[("depth", "0")],
                Sent::Text(QUESTION),
            )?;
            match there.forget() {
                207 => Ok(()),
                _ => Err(cause),
            }
        })
    }

    fn make_all(&self, folders: &[&str]) -> Result<(), Cause> {
        self.make_root()?;
        folders
            .iter()
            .flat_map(|folder| with_those_above(folder))
            .collect::<BTreeSet<&str>>()
            .into_iter()
            .try_for_each(|folder| self.make_folder(folder))
    }

    /// Makes the folder that the address names, and those above it that are missing, as far up as the server has any.
    fn make_root(&self) -> Result<(), Cause> {
        let there = self.trying.retry(|| {
            let answer = self.send("PROPFIND", "", &[("depth", "0")], Sent::Text(QUESTION))?;
            match answer.status() {
                207 | 200 => Ok(answer.forget() != 0),
                404 | 409 => Ok(answer.forget() == 0),
                _ => Err(answer.cause()),
            }
        })?;
        if there {
            return Ok(());
        }
        let mut ups = String::new();
        let depth = self.root.path().matches('/').count();
        let mut missing = Vec::new();
        for _ in 1..depth {
            missing.push(ups.clone());
            match self.send("MKCOL", &ups, &[], Sent::Nothing)?.forget() {
                201 => break,
                _ => ups.push_str("../"),
            }
        }
        // The nearest one was made; those below it follow from the outermost.
        for name in missing.iter().rev().skip(1) {
            self.send("MKCOL", name, &[], Sent::Nothing)?.forget();
        }
        Ok(())
    }

    /// Sends a file to a name that nobody else has, and makes sure that it arrived.
    fn upload(&self, temporary: &str, content: &Content) -> Result<(), Cause> {
        let mut made_folders = false;
        self.trying.retry(|| {
            let answer = self.send("PUT", temporary, &[], Sent::Content(content))?;
            match answer.status() {
                200 | 201 | 204 => {
                    answer.forget();
                }
                // So servers say that the folder is missing.
                404 | 409 | 500 if !made_folders => {
                    answer.forget();
                    made_folders = true;
                    self.make_all(&FOLDERS)?;
                    let again = self.send("PUT", temporary, &[], Sent::Content(content))?;
                    if !matches!(again.status(), 200 | 201 | 204) {
                        return Err(again.cause());
                    }
                    again.forget();
                }
                _ => return Err(answer.cause()),
            }
            if self.holds(temporary, content)? == Some(true) {
                Ok(())
            } else {
                Err(Cause::Damaged)
            }
        })
    }

    /// Whether a file is this content; nothing if there is none.
    fn holds(&self, name: &str, content: &Content) -> Result<Option<bool>, Cause> {
        self.trying.retry(|| {
            let answer = self.send("GET", name, &[], Sent::Nothing)?;
            match answer.status() {
                200 => answer.is(content).map(Some),
                404 | 410 => {
                    answer.forget();
                    Ok(None)
                }
                _ => Err(answer.cause()),
            }
        })
    }

    /// Gives an uploaded file the name that others look for.
    fn place(&self, temporary: &str, name: &str, content: &Content) -> Result<Created, Cause> {
        let destination = self.url(name);
        let headers = [("destination", destination.as_str()), ("overwrite", "F")];
        self.trying.retry(|| {
            let cause = match self.send("MOVE", temporary, &headers, Sent::Nothing) {
                Ok(answer) => match answer.status() {
                    200 | 201 | 204 => {
                        answer.forget();
                        return Ok(Created::New);
                    }
                    412 => {
                        answer.forget();
                        return Ok(Created::Taken);
                    }
                    _ => answer.cause(),
                },
                Err(cause) => cause,
            };
            // It may have been moved all the same.
            match self.holds(name, content)? {
                Some(true) => Ok(Created::New),
                Some(false) => Ok(Created::Taken),
                None => Err(cause),
            }
        })
    }

    fn put(&self, name: &str, content: &Content) -> Result<Created, Cause> {
        let temporary = unique_name();
        let placed = self
            .upload(&temporary, content)
            .and_then(|()| self.place(&temporary, name, content));
        if !matches!(placed, Ok(Created::New)) {
            // What cannot be removed is named by a check of the archive.
            let _ = self.delete(&temporary);
        }
        placed
    }

    fn delete(&self, name: &str) -> Result<(), Cause> {
        self.trying.retry(|| {
            let answer = self.send("DELETE", name, &[], Sent::Nothing)?;
            match answer.status() {
                200 | 202 | 204 | 404 | 410 => {
                    answer.forget();
                    Ok(())
                }
                _ => Err(answer.cause()),
            }
        })
    }
}

impl Target for WebDav {
    fn make_folders(&self, folders: &[&str]) -> Result<(), TargetError> {
        self.make_all(folders)
            .map_err(|cause| cause.at(Attempt::Prepare, ""))
    }

    fn remove_folder(&self, folder: &str) -> Result<(), TargetError> {
        self.delete(&format!("{folder}/"))
            .map_err(|cause| cause.at(Attempt::Remove, folder))
    }

    fn create(&self, name: &str, content: &Content) -> Result<Created, TargetError> {
        self.put(name, content)
            .map_err(|cause| cause.at(Attempt::Create, name))
    }

    fn read(&self, name: &str, limit: u64) -> Result<Option<Content>, TargetError> {
        let read = self.trying.retry(|| {
            let answer = self.send("GET", name, &[], Sent::Nothing)?;
            match answer.status() {
                200 => answer.content(limit).map(Some),
                404 | 410 => {
                    answer.forget();
                    Ok(None)
                }
                _ => Err(answer.cause()),
            }
        });
        read.map_err(|cause| cause.at(Attempt::Read, name))
    }

    fn list(&self, folder: &str) -> Result<Vec<Item>, TargetError> {
        let headers = [("depth", "1"), ("content-type", "application/xml")];
        let listed = self.trying.retry(|| {
            let name = format!("{folder}/");
            let answer = self.send("PROPFIND", &name, &headers, Sent::Text(QUESTION))?;
            match answer.status() {
                207 => listing::items(&answer.text(LARGEST_LISTING)?),
                404 | 410 => {
                    answer.forget();
                    Ok(Vec::new())
                }
                _ => Err(answer.cause()),
            }
        });
        listed.map_err(|cause| cause.at(Attempt::List, folder))
    }

    fn remove(&self, name: &str) -> Result<Removed, TargetError> {
        self.delete(name)
            .map_err(|cause| cause.at(Attempt::Remove, name))?;
        Ok(Removed::WHOLE)
    }

    fn keeping(&self) -> Result<Keeping, TargetError> {
        Ok(Keeping::Unknown)
    }

    fn connections(&self) -> usize {
        CONNECTIONS
    }

    fn when_trying_again(&mut self, told: Told) {
        self.trying.tell(told);
    }
}

impl std::fmt::Debug for WebDav {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("WebDav")
    }
}
