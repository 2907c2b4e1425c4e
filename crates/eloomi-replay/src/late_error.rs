//! A body whose error does not swallow what came before it.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use eloomi_core::{Body, TransportError};
use http_body::{Frame, SizeHint};

/// Gives an error one poll later: a server that finds its body pending sends what it has, and
/// one that finds it failed drops what it has.
pub(crate) struct LateError {
    body: Body,
    error: Option<TransportError>,
}

impl LateError {
    pub(crate) fn new(body: Body) -> Self {
        Self { body, error: None }
    }
}

impl http_body::Body for LateError {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let this = self.get_mut();
        if let Some(error) = this.error.take() {
            return Poll::Ready(Some(Err(error)));
        }
        let frame = ready!(Pin::new(&mut this.body).poll_frame(cx));
        if let Some(Err(error)) = frame {
            this.error = Some(error);
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.error.is_none() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
