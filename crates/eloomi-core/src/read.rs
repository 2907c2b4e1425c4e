//! Reading an answer: any encoding undone once, here, for every stack.

use std::{
    error, fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Bytes, BytesMut};
use http::{
    HeaderMap, HeaderValue, Response, StatusCode,
    header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
};
use http_body::Body as _;

use crate::{
    Body, BoxError, Phase, Reply, TransportError,
    deadline::{Deadline, Expired},
    gunzip::{Gunzip, GunzipError},
    nesting::Nesting,
};

/// An answer whose head is here and whose body is on its way, decoded as it comes.
pub(crate) struct Incoming {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    body: Body,
    encoding: Encoding,
    ended: bool,
    /// Bytes that have arrived since somebody asked, as they travel.
    arrived: u64,
}

/// How the body is encoded (RFC 9110 §8.4).
enum Encoding {
    Identity,
    Gzip(Box<Gunzip>),
    /// In a way that was not asked for.
    Unknown,
}

/// The body could not be read.
#[derive(Debug)]
pub(crate) enum ReadError {
    Transport(TransportError),
    /// More than so many bytes.
    TooLarge(usize),
    /// An encoding that was not asked for.
    Encoding,
    /// Not gzip, though its head says so.
    NotGzip,
    /// More than so many bytes from each byte of gzip.
    Bomb(u64),
    /// JSON of more than so many levels.
    TooDeep(usize),
}

/// What is read of a body at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Caps {
    /// Bytes, after decoding.
    pub(crate) bytes: usize,
    /// Levels of JSON.
    pub(crate) depth: usize,
}

impl Incoming {
    /// Takes the answer over from the stack.
    pub(crate) fn new(answer: Response<Body>) -> Self {
        let (mut head, body) = answer.into_parts();
        let encoding = Encoding::of(&head.headers);
        if matches!(encoding, Encoding::Gzip(_)) {
            // They described the encoded body, which nobody will see.
            head.headers.remove(CONTENT_ENCODING);
            head.headers.remove(CONTENT_LENGTH);
        }
        Self {
            status: head.status,
            headers: head.headers,
            body,
            encoding,
            ended: false,
            arrived: 0,
        }
    }

    /// An answer that was read already and is handed on as if it had just come.
    pub(crate) fn replay(reply: Reply) -> Self {
        Self {
            status: reply.status,
            headers: reply.headers,
            body: reply.body.into(),
            encoding: Encoding::Identity,
            ended: false,
            arrived: 0,
        }
    }

    /// The next piece of the decoded body.
    pub(crate) fn poll_piece(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, ReadError>>> {
        loop {
            if let Some(piece) = self.encoding.decoded()? {
                return Poll::Ready(Some(Ok(piece)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)?) else {
                self.ended = true;
                return Poll::Ready(self.encoding.finish()?.map(Ok));
            };
            let Ok(chunk) = frame.into_data() else {
                continue; // trailers say nothing that we use
            };
            self.arrived += chunk.len() as u64;
            match &mut self.encoding {
                Encoding::Gzip(gunzip) => gunzip.push(chunk),
                _ => return Poll::Ready(Some(Ok(chunk))),
            }
        }
    }

    /// The next piece, while a deadline runs.
    pub(crate) fn poll_piece_in_time(
        &mut self,
        cx: &mut Context<'_>,
        deadline: &mut Deadline,
    ) -> Poll<Result<Option<Result<Bytes, ReadError>>, Expired>> {
        let piece = self.poll_piece(cx);
        deadline.arrived(std::mem::take(&mut self.arrived));
        deadline.poll(cx, piece)
    }

    /// The whole answer, its decoded body under these caps.
    pub(crate) async fn read(
        mut self,
        caps: Caps,
        deadline: &mut Deadline,
    ) -> Result<Result<Reply, ReadError>, Expired> {
        let mut body = BytesMut::new();
        while let Some(piece) = poll_fn(|cx| self.poll_piece_in_time(cx, deadline)).await? {
            let piece = match piece {
                Ok(piece) if body.len() + piece.len() <= caps.bytes => piece,
                Ok(_) => return Ok(Err(ReadError::TooLarge(caps.bytes))),
                Err(error) => return Ok(Err(error)),
            };
            body.extend_from_slice(&piece);
        }
        let reply = Reply::new(self.status, self.headers, body);
        Ok(caps.admit(reply))
    }
}

impl Caps {
    /// Looks at the JSON of a success, as far as one can without reading it.
    fn admit(self, reply: Reply) -> Result<Reply, ReadError> {
        if !reply.status.is_success() || !is_json(&reply.headers) {
            return Ok(reply);
        }
        let Nesting { deepest, is_open } = Nesting::of(&reply.body);
        if deepest > self.depth {
            return Err(ReadError::TooDeep(self.depth));
        }
        if is_open {
            // A body that ends with its connection looks whole to HTTP (RFC 9112 §6.3).
            return Err(TransportError::new(Phase::HeadReceived, "the JSON has no end").into());
        }
        Ok(reply)
    }
}

/// Whether the answer says that it is JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| value.to_ascii_lowercase().contains("json"))
}

impl Encoding {
    fn of(headers: &HeaderMap) -> Self {
        let mut codings = headers.get_all(CONTENT_ENCODING).iter();
        let coding = codings.next().map(HeaderValue::as_bytes);
        let is = |known: &[u8]| coding.is_some_and(|coding| coding.eq_ignore_ascii_case(known));
        if codings.next().is_some() {
            Self::Unknown // encoded twice
        } else if is(b"gzip") || is(b"x-gzip") {
            Self::Gzip(Box::new(Gunzip::new()))
        } else if coding.is_none() || is(b"identity") {
            Self::Identity
        } else {
            Self::Unknown
        }
    }

    /// What is decoded already.
    fn decoded(&mut self) -> Result<Option<Bytes>, ReadError> {
        match self {
            Self::Identity => Ok(None),
            Self::Gzip(gunzip) => Ok(gunzip.next()?),
            Self::Unknown => Err(ReadError::Encoding),
        }
    }

    /// What is left once the body has ended.
    fn finish(&mut self) -> Result<Option<Bytes>, GunzipError> {
        match self {
            Self::Gzip(gunzip) => gunzip.finish(),
            _ => Ok(None),
        }
    }
}

impl From<TransportError> for ReadError {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl From<GunzipError> for ReadError {
    /// To the caller a damaged encoding is a damaged transfer.
    fn from(error: GunzipError) -> Self {
        match error {
            GunzipError::NotGzip => Self::NotGzip,
            GunzipError::Bomb(ratio) => Self::Bomb(ratio),
            GunzipError::Damaged(error) => Self::Transport(TransportError::new(
                Phase::HeadReceived,
                DamagedGzip(error.into()),
            )),
        }
    }
}

/// gzip that ends early, or whose checksum is wrong.
#[derive(Debug)]
struct DamagedGzip(BoxError);

impl fmt::Display for DamagedGzip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the gzip encoding of the body is cut short or damaged")
    }
}

impl error::Error for DamagedGzip {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.0)
    }
}
