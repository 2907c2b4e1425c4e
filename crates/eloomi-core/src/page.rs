//! One page of a list on its way.

use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{Request, StatusCode};

use crate::{
    Error, ErrorKind, Phase, Reply, ResponseError, TransportError,
    attempts::Attempts,
    nesting::Nesting,
    read::{Incoming, ReadError, is_json},
    scan::{Scanned, Scanner},
};

/// A page whose head has come.
pub(crate) enum OpenPage {
    /// A success: its items are read one by one.
    Arriving(Box<Arriving>),
    /// Anything else, read whole.
    Whole(Box<Attempts>, Reply),
}

/// The body of a success, split as it comes.
pub(crate) struct Arriving {
    pub(crate) attempts: Attempts,
    incoming: Incoming,
    scanner: Scanner,
    max_depth: usize,
}

/// What stands next on a page.
pub(crate) enum Next {
    Item(Bytes),
    /// The page is over; this is the answer without its items.
    End(Reply),
}

impl OpenPage {
    /// Asks for the page that `request` describes. Owns all it needs, so that a stream can
    /// keep it while it waits.
    pub(crate) async fn open(
        mut attempts: Attempts,
        request: Request<Bytes>,
        items: &'static str,
    ) -> Result<Self, Error> {
        let incoming = attempts.head(&request).await?;
        // Of a 204 there is nothing to split, of a refusal there is no list.
        let has_list = incoming.status.is_success() && incoming.status != StatusCode::NO_CONTENT;
        if !has_list {
            let reply = attempts.read(incoming).await?;
            return Ok(Self::Whole(Box::new(attempts), reply));
        }
        let options = &attempts.session.options;
        Ok(Self::Arriving(Box::new(Arriving {
            scanner: Scanner::new(items, options.item_cap()),
            max_depth: options.depth_cap(),
            incoming,
            attempts,
        })))
    }
}

impl Arriving {
    /// The next item, or the end of the page. The deadline runs only while nothing is here.
    pub(crate) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Next, Error>> {
        loop {
            match self.scanner.next() {
                Scanned::Item(json) if Nesting::of(&json).deepest > self.max_depth => {
                    return Poll::Ready(Err(self.refused(
                        ErrorKind::Decode,
                        "an item is nested deeper than `max_depth`",
                    )));
                }
                Scanned::Item(json) => return Poll::Ready(Ok(Next::Item(json))),
                Scanned::TooLarge => {
                    return Poll::Ready(Err(self.refused(
                        ErrorKind::TooLarge,
                        "an item, or the envelope around the list, is larger than `max_item`",
                    )));
                }
                Scanned::Malformed => {
                    return Poll::Ready(Err(
                        self.refused(ErrorKind::Decode, "the list is not JSON")
                    ));
                }
                Scanned::More => {}
            }
            let deadline = &mut self.attempts.deadline;
            match ready!(self.incoming.poll_piece_in_time(cx, deadline)) {
                Err(expired) => return Poll::Ready(Err(self.attempts.call.timeout_error(expired))),
                Ok(Some(Ok(piece))) => self.scanner.push(&piece),
                Ok(Some(Err(error))) => return Poll::Ready(Err(self.read_error(error))),
                Ok(None) => {
                    let envelope = self.scanner.take_envelope();
                    if Nesting::of(&envelope).deepest > self.max_depth {
                        return Poll::Ready(Err(self.refused(
                            ErrorKind::Decode,
                            "the envelope around the list is nested deeper than `max_depth`",
                        )));
                    }
                    let (status, headers) = (self.incoming.status, self.incoming.headers.clone());
                    // Brackets of an HTML page tell nothing.
                    let is_open = is_json(&headers) && Nesting::of(&envelope).is_open;
                    if self.scanner.is_in_list() || is_open {
                        // A body that ends with its connection looks whole to HTTP (F42).
                        let cause = TransportError::new(Phase::HeadReceived, "the list has no end");
                        return Poll::Ready(Err(self.read_error(cause.into())));
                    }
                    return Poll::Ready(Ok(Next::End(Reply::new(status, headers, envelope))));
                }
            }
        }
    }

    /// What the page's attempts have left.
    pub(crate) fn into_attempts(self: Box<Self>) -> Box<Attempts> {
        Box::new(self.attempts)
    }

    /// Nobody waits for the next item now.
    pub(crate) fn pause(&mut self) {
        self.attempts.deadline.pause();
    }

    /// The error that an item of this page makes of its answer.
    pub(crate) fn response_error(&self, error: ResponseError) -> Error {
        self.attempts
            .call
            .response_error(self.incoming.status, &self.incoming.headers, error)
    }

    fn refused(&self, kind: ErrorKind, detail: &'static str) -> Error {
        self.response_error(ResponseError::new(kind).detail(detail))
    }

    fn read_error(&self, error: ReadError) -> Error {
        self.attempts
            .call
            .read_error(self.incoming.status, &self.incoming.headers, error)
    }
}
