//! Asking somebody at a terminal.

#[cfg(unix)]
mod unseen;

use std::io::{self, IsTerminal as _, Write as _};

use tokio::task;

use crate::{arguments::General, exit::Exit, failure::Failure, settings::Environment};

/// Whether somebody sits there to be asked, and wants to be.
pub(crate) fn can_ask(general: &General) -> Result<bool, Failure> {
    let unwanted = Environment::of_process().text("ELOOMI_NO_INPUT", Exit::Usage)?;
    Ok(!general.no_input
        && unwanted.is_none()
        && io::stdin().is_terminal()
        && io::stderr().is_terminal())
}

/// Asks, and gives the line that is typed, its line end with it.
pub(crate) async fn line(question: &str) -> io::Result<String> {
    let mut stderr = io::stderr();
    // Whoever cannot read the question will not answer it either.
    let _ = stderr
        .write_all(question.as_bytes())
        .and_then(|()| stderr.flush());
    // Off the thread that listens for Ctrl-C.
    let read = task::spawn_blocking(|| {
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).map(|_| answer)
    });
    read.await.map_err(io::Error::other).and_then(|read| read)
}

/// The same for what nobody may see. The terminal shows again what is typed when this ends, by
/// Ctrl-C too.
#[cfg(unix)]
pub(crate) async fn hidden(question: &str) -> io::Result<String> {
    let _unseen = unseen::Unseen::begin()?;
    line(question).await
}

/// There is no way yet to hide it.
#[cfg(not(unix))]
pub(crate) async fn hidden(_question: &str) -> io::Result<String> {
    Err(io::Error::new(
        io::ErrorKind::Unsupported,
        "on this system nothing can be typed unseen",
    ))
}
