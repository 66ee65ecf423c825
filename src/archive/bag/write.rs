//! Writes a bag of version 1.0 into a zip, the same bytes each time: entries in one order, none compressed, all of the
//! same date, nothing about the program or the moment.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Read, Seek, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::algorithm::Summing;
use super::manifest::escaped;
use super::{Algorithm, Checksum};

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// How much is copied at a time, in bytes.
const PIECE: usize = 64 * 1024;

/// The largest entry that needs no 64 bit fields; a stream of unknown length is counted as one.
const LARGEST_ENTRY: u64 = 0xffff_ffff;

/// A bag that is being written.
pub struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// The folder that the bag is in the zip, with a slash.
    top: String,
    payload: BTreeMap<String, Checksum>,
    tags: BTreeMap<String, Checksum>,
    bytes: u64,
    /// What is copied at a time.
    piece: Vec<u8>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packed {
    /// How many files the payload has.
    pub files: u64,
    /// How many bytes these have.
    pub bytes: u64,
}

impl<W: Write + Seek> Writer<W> {
    /// Begins a bag that is the folder `top` of the zip.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn new(to: W, top: &str) -> io::Result<Self> {
        let mut writer = Self {
            zip: ZipWriter::new(to),
            top: format!("{top}/"),
            payload: BTreeMap::new(),
            tags: BTreeMap::new(),
            bytes: 0,
            piece: vec![0; PIECE],
        };
        writer.add_tag("bagit.txt", DECLARATION)?;
        Ok(writer)
    }

    /// Adds a file to the payload, read to its end. The names come in any order; they are no path tricks.
    ///
    /// # Errors
    ///
    /// If it cannot be read or written.
    pub fn add(&mut self, name: &str, from: &mut dyn Read) -> io::Result<()> {
        self.add_summed(name, from, None)
    }

    /// The same of a file whose checksum may be known, and then is not reckoned again.
    ///
    /// # Errors
    ///
    /// If it cannot be read or written.
    pub fn add_summed(
        &mut self,
        name: &str,
        from: &mut dyn Read,
        known: Option<Checksum>,
    ) -> io::Result<()> {
        let name = format!("data/{name}");
        let (length, checksum) = self.entry(&name, from, known)?;
        self.bytes = self.bytes.saturating_add(length);
        self.payload.insert(name, checksum);
        Ok(())
    }

    /// Ends the bag with what is said about it: labels and values for `bag-info.txt`.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn finish(mut self, info: &[(&str, &str)]) -> io::Result<(W, Packed)> {
        let packed = Packed {
            files: u64::try_from(self.payload.len()).unwrap_or(u64::MAX),
            bytes: self.bytes,
        };
        let manifest = listing(&self.payload);
        self.add_tag(&manifest_file("manifest"), &manifest)?;
        let mut about = String::new();
        for (label, value) in info {
            // Writing into a text cannot fail.
            let _ = writeln!(about, "{label}: {}", one_line(value));
        }
        let _ = writeln!(about, "Payload-Oxum: {}.{}", packed.bytes, packed.files);
        self.add_tag("bag-info.txt", &about)?;
        let tags = listing(&self.tags);
        self.add_tag(&manifest_file("tagmanifest"), &tags)?;
        let to = self.zip.finish().map_err(io::Error::from)?;
        Ok((to, packed))
    }

    fn add_tag(&mut self, name: &str, text: &str) -> io::Result<()> {
        let (_, checksum) = self.entry(name, &mut text.as_bytes(), None)?;
        self.tags.insert(name.to_owned(), checksum);
        Ok(())
    }

    fn entry(
        &mut self,
        name: &str,
        from: &mut dyn Read,
        known: Option<Checksum>,
    ) -> io::Result<(u64, Checksum)> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip
            .start_file(format!("{}{name}", self.top), options)?;
        let mut summing = match known {
            Some(_) => Summing::new(&[]),
            None => Summing::new(&[Algorithm::Sha512]),
        };
        loop {
            let length = match from.read(&mut self.piece) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let read = self.piece.get(..length).unwrap_or_default();
            summing.update(read);
            if summing.length() > LARGEST_ENTRY {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            self.zip.write_all(read)?;
        }
        let length = summing.length();
        let summed = summing.finish().pop().map(|(_, checksum)| checksum);
        Ok((length, known.or(summed).unwrap_or_default()))
    }
}

fn manifest_file(kind: &str) -> String {
    format!("{kind}-{}.txt", Algorithm::Sha512.name())
}

fn listing(entries: &BTreeMap<String, Checksum>) -> String {
    let mut listing = String::new();
    for (name, checksum) in entries {
        // Writing into a text cannot fail.
        let _ = writeln!(listing, "{checksum}  {}", escaped(name));
    }
    listing
}

/// Values stand on one line.
fn one_line(value: &str) -> String {
    value.replace(['\n', '\r'], " ")
}
