//! Ctrl-C, and how a server is asked to stop.

use std::{io, process};

use tokio::sync::oneshot;

use crate::exit::Exit;

/// Ctrl-C, heard from the moment this exists.
#[derive(Debug)]
pub(crate) struct CtrlC {
    #[cfg(unix)]
    inner: tokio::signal::unix::Signal,
    #[cfg(windows)]
    inner: tokio::signal::windows::CtrlC,
}

impl CtrlC {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// The system's, if it lets nobody listen.
    pub(crate) fn listen() -> io::Result<Self> {
        #[cfg(unix)]
        let inner = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())?;
        #[cfg(windows)]
        let inner = tokio::signal::windows::ctrl_c()?;
        Ok(Self { inner })
    }

    /// Resolves at the next one.
    async fn next(&mut self) {
        self.inner.recv().await;
    }

    /// Resolves at the first one. The second ends the process where it stands, for a command
    /// that cannot look up, because nobody reads its output, say.
    pub(crate) async fn interrupted(mut self) {
        let (tell, told) = oneshot::channel();
        // A task of its own, because the command may keep its thread busy.
        tokio::spawn(async move {
            self.next().await;
            let _ = tell.send(());
            self.next().await;
            process::exit(Exit::Interrupted as i32);
        });
        // An error comes only when the runtime ends.
        let _ = told.await;
    }
}

/// The two ways in which a server is asked to stop: Ctrl-C, and SIGTERM where there is such
/// a thing.
#[derive(Debug)]
pub(crate) struct StopSignals {
    ctrl_c: CtrlC,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl StopSignals {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// The system's, if it lets nobody listen.
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self {
            ctrl_c: CtrlC::listen()?,
            #[cfg(unix)]
            terminate: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?,
        })
    }

    /// Resolves at the first of either.
    pub(crate) async fn asked_to_stop(&mut self) {
        #[cfg(unix)]
        tokio::select! {
            () = self.ctrl_c.next() => {}
            _ = self.terminate.recv() => {}
        }
        #[cfg(not(unix))]
        self.ctrl_c.next().await;
    }
}
