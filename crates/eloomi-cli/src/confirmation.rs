//! Asking whether something is meant.

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

/// Asks, and goes on only if the answer is `yes` or the text.
pub(crate) async fn ask(question: &str, text: &str) -> Result<(), Failure> {
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
    let answer = read.await.map_err(io::Error::other).and_then(|read| read);
    match answer.as_deref().map(str::trim) {
        Ok(answer) if answer == "yes" || answer == text => Ok(()),
        _ => Err(Failure::new(
            Exit::Failed,
            "not confirmed, so nothing was done",
        )),
    }
}
