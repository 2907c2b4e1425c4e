//! One connection and its steps.

use std::time::Duration;

use bytes::BytesMut;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use super::answers;
use super::excerpt::Excerpt;
use super::h2::Streams;
use super::journal::{End, Line, Whole};
use super::ledger::Entry;
use super::request;
use super::step::{GzipParts, Repeat, Step};
use super::wire::Wire;
use crate::clock;

/// Above this, nobody knows how much of an output a client took that closed early.
const LONG: u64 = 64 * 1024;

/// How often `bandwidth` writes, in milliseconds.
const TICK: u64 = 50;

/// What 1 KB each second is in a tick.
const BYTES_A_TICK: usize = 50;

/// Does the steps one after the other, then ends the connection as they say.
pub(crate) async fn serve(
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
    steps: &[Step],
    entry: Entry,
) {
    // What a step writes goes out by itself, not together with the next.
    let _ = stream.set_nodelay(true);
    entry.waits(true);
    let wire = match tls {
        None => Wire::Plain(stream),
        Some(tls) => match tls.accept(stream).await {
            Ok(stream) => Wire::Tls(Box::new(stream)),
            Err(_) => return entry.end(End::NoHandshake),
        },
    };
    entry.waits(false);
    let mut connection = Connection {
        wire,
        heard: BytesMut::new(),
        entry,
        length: 0,
        streams: Streams::default(),
    };
    let end = connection.perform_all(steps).await;
    let Connection {
        mut wire, entry, ..
    } = connection;
    match end {
        End::Fin => wire.fin().await,
        End::FinWithoutCloseNotify => wire.fin_without_close_notify().await,
        End::Reset => {
            wire.reset().await;
            return entry.end(end);
        }
        End::ClosedByTheClient | End::NoHandshake => {
            drop(wire);
            return entry.end(end);
        }
    }
    entry.end(end);
    wire.linger().await;
}

/// A connection that is being served.
#[derive(Debug)]
pub(crate) struct Connection {
    wire: Wire,
    /// What came in and was not asked for yet.
    pub(super) heard: BytesMut,
    pub(super) entry: Entry,
    /// How long the body of the last request is.
    length: usize,
    pub(super) streams: Streams,
}

impl Connection {
    async fn perform_all(&mut self, steps: &[Step]) -> End {
        for step in steps {
            if let Err(end) = self.perform(step).await {
                return end;
            }
        }
        End::Fin
    }

    /// `Err` is the end of the connection, and the steps behind are left out.
    async fn perform(&mut self, step: &Step) -> Result<(), End> {
        match step {
            Step::ReadHead => self.read_head().await,
            Step::ReadBody => self.read_body().await,
            Step::Read => {
                self.read_head().await?;
                self.read_body().await
            }
            Step::Write(text) => self.write(text.as_bytes()).await,
            Step::Hex(hex) => self.write(&hex.0).await,
            Step::Json(text) => self.write(&answers::json(text)).await,
            Step::Answer(answer) => self.write(&answers::answer(answer)).await,
            Step::Gzip(gzip) => self.gzip(&gzip.0).await,
            Step::Repeat(repeat) => self.repeat(repeat).await,
            Step::Sleep(millis) => self.pause(*millis).await,
            Step::Slicer(slicer) => {
                let text = slicer.text.as_bytes();
                self.write_in_slices(text, slicer.bytes, slicer.every).await
            }
            Step::Bandwidth(bandwidth) => {
                let text = bandwidth.text.as_bytes();
                let bytes = bandwidth.rate.saturating_mul(BYTES_A_TICK);
                self.write_in_slices(text, bytes, TICK).await
            }
            Step::LimitData(limit) => {
                let text = limit.text.as_bytes();
                self.write(&text[..limit.bytes.min(text.len())]).await?;
                Err(End::Fin)
            }
            Step::Timeout | Step::H2Silence => self.until_the_end().await,
            Step::EmptyResponse | Step::Fin => Err(End::Fin),
            Step::MalformedResponseChunk => {
                self.write(answers::MALFORMED_CHUNK).await?;
                Err(End::Fin)
            }
            Step::RandomDataThenClose => {
                self.write(answers::NOISE).await?;
                Err(End::Fin)
            }
            Step::ConnectionResetByPeer => Err(End::Reset),
            Step::FinWithoutCloseNotify => Err(End::FinWithoutCloseNotify),
            Step::HalfClose => {
                self.wire.half_close().await;
                self.entry.note(Line::Sent("fin".to_owned()));
                self.until_the_end().await
            }
            Step::ExpectEof => self.expect_eof().await,
            Step::H2Handshake => self.h2_handshake().await,
            Step::H2ReadHeaders => self.h2_read_headers().await,
            Step::H2Answer(answer) => self.h2_answer(answer).await,
            Step::H2Goaway(goaway) => self.h2_goaway(goaway).await,
            Step::H2Rst(rst) => self.h2_rst(rst).await,
        }
    }

