//! The guides that are part of the program.

/// A guide that is part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id, the stem of its file.
    pub id: &'static str,
    /// Its file, as it is copied into a new study.
    pub source: &'static str,
}

/// The guides that are part of the program; the first is the one that a new interview is offered.
pub const BUILT_IN: [BuiltIn; 2] = [
    BuiltIn {
        id: "cluster-cooperation",
        source: include_str!("../../../guides/cluster-cooperation.ron"),
    },
    BuiltIn {
        id: "bw-screening",
        source: include_str!("../../../guides/bw-screening.ron"),
    },
];
