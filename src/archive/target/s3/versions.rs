//! Versions that a store keeps of objects: removing one means removing all of them.

use rusty_s3::actions::{GetObject, S3Action};
use ureq::http::Method;

use super::super::xml::{Step, walk};
use super::{Cause, Keeping, LARGEST_LISTING, MOST_PARTS, Removed, S3, Sent, VALID};

/// What a store keeps of one object.
#[derive(Debug, Default, PartialEq, Eq)]
struct Kept {
    /// The ids of its contents; `null` is that from before the store kept versions.
    contents: Vec<String>,
    /// The ids of the marks that it was deleted. The last one hides the contents.
    marks: Vec<String>,
}

/// A part of a listing of versions.
#[derive(Debug, Default, PartialEq, Eq)]
struct Part {
    kept: Kept,
    /// From where on the next part is: a name and a version.
    next: Option<(String, String)>,
}

impl S3 {
    /// Removes an object and all its versions, if the store has any and lets them be seen.
    ///
    /// # Errors
    ///
    /// If it can still be read.
    pub(super) fn delete_all(&self, name: &str) -> Result<Removed, Cause> {
        self.delete(name, None)?;
        let removed = match self.versions(name) {
            Ok(kept) => {
                // A content that loses the mark above it is the object again, so the marks go last.
                for version in kept.contents.iter().chain(&kept.marks) {
                    self.delete(name, Some(version))?;
                }
                Removed {
                    versions: kept.contents.len() + kept.marks.len(),
                    hidden: false,
                }
            }
            Err(Cause::Denied(_)) => Removed {
                versions: 0,
                hidden: true,
            },
            Err(cause) => return Err(cause),
        };
        self.trying.retry(|| match self.get(name)?.forget() {
            200 => Err(Cause::StillThere),
            _ => Ok(removed),
        })
    }

    /// Whether the store keeps versions.
    pub(super) fn versioning(&self) -> Result<Keeping, Cause> {
        match self.ask(&[("versioning", "")])? {
            // Where it is suspended, the versions from before are still kept.
            Some(text) => Ok(match text_of(&text, "Status").as_deref() {
                Some("Enabled" | "Suspended") => Keeping::Versions,
                _ => Keeping::Nothing,
            }),
            None => Ok(Keeping::Unknown),
        }
    }

    /// What the store keeps of an object; nothing if it answers no such question, since it knows no versions.
    fn versions(&self, name: &str) -> Result<Kept, Cause> {
        let key = self.key(name);
        let mut kept = Kept::default();
        let mut next: Option<(String, String)> = None;
        for _ in 0..MOST_PARTS {
            let mut query = vec![("prefix", key.as_str()), ("versions", "")];
            if let Some((name, version)) = &next {
                query.insert(0, ("key-marker", name));
                query.push(("version-id-marker", version));
            }
            let Some(text) = self.ask(&query)? else {
                return Ok(kept);
            };
            let part = part_in(&text, &key)?;
            kept.contents.extend(part.kept.contents);
            kept.marks.extend(part.kept.marks);
            next = part.next;
            if next.is_none() {
                return Ok(kept);
            }
        }
        Err(Cause::TooLarge)
    }

