//! The client secret: from a variable or from a file, never from an argument.

use std::path::Path;

use super::Environment;
use crate::{
    exit::Exit,
    failure::Failure,
    service::Variables,
    text_file::{TextFile, without_line_end},
};

/// The secret, or `None` if neither variable is set.
pub(crate) fn read(
    variables: &Variables,
    environment: &Environment,
) -> Result<Option<String>, Failure> {
    let (text, file) = (variables.client_secret, variables.client_secret_file);
    let direct = environment.raw(text).is_some();
    let Some(path) = environment.raw(file) else {
        return environment.text(text, Exit::Credentials);
    };
    if direct {
        return Err(Failure::usage(format!(
            "{text} and {file} are both set, and which one counts nobody can tell"
        ))
        .hint("unset one of the two"));
    }
    let file = TextFile {
        named_by: file,
        longest: 64 * 1024,
        exit: Exit::Credentials,
    };
    let text = file.read(Path::new(&path))?;
    Ok(Some(without_line_end(&text).into()))
}
