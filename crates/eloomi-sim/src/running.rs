//! A server that runs, whichever service it is for.

mod controls;

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::error::{StartError, StartErrorKind};
use crate::ground::Ground;
use crate::pipeline::Pipeline;
use crate::server;
use crate::service::Service;
use crate::setup::Setup;
use crate::tls::{self, Root};

pub(crate) use self::controls::controls;

/// It stops when it is dropped.
#[derive(Debug)]
pub(crate) struct Running {
    pub(crate) addr: SocketAddr,
    pub(crate) root: Option<Root>,
    pub(crate) ground: Arc<Ground>,
    pub(crate) service: Arc<dyn Service>,
    /// Dropping it tells the server to stop.
    stop: Option<oneshot::Sender<Infallible>>,
    task: JoinHandle<()>,
}

impl Running {
    pub(crate) async fn start(
        setup: &Setup,
        ground: Arc<Ground>,
        service: Arc<dyn Service>,
    ) -> Result<Self, StartError> {
        let addr = setup.addr;
        if !addr.ip().is_loopback() {
            return Err(StartError::new(StartErrorKind::NotLoopback(addr)));
        }
        let (acceptor, root) = tls::prepare(setup.tls)?.unzip();
        let failed = |error: std::io::Error| {
            let kind = match error.kind() {
                ErrorKind::AddrInUse => StartErrorKind::AddressInUse(addr),
                _ => StartErrorKind::Listen(addr),
            };
            StartError::with(kind, error)
        };
        let listener = TcpListener::bind(addr).await.map_err(failed)?;
        let addr = listener.local_addr().map_err(failed)?;
        let (stop, stopped) = oneshot::channel();
        let pipeline = Pipeline::new(ground.clone(), service.clone());
        let task = tokio::spawn(server::run(listener, acceptor, pipeline, stopped));
        Ok(Self {
            addr,
            root,
            ground,
            service,
            stop: Some(stop),
            task,
        })
    }

    pub(crate) fn base_url(&self) -> String {
        let scheme = if self.root.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.addr)
    }

    pub(crate) async fn shutdown(mut self) {
        drop(self.stop.take());
        // It fails only if it was aborted or has panicked; stopped it has either way.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}
