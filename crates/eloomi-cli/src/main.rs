//! `eloomi`: the people of an eloomi tenant on the command line.
//!
//! | to add | touch |
//! |---|---|
//! | a verb, such as `users suspend` | `commands/users/suspend.rs`, and its line in `commands/users.rs` |
//! | a noun, such as `units` | `commands/units.rs`, and its line in `commands.rs`; how a unit is printed is a [`Record`](output::Record) |
//! | a format | `output/<format>.rs`, and its line in `output.rs` |
//! | a field of a person that is written | its line in `commands/users/fields.rs` |
//! | a setting | `arguments.rs` if it is a flag, `settings.rs` if the environment may give it |
//!
//! Data goes to stdout and everything else to stderr.

mod arguments;
mod commands;
mod confirmation;
mod connection;
mod exit;
mod failure;
mod harden;
mod interrupt;
mod notes;
mod output;
mod printable;
mod settings;
mod terminal;
mod text_file;
mod usage;
mod verbs;

use std::process::ExitCode;

use crate::{exit::Exit, failure::Stop};

fn main() -> ExitCode {
    harden::process();
    let arguments = match usage::parse() {
        Ok(arguments) => arguments,
        Err(exit) => return exit.into(),
    };
    match commands::run(arguments) {
        // A reader that has seen enough, such as `head`, is no failure.
        Ok(()) | Err(Stop::OutputClosed) => Exit::Done,
        Err(Stop::Interrupted) => Exit::Interrupted,
        Err(Stop::Failed(failure)) => {
            notes::failure(&failure);
            failure.exit
        }
    }
    .into()
}
