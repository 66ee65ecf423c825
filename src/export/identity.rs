//! Ids that stay the same from export to export, so that a program can tell what it has already: UUIDs of version 5
//! (RFC 9562), made from what a thing is called. They carry no clock.

use sha1::{Digest, Sha1};

/// The namespace of all ids, itself made from `leitfaden` in the namespace of domain names.
const NAMESPACE: [u8; 16] = [
    0xe6, 0x20, 0x70, 0x57, 0x14, 0xb3, 0x5a, 0xc0, 0xa2, 0xc0, 0x69, 0x64, 0xe2, 0xec, 0x61, 0xca,
];

/// The id of what is called so: a kind and the names that tell one from another within it.
pub(super) fn identity(kind: &str, names: &[&str]) -> String {
    // No name holds a control character, so that no two lists of names give the same text.
    let name = std::iter::once(kind).chain(names.iter().copied());
    let name: Vec<&str> = name.collect();
    version_5(&NAMESPACE, name.join("\u{1f}").as_bytes())
}

fn version_5(namespace: &[u8; 16], name: &[u8]) -> String {
    let mut hasher = Sha1::new();
    hasher.update(namespace);
    hasher.update(name);
    let digest = hasher.finalize();
    let mut text = String::with_capacity(36);
    for (index, byte) in digest.iter().take(16).enumerate() {
        let byte = match index {
            6 => (byte & 0x0f) | 0x50,
            8 => (byte & 0x3f) | 0x80,
            _ => *byte,
        };
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The namespace of domain names, RFC 9562, section 6.6.
    const DOMAIN_NAMES: [u8; 16] = [
        0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30,
        0xc8,
    ];

    #[test]
    fn the_example_of_the_standard_comes_out() {
        // RFC 9562, appendix A.4.
        assert_eq!(
            version_5(&DOMAIN_NAMES, b"www.example.com"),
            "2ed6657d-e927-568b-95e1-2665a8aea6a2"
        );
    }

    #[test]
    fn the_namespace_is_what_it_says() {
        let namespace: String = NAMESPACE.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            version_5(&DOMAIN_NAMES, b"leitfaden").replace('-', ""),
            namespace
        );
    }

    #[test]
    fn what_is_called_otherwise_has_another_id() {
        assert_ne!(
            identity("note", &["A-1", "1.1"]),
            identity("note", &["A-11", ".1"])
        );
        assert_ne!(identity("note", &["A-1"]), identity("case", &["A-1"]));
    }
}
