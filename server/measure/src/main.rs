//! `measure`: see `measure --help`.

use std::process::ExitCode;

use clap::Parser;
use measure::command::Cli;

fn main() -> ExitCode {
    Cli::parse().run()
}
