//! `eloomi`: the people of an eloomi tenant, and of a staff directory, on the command line.
//!
//! | to add | touch |
//! |---|---|
//! | a verb, such as `users suspend` | `commands/users/suspend.rs`, and its line in `commands/users.rs` |
//! | a noun, such as `units` | see below |
//! | a format | `output/<format>.rs`, and its line in `output.rs` |
//! | a field of a person that is written | its line in `commands/users/fields.rs` |
//! | a kind of field | `fields/kind.rs` |
//! | a setting | `arguments.rs` if it is a flag, `settings.rs` if the environment may give it |
//! | a service | `service.rs`, `connection.rs`; its nouns say which is theirs |
//! | a place for logins | `logins/<place>.rs`, and its line in `logins.rs` |
//!
//! A noun is a folder like `commands/users`, and each file in it says one thing:
//!
//! | file | says | by |
//! |---|---|---|
//! | `units.rs` | its words and its verbs | a [`Noun`](noun::Noun), an enum |
//! | `units/unit.rs` | how one is addressed | [`Key`](which::Key) |
//! | `units/record.rs` | how it is printed | [`Record`](output::Record) |
//! | `units/fields.rs` | what can be written of it | a table, [`Changes`](fields::Changes), [`Writes`](fields::Writes) |
//! | `units/get.rs` and so on | arguments and examples of a verb | a struct for clap, and one call of [`verbs`] |
//!
//! Data goes to stdout and everything else to stderr.

mod arguments;
mod at;
mod commands;
mod confirmation;
mod connection;
mod exit;
mod failure;
mod fields;
mod harden;
mod interrupt;
mod logins;
mod members;
mod notes;
mod noun;
mod output;
mod printable;
mod prompt;
mod service;
mod settings;
mod state;
mod terminal;
mod text_file;
mod usage;
mod verbs;
mod which;

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
