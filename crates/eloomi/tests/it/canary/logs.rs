//! Logs at every level, of every stack and of whatever else runs on the thread.
//!
//! What stands outside, and why: what a stack says below a warning, over which the library has a
//! lid (`ClientBuilder::stack_logs`); a caller who lifts it has been told so.

use std::{
    io::{self, Seek as _},
    sync::Arc,
};

use async_trait::async_trait;
use eloomi::{Body, CallOptions, Client, LevelFilter, Transport, TransportError, bytes::Bytes};
use http::{Request, Response};
use tracing_subscriber::fmt::format::FmtSpan;

use super::{canary, everything::everything, own::Own, search, search::Search};
use crate::ground::{Stack, credentials, transport};

/// Everything that is logged on this thread meanwhile: events, and spans when they are made, are
/// entered, are left and end.
fn logged<T>(run: impl FnOnce() -> T) -> (T, String) {
    let file = Arc::new(tempfile::tempfile().unwrap());
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(Arc::clone(&file))
        .finish();
    let value = tracing::subscriber::with_default(subscriber, run);
    (&*file).rewind().unwrap();
    (value, io::read_to_string(&*file).unwrap())
}

/// What is logged while everything is asked for over this transport.
fn log_of(over: Arc<dyn Transport>, most: Option<LevelFilter>) -> (Search, String) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    logged(|| {
        runtime.block_on(async {
            let (sim, own) = (canary().await, Own::default());
            let mut builder = Client::builder(credentials(&sim), over)
                .base_url(sim.base_url())
                .options(CallOptions::new().attempts(1));
            if let Some(most) = most {
                builder = builder.stack_logs(most);
            }
            let client = builder.build().unwrap();
            everything(&client, &sim, &own).await;
            search(&sim, &own)
        })
    })
}

fn is_silent(stack: Stack) {
    let (search, log) = log_of(transport(stack, None), None);
    assert!(log.lines().count() > 500, "was anything logged? {log}");
    let found = search.found(log.as_bytes());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_log_at_trace_holds_nothing_on_hyper() {
    is_silent(Stack::Hyper);
}

#[test]
fn a_log_at_trace_holds_nothing_on_reqwest() {
    is_silent(Stack::Reqwest);
}

#[test]
fn a_log_at_trace_holds_nothing_on_tower() {
    is_silent(Stack::Tower);
}

/// A stack that says what it carries.
struct Chatty(Arc<dyn Transport>);

#[async_trait]
impl Transport for Chatty {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        tracing::debug!(uri = %request.uri(), body = ?request.body(), "sending");
        self.0.send(request).await
    }
}

/// The control, and the lid: the same words are not in the log, or are.
#[test]
fn a_chatty_stack_is_silenced_by_the_lid_and_found_without_it() {
    let chatty = || Arc::new(Chatty(transport(Stack::Hyper, None)));
    let (search, log) = log_of(chatty(), None);
    assert!(search.found(log.as_bytes()).is_empty());
    let (search, log) = log_of(chatty(), Some(LevelFilter::TRACE));
    let found = search.found(log.as_bytes());
    assert!(
        found.iter().any(|it| it.contains("User.employee_id")),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|it| it.contains("sent: UserChanges")),
        "{found:#?}"
    );
}
