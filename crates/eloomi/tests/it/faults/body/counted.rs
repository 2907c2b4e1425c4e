//! How much of a body is held at once.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    task::{Context, Poll},
};

use eloomi::{
    Body, Transport, TransportError, async_trait,
    bytes::Bytes,
    http::{Request, Response},
};
use hyper::body::Frame;

/// A stack whose bodies are counted while they are read.
#[derive(Clone)]
pub(super) struct Counted {
    stack: Arc<dyn Transport>,
    taken: Arc<AtomicUsize>,
}

impl Counted {
    pub(super) fn new(stack: Arc<dyn Transport>) -> Self {
        Self {
            stack,
            taken: Arc::default(),
        }
    }

    /// How many bytes of bodies were taken from the stack so far.
    pub(super) fn taken(&self) -> usize {
        self.taken.load(SeqCst)
    }
}

#[async_trait]
impl Transport for Counted {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let answer = self.stack.send(request).await?;
        let taken = Arc::clone(&self.taken);
        Ok(answer.map(|body| Body::new(CountedBody { body, taken })))
    }
}

struct CountedBody {
    body: Body,
    taken: Arc<AtomicUsize>,
}

impl hyper::body::Body for CountedBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &frame
            && let Some(bytes) = frame.data_ref()
        {
            self.taken.fetch_add(bytes.len(), SeqCst);
        }
        frame
    }
}
