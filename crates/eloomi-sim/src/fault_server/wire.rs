//! A connection, plain or in TLS, and the ways to end it.

use std::io;
use std::time::Duration;

use bytes::BytesMut;
use futures_util::FutureExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

use crate::clock;

/// How long a closed connection still takes in what the client sends.
const LINGER: Duration = Duration::from_secs(1);

/// A reset throws away what the client's system has not handed over yet. This is for the client
/// to have read what was written before.
const BEFORE_RESET: Duration = Duration::from_millis(20);

#[derive(Debug)]
pub(crate) enum Wire {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Wire {
    /// Waits for bytes and adds them. `Ok(0)` is the end. May be given up without loss.
    pub(crate) async fn read(&mut self, into: &mut BytesMut) -> io::Result<usize> {
        into.reserve(8 * 1024);
        match self {
            Self::Plain(stream) => stream.read_buf(into).await,
            Self::Tls(stream) => stream.read_buf(into).await,
        }
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.write_all(bytes).await,
            Self::Tls(stream) => {
                stream.write_all(bytes).await?;
                stream.flush().await
            }
        }
    }

    /// Closes the side that writes; in TLS with a `close_notify` first.
    pub(crate) async fn half_close(&mut self) {
        // It fails only if the client is gone already.
        let _ = match self {
            Self::Plain(stream) => stream.shutdown().await,
            Self::Tls(stream) => stream.shutdown().await,
        };
    }

    /// Closes so that the client sees the end and no reset.
    ///
    /// Linux resets a connection that is closed with bytes unread, so they are read first.
    pub(crate) async fn fin(&mut self) {
        self.drain();
        self.half_close().await;
    }

    /// As [`Wire::fin`], but cuts TLS off.
    pub(crate) async fn fin_without_close_notify(&mut self) {
        self.drain();
        let _ = match self {
            Self::Plain(stream) => stream.shutdown().await,
            Self::Tls(stream) => stream.get_mut().0.shutdown().await,
        };
    }

    /// Resets the connection.
    pub(crate) async fn reset(self) {
        clock::wait(BEFORE_RESET).await;
        let stream = match &self {
            Self::Plain(stream) => stream,
            Self::Tls(stream) => stream.get_ref().0,
        };
        // `SO_LINGER` with zero makes the close that follows a reset. It fails only if the
        // client is gone already.
        let _ = stream.set_zero_linger();
    }

    /// Takes in what the client sends after the end, until it closes too; 1 s at most.
    pub(crate) async fn linger(mut self) {
        clock::at_most(LINGER, self.until_the_end()).await;
    }

    /// Reads and forgets until the client is gone.
    pub(crate) async fn until_the_end(&mut self) {
        let mut forgotten = BytesMut::new();
        while let Ok(1..) = self.read(&mut forgotten).await {
            forgotten.clear();
        }
    }

    /// Reads and forgets what is there.
    fn drain(&mut self) {
        let mut forgotten = BytesMut::new();
        while let Some(Ok(1..)) = self.read(&mut forgotten).now_or_never() {
            forgotten.clear();
        }
    }
}
