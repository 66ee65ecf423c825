//! Reads the answer to PROPFIND: the files of a folder.

use percent_encoding::percent_decode_str;

use super::super::xml::{Step, walk};
use super::Item;
use crate::archive::Cause;

/// What is said about one file.
#[derive(Default)]
struct Response {
    href: String,
    bytes: Option<u64>,
    is_folder: bool,
}

/// The files in a listing; the folder itself and the folders in it are left out.
pub(super) fn items(xml: &str) -> Result<Vec<Item>, Cause> {
    let mut items = Vec::new();
    let mut response = Response::default();
    walk(xml, |step| match step {
        Step::Begin(name) => match name.as_str() {
            "response" => response = Response::default(),
            "collection" => response.is_folder = true,
            _ => {}
        },
        Step::End { name, text } => match name.as_str() {
            "href" => text.trim().clone_into(&mut response.href),
            "getcontentlength" => response.bytes = text.trim().parse().ok(),
            "response" => items.extend(item(&response)),
            _ => {}
        },
    })?;
    items.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(items)
}

fn item(response: &Response) -> Option<Item> {
    if response.is_folder || response.href.ends_with('/') {
        return None;
    }
    let last = response.href.rsplit('/').next()?;
    let name = percent_decode_str(last).decode_utf8().ok()?.into_owned();
    // A name that leads elsewhere is none of the program's.
    let is_plain = !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
    is_plain.then_some(Item {
        name,
        bytes: response.bytes.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_whatever_the_prefix_and_folders_are_not() {
        let xml = r#"<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">
            <D:response><D:href>/a/catalogue/</D:href><D:propstat><D:prop>
              <D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>
            <D:response><D:href>http://h/a/catalogue/K-1%2Dr1.json</D:href><D:propstat><D:prop>
              <D:resourcetype/><D:getcontentlength>12</D:getcontentlength></D:prop></D:propstat></D:response>
            <D:response><D:href>/a/catalogue/..%2F..%2Fx</D:href></D:response>
            </D:multistatus>"#;
        let listed = items(xml).unwrap();
        assert_eq!(
            listed,
            [Item {
                name: "K-1-r1.json".to_owned(),
                bytes: 12
            }]
        );
    }

    #[test]
    fn what_is_no_listing_is_refused() {
        assert!(items("<a><b></a>").is_err());
        // A document that refers to itself is not unfolded.
        let bomb =
            "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]><x><response><href>&a;</href></response></x>";
        assert!(items(bomb).is_ok_and(|items| items.is_empty()));
    }
}
