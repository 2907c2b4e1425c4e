//! The body of an answer, whichever stack brought it.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt as _;

use crate::{BoxError, Phase, TransportError};

/// An answer's body: whole already, or arriving.
///
/// # Examples
///
/// ```
/// use eloomi_core::Body;
///
/// let whole = Body::from(r#"{"status_code": 200}"#);
/// let arriving = Body::new(whole); // any `http_body::Body` of bytes
/// # let _ = arriving;
/// ```
pub struct Body(Kind);

enum Kind {
    Whole(Option<Bytes>),
    Arriving(Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError> + Send>>),
}

impl Body {
    /// Wraps a stack's own body; its errors become [`Phase::HeadReceived`]. An error that is a
    /// [`TransportError`] stays what it is, so that a transport may wrap the body of another.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let body = body.map_err(|error| match error.into().downcast::<TransportError>() {
            Ok(error) => *error,
            Err(source) => TransportError::new(Phase::HeadReceived, source),
        });
        Self(Kind::Arriving(Box::pin(body)))
    }

    /// The body of an answer that has none.
    pub fn empty() -> Self {
        Self(Kind::Whole(None))
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Whole(Some(bytes).filter(|bytes| !bytes.is_empty())))
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match &mut self.get_mut().0 {
            Kind::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Kind::Arriving(body) => body.as_mut().poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Whole(bytes) => bytes.is_none(),
            Kind::Arriving(body) => body.is_end_stream(),
        }
    }

    /// Exact for a body that is here, so that a stack which sends one names its length.
    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Kind::Arriving(body) => body.size_hint(),
        }
    }
}

impl fmt::Debug for Body {
    /// Says whether it is here, never what it holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::Whole(_) => "Body(whole)",
            Kind::Arriving(_) => "Body(arriving)",
        })
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::{BodyExt as _, StreamBody};

    use super::*;

    /// What comes of a body that fails with `error`.
    async fn failed(error: impl Into<BoxError> + Send + 'static) -> TransportError {
        let frames = [Err::<Frame<Bytes>, _>(error)];
        let body = Body::new(StreamBody::new(futures_util::stream::iter(frames)));
        body.collect().await.unwrap_err()
    }

    #[tokio::test]
    async fn a_stacks_own_error_is_one_of_the_body() {
        let error = failed("reset").await;
        assert_eq!(error.phase(), Phase::HeadReceived);
        assert!(!error.is_permanent());
    }

    #[tokio::test]
    async fn an_error_of_a_transport_stays_what_it_is() {
        let error = failed(TransportError::new(Phase::MaybeSent, "reset").permanent()).await;
        assert_eq!(error.phase(), Phase::MaybeSent);
        assert!(error.is_permanent());
    }
}
