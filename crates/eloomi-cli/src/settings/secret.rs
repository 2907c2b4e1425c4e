//! The client secret: from a variable or from a file, never from an argument.

use std::path::Path;

use super::Environment;
use crate::{
    exit::Exit,
    failure::Failure,
    text_file::{TextFile, without_line_end},
};

const FILE: TextFile = TextFile {
    named_by: "ELOOMI_CLIENT_SECRET_FILE",
    longest: 64 * 1024,
    exit: Exit::Credentials,
};

/// The secret, or `None` if neither variable is set.
pub(crate) fn read(environment: &Environment) -> Result<Option<String>, Failure> {
    let direct = environment.raw("ELOOMI_CLIENT_SECRET").is_some();
    let Some(path) = environment.raw("ELOOMI_CLIENT_SECRET_FILE") else {
        return environment.text("ELOOMI_CLIENT_SECRET", Exit::Credentials);
    };
    if direct {
        return Err(Failure::usage(
            "ELOOMI_CLIENT_SECRET and ELOOMI_CLIENT_SECRET_FILE are both set, and which one \
             counts nobody can tell",
        )
        .hint("unset one of the two"));
    }
    let text = FILE.read(Path::new(&path))?;
    Ok(Some(without_line_end(&text).into()))
}
