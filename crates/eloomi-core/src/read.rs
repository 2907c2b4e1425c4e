//! Reading an answer: any encoding undone once, here, for every stack.

use std::{
    error, fmt,
    future::poll_fn,
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Bytes, BytesMut};
use http::{
    HeaderMap, HeaderValue, Response, StatusCode,
    header::{CONTENT_ENCODING, CONTENT_LENGTH},
};
use http_body::Body as _;

use crate::{Body, BoxError, Phase, Reply, TransportError, gunzip::Gunzip};

/// An answer whose head is here and whose body is on its way, decoded as it comes.
pub(crate) struct Incoming {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    body: Body,
    encoding: Encoding,
    ended: bool,
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
            match &mut self.encoding {
                Encoding::Gzip(gunzip) => gunzip.push(chunk),
                _ => return Poll::Ready(Some(Ok(chunk))),
            }
        }
    }

    /// The whole answer, its decoded body at most `cap` bytes long.
    pub(crate) async fn read(mut self, cap: usize) -> Result<Reply, ReadError> {
        let mut body = BytesMut::new();
        while let Some(piece) = poll_fn(|cx| self.poll_piece(cx)).await {
            let piece = piece?;
            if body.len() + piece.len() > cap {
                return Err(ReadError::TooLarge(cap));
            }
            body.extend_from_slice(&piece);
        }
        Ok(Reply::new(self.status, self.headers, body))
    }
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
    fn finish(&mut self) -> io::Result<Option<Bytes>> {
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

impl From<io::Error> for ReadError {
    /// From the decoder: to the caller a damaged encoding is a damaged transfer.
    fn from(error: io::Error) -> Self {
        Self::Transport(TransportError::new(
            Phase::HeadReceived,
            DamagedGzip(error.into()),
        ))
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
