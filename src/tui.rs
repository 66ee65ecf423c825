//! The screen: what is drawn, what keys do, and the terminal underneath.
//!
//! Messages come into [`app::App`], effects go out; the panes draw views of its state and change nothing; `run` alone
//! touches terminal, clock and files. Keeps out: file formats.

pub mod app;
pub(crate) mod editor;
pub mod keymap;
pub(crate) mod pane;
pub(crate) mod run;
pub mod screen;
pub(crate) mod surface;
pub mod terminal;
pub(crate) mod trouble;
