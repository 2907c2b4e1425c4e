//! A body that is recorded while it passes.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Bytes, BytesMut};
use eloomi_core::{Body, TransportError};
use http::{Method, Response, StatusCode, header::CONTENT_LENGTH, response::Parts};
use http_body::{Body as _, Frame, SizeHint};

use crate::{Loss, tape::Take};

/// Passes every frame on as it comes.
pub(crate) struct Overheard {
    body: Body,
    /// Gone once the exchange has ended.
    listener: Option<Listener>,
}

struct Listener {
    take: Take,
    /// Without its body.
    head: Response<()>,
    heard: BytesMut,
    /// How long the body says it is.
    length: Option<usize>,
    cap: usize,
}

impl Overheard {
    /// The body of the answer to a request of `method`, recorded up to `cap` bytes.
    pub(crate) fn new(take: Take, method: &Method, head: &Parts, body: Body, cap: usize) -> Self {
        let mut bare = Response::new(());
        *bare.status_mut() = head.status;
        *bare.version_mut() = head.version;
        *bare.headers_mut() = head.headers.clone();
        // The length of a body that does not come (RFC 9110 §8.6) ends nothing.
        let has_body = method != Method::HEAD && head.status != StatusCode::NOT_MODIFIED;
        let length = head.headers.get(CONTENT_LENGTH).filter(|_| has_body);
        let mut overheard = Self {
            body,
            listener: Some(Listener {
                take,
                head: bare,
                heard: BytesMut::new(),
                length: length.and_then(|it| it.to_str().ok()?.parse().ok()),
                cap,
            }),
        };
        overheard.end_if_whole();
        overheard
    }

    fn hear(&mut self, data: &Bytes) {
        let Some(listener) = &mut self.listener else {
            return;
        };
        if listener.heard.len() + data.len() > listener.cap {
            self.lose(Loss::TooLarge);
        } else {
            listener.heard.extend_from_slice(data);
        }
    }

    /// Whoever reads a body need not ask for more once it has its length, so the end is noticed
    /// with the last byte.
    fn end_if_whole(&mut self) {
        let has_all = |it: &Listener| it.length == Some(it.heard.len());
        if self.body.is_end_stream() || self.listener.as_ref().is_some_and(has_all) {
            self.end();
        }
    }

    fn end(&mut self) {
        let Some(listener) = self.listener.take() else {
            return;
        };
        let heard = listener.heard.freeze();
        if listener.length.is_some_and(|length| length != heard.len()) {
            listener.take.lose(Loss::CutOff);
        } else {
            listener.take.keep(&listener.head.map(|()| heard));
        }
    }

    fn lose(&mut self, loss: Loss) {
        if let Some(listener) = self.listener.take() {
            listener.take.lose(loss);
        }
    }
}

impl http_body::Body for Overheard {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(cx));
        match &frame {
            Some(Ok(frame)) => {
                if let Some(data) = frame.data_ref() {
                    this.hear(data);
                }
                this.end_if_whole();
            }
            Some(Err(_)) => this.lose(Loss::CutOff),
            None => this.end(),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
