//! Reading the command line.

use clap::{
    Parser as _,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{arguments::Arguments, exit::Exit, notes};

/// The command line, or the exit code if there is nothing left to do: help was asked for and
/// given, or the mistake was told.
pub(crate) fn parse() -> Result<Arguments, Exit> {
    Arguments::try_parse().map_err(|mut error| {
        let secret = unquoted(&mut error);
        // Fails only where nobody listens.
        let _ = error.print();
        if secret {
            notes::line(
                "\ntry: a secret is never an argument, where every user of the machine can \
                 read it; set ELOOMI_CLIENT_SECRET or ELOOMI_CLIENT_SECRET_FILE",
            );
        }
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Exit::Done,
            _ => Exit::Usage,
        }
    })
}

/// Takes out what a mistyped command line may hold of people and secrets; tells whether
/// somebody tried to hand over a secret.
fn unquoted(error: &mut clap::Error) -> bool {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return false;
    };
    if error.kind() != ErrorKind::UnknownArgument {
        return false;
    }
    if let Some(flag) = argument.strip_prefix("--") {
        let name = flag.split('=').next().unwrap_or(flag);
        return ["secret", "token", "password"]
            .iter()
            .any(|word| name.contains(word));
    }
    let hidden = ContextValue::String("…".into());
    error.insert(ContextKind::InvalidArg, hidden);
    false
}
