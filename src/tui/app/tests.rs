//! The program driven by keys, without a terminal: what is pressed goes in, what is shown and done comes out.

mod across;
mod choosing;
mod codebook;
mod coding;
mod doubts;
mod driver;
mod field;
mod interview;
mod keys;
mod names;
mod opening;
mod pictures;
mod prepare;
mod sheet;
mod svg;
mod withheld;

use driver::Driver;
