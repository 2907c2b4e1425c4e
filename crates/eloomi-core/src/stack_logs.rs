//! A lid on what the HTTP stack writes to the log.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use tracing::{
    Dispatch, Event, Metadata, Subscriber, dispatcher,
    level_filters::LevelFilter,
    span::{Attributes, Id, Record},
    subscriber::{Interest, NoSubscriber},
};

/// The subscriber of whoever polls, with everything below a level left out.
///
/// Stacks log what they read and write, at their finest level headers too; a log that has a
/// token in it is no log that one can show. Spans and events of ours are made outside of it.
struct Lid {
    below: Dispatch,
    most: LevelFilter,
}

impl Subscriber for Lid {
    /// Asked each time: whether a call site may speak depends on who is polled.
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.most)
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.most && self.below.enabled(metadata)
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        self.below.new_span(attributes)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.below.record(span, values);
    }

    fn record_follows_from(&self, span: &Id, follows: &Id) {
        self.below.record_follows_from(span, follows);
    }

    fn event(&self, event: &Event<'_>) {
        self.below.event(event);
    }

    fn enter(&self, span: &Id) {
        self.below.enter(span);
    }

    fn exit(&self, span: &Id) {
        self.below.exit(span);
    }

    fn clone_span(&self, span: &Id) -> Id {
        self.below.clone_span(span)
    }

    fn try_close(&self, span: Id) -> bool {
        self.below.try_close(span)
    }
}

/// A lid for whoever polls now; `None` where nobody listens.
pub(crate) fn lid(most: LevelFilter) -> Option<Dispatch> {
    if !dispatcher::has_been_set() || most == LevelFilter::TRACE {
        return None;
    }
    let below = dispatcher::get_default(Dispatch::clone);
    if below.is::<NoSubscriber>() {
        // Somebody listens elsewhere. A lid costs a look at every call site there is, for each lid
        // that there is: a thousand calls at once would be busy with nothing else (row F101).
        return None;
    }
    Some(Dispatch::new(Lid { below, most }))
}

/// Polls a future of the stack under a lid. What the stack spawns while it is polled takes the lid
/// along, if it takes the current dispatcher along at all, as `eloomi-hyper` does.
pub(crate) struct Quiet<F> {
    pub(crate) future: F,
    pub(crate) lid: Option<Dispatch>,
}

impl<F: Future + Unpin> Future for Quiet<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = &mut *self;
        match &this.lid {
            Some(lid) => dispatcher::with_default(lid, || Pin::new(&mut this.future).poll(cx)),
            None => Pin::new(&mut this.future).poll(cx),
        }
    }
}