    /// Asks something about the bucket; nothing if the store does not answer such questions.
    fn ask(&self, query: &[(&str, &str)]) -> Result<Option<String>, Cause> {
        let mut action = GetObject::new(&self.bucket, self.credentials.as_ref(), "");
        for (name, value) in query {
            action
                .query_mut()
                .insert((*name).to_owned(), (*value).to_owned());
        }
        self.trying.retry(|| {
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

/// What a part of a listing says of an object.
fn part_in(xml: &str, wanted: &str) -> Result<Part, Cause> {
    let (mut key, mut version) = (String::new(), String::new());
    let (mut next_key, mut next_version, mut goes_on) = (String::new(), String::new(), false);
    let mut kept = Kept::default();
    walk(xml, |step| {
        let Step::End { name, text } = step else {
            return;
        };
        match name.as_str() {
            "Key" => key = text,
            "VersionId" => version = text,
            "IsTruncated" => goes_on = text.trim() == "true",
            "NextKeyMarker" => next_key = text,
            "NextVersionIdMarker" => next_version = text,
            "Version" | "DeleteMarker" => {
                let id = std::mem::take(&mut version);
                if key == wanted && !id.is_empty() {
                    let is_mark = name == "DeleteMarker";
                    let ids = if is_mark {
                        &mut kept.marks
                    } else {
                        &mut kept.contents
                    };
                    ids.push(id);
                }
            }
            _ => {}
        }
    })?;
    let next = goes_on.then_some((next_key, next_version));
    Ok(Part { kept, next })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use std::io::Write;
    use std::net::{SocketAddr, TcpListener};
    use std::sync::{Arc, Mutex};
    use std::thread;

    use super::*;
    use crate::archive::testing::{QUICK, read_request, said};
    use crate::archive::{Address, Target};

    const NAME: &str = "packages/a.zip";

    /// An object store with one object: the ids of its versions, the last one first, and whether each is a mark.
    #[derive(Default)]
    struct Store {
        versions: Vec<(String, bool)>,
        /// Whether it tells nobody of its versions.
        hides: bool,
        /// Whether it says yes to a removal and keeps everything.
        lies: bool,
    }

    impl Store {
        fn of(ids: &[&str]) -> Self {
            let versions = ids.iter().map(|id| ((*id).to_owned(), false)).collect();
            Self {
                versions,
                ..Self::default()
            }
        }

        fn answer(&mut self, method: &str, query: &str) -> String {
            let value = |name: &str| {
                let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
                pairs.find_map(|(key, value)| (key == name).then(|| value.to_owned()))
            };
            match (method, value("versionId")) {
                ("DELETE", _) if self.lies => said(204),
                ("DELETE", Some(id)) => {
                    self.versions.retain(|(version, _)| *version != id);
                    said(204)
                }
                ("DELETE", None) => {
                    self.versions.insert(0, ("mark".to_owned(), true));
                    said(204)
                }
                _ if value("versions").is_some() && self.hides => said(403),
                _ if value("versions").is_some() => page(&self.part(value("version-id-marker"))),
                _ => match self.versions.first() {
                    Some((_, false)) => page("content"),
                    _ => said(404),
                },
            }
        }

        /// Two versions at a time.
        fn part(&self, marker: Option<String>) -> String {
            let from = marker.map_or(0, |marker| {
                let mut versions = self.versions.iter();
                versions
                    .position(|(id, _)| *id == marker)
                    .map_or(0, |at| at + 1)
            });
            let part = self.versions.iter().skip(from).take(2);
            let mut xml = String::from("<ListVersionsResult>");
            for (id, is_mark) in part.clone() {
                let tag = if *is_mark { "DeleteMarker" } else { "Version" };
                let _ = write!(
                    xml,
                    "<{tag}><Key>x/{NAME}</Key><VersionId>{id}</VersionId></{tag}>"
                );
            }
            if let Some((last, _)) = part
                .clone()
                .next_back()
                .filter(|_| self.versions.len() > from + 2)
            {
                let _ = write!(
                    xml,
                    "<IsTruncated>true</IsTruncated><NextKeyMarker>x/{NAME}</NextKeyMarker>\
                     <NextVersionIdMarker>{last}</NextVersionIdMarker>"
                );
            }
            xml + "</ListVersionsResult>"
        }
    }

    fn page(body: &str) -> String {
        let length = body.len();
        format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}")
    }

    fn serve(store: Store) -> (SocketAddr, Arc<Mutex<Store>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let store = Arc::new(Mutex::new(store));
        let served = Arc::clone(&store);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let Ok(Some((head, _))) = read_request(&mut stream) else {
                    continue;
                };
                let mut words = head.split(' ');
                let (method, url) = (words.next().unwrap(), words.next().unwrap());
                let query = url.split_once('?').map_or("", |(_, query)| query);
                let answer = served.lock().unwrap().answer(method, query);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        (address, store)
    }

    fn target(address: SocketAddr) -> S3 {
        let text = format!("s3://bucket/x?endpoint=http://{address}");
        match Address::parse(&text, false).unwrap() {
            Address::ObjectStore(store) => S3::new(&store, None, QUICK).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_removed_from_a_store_that_keeps_versions_does_not_come_back() {
        for ids in [
            &["null"][..],
            &["3", "2", "null"],
            &["5", "4", "3", "2", "1"],
        ] {
            let (address, store) = serve(Store::of(ids));
            let removed = target(address).remove(NAME).unwrap();
            assert_eq!(store.lock().unwrap().versions, []);
            assert_eq!((removed.versions, removed.hidden), (ids.len() + 1, false));
        }
    }

    #[test]
    fn versions_that_a_store_does_not_show_are_said_to_be_hidden() {
        let (address, _) = serve(Store {
            hides: true,
            ..Store::of(&["1"])
        });
        assert!(target(address).remove(NAME).unwrap().hidden);
    }

    #[test]
    fn an_object_that_can_still_be_read_was_not_removed() {
        let (address, _) = serve(Store {
            lies: true,
            ..Store::of(&["1"])
        });
        let failed = target(address).remove(NAME).unwrap_err();
        assert!(matches!(failed.source, Cause::StillThere), "{failed:?}");
    }

    #[test]
    fn versions_of_other_objects_stay() {
        let xml = "<ListVersionsResult><Version><Key>p/a.zip</Key><VersionId>1</VersionId></Version>\
            <DeleteMarker><Key>p/a.zip</Key><VersionId>2</VersionId></DeleteMarker>\
            <Version><Key>p/a.zip2</Key><VersionId>3</VersionId></Version>\
            <Version><Key>p/a.zip</Key><VersionId>null</VersionId></Version></ListVersionsResult>";
        let kept = part_in(xml, "p/a.zip").unwrap().kept;
        assert_eq!(kept.contents, ["1", "null"]);
        assert_eq!(kept.marks, ["2"]);
        let status = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        assert_eq!(text_of(status, "Status").as_deref(), Some("Enabled"));
    }
}
