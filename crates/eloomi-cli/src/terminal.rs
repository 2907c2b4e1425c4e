//! What the terminal can do, if stdout is one.

use std::{
    env,
    io::{self, IsTerminal as _},
};

/// How wide a line of a table may be; `None` for no bound, because nobody looks at it yet.
///
/// `COLUMNS` wins where it is set: that is how to get a narrow table into a file.
pub(crate) fn width() -> Option<u16> {
    let asked = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    asked.filter(|columns| *columns > 0).or_else(|| {
        let stdout = io::stdout();
        let size = stdout
            .is_terminal()
            .then(|| terminal_size::terminal_size_of(stdout));
        size.flatten().map(|(columns, _)| columns.0)
    })
}

/// Whether headings may be bold: on a terminal that is not `dumb`, unless `NO_COLOR` is set.
pub(crate) fn is_styled() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal()
        && !is_set("NO_COLOR")
        && env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb")
}
