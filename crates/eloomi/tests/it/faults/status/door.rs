//! One port for two protocols.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

/// A port that is open before anybody knows who stands behind it: TLS is led on to a server, and
/// what comes without is counted. It closes when it is dropped.
pub(super) struct Door {
    listener: TcpListener,
    plain: Arc<AtomicUsize>,
}

/// The first byte of a TLS connection: a handshake record (RFC 8446 §5.1).
const HANDSHAKE: u8 = 22;

impl Door {
    pub(super) async fn open() -> Self {
        Self {
            listener: TcpListener::bind(("127.0.0.1", 0)).await.unwrap(),
            plain: Arc::default(),
        }
    }

    pub(super) fn port(&self) -> u16 {
        self.listener.local_addr().unwrap().port()
    }

    /// How many connections came without TLS, so far.
    pub(super) fn plain(&self) -> usize {
        self.plain.load(SeqCst)
    }

    /// Leads to this server, for as long as it is polled.
    pub(super) async fn lead_to(&self, server: SocketAddr) {
        let mut guests = JoinSet::new();
        loop {
            let (mut guest, _) = self.listener.accept().await.unwrap();
            let plain = Arc::clone(&self.plain);
            guests.spawn(async move {
                let mut first = [0];
                match guest.peek(&mut first).await {
                    Ok(1) if first == [HANDSHAKE] => {
                        let mut server = TcpStream::connect(server).await.unwrap();
                        let _ = copy_bidirectional(&mut guest, &mut server).await;
                    }
                    _ => {
                        plain.fetch_add(1, SeqCst);
                    }
                }
            });
        }
    }
}
