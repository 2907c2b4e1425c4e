//! Proxies of the environment, which only a process of its own can have.

use std::{
    env,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use eloomi_core::{Phase, Transport as _};
use tokio::{io::AsyncWriteExt as _, task::spawn_blocking};

use crate::{
    server::{Server, exchange, get, nobody, read_request},
    stack::{behind_a_proxy, transport},
    texts::assert_silent,
};

/// Tells the test that it is the process with the proxies, and where to go.
const TARGET: &str = "ELOOMI_TEST_TARGET";

fn target() -> Option<String> {
    env::var(TARGET).ok()
}

/// Runs the test `name` again, in a process whose environment names `proxy` everywhere.
async fn run_again(name: &str, target: &str, proxy: &str) {
    run_again_exempting("", name, target, proxy).await;
}

/// As [`run_again`], with the host `exempt` in `NO_PROXY`.
async fn run_again_exempting(exempt: &str, name: &str, target: &str, proxy: &str) {
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--exact", name, "--nocapture"]);
    for variable in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        child.env(variable, proxy);
        child.env(variable.to_lowercase(), proxy);
    }
    child.env("NO_PROXY", exempt).env("no_proxy", exempt);
    // Set where a `HTTP_PROXY` could be a header of a CGI's client.
    child.env_remove("REQUEST_METHOD");
    child.env(TARGET, target).stdin(Stdio::null());
    // The servers of this test live on its own thread.
    let done = spawn_blocking(move || child.output())
        .await
        .unwrap()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(
        said.contains("1 passed"),
        "{name} did not run again: {said}"
    );
}

/// A proxy that refuses everybody, and what it was asked.
async fn proxy() -> (Server, Arc<Mutex<Vec<String>>>) {
    proxy_saying("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").await
}

async fn proxy_saying(answer: &'static str) -> (Server, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let asks = Arc::clone(&asked);
    let server = Server::start(move |mut stream| {
        let asks = Arc::clone(&asks);
        async move {
            let request = read_request(&mut stream).await;
            let text = String::from_utf8_lossy(&request).into_owned();
            asks.lock().unwrap().push(text);
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    })
    .await;
    (server, asked)
}

#[tokio::test]
async fn proxies_of_the_environment_are_ignored() {
    if let Some(target) = target() {
        let answer = exchange(&transport(), get(&target)).await.unwrap();
        assert_eq!(answer.status(), 200);
        let url = format!("https://localhost:{}/", nobody().await.port());
        let error = transport().send(get(&url)).await.unwrap_err();
        assert_eq!(error.phase(), Phase::NotSent);
        return;
    }
    let (proxy, asked) = proxy().await;
    let server = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let name = "proxies::proxies_of_the_environment_are_ignored";
    run_again(name, &server.url("/"), &proxy.url("")).await;
    assert_eq!(server.connections(), 1);
    assert_eq!(*asked.lock().unwrap(), [""; 0]);
}

#[tokio::test]
async fn a_proxy_that_is_asked_for_gets_a_tunnel_to_the_host_and_nothing_else() {
    if let Some(target) = target() {
        let error = behind_a_proxy().send(get(&target)).await.unwrap_err();
        assert_eq!(error.phase(), Phase::NotSent);
        assert!(!error.is_permanent());
        return;
    }
    let (proxy, asked) = proxy().await;
    let name = "proxies::a_proxy_that_is_asked_for_gets_a_tunnel_to_the_host_and_nothing_else";
    // A name: addresses of loopback may be reached without it.
    let host = format!("localhost:{}", nobody().await.port());
    let target = format!("https://{host}/mark-path?mark-query");
    run_again(name, &target, &proxy.url("")).await;
    let asked = asked.lock().unwrap();
    assert_eq!(asked.len(), 1);
    let line = format!("CONNECT {host} HTTP/1.1\r\n");
    assert!(asked[0].starts_with(&line), "{asked:?}");
    assert!(!asked[0].contains("mark-"), "{asked:?}");
}

#[tokio::test]
async fn a_host_that_the_environment_exempts_is_reached_directly() {
    if let Some(target) = target() {
        let error = behind_a_proxy().send(get(&target)).await.unwrap_err();
        assert_eq!(error.phase(), Phase::NotSent);
        return;
    }
    let (proxy, asked) = proxy().await;
    let target = format!("https://localhost:{}/", nobody().await.port());
    let name = "proxies::a_host_that_the_environment_exempts_is_reached_directly";
    run_again_exempting("localhost", name, &target, &proxy.url("")).await;
    assert_eq!(*asked.lock().unwrap(), [""; 0]);
}

#[tokio::test]
async fn loopback_is_reached_directly_though_a_proxy_was_asked_for() {
    if let Some(target) = target() {
        let answer = exchange(&behind_a_proxy(), get(&target)).await.unwrap();
        assert_eq!(answer.status(), 200);
        return;
    }
    let (proxy, asked) = proxy().await;
    let server = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let name = "proxies::loopback_is_reached_directly_though_a_proxy_was_asked_for";
    run_again(name, &server.url("/"), &proxy.url("")).await;
    assert_eq!(server.connections(), 1);
    assert_eq!(*asked.lock().unwrap(), [""; 0]);
}

#[tokio::test]
async fn a_proxy_that_wants_other_credentials_refuses_for_good_and_nobody_reads_them() {
    if let Some(target) = target() {
        let error = behind_a_proxy().send(get(&target)).await.unwrap_err();
        assert_eq!(error.phase(), Phase::NotSent);
        assert!(error.is_permanent());
        assert_silent(&error);
        return;
    }
    let answer = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
    let (proxy, asked) = proxy_saying(answer).await;
    let name =
        "proxies::a_proxy_that_wants_other_credentials_refuses_for_good_and_nobody_reads_them";
    let target = format!("https://localhost:{}/mark-path", nobody().await.port());
    let with_credentials = proxy
        .url("")
        .replace("http://", "http://mark-name:mark-word@");
    run_again(name, &target, &with_credentials).await;
    // They did get to the proxy: `mark-name:mark-word` in Base64.
    let asked = asked.lock().unwrap();
    assert!(
        asked[0].contains("bWFyay1uYW1lOm1hcmstd29yZA=="),
        "{asked:?}"
    );
}
