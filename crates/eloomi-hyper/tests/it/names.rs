//! Names that a test finds the addresses of.

use std::{
    error::Error as _,
    io,
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
};

use eloomi_core::{Phase, Transport};

use crate::{
    server::{Server, exchange, get, nobody},
    stack::builder,
    texts::assert_silent,
};

const URL: &str = "http://api.example.com/mark-path?mark-query=1";
const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

fn found_at(addresses: Vec<SocketAddr>) -> impl Transport + Clone + 'static {
    let found = move |_| std::future::ready(Ok(addresses.clone()));
    builder().resolver(found).build().unwrap()
}

fn not_found(kind: io::ErrorKind) -> impl Transport + Clone + 'static {
    let not_found = move |_| std::future::ready(Err(kind.into()));
    builder().resolver(not_found).build().unwrap()
}

#[tokio::test]
async fn the_resolver_is_asked_for_the_host_alone() {
    let server = Server::answering(OK).await;
    let address = server.address();
    let (told, asked) = std::sync::mpsc::channel();
    let resolve = move |host| {
        told.send(host).unwrap();
        std::future::ready(Ok(vec![address]))
    };
    let transport = builder().resolver(resolve).build().unwrap();
    exchange(&transport, get(URL)).await.unwrap();
    assert_eq!(asked.try_iter().collect::<Vec<_>>(), ["api.example.com"]);
}

#[tokio::test]
async fn a_dead_address_is_passed_over_for_the_next() {
    let server = Server::answering(OK).await;
    let mut other_family = nobody().await;
    other_family.set_ip("::1".parse().unwrap());
    let addresses = vec![other_family, nobody().await, server.address()];
    let answer = exchange(&found_at(addresses), get(URL)).await.unwrap();
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn no_living_address_means_nothing_was_sent() {
    let addresses = vec![nobody().await, nobody().await];
    let error = exchange(&found_at(addresses), get(URL)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(!error.is_permanent());
}

#[tokio::test]
async fn a_host_that_moved_is_found_at_its_new_address() {
    let old = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    let new = Server::answering(OK).await;
    let (first, second) = (old.address(), new.address());
    let lookups = AtomicUsize::new(0);
    let resolve = move |_| {
        let address = if lookups.fetch_add(1, SeqCst) == 0 {
            first
        } else {
            second
        };
        std::future::ready(Ok(vec![address]))
    };
    let transport = builder().resolver(resolve).build().unwrap();
    exchange(&transport, get(URL)).await.unwrap();
    drop(old);
    // Until the end of the first connection is noticed.
    tokio::task::yield_now().await;
    exchange(&transport, get(URL)).await.unwrap();
    assert_eq!(new.connections(), 1);
}

#[tokio::test]
async fn a_name_that_does_not_exist_fails_for_good() {
    let transport = not_found(io::ErrorKind::NotFound);
    let error = exchange(&transport, get(URL)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(error.is_permanent());
    assert_silent(&error);
}

#[tokio::test]
async fn a_lookup_that_failed_may_succeed_another_time() {
    let transport = not_found(io::ErrorKind::Other);
    let error = exchange(&transport, get(URL)).await.unwrap_err();
    assert_eq!(error.phase(), Phase::NotSent);
    assert!(!error.is_permanent());
}

#[tokio::test]
async fn a_lookup_that_failed_names_the_host_and_no_more() {
    let transport = not_found(io::ErrorKind::Other);
    let error = exchange(&transport, get(URL)).await.unwrap_err();
    let mut causes = std::iter::successors(error.source(), |&cause| cause.source());
    assert!(causes.any(|cause| cause.to_string() == "no address of api.example.com is found"));
    assert_silent(&error);
}
