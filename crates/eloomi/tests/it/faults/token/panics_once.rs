//! A transport with a bug.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::SeqCst},
};

use eloomi::{
    Body, Transport, TransportError, async_trait,
    bytes::Bytes,
    http::{Request, Response},
};

use super::stage::TOKEN;

/// Panics at the first token request, when others wait for it, and hands all else to a stack.
pub(super) struct PanicsOnce {
    stack: Arc<dyn Transport>,
    has_panicked: AtomicBool,
}

impl PanicsOnce {
    pub(super) fn over(stack: Arc<dyn Transport>) -> Arc<dyn Transport> {
        Arc::new(Self {
            stack,
            has_panicked: AtomicBool::new(false),
        })
    }
}

#[async_trait]
impl Transport for PanicsOnce {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let is_token = request.uri().path() == TOKEN;
        if is_token && !self.has_panicked.swap(true, SeqCst) {
            tokio::task::yield_now().await;
            panic!("the row wants it so");
        }
        self.stack.send(request).await
    }
}
