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

/// What a tree is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// Nothing: no terminal, but a file or a program.
    None,
    /// What every terminal has.
    Ascii,
    /// Characters made for it.
    Drawn,
}

/// The lines that stdout can show: drawn ones on a terminal that takes UTF-8, as its locale says
/// (POSIX: `LC_ALL` wins over `LC_CTYPE` wins over `LANG`). A console of Windows takes it anyway.
pub(crate) fn lines() -> Lines {
    if !io::stdout().is_terminal() {
        return Lines::None;
    }
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].map(|name| env::var(name).unwrap_or_default());
    let locale = set.into_iter().find(|value| !value.is_empty());
    let is_utf8 = locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    if is_utf8 || cfg!(windows) {
        Lines::Drawn
    } else {
        Lines::Ascii
    }
}

/// Whether headings may be bold: on a terminal that is not `dumb`, unless `NO_COLOR` is set.
pub(crate) fn is_styled() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal()
        && !is_set("NO_COLOR")
        && env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb")
}
