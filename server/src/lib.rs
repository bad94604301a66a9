//! The `waxwing` program: command line, configuration, HTTP assembly.
//!
//! It is a library with a thin `main`, so that tests build the same router and run the same
//! commands as the program does. It never touches `store`: everything goes through `service`.

pub mod cli;
pub mod config;
mod environment;
pub mod http;

pub use environment::{SystemChance, SystemClock};
