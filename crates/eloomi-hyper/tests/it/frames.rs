//! HTTP/2 frame by frame (RFC 9113 §4.1), for servers that do what no library would.

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use tokio_rustls::server::TlsStream;

const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;

const ACK: u8 = 1;
const END_STREAM_AND_HEADERS: u8 = 5;

/// Error codes (RFC 9113 §7).
pub(crate) const NO_ERROR: u32 = 0;
pub(crate) const REFUSED_STREAM: u32 = 7;
pub(crate) const CANCEL: u32 = 8;
pub(crate) const ENHANCE_YOUR_CALM: u32 = 11;

/// One connection. Errors of writing are left out: the client may be gone already.
pub(crate) struct Http2 {
    stream: TlsStream<TcpStream>,
    /// Whether it answers pings.
    pub(crate) is_alive: bool,
}

impl Http2 {
    pub(crate) async fn begin(mut stream: TlsStream<TcpStream>) -> Self {
        // PRI * HTTP/2.0
        let _ = stream.read_exact(&mut [0; 24]).await;
        let mut this = Self {
            stream,
            is_alive: true,
        };
        this.write(SETTINGS, 0, 0, &[]).await;
        this
    }

    /// The stream of the next request; `None` when the client has gone.
    pub(crate) async fn request(&mut self) -> Option<u32> {
        loop {
            let mut head = [0; 9];
            self.stream.read_exact(&mut head).await.ok()?;
            let [a, b, c, kind, flags, stream @ ..] = head;
            let length = u32::from_be_bytes([0, a, b, c]);
            let mut payload = vec![0; usize::try_from(length).unwrap()];
            self.stream.read_exact(&mut payload).await.ok()?;
            match kind {
                HEADERS => return Some(u32::from_be_bytes(stream)),
                SETTINGS if flags & ACK == 0 => self.write(SETTINGS, ACK, 0, &[]).await,
                PING if self.is_alive => self.write(PING, ACK, 0, &payload).await,
                _ => {}
            }
        }
    }

    /// Serves nobody any more, and waits until the client goes.
    pub(crate) async fn wait(&mut self) {
        while self.request().await.is_some() {}
    }

    /// 200 with these header fields, in the plainest encoding (RFC 7541 §6.2.2), and no body.
    pub(crate) async fn answer(&mut self, stream: u32, fields: &[(&str, &str)]) {
        let mut block = vec![0x88];
        for (name, value) in fields {
            block.push(0);
            for text in [name, value] {
                block.push(u8::try_from(text.len()).unwrap());
                assert!(text.len() < 127, "longer ones are written in another way");
                block.extend_from_slice(text.as_bytes());
            }
        }
        self.write(HEADERS, END_STREAM_AND_HEADERS, stream, &block)
            .await;
    }

    pub(crate) async fn reset(&mut self, stream: u32, code: u32) {
        self.write(RST_STREAM, 0, stream, &code.to_be_bytes()).await;
    }

    pub(crate) async fn go_away(&mut self, last_stream: u32, code: u32) {
        let payload = [
            &last_stream.to_be_bytes(),
            &code.to_be_bytes(),
            &b"mark-debug"[..],
        ]
        .concat();
        self.write(GOAWAY, 0, 0, &payload).await;
    }

    async fn write(&mut self, kind: u8, flags: u8, stream: u32, payload: &[u8]) {
        let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
        let head = [&length[1..], &[kind, flags], &stream.to_be_bytes()].concat();
        let frame = [head.as_slice(), payload].concat();
        let _ = self.stream.write_all(&frame).await;
        let _ = self.stream.flush().await;
    }
}
