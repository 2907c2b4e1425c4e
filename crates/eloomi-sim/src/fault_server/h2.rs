//! HTTP/2 as far as the faults of whole streams need it, frame by frame: RFC 9113.
//!
//! There is no HPACK decoder: requests are told by their HEADERS frames alone. Answers are
//! written without the dynamic table, so that nothing has to be remembered.

mod frame;

use std::collections::{BTreeMap, VecDeque};

use self::frame::{Frame, Kind};
use super::connection::Connection;
use super::journal::{End, Line};
use super::step::{H2Answer, H2Goaway, H2Rst};

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// What is known of the streams of a connection.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    began: bool,
    /// Requests whose end has not come, with the bytes of their bodies so far.
    open: BTreeMap<u32, u64>,
    /// Requests that are here whole and were not asked for yet.
    whole: VecDeque<(u32, u64)>,
    /// The request read last.
    last: u32,
}

impl Streams {
    /// Whether HTTP/2 is spoken on this connection.
    pub(crate) fn began(&self) -> bool {
        self.began
    }

    /// Takes note of a frame that belongs to a request.
    fn take(&mut self, frame: &Frame) {
        match frame.kind {
            Kind::HEADERS => drop(self.open.entry(frame.stream).or_default()),
            Kind::DATA => {
                if let Some(body) = self.open.get_mut(&frame.stream) {
                    *body += frame.data();
                }
            }
            _ => return,
        }
        if frame.flags & frame::END_STREAM != 0
            && let Some(body) = self.open.remove(&frame.stream)
        {
            self.whole.push_back((frame.stream, body));
        }
    }
}

impl Connection {
    /// The client's preface and its SETTINGS, ours, and the acknowledgement.
    pub(super) async fn h2_handshake(&mut self) -> Result<(), End> {
        while self.heard.len() < PREFACE.len() {
            self.hear().await?;
        }
        if !self.heard.starts_with(PREFACE) {
            self.entry
                .note(Line::In("bytes that are no HTTP/2 preface"));
            return Err(End::Fin);
        }
        let _ = self.heard.split_to(PREFACE.len());
        self.entry.note(Line::In("HTTP/2 preface"));
        self.streams.began = true;
        let settings = frame::bytes(Kind::SETTINGS, 0, 0, &[]);
        self.send(&settings, "SETTINGS".to_owned()).await?;
        loop {
            let frame = self.next_frame().await?;
            if frame.kind == Kind::SETTINGS {
                return Ok(());
            }
        }
    }

    /// Waits for a request with its body. Pings are answered meanwhile.
    pub(super) async fn h2_read_headers(&mut self) -> Result<(), End> {
        loop {
            if let Some((stream, body)) = self.streams.whole.pop_front() {
                self.streams.last = stream;
                self.entry.note(Line::Headers { stream, body });
                return Ok(());
            }
            self.next_frame().await?;
        }
    }

    /// Waits for a frame and does what the protocol demands at once.
    async fn next_frame(&mut self) -> Result<Frame, End> {
        let frame = loop {
            match frame::take(&mut self.heard) {
                Some(frame) => break frame,
                None => self.hear().await?,
            }
        };
        self.streams.take(&frame);
        let acknowledged = frame.flags & frame::ACK != 0;
        if frame.kind == Kind::PING && !acknowledged {
            let pong = frame::bytes(Kind::PING, frame::ACK, 0, &frame.payload);
            self.send_unnoted(&pong).await?;
        }
        if frame.kind == Kind::SETTINGS && !acknowledged {
            let acknowledgement = frame::bytes(Kind::SETTINGS, frame::ACK, 0, &[]);
            self.send_unnoted(&acknowledgement).await?;
        }
        Ok(frame)
    }

    pub(super) async fn h2_answer(&mut self, answer: &H2Answer) -> Result<(), End> {
        let stream = answer.stream.unwrap_or(self.streams.last);
        let (status, body) = (answer.status, answer.json.as_bytes());
        let headers = frame::header_block(status, body.len());
        let end = if body.is_empty() {
            frame::END_STREAM
        } else {
            0
        };
        let flags = frame::END_HEADERS | end;
        let mut bytes = frame::bytes(Kind::HEADERS, flags, stream, &headers);
        let mut pieces = body.chunks(frame::LARGEST).peekable();
        while let Some(piece) = pieces.next() {
            let end = if pieces.peek().is_none() {
                frame::END_STREAM
            } else {
                0
            };
            bytes.extend(frame::bytes(Kind::DATA, end, stream, piece));
        }
        let excerpt = super::excerpt::Excerpt::of(body);
        let name = format!("HEADERS {status} on stream {stream} and {excerpt}");
        self.send(&bytes, name).await
    }

    pub(super) async fn h2_goaway(&mut self, goaway: &H2Goaway) -> Result<(), End> {
        let (last, code) = (goaway.last, goaway.code);
        let payload = [last.to_be_bytes(), (code as u32).to_be_bytes()].concat();
        let bytes = frame::bytes(Kind::GOAWAY, 0, 0, &payload);
        let name = format!("GOAWAY {code}, last stream {last}");
        self.send(&bytes, name).await
    }

    pub(super) async fn h2_rst(&mut self, rst: &H2Rst) -> Result<(), End> {
        let (stream, code) = (rst.stream.unwrap_or(self.streams.last), rst.code);
        let payload = (code as u32).to_be_bytes();
        let bytes = frame::bytes(Kind::RST_STREAM, 0, stream, &payload);
        let name = format!("RST_STREAM {code} on stream {stream}");
        self.send(&bytes, name).await
    }
}
