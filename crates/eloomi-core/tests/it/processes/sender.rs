//! A process that sends as much as it may.

use std::{
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{
    Body, Budget, CallOptions, Phase, Session, SharedBudget, Transport, TransportError,
};
use futures_util::future::join_all;
use http::{Request, Response};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::{REQUESTS, WINDOW};
use crate::things::{GET, call};

/// The variable that tells a process what to do.
pub(super) const ORDER: &str = "ELOOMI_CORE_TEST_ORDER";

/// How many requests it keeps under way, or in the queue.
const CALLERS: usize = 8;

/// A process, killed when this is dropped.
pub(super) struct Sender(Child);

impl Sender {
    pub(super) fn start(number: usize, address: SocketAddr, directory: &Path) -> Self {
        let order = format!("{number} {address} {}", directory.display());
        let process = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "processes::a_process_of_a_trial_sends_until_it_is_killed",
            ])
            .env(ORDER, order)
            .stdout(Stdio::null())
            .spawn();
        Self(process.unwrap())
    }

    pub(super) fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the process does: sends until there is no service any more.
pub(super) fn send(number: usize, address: &str, directory: &Path) {
    let requests = u32::try_from(REQUESTS).unwrap();
    let budget = Budget::new(requests, WINDOW).linger(Duration::from_millis(500));
    let base = format!("http://{address}").parse().unwrap();
    let session = Session::builder(base, Plain(address.to_owned()))
        .budget(budget)
        .share_budget(SharedBudget::new(directory))
        .options(CallOptions::new().attempt_timeout(Duration::from_secs(1)))
        .build();
    let caller = |_| {
        let session = session.clone();
        async move {
            loop {
                let sent = session.send(call(&GET).target(format!("/{number}"))).await;
                if sent.is_err_and(|error| !error.was_sent()) {
                    break;
                }
            }
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build().unwrap();
    runtime.block_on(join_all((0..CALLERS).map(caller)));
}

/// The least that HTTP needs.
struct Plain(String);

#[async_trait]
impl Transport for Plain {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let not_sent = |error| TransportError::new(Phase::NotSent, error);
        let lost = |error| TransportError::new(Phase::MaybeSent, error);
        let mut stream = TcpStream::connect(&self.0).await.map_err(not_sent)?;
        let head = format!("GET {} HTTP/1.1\r\n\r\n", request.uri().path());
        stream.write_all(head.as_bytes()).await.map_err(lost)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.map_err(lost)?;
        if answer.is_empty() {
            return Err(TransportError::new(Phase::MaybeSent, "no answer"));
        }
        Ok(Response::new(Body::from("")))
    }
}
