//! Where a target is: a folder, a `WebDAV` server, an object store.

use std::net::IpAddr;
use std::path::PathBuf;

use url::Url;

/// Where a target is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A folder: a network share, or one that a program keeps in step with a server.
    Folder(PathBuf),
    /// A `WebDAV` server, as the address that its requests go to, with a slash at its end.
    WebDav(Url),
    /// An object store.
    ObjectStore(ObjectStore),
}

/// A place in an object store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectStore {
    /// The server.
    pub endpoint: Url,
    /// Its region.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// What all names begin with: empty, or with a slash at its end.
    pub prefix: String,
}

/// Why something is no address. None of them holds the address, which may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It cannot be understood.
    #[error(
        "an address is a folder, webdavs://HOST/PATH, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION"
    )]
    Malformed,
    /// It holds a name or password, which would end up in the shell's history.
    #[error("an address holds no name and no password; set the environment variables for them")]
    Credentials,
    /// It is not encrypted and leads to another machine.
    #[error("webdav:// and http:// are for this machine alone; use webdavs:// or https://")]
    Unencrypted,
    /// The object store has no endpoint.
    #[error("an s3:// address needs ?endpoint=URL")]
    NoEndpoint,
}

/// The region that is named where nobody named one.
const USUAL_REGION: &str = "us-east-1";

impl Address {
    /// Reads an address. One that is not encrypted may lead to this machine alone, unless that is allowed.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn parse(text: &str, may_be_unencrypted: bool) -> Result<Self, AddressError> {
        match text.split_once("://") {
            Some(("webdavs", rest)) => webdav("https", rest, may_be_unencrypted),
            Some(("webdav", rest)) => webdav("http", rest, may_be_unencrypted),
            Some(("s3", _)) => object_store(text, may_be_unencrypted),
            Some(_) => Err(AddressError::Malformed),
            None if text.is_empty() => Err(AddressError::Malformed),
            None => Ok(Self::Folder(PathBuf::from(text))),
        }
    }

    /// Whether one of two places lies in the other, as far as their addresses tell.
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Folder(one), Self::Folder(other)) => {
                one.starts_with(other) || other.starts_with(one)
            }
            (Self::WebDav(one), Self::WebDav(other)) => {
                let (one, other) = (one.as_str(), other.as_str());
                one.starts_with(other) || other.starts_with(one)
            }
            (Self::ObjectStore(one), Self::ObjectStore(other)) => {
                let is_same_bucket = one.endpoint == other.endpoint && one.bucket == other.bucket;
                let (one, other) = (one.prefix.as_str(), other.prefix.as_str());
                is_same_bucket && (one.starts_with(other) || other.starts_with(one))
            }
            _ => false,
        }
    }

    /// How it is said to people and kept in a session's log: without what follows a question mark.
    pub fn shown(&self) -> String {
        match self {
            Self::Folder(path) => path.display().to_string(),
            Self::WebDav(url) => {
                let scheme = if url.scheme() == "https" {
                    "webdavs"
                } else {
                    "webdav"
                };
                let rest = url.as_str().split_once("://").map_or("", |(_, rest)| rest);
                format!("{scheme}://{}", rest.trim_end_matches('/'))
            }
            Self::ObjectStore(store) => {
                let prefix = store.prefix.trim_end_matches('/');
                format!("s3://{}/{prefix}", store.bucket)
            }
        }
    }
}

fn webdav(scheme: &str, rest: &str, may_be_unencrypted: bool) -> Result<Address, AddressError> {
    let mut url = checked(&format!("{scheme}://{rest}"), may_be_unencrypted)?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(AddressError::Malformed);
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(Address::WebDav(url))
}

fn object_store(text: &str, may_be_unencrypted: bool) -> Result<Address, AddressError> {
    let url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::Credentials);
    }
    let bucket = url.host_str().filter(|bucket| !bucket.is_empty());
    let bucket = bucket.ok_or(AddressError::Malformed)?.to_owned();
    let path = percent_encoding::percent_decode_str(url.path().trim_matches('/'));
    let path = path.decode_utf8().map_err(|_| AddressError::Malformed)?;
    let (mut endpoint, mut region) = (None, USUAL_REGION.to_owned());
    for (key, value) in url.query_pairs() {
        match key.as_ref() {
            "endpoint" => endpoint = Some(checked(&value, may_be_unencrypted)?),
            "region" => region = value.into_owned(),
            _ => return Err(AddressError::Malformed),
        }
    }
    Ok(Address::ObjectStore(ObjectStore {
        endpoint: endpoint.ok_or(AddressError::NoEndpoint)?,
        region,
        bucket,
        prefix: if path.is_empty() {
            String::new()
        } else {
            format!("{path}/")
        },
    }))
}

