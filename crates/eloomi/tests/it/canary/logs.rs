//! Logs at every level, of every stack and of whatever else runs on the thread.
//!
//! Both events and spans of `tracing` and records of `log`, with which reqwest and others speak. What
//! stands outside: what a stack tells `tracing` below a warning, over which the library has a lid
//! (`ClientBuilder::stack_logs`); a caller who lifts it has been told so.

use std::{
    cell::{Cell, RefCell},
    io::{self, Seek as _},
    sync::{
        Arc, Once,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

use async_trait::async_trait;
use eloomi::{Body, CallOptions, Client, LevelFilter, Transport, TransportError, bytes::Bytes};
use eloomi_sim::{Simulator, Tls};
use http::{Request, Response};
use tracing_subscriber::fmt::format::FmtSpan;

use super::{everything::everything, own::Own, search, search::Search};
use crate::ground::{Stack, credentials, transport};

thread_local! {
    /// Records of `log` on this thread.
    static RECORDS: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether somebody wants them.
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the records of `log`: it has one logger for all threads.
struct Records;

impl log::Log for Records {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        IS_LISTENING.get()
    }

    fn log(&self, record: &log::Record<'_>) {
        // A logger is there for the whole process: the other tests are not to pay for it.
        if !IS_LISTENING.get() {
            return;
        }
        let text = format!("{} {} {}\n", record.level(), record.target(), record.args());
        RECORDS.with_borrow_mut(|records| records.push_str(&text));
    }

    fn flush(&self) {}
}

static BEGIN: Once = Once::new();

/// On how many threads somebody listens. While nobody does, no record is made at all: `h2` makes
/// so many that other tests run out of time.
static LISTENERS: AtomicUsize = AtomicUsize::new(0);

/// Everything that is logged on this thread meanwhile: records, events, and spans when they are
/// made, are entered, are left and end.
fn logged<T>(run: impl FnOnce() -> T) -> (T, String) {
    BEGIN.call_once(|| log::set_logger(&Records).unwrap());
    RECORDS.take();
    IS_LISTENING.set(true);
    LISTENERS.fetch_add(1, SeqCst);
    log::set_max_level(log::LevelFilter::Trace);
    let file = Arc::new(tempfile::tempfile().unwrap());
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(Arc::clone(&file))
        .finish();
    let value = tracing::subscriber::with_default(subscriber, run);
    IS_LISTENING.set(false);
    if LISTENERS.fetch_sub(1, SeqCst) == 1 {
        log::set_max_level(log::LevelFilter::Off);
    }
    (&*file).rewind().unwrap();
    let log = io::read_to_string(&*file).unwrap();
    (value, format!("{log}{}", RECORDS.take()))
}

/// A transport that trusts these roots, if there are any.
type Make = fn(roots: Option<String>) -> Arc<dyn Transport>;

/// What is logged while everything is asked for over this transport.
fn log_of(make: Make, tls: Tls, most: Option<LevelFilter>) -> (Search, String) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    logged(|| {
        runtime.block_on(async {
            let sim = Simulator::builder().canary().tls(tls);
            let (sim, own) = (sim.start().await.unwrap(), Own::default());
            let over = make(sim.root_certificate_pem().map(str::to_owned));
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

/// In the clear, and with TLS and HTTP/2.
fn is_silent(make: Make) {
    for tls in [Tls::Off, Tls::H1AndH2] {
        let (search, log) = log_of(make, tls, None);
        assert!(log.lines().count() > 500, "was anything logged? {log}");
        let found = search.found(log.as_bytes());
        assert!(found.is_empty(), "{tls:?}: {found:#?}");
    }
}

#[test]
fn a_log_at_trace_holds_nothing_on_hyper() {
    is_silent(|roots| transport(Stack::Hyper, roots));
}

#[test]
fn a_log_at_trace_holds_nothing_on_reqwest() {
    is_silent(|roots| transport(Stack::Reqwest, roots));
}

#[test]
fn a_log_at_trace_holds_nothing_on_tower() {
    is_silent(|roots| transport(Stack::Tower, roots));
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
    let chatty: Make = |roots| Arc::new(Chatty(transport(Stack::Hyper, roots)));
    let (search, log) = log_of(chatty, Tls::Off, None);
    assert!(search.found(log.as_bytes()).is_empty());
    let (search, log) = log_of(chatty, Tls::Off, Some(LevelFilter::TRACE));
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

/// The control for records of `log`: they have no lid, and are found.
#[test]
fn a_record_of_log_is_found() {
    let ((), log) = logged(|| log::trace!("zxbcdfghjklmnpqr"));
    assert!(log.contains("TRACE"), "{log}");
    let search = Search::new([("zxbcdfghjklmnpqr".to_owned(), "here".to_owned())]);
    assert_eq!(search.found(log.as_bytes()).len(), 1);
}
