//! The screen: what is drawn, what keys do, and the terminal underneath.
//!
//! Messages come into [`app::App`], effects go out; the panes draw views of its state and change nothing; `run` alone
//! touches terminal, clock and files. Keeps out: file formats.

pub mod app;
pub mod editor;
pub mod keymap;
pub mod pane;
pub mod run;
pub mod screen;
pub mod surface;
pub mod terminal;
pub mod trouble;
