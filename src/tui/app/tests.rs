//! The program driven by keys, without a terminal: what is pressed goes in, what is shown and done comes out.

mod across;
mod after;
mod choosing;
mod closing;
mod codebook;
mod coding;
mod doubts;
mod driver;
mod due;
mod exporting;
mod field;
mod gate;
mod interview;
mod keys;
mod lines;
mod listening;
mod lists;
mod messages;
mod names;
mod opening;
mod pictures;
mod prefill;
mod prepare;
mod profile;
mod prompting;
mod purpose;
mod sameness;
mod searching;
mod sheet;
mod svg;
mod taken_back_twice;
mod taking_back;
mod unkept;
mod withheld;

use driver::Driver;
