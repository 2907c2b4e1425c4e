//! Ctrl-C.

use std::{io, process};

use tokio::{signal, sync::oneshot};

use crate::exit::Exit;

/// Resolves at the first Ctrl-C. The second one ends the process where it stands, for a
/// command that cannot look up, because nobody reads its output, say.
///
/// # Errors
///
/// The system's, if it lets nobody listen.
pub(crate) async fn interrupted() -> io::Result<()> {
    let (tell, told) = oneshot::channel();
    // A task of its own, because the command may keep its thread busy.
    tokio::spawn(async move {
        let first = signal::ctrl_c().await;
        let listening = first.is_ok();
        let _ = tell.send(first);
        if listening && signal::ctrl_c().await.is_ok() {
            process::exit(Exit::Interrupted as i32);
        }
    });
    told.await.unwrap_or(Ok(()))
}

/// Resolves at Ctrl-C, or at SIGTERM where there is such a thing: the two ways in which a
/// server is asked to stop.
///
/// # Errors
///
/// The system's, if it lets nobody listen.
pub(crate) async fn asked_to_stop() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
        tokio::select! {
            result = interrupted() => result,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    interrupted().await
}
