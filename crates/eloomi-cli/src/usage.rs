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
        let way = way_for_a_secret(&error);
        unquote(&mut error);
        // Fails only where nobody listens.
        let _ = error.print();
        if let Some(way) = way {
            notes::line(&format!(
                "try: {way}; an argument is there for every user of the machine to read"
            ));
        }
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Exit::Done,
            _ => Exit::Usage,
        }
    })
}

/// The way for a secret that somebody tried to give as an argument.
fn way_for_a_secret(error: &clap::Error) -> Option<&'static str> {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    if error.kind() != ErrorKind::UnknownArgument || !argument.starts_with('-') {
        return None;
    }
    if argument.contains("password") {
        return Some("--password-file of `users create` and `users update`");
    }
    let is_about = |word| argument.contains(word);
    let is_secret = ["secret", "token"].into_iter().any(is_about);
    is_secret.then_some("set ELOOMI_CLIENT_SECRET or ELOOMI_CLIENT_SECRET_FILE")
}

/// Takes out of a message what may be a person or a secret in the wrong place, and leaves
/// what is a typing error.
fn unquote(error: &mut clap::Error) {
    for context in [
        ContextKind::InvalidArg,
        ContextKind::InvalidSubcommand,
        ContextKind::InvalidValue,
    ] {
        // The name of an argument of ours, not what was typed.
        let is_ours =
            context == ContextKind::InvalidArg && error.kind() != ErrorKind::UnknownArgument;
        if is_ours {
            continue;
        }
        if let Some(ContextValue::String(typed)) = error.get(context)
            && !is_word(typed)
        {
            error.insert(context, ContextValue::String("…".into()));
            for quoting in [ContextKind::Suggested, ContextKind::TrailingArg] {
                error.remove(quoting);
            }
        }
    }
}

/// Whether it looks like something that belongs on a command line: `lsit`, `--forma`,
/// `0.0.0.0:80`.
fn is_word(typed: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.:".contains(&byte);
    typed.len() <= 20 && typed.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    fn message(arguments: &[&str]) -> String {
        let mut error = Arguments::try_parse_from(arguments).unwrap_err();
        unquote(&mut error);
        error.to_string()
    }

    #[test]
    fn the_declaration_of_the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_typing_error_is_quoted() {
        assert!(message(&["eloomi", "users", "lsit"]).contains("'lsit'"));
        assert!(message(&["eloomi", "users", "list", "--forma", "csv"]).contains("'--forma'"));
    }

    #[test]
    fn a_person_or_secret_in_the_wrong_place_is_not_quoted() {
        for arguments in [
            &["eloomi", "Canary@example.com"][..],
            &["eloomi", "users", "Canary@example.com"],
            &["eloomi", "users", "get", "40", "Canary@example.com"],
            &["eloomi", "users", "get", "--Canary@example.com"],
            &["eloomi", "users", "list", "--mode", "Canary@example.com"],
            &["eloomi", "users", "list", "--max", "Canary@example.com"],
            &["eloomi", "users", "list", "--sim=Canary@example.com"],
            &["eloomi", "users", "list", "--client-secret=Canary"],
            &["eloomi", "users", "list", "-cCanary"],
            &["eloomi", "sim", "serve", "--addr", "Canary@example.com"],
        ] {
            let message = message(arguments);
            assert!(!message.contains("anary"), "{message}");
        }
    }
}
