//! Ctrl-C, and how a server is asked to stop.

use std::{io, process};

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::oneshot;

use crate::exit::Exit;

/// The signals that ask this process to stop. They are heard from the moment this exists.
#[derive(Debug)]
pub(crate) struct Signals {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    terminate: Signal,
    #[cfg(windows)]
    interrupt: tokio::signal::windows::CtrlC,
}

impl Signals {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// The system's, if it lets nobody listen.
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            interrupt: signal(SignalKind::interrupt())?,
            #[cfg(unix)]
            terminate: signal(SignalKind::terminate())?,
            #[cfg(windows)]
            interrupt: tokio::signal::windows::ctrl_c()?,
        })
    }

    /// Resolves at Ctrl-C, or at SIGTERM where there is such a thing.
    pub(crate) async fn asked_to_stop(&mut self) {
        #[cfg(unix)]
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
        #[cfg(windows)]
        self.interrupt.recv().await;
    }
}

/// Resolves at the first Ctrl-C. The second one ends the process where it stands, for a
/// command that cannot look up, because nobody reads its output, say.
pub(crate) async fn interrupted() {
    let (tell, told) = oneshot::channel();
    // A task of its own, because the command may keep its thread busy.
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_err() {
            // Nobody can listen, so that the signal keeps its own way of ending a process.
            return std::future::pending().await;
        }
        let _ = tell.send(());
        if tokio::signal::ctrl_c().await.is_ok() {
            process::exit(Exit::Interrupted as i32);
        }
    });
    // An error comes only when the runtime ends.
    let _ = told.await;
}