    async fn read_head(&mut self) -> Result<(), End> {
        loop {
            if let Some(head) = request::take(&mut self.heard) {
                self.length = head.length;
                self.entry.note(head.line);
                return Ok(());
            }
            if let Err(end) = self.hear().await {
                if !self.heard.is_empty() {
                    self.entry.note(Line::In("a part of a head"));
                }
                return Err(end);
            }
        }
    }

    async fn read_body(&mut self) -> Result<(), End> {
        while self.heard.len() < self.length {
            self.hear().await?;
        }
        let body = self.heard.split_to(self.length);
        self.entry.body(body.len() as u64);
        self.length = 0;
        Ok(())
    }

    /// Waits for more from the client.
    pub(super) async fn hear(&mut self) -> Result<(), End> {
        self.entry.waits(true);
        let read = self.wire.read(&mut self.heard).await;
        self.entry.waits(false);
        match read {
            Ok(1..) => Ok(()),
            // Its reset is an end like any other.
            Ok(0) | Err(_) => Err(End::ClosedByTheClient),
        }
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), End> {
        let written = self.wire.write(bytes).await.is_ok();
        self.wrote(Excerpt::of(bytes), written)
    }

    /// Writes what the journal calls by another name.
    pub(super) async fn send(&mut self, bytes: &[u8], name: String) -> Result<(), End> {
        self.send_unnoted(bytes).await?;
        self.entry.note(Line::Sent(name));
        Ok(())
    }

    pub(super) async fn send_unnoted(&mut self, bytes: &[u8]) -> Result<(), End> {
        let written = self.wire.write(bytes).await;
        written.map_err(|_| End::ClosedByTheClient)
    }

    async fn gzip(&mut self, parts: &GzipParts) -> Result<(), End> {
        let bytes = answers::gzip(parts);
        if parts.spaces == 0 {
            return self.write(&bytes).await;
        }
        // How small a bomb is differs between versions of the library that compresses it.
        let plain = Excerpt::of(parts.plain.as_bytes());
        let name = format!("a bomb of {} MiB in gzip, behind {plain}", parts.spaces);
        self.entry.note(Line::Sent(name));
        self.send_unnoted(&bytes).await
    }

    async fn repeat(&mut self, repeat: &Repeat) -> Result<(), End> {
        let parts = [&repeat.before, &repeat.text, &repeat.after].map(String::as_bytes);
        let [before, text, after] = parts;
        // Many at once: a million small writes would be slow.
        let at_once = (LONG / (text.len() as u64).max(1)).clamp(1, LONG);
        let many = text.repeat(usize::try_from(at_once).unwrap_or(1));
        let mut left = repeat.times.unwrap_or(u64::MAX);
        let mut written = self.wire.write(before).await.is_ok();
        while left > 0 && written && !text.is_empty() {
            let now = left.min(at_once);
            let bytes = usize::try_from(now).unwrap_or(1) * text.len();
            written = self.wire.write(&many[..bytes]).await.is_ok();
            left -= now;
        }
        let written = written && self.wire.write(after).await.is_ok();
        self.wrote(Excerpt::repeated(parts, repeat.times), written)
    }

    async fn write_in_slices(&mut self, text: &[u8], bytes: usize, every: u64) -> Result<(), End> {
        let mut written = true;
        for (index, slice) in text.chunks(bytes.max(1)).enumerate() {
            written = written
                && (index == 0 || self.pause(every).await.is_ok())
                && self.wire.write(slice).await.is_ok();
        }
        self.wrote(Excerpt::of(text), written)
    }

    fn wrote(&mut self, excerpt: Excerpt, written: bool) -> Result<(), End> {
        let whole = match excerpt.bytes() {
            Some(..=LONG) if written => Whole::Yes,
            Some(..=LONG) => Whole::No,
            _ => Whole::Perhaps,
        };
        self.entry.note(Line::Out { whole, excerpt });
        if written {
            Ok(())
        } else {
            Err(End::ClosedByTheClient)
        }
    }

    /// Waits, and notices if the client goes meanwhile.
    async fn pause(&mut self, millis: u64) -> Result<(), End> {
        let over = clock::wait(Duration::from_millis(millis));
        let mut over = std::pin::pin!(over);
        loop {
            tokio::select! {
                () = &mut over => return Ok(()),
                read = self.wire.read(&mut self.heard) => match read {
                    Ok(1..) => {}
                    Ok(0) | Err(_) => return Err(End::ClosedByTheClient),
                },
            }
        }
    }

    /// Answers nothing until the client is gone.
    async fn until_the_end(&mut self) -> Result<(), End> {
        self.entry.waits(true);
        self.wire.until_the_end().await;
        self.entry.waits(false);
        Err(End::ClosedByTheClient)
    }

    async fn expect_eof(&mut self) -> Result<(), End> {
        // In HTTP/2 a client's frames of housekeeping may come at any time.
        if !self.streams.began() {
            if self.heard.is_empty() {
                self.hear().await?;
            }
            self.entry
                .note(Line::In("bytes where the end was expected"));
        }
        self.until_the_end().await
    }
}
