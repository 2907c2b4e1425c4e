//! Bytes on stdout, as they came.

use std::io::{self, IsTerminal as _, Write as _};

use eloomi::http::HeaderMap;

use crate::printable;

/// The first lines of a message, and the empty one behind them.
pub(super) fn head(first: &str, headers: &HeaderMap) -> Vec<u8> {
    let mut head = format!("{first}\n").into_bytes();
    for (name, value) in headers {
        head.extend_from_slice(name.as_str().as_bytes());
        head.extend_from_slice(b": ");
        head.extend_from_slice(value.as_bytes());
        head.push(b'\n');
    }
    head.push(b'\n');
    head
}

/// Prints a message. A terminal gets its control characters escaped, because it would obey them,
/// and an end of the last line, because the next prompt stands behind it.
pub(super) fn print(message: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    if !stdout.is_terminal() {
        stdout.write_all(message)?;
        return stdout.flush();
    }
    let text = String::from_utf8_lossy(message);
    stdout.write_all(printable::escape_lines(&text).as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        stdout.write_all(b"\n")?;
    }
    stdout.flush()
}
