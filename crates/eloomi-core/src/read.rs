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
    gunzip: Option<Gunzip>,
    ended: bool,
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
    /// Takes the answer over from the stack; fails if its encoding was never asked for.
    pub(crate) fn new(answer: Response<Body>) -> Result<Self, ReadError> {
        let (mut head, body) = answer.into_parts();
        let mut codings = head.headers.get_all(CONTENT_ENCODING).iter();
        let gunzip = match codings.next().map(HeaderValue::as_bytes) {
            None => None,
            Some(_) if codings.next().is_some() => return Err(ReadError::Encoding),
            Some(coding) if coding.eq_ignore_ascii_case(b"identity") => None,
            Some(coding) if coding.eq_ignore_ascii_case(b"gzip") => Some(Gunzip::new()),
            Some(coding) if coding.eq_ignore_ascii_case(b"x-gzip") => Some(Gunzip::new()),
            Some(_) => return Err(ReadError::Encoding),
        };
        if gunzip.is_some() {
            // They described the encoded body, which nobody will see.
            head.headers.remove(CONTENT_ENCODING);
            head.headers.remove(CONTENT_LENGTH);
        }
        Ok(Self {
            status: head.status,
            headers: head.headers,
            body,
            gunzip,
            ended: false,
        })
    }

    /// An answer that was read already and is handed on as if it had just come.
    pub(crate) fn replay(reply: Reply) -> Self {
        Self {
            status: reply.status,
            headers: reply.headers,
            body: reply.body.into(),
            gunzip: None,
            ended: false,
        }
    }

    /// The next piece of the decoded body.
    pub(crate) fn poll_piece(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, ReadError>>> {
        loop {
            if let Some(piece) = self
                .gunzip
                .as_mut()
                .map(Gunzip::next)
                .transpose()?
                .flatten()
            {
                return Poll::Ready(Some(Ok(piece)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)?) else {
                self.ended = true;
                let last = self
                    .gunzip
                    .as_mut()
                    .map(Gunzip::finish)
                    .transpose()?
                    .flatten();
                return Poll::Ready(last.map(Ok));
            };
            let Ok(chunk) = frame.into_data() else {
                continue; // trailers say nothing that we use
            };
            match &mut self.gunzip {
                Some(gunzip) => gunzip.push(chunk),
                None => return Poll::Ready(Some(Ok(chunk))),
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
