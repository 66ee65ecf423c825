//! The protocol of a session as a page for the browser: one file that fetches nothing and runs no script.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::page::{Entry, Page, Part, Section};
use crate::guide::Guide;
use crate::i18n::Words;
use crate::release::Released;

/// How the page looks. It is printed without colours.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid}h3{font-size:1rem}\
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem .75rem;margin:0}\
dt{font-variant-numeric:tabular-nums;white-space:nowrap}dd{margin:0;white-space:pre-line}\
small{display:block;opacity:.75}code{font-family:inherit}\
.struck{font-style:italic;opacity:.75}\
footer{margin-top:2rem;border-top:1px solid}\
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}dd{break-inside:avoid}}";

/// How a sheet is printed beyond that: on one page of A4, in two columns of small print.
const SHEET_STYLE: &str = "\
@page{size:A4;margin:10mm}\
@media print{body{font-size:8.5pt;line-height:1.3;padding:0}\
h1{font-size:12pt;margin:0 0 1mm}h2{font-size:9.5pt;margin:2mm 0 1mm}p,ul{margin:0 0 .5mm}ul{padding-left:3mm}\
main{columns:2;column-gap:5mm}section:first-child h2{margin-top:0}dl{gap:0 1.5mm}\
footer{margin-top:2mm;font-size:7pt}}";

/// Writes the page.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(
    released: &Released,
    guide: Option<&Guide>,
    words: &Words,
    to: &mut impl Write,
) -> io::Result<()> {
    write_protocol(&Page::of(released, guide, words), words, to)
}

/// Writes the page of a protocol.
pub(super) fn write_protocol(page: &Page, words: &Words, to: &mut impl Write) -> io::Result<()> {
    write_page(page, STYLE, words, to)
}

/// Writes a page that is printed on one sheet of paper.
pub(super) fn write_sheet(page: &Page, words: &Words, to: &mut impl Write) -> io::Result<()> {
    write_page(page, &format!("{STYLE}{SHEET_STYLE}"), words, to)
}

fn write_page(page: &Page, style: &str, words: &Words, to: &mut impl Write) -> io::Result<()> {
    let language = words.language().tag();
    let markup = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // A browser that opens the page asks nobody for anything.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (page.title) }
                style { (PreEscaped(style)) }
            }
            body {
                header {
                    h1 { (page.title) }
                    @for line in &page.head { p { (line) } }
                }
                main {
                    @for block in &page.sections { (section(block, language)) }
                    @for list in &page.lists {
                        section {
                            h2 { (list.heading) }
                            ul { @for line in &list.lines { li { (line) } } }
                        }
                    }
                }
                footer { @for line in &page.foot { p { (line) } } }
            }
        }
    };
    writeln!(to, "{}", markup.into_string())
}

fn section(block: &Section, language: &str) -> Markup {
    html! {
        section {
            h2 { (block.heading) }
            @for cell in &block.parts { (part(cell, language)) }
        }
    }
}

fn part(cell: &Part, language: &str) -> Markup {
    html! {
        @if !cell.heading.is_empty() { h3 { (cell.heading) } }
        @if let Some(summary) = &cell.summary { p { (summary) } }
        @if !cell.entries.is_empty() {
            dl { @for note in &cell.entries { (entry(note, language)) } }
        }
        @for line in &cell.struck { p class="struck" { (line) } }
    }
}

fn entry(note: &Entry, language: &str) -> Markup {
    // What is in another language than the page is read aloud and hyphenated in its own.
    let own = note.language.tag();
    let own = (own != language).then_some(own);
    html! {
        dt { b { (note.number) } @if !note.time.is_empty() { " " code { (note.time) } } }
        dd {
            span lang=[own] { (note.text) }
            @if !note.remark.is_empty() { small { (note.remark) } }
        }
    }
}
