//! A draft laid out for searching: placeholders opened to what stands behind them, forbidden characters left out.
//!
//! A marker whose original is known is searched as that original. So what is typed word by word comes out as what is
//! pasted at once: «Anna», replaced when its space was typed, is found again as the beginning of «Anna Muster». But a
//! marker is never opened for good: a find covers the whole of it or nothing.

use std::ops::Range;

use zeroize::{Zeroize, Zeroizing};

use super::marker::{Behind, Markers};
use super::token::{Token, tokenise};
use crate::language::{is_marker, sanitised_char};

/// A draft laid out for searching.
pub(super) struct Layout {
    /// The text that is searched.
    pub(super) flat: Zeroizing<String>,
    /// Its words.
    pub(super) tokens: Vec<Token>,
    pieces: Vec<Piece>,
}

/// A piece of the draft and what became of it.
struct Piece {
    flat: Range<usize>,
    source: Range<usize>,
    kind: PieceKind,
}

/// What became of a piece of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PieceKind {
    /// It stands as it is.
    Plain,
    /// It was left out or exchanged.
    Changed,
    /// It is a placeholder.
    Marker(char),
}

/// A text put together again with replacements.
pub(super) struct Assembly {
    /// The text.
    pub(super) text: String,
    stretches: Vec<Stretch>,
}

/// A stretch of the searched text and where it came to stand.
struct Stretch {
    flat: Range<usize>,
    out: Range<usize>,
    is_plain: bool,
}

impl Layout {
    /// Lays a draft out. `placeholder` says which marker stands for a placeholder that is written in letters at the
    /// beginning of the text that it gets, and how long it is.
    pub(super) fn of(
        draft: &str,
        mut placeholder: impl FnMut(&str) -> Option<(char, usize)>,
    ) -> Drafting {
        let mut drafting = Drafting::default();
        let mut rest = draft;
        while let Some(character) = rest.chars().next() {
            let written = (character == '[').then(|| placeholder(rest)).flatten();
            let length = if let Some((marker, length)) = written {
                drafting.marker(marker, length);
                length
            } else {
                let next = rest
                    .get(character.len_utf8()..)
                    .and_then(|next| next.chars().next());
                drafting.character(character, next);
                character.len_utf8()
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        drafting
    }

    /// The flat ranges of all markers, with their characters.
    pub(super) fn markers(&self) -> impl Iterator<Item = (Range<usize>, char)> {
        self.pieces.iter().filter_map(|piece| match piece.kind {
            PieceKind::Marker(marker) => Some((piece.flat.clone(), marker)),
            _ => None,
        })
    }

    /// The marker that holds this place of the flat text inside it.
    pub(super) fn marker_around(&self, flat: usize) -> Option<Range<usize>> {
        let piece = self.piece_at(flat)?;
        matches!(piece.kind, PieceKind::Marker(_)).then(|| piece.flat.clone())
    }

    /// The range, grown so that it covers every marker that it touches.
    pub(super) fn with_whole_markers(&self, span: &Range<usize>) -> Range<usize> {
        let start = self
            .marker_around(span.start)
            .map_or(span.start, |marker| marker.start);
        let last = span.end.saturating_sub(1).max(start);
        let end = self
            .marker_around(last)
            .map_or(span.end, |marker| marker.end.max(span.end));
        start..end
    }

    /// Where a place of the draft is in the flat text.
    pub(super) fn to_flat(&self, source: usize) -> usize {
        let at = self
            .pieces
            .partition_point(|piece| piece.source.end <= source);
        match self.pieces.get(at) {
            Some(piece) if piece.kind == PieceKind::Plain => {
                piece.flat.start + source.saturating_sub(piece.source.start)
            }
            Some(piece) if source > piece.source.start => piece.flat.end,
            Some(piece) => piece.flat.start,
            None => self.flat.len(),
        }
    }

    /// Where a range of the flat text stands in the draft.
    pub(super) fn to_source(&self, span: &Range<usize>) -> Range<usize> {
        let start = self
            .piece_at(span.start)
            .map_or(0, |piece| match piece.kind {
                PieceKind::Plain => piece.source.start + (span.start - piece.flat.start),
                _ => piece.source.start,
            });
        let end = self
            .piece_at(span.end.saturating_sub(1))
            .map_or(start, |piece| match piece.kind {
                PieceKind::Plain => piece.source.start + (span.end - piece.flat.start),
                _ => piece.source.end,
            });
        start..end.max(start)
    }

    /// The words that touch a range of the flat text and stand there in letters, not behind a placeholder.
    pub(super) fn typed_words<'a>(
        &'a self,
        span: &Range<usize>,
    ) -> impl Iterator<Item = &'a Range<usize>> + use<'a> {
        self.words(span)
            .filter(|word| self.marker_around(word.start).is_none())
    }

    /// The words that touch a range of the flat text.
    pub(super) fn words<'a>(
        &'a self,
        span: &Range<usize>,
    ) -> impl Iterator<Item = &'a Range<usize>> + use<'a> {
        let end = span.end;
        let first = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        self.tokens
            .iter()
            .skip(first)
            .map(|token| &token.span)
            .take_while(move |word| word.start < end)
    }

