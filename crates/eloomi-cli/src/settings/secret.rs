//! The client secret: from a variable or from a file, never from an argument.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use super::Environment;
use crate::{exit::Exit, failure::Failure};

/// More than any secret; less than a device that never ends.
const LONGEST: u64 = 64 * 1024;

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
    from_file(Path::new(&path)).map(Some)
}

/// The path is not told: somebody will have put the secret itself there.
fn from_file(path: &Path) -> Result<String, Failure> {
    let refused = |what: &str| {
        let message = format!("the file that ELOOMI_CLIENT_SECRET_FILE names {what}");
        Failure::new(Exit::Credentials, message)
    };
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_string(&mut text));
    match read {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            return Err(refused("is not UTF-8 text"));
        }
        Err(error) => return Err(refused("cannot be read").cause(&error)),
        Ok(length) if length as u64 > LONGEST => return Err(refused("is too long for a secret")),
        Ok(_) => {}
    }
    // The one line end that editors and `echo` add.
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    if text.is_empty() {
        return Err(refused("is empty"));
    }
    Ok(text)
}
