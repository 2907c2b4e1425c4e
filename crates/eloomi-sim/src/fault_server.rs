//! A server on a raw socket that breaks answers as a script says.
//!
//! The simulator speaks HTTP well, so it cannot cut a head in half, send two lengths or reset a
//! connection. This one writes bytes.

mod answers;
mod connection;
mod excerpt;
mod h2;
mod journal;
mod ledger;
mod listening;
mod request;
mod script;
mod step;
mod wire;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use self::ledger::Ledger;
use self::listening::Port;
use self::step::Step;
use crate::clock;
use crate::error::{StartError, StartErrorKind};
use crate::tls::{self, Root};

pub use self::journal::FaultJournal;
pub use self::script::FaultScript;

/// How long [`FaultServer::quiet`] waits at most.
const PATIENCE: Duration = Duration::from_secs(5);

/// A server on a loopback port that breaks answers as a [`FaultScript`] says, and writes down
/// what happened.
///
/// It is no simulator of eloomi: it answers what the script has, whatever is asked. It stops when
/// it is dropped, and all its connections with it. Many may run in one process.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::FaultServer;
///
/// let script = toml::from_str(r#"connections = [["read", "CONNECTION_RESET_BY_PEER"]]"#)?;
/// let server = FaultServer::start(script).await?;
/// // … let a client ask server.base_url() …
/// server.quiet().await;
/// println!("{}", server.journal());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "dropping the server stops it"]
pub struct FaultServer {
    addr: SocketAddr,
    root: Option<Root>,
    ledger: Arc<Ledger>,
    held: Held,
}

/// What keeps the port as it is.
#[derive(Debug)]
enum Held {
    Serving(JoinHandle<()>),
    #[expect(dead_code, reason = "holding it is its use")]
    Idle(Port),
}

impl FaultServer {
    /// Starts a server on a free port of 127.0.0.1.
    ///
    /// With `listen = "full-backlog"` it takes 200 ms, to be sure that connections hang.
    ///
    /// # Errors
    ///
    /// A [`StartError`] when the system does not let it listen, or the certificate cannot be made.
    pub async fn start(script: FaultScript) -> Result<Self, StartError> {
        let tls = script.tls;
        let tls = tls.map(|tls| tls::with_flaw(tls.flaw(), tls.protocols()));
        let (acceptor, root) = tls.transpose()?.unzip();
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        let (addr, port) = listening::on_loopback(script.listen)
            .await
            .map_err(|error| StartError::with(StartErrorKind::Listen(loopback), error))?;
        let ledger = Arc::new(Ledger::default());
        let held = match port {
            Port::Open(listener) => {
                let run = run(listener, acceptor, script.connections, ledger.clone());
                Held::Serving(tokio::spawn(run))
            }
            port => Held::Idle(port),
        };
        Ok(Self {
            addr,
            root,
            ledger,
            held,
        })
    }

    /// Address it listens on, or does not.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Port of that address.
    pub fn port(&self) -> u16 {
        self.addr.port()
    }

    /// Where clients find it: `http://127.0.0.1:40123`, or with TLS `https://localhost:40123`.
    ///
    /// The certificate holds for `localhost` and `127.0.0.1`, unless the script wants it not to.
    pub fn base_url(&self) -> String {
        let port = self.port();
        match self.root {
            None => format!("http://127.0.0.1:{port}"),
            Some(_) => format!("https://localhost:{port}"),
        }
    }

    /// Certificate to trust as a root, as PEM; `None` without TLS.
    ///
    /// A client that trusts it meets only the fault of the script. With `self-signed` it is the
    /// root of nothing.
    pub fn root_certificate_pem(&self) -> Option<&str> {
        self.root.as_ref().map(|root| root.pem.as_str())
    }

    /// Certificate to trust as a root, as DER; `None` without TLS.
    pub fn root_certificate_der(&self) -> Option<&[u8]> {
        self.root.as_ref().map(|root| root.der.as_slice())
    }

    /// What came in and went out so far.
    pub fn journal(&self) -> FaultJournal {
        self.ledger.journal()
    }

    /// Waits until nothing happens any more: every connection is closed, or has waited for its
    /// client for 150 ms. Gives up after 5 s.
    ///
    /// Call it when the client is done and before the journal is read, because a server notices
    /// later than its client that a connection is closed.
    pub async fn quiet(&self) {
        clock::at_most(PATIENCE, self.ledger.quiet()).await;
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        if let Held::Serving(task) = &self.held {
            task.abort();
        }
    }
}

/// Accepts until it is dropped, and serves each connection by its list of steps.
async fn run(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    scripts: Vec<Vec<Step>>,
    ledger: Arc<Ledger>,
) {
    let mut scripts = scripts.into_iter().map(Arc::<[Step]>::from);
    let mut script = scripts.next().unwrap_or_default();
    // Tasks in a set end with it, so none outlives this future.
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
        };
        let Ok((stream, _)) = accepted else {
            // Out of file handles, most likely: let some close.
            clock::wait(Duration::from_millis(20)).await;
            continue;
        };
        let (tls, entry, steps) = (tls.clone(), ledger.open(), script.clone());
        connections.spawn(async move { connection::serve(stream, tls, &steps, entry).await });
        if let Some(next) = scripts.next() {
            script = next;
        }
    }
}