    /// Puts the text together with replacements, which must be in order and apart; `show` writes a marker.
    pub(super) fn assemble(
        &self,
        replacements: &[(Range<usize>, String)],
        show: impl Fn(char) -> String,
    ) -> Assembly {
        let mut assembly = Assembly {
            text: String::with_capacity(self.flat.len()),
            stretches: Vec::new(),
        };
        let mut pieces = self.pieces.iter().peekable();
        let mut at = 0;
        let ends = std::iter::once(None);
        for replacement in replacements.iter().map(Some).chain(ends) {
            let until = replacement.map_or(self.flat.len(), |(span, _)| span.start);
            while let Some(piece) = pieces.peek().filter(|piece| piece.flat.start < until) {
                let stretch = at.max(piece.flat.start)..until.min(piece.flat.end);
                match piece.kind {
                    _ if stretch.is_empty() => {}
                    PieceKind::Marker(marker) => assembly.put(stretch.clone(), &show(marker)),
                    _ => assembly.copy(stretch.clone(), &self.flat),
                }
                if piece.flat.end > until {
                    break;
                }
                pieces.next();
            }
            if let Some((span, text)) = replacement {
                assembly.put(span.clone(), text);
                at = span.end;
            }
        }
        assembly
    }

    fn piece_at(&self, flat: usize) -> Option<&Piece> {
        let at = self.pieces.partition_point(|piece| piece.flat.end <= flat);
        self.pieces.get(at)
    }
}

impl Drop for Layout {
    fn drop(&mut self) {
        self.tokens.iter_mut().for_each(Zeroize::zeroize);
    }
}

impl Assembly {
    /// Where a place of the flat text came to stand; inside a replacement it is its end.
    pub(super) fn place(&self, flat: usize) -> usize {
        let at = self
            .stretches
            .partition_point(|stretch| stretch.flat.end < flat);
        match self.stretches.get(at) {
            Some(stretch) if stretch.flat.start >= flat => stretch.out.start,
            Some(stretch) if stretch.is_plain => stretch.out.start + (flat - stretch.flat.start),
            Some(stretch) => stretch.out.end,
            None => self.text.len(),
        }
    }

    fn put(&mut self, flat: Range<usize>, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.stretches.push(Stretch {
            flat,
            out: start..self.text.len(),
            is_plain: false,
        });
    }

    fn copy(&mut self, flat: Range<usize>, from: &str) {
        let start = self.text.len();
        self.text
            .push_str(from.get(flat.clone()).unwrap_or_default());
        self.stretches.push(Stretch {
            flat,
            out: start..self.text.len(),
            is_plain: true,
        });
    }
}

/// A layout in the making, whose markers are not opened yet.
#[derive(Default)]
pub(super) struct Drafting {
    pieces: Vec<(Range<usize>, PieceKind)>,
    /// The characters of changed pieces, in their order.
    exchanged: Vec<Option<char>>,
    at: usize,
}

impl Drafting {
    fn marker(&mut self, marker: char, length: usize) {
        self.push(PieceKind::Marker(marker), length);
    }

    fn character(&mut self, character: char, next: Option<char>) {
        let length = character.len_utf8();
        if is_marker(character) {
            self.push(PieceKind::Marker(character), length);
            return;
        }
        let exchanged = match (character, next) {
            ('\r', Some('\n')) => None,
            ('\r', _) => Some('\n'),
            _ => sanitised_char(character),
        };
        if exchanged == Some(character) {
            self.push(PieceKind::Plain, length);
        } else {
            self.exchanged.push(exchanged);
            self.push(PieceKind::Changed, length);
        }
    }

    fn push(&mut self, kind: PieceKind, length: usize) {
        let span = self.at..self.at + length;
        self.at = span.end;
        match self.pieces.last_mut() {
            Some((last, PieceKind::Plain)) if kind == PieceKind::Plain => last.end = span.end,
            _ => self.pieces.push((span, kind)),
        }
    }

    /// Opens the markers and cuts the text into words. Markers of another sitting are left out.
    pub(super) fn open(self, draft: &str, markers: &Markers) -> Layout {
        let mut flat = Zeroizing::new(String::with_capacity(draft.len() * 2 + 64));
        let mut pieces = Vec::with_capacity(self.pieces.len());
        let mut exchanged = self.exchanged.into_iter();
        for (source, kind) in self.pieces {
            let start = flat.len();
            let mut kind = kind;
            match kind {
                PieceKind::Plain => flat.push_str(draft.get(source.clone()).unwrap_or_default()),
                PieceKind::Changed => flat.extend(exchanged.next().flatten()),
                PieceKind::Marker(marker) if markers.knows(marker) => {
                    match markers.get(marker).map(|entry| &entry.behind) {
                        Some(Behind::Original(original)) => flat.push_str(original),
                        _ => flat.push(marker),
                    }
                }
                PieceKind::Marker(_) => kind = PieceKind::Changed,
            }
            pieces.push(Piece {
                flat: start..flat.len(),
                source,
                kind,
            });
        }
        let tokens = tokens(&flat, &pieces);
        Layout {
            flat,
            tokens,
            pieces,
        }
    }
}

/// The words of the flat text; no word runs over the edge of a marker.
fn tokens(flat: &str, pieces: &[Piece]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let is_placeholder = |piece: &Piece| matches!(piece.kind, PieceKind::Marker(_));
    for run in pieces.chunk_by(|one, next| !is_placeholder(one) && !is_placeholder(next)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        let span = first.flat.start..last.flat.end;
        tokenise(
            flat.get(span.clone()).unwrap_or_default(),
            span.start,
            &mut tokens,
        );
    }
    tokens
}
