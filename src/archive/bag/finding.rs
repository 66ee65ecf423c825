//! What a check of a bag finds.

use super::Algorithm;

/// Something that a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file in the bag, or the name in one of its lists; empty for the bag as a whole. It comes from outside.
    pub file: String,
    /// What it is.
    pub fault: Fault,
}

/// Whether a bag is broken by what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It can be used, but its maker should know.
    Warning,
    /// It is not what it claims to be.
    Error,
}

/// What can be found in a bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no `bagit.txt`.
    NoDeclaration,
    /// `bagit.txt` is not written as its version demands.
    BadDeclaration,
    /// `bagit.txt` begins with a byte order mark.
    ByteOrderMark,
    /// It is of a version that this program does not know.
    UnknownVersion(String),
    /// Its tag files are in an encoding that this program does not know.
    UnknownEncoding(String),
    /// There is no folder `data`.
    NoPayloadFolder,
    /// There is no manifest of the payload whose algorithm is known.
    NoManifest,
    /// A manifest of an algorithm that this program does not know; it was not checked.
    UnknownAlgorithm(String),
    /// A tag file cannot be read in the encoding that the bag declares.
    NotInEncoding,
    /// A line of a list is none.
    BadLine(usize),
    /// A checksum has not as many digits as its algorithm makes.
    BadChecksum(usize),
    /// A name leads out of the bag, or out of its payload.
    OutOfScope(usize),
    /// A name begins with `./`.
    DotSlash(usize),
    /// A name has a star before it, as `md5sum` writes it.
    Star(usize),
    /// A file is listed twice, each time with the same checksum.
    ListedTwice,
    /// A file is listed twice in a bag of a version that does not allow it.
    NotUnique,
    /// A file is listed twice with different checksums.
    ListedDifferently,
    /// The name differs from that of the file in case or in the composition of letters.
    NameDiffers(String),
    /// It is listed and not there.
    Missing,
    /// It is listed to be fetched from elsewhere and not there.
    NotFetched,
    /// It is a file of a system, listed and not there.
    SystemFileMissing,
    /// It is there and in no manifest.
    NotListed,
    /// It is there and not in the manifest of this algorithm.
    NotInEveryManifest(Algorithm),
    /// It has another content than was listed.
    Changed(Algorithm),
    /// It cannot be read.
    Unreadable,
    /// `Payload-Oxum` is not two numbers with a dot between them.
    BadOxum,
    /// `Payload-Oxum` stands more than once.
    OxumTwice,
    /// There are more or fewer bytes or files than `Payload-Oxum` says.
    OxumDiffers {
        /// How many bytes there are.
        bytes: u64,
        /// How many files there are.
        files: u64,
    },
    /// A manifest of the payload is not listed in a tag manifest.
    ManifestUnlisted,
    /// A link, which leads elsewhere or to another file.
    Link,
    /// A name that is no text.
    NotText,
    /// A name with what leads out of the folder.
    PathTrick,
    /// It lies beside the folder that the bag is.
    BesideBag,
    /// Two entries of one name.
    TwoOfOneName,
    /// Entries that share their bytes, as in a bomb.
    Overlap,
    /// It is encrypted.
    Encrypted,
    /// It claims or holds more than is read.
    TooLarge,
    /// There are more files than are read.
    TooMany,
    /// The zip is damaged.
    DamagedZip,
}

impl Fault {
    /// Whether a bag is broken by it.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::UnknownAlgorithm(_)
            | Self::DotSlash(_)
            | Self::Star(_)
            | Self::ListedTwice
            | Self::NameDiffers(_)
            | Self::SystemFileMissing
            | Self::OxumTwice
            | Self::BesideBag
            | Self::ManifestUnlisted => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Its word in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoDeclaration => "no_declaration",
            Self::BadDeclaration => "bad_declaration",
            Self::ByteOrderMark => "byte_order_mark",
            Self::UnknownVersion(_) => "unknown_version",
            Self::UnknownEncoding(_) => "unknown_encoding",
            Self::NoPayloadFolder => "no_payload_folder",
            Self::NoManifest => "no_manifest",
            Self::UnknownAlgorithm(_) => "unknown_algorithm",
            Self::NotInEncoding => "not_in_encoding",
            Self::BadLine(_) => "bad_line",
            Self::BadChecksum(_) => "bad_checksum",
            Self::OutOfScope(_) => "out_of_scope",
            Self::DotSlash(_) => "dot_slash",
            Self::Star(_) => "star",
            Self::ListedTwice => "listed_twice",
            Self::NotUnique => "not_unique",
            Self::ListedDifferently => "listed_differently",
            Self::NameDiffers(_) => "name_differs",
            Self::Missing => "missing",
            Self::NotFetched => "not_fetched",
            Self::SystemFileMissing => "system_file_missing",
            Self::NotListed => "not_listed",
            Self::NotInEveryManifest(_) => "not_in_every_manifest",
            Self::Changed(_) => "changed",
            Self::Unreadable => "unreadable",
            Self::BadOxum => "bad_oxum",
            Self::OxumTwice => "oxum_twice",
            Self::OxumDiffers { .. } => "oxum_differs",
            Self::ManifestUnlisted => "manifest_unlisted",
            Self::Link => "link",
            Self::NotText => "not_text",
            Self::PathTrick => "path_trick",
            Self::BesideBag => "beside_bag",
            Self::TwoOfOneName => "two_of_one_name",
            Self::Overlap => "overlap",
            Self::Encrypted => "encrypted",
            Self::TooLarge => "too_large",
            Self::TooMany => "too_many",
            Self::DamagedZip => "damaged_zip",
        }
    }
}