/// An address of a server that requests may go to.
fn checked(text: &str, may_be_unencrypted: bool) -> Result<Url, AddressError> {
    let url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::Credentials);
    }
    match url.scheme() {
        "https" => {}
        "http" if may_be_unencrypted || is_this_machine(&url) => {}
        "http" => return Err(AddressError::Unencrypted),
        _ => return Err(AddressError::Malformed),
    }
    Ok(url)
}

fn is_this_machine(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    let plain = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || plain
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_folder_a_server_or_an_object_store() {
        let parse = |text| Address::parse(text, false);
        assert_eq!(
            parse("/srv/archive"),
            Ok(Address::Folder("/srv/archive".into()))
        );
        let Ok(Address::WebDav(url)) = parse("webdavs://cloud.example.org/remote.php/dav/x") else {
            panic!("no server");
        };
        assert_eq!(url.as_str(), "https://cloud.example.org/remote.php/dav/x/");
        let text = "s3://box/a/b?endpoint=https://s3.example.org&region=eu-1";
        let Ok(Address::ObjectStore(store)) = parse(text) else {
            panic!("no store");
        };
        assert_eq!(
            (store.bucket.as_str(), store.prefix.as_str()),
            ("box", "a/b/")
        );
        assert_eq!(store.region, "eu-1");
    }

    #[test]
    fn an_unencrypted_address_leads_to_this_machine_alone() {
        for there in [
            "webdav://cloud.example.org/x",
            "s3://b?endpoint=http://s3.example.org",
        ] {
            assert_eq!(
                Address::parse(there, false),
                Err(AddressError::Unencrypted),
                "{there}"
            );
            assert!(Address::parse(there, true).is_ok(), "{there}");
        }
        for here in [
            "webdav://127.0.0.1:8080/x",
            "webdav://[::1]/x",
            "webdav://localhost/x",
            "s3://b?endpoint=http://127.0.0.1:9000",
        ] {
            assert!(Address::parse(here, false).is_ok(), "{here}");
        }
        let like_this = "webdav://127.0.0.1.example.org/";
        assert_eq!(
            Address::parse(like_this, false),
            Err(AddressError::Unencrypted)
        );
    }

    #[test]
    fn an_address_holds_no_secret() {
        for secret in [
            "webdavs://me:word@host/x",
            "s3://b?endpoint=https://k:s@host",
        ] {
            let parsed = Address::parse(secret, true);
            assert_eq!(parsed, Err(AddressError::Credentials), "{secret}");
        }
        for wrong in [
            "",
            "ftp://x",
            "s3://b",
            "webdavs://",
            "s3://b?endpoint=https://h&key=x",
        ] {
            assert!(Address::parse(wrong, true).is_err(), "{wrong}");
        }
    }

    #[test]
    fn places_that_lie_in_one_another_overlap() {
        let s3 = |prefix: &str| format!("s3://b/{prefix}?endpoint=https://h");
        let overlap = |one: &str, other: &str| {
            let parse = |text| Address::parse(text, false).unwrap();
            let found = parse(one).overlaps(&parse(other));
            assert_eq!(found, parse(other).overlaps(&parse(one)), "{one} {other}");
            found
        };
        assert!(overlap("/srv/a", "/srv/a/b") && !overlap("/srv/a", "/srv/ab"));
        assert!(overlap("webdavs://h/a", "webdavs://h/a/b"));
        assert!(!overlap("webdavs://h/a", "webdavs://h/ab"));
        assert!(overlap(&s3("a"), &s3("a/b")) && overlap(&s3(""), &s3("a")));
        assert!(!overlap(&s3("a"), &s3("ab")) && !overlap(&s3("a"), "/srv/a"));
    }

    #[test]
    fn an_address_is_said_as_it_was_written() {
        for text in ["/srv/a", "webdavs://h/x", "s3://b/p"] {
            let full = match text {
                "s3://b/p" => "s3://b/p?endpoint=https://h",
                other => other,
            };
            assert_eq!(Address::parse(full, false).unwrap().shown(), text);
        }
    }
}
