//! Names that are not found, or found at dead addresses, or at others than before: F05 to F07.

use std::{
    io,
    net::{Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use eloomi::Client;
use eloomi_sim::{FaultScript, FaultServer};
use futures_util::{FutureExt as _, future};

use crate::faults::driver::{
    Ask, Axis, Knobs, Resolve, Shown, Wiring, ask, client, pause, same_on_every_stack,
};

const NOBODY: &str = r#"listen = "closed""#;
const BLACK_HOLE: &str = r#"listen = "full-backlog""#;
const ONCE: &str = r#"
    tls = "h1"
    connections = [["read", { json = '{"status_code":200,"data":{"id":4711}}' }, "fin"]]
"#;
const TWICE: &str = r#"
    tls = "h1"
    connections = [[
        "read", { json = '{"status_code":200,"data":{"id":4711}}' },
        "read", { json = '{"status_code":200,"data":{"id":4711}}' },
        "read",
    ]]
"#;

async fn server(script: &str) -> FaultServer {
    let script: FaultScript = toml::from_str(script).unwrap();
    FaultServer::start(script).await.unwrap()
}

/// What a resolver was asked.
type Asked = Arc<Mutex<Vec<String>>>;

/// A resolver whose lookups have these outcomes, one after the other; the last one stays.
fn resolver(outcomes: Vec<Result<Vec<SocketAddr>, io::ErrorKind>>) -> (Resolve, Asked) {
    let asked = Asked::default();
    let asks = Arc::clone(&asked);
    let resolve: Resolve = Arc::new(move |host| {
        let mut asks = asks.lock().unwrap();
        let outcome = outcomes[asks.len().min(outcomes.len() - 1)].clone();
        asks.push(host);
        future::ready(outcome.map_err(io::Error::from)).boxed()
    });
    (resolve, asked)
}

/// A client that trusts these servers and finds them with this resolver.
fn client_of(
    base_url: &str,
    servers: &[&FaultServer],
    resolve: Resolve,
    axis: &Axis,
    knobs: &Knobs,
) -> Client {
    let roots = servers
        .iter()
        .filter_map(|server| server.root_certificate_pem());
    let roots: String = roots.collect();
    let wiring = Wiring {
        resolve: Some(resolve),
        ..Wiring::of((!roots.is_empty()).then_some(&*roots), knobs)
    };
    client(base_url, wiring.transport(axis.stack), knobs)
}

by_hand! {
    f05_name_not_resolved() |axis| {
        let mut seen = Shown::new();
        let knobs = Knobs { connect_timeout: Some(300), ..Knobs::default() };
        let (not_found, not_found_asked) = resolver(vec![Err(io::ErrorKind::NotFound)]);
        let (failed, failed_asked) = resolver(vec![Err(io::ErrorKind::Other)]);
        let silent_asked = Asked::default();
        let asks = Arc::clone(&silent_asked);
        let silent: Resolve = Arc::new(move |host| {
            asks.lock().unwrap().push(host);
            future::pending().boxed()
        });
        let names_it = "no address of people.example.com is found";
        for (case, resolve, asked, says) in [
            ("there is no such host", not_found, not_found_asked, names_it),
            ("the resolver fails", failed, failed_asked, names_it),
            ("the resolver says nothing", silent, silent_asked, "TimedOut"),
        ] {
            seen.case(Some(case));
            let client = client_of("https://people.example.com", &[], resolve, &axis, &knobs);
            let outcome = ask(&client, Ask::of(None)).await;
            seen.outcome(&outcome);
            seen.says(&outcome, Some(says));
            let Err(error) = outcome else { unreachable!("there is nobody to ask") };
            let text = format!("{error:?}");
            assert!(!text.contains("v3") && !text.contains("https:"), "{text}");
            seen.slots(&client);
            seen.line(format_args!("asked for {}", asked.lock().unwrap().join(", ")));
        }
        same_on_every_stack("f05_name_not_resolved", &axis, &seen);
    }

    f06_first_address_dead() |axis| {
        let mut seen = Shown::new();
        // Half of it for the first address.
        let knobs = Knobs { connect_timeout: Some(1000), ..Knobs::default() };
        let (nobody, black_hole) = (server(NOBODY).await, server(BLACK_HOLE).await);
        let other_family = SocketAddr::from((Ipv6Addr::LOCALHOST, nobody.port()));
        for (case, dead) in [
            ("nobody listens", nobody.addr()),
            ("nobody listens, in the other family", other_family),
            ("nobody accepts", black_hole.addr()),
        ] {
            seen.case(Some(case));
            let server = server(ONCE).await;
            let (resolve, asked) = resolver(vec![Ok(vec![dead, server.addr()])]);
            let client = client_of("https://localhost", &[&server], resolve, &axis, &knobs);
            seen.outcome(&ask(&client, Ask::of(None)).await);
            seen.slots(&client);
            server.quiet().await;
            seen.line(format_args!("lookups {}", asked.lock().unwrap().len()));
            seen.line(server.journal());
        }
        same_on_every_stack("f06_first_address_dead", &axis, &seen);
    }

    f07_address_changes_while_pool_is_warm() |axis| {
        let mut seen = Shown::new();
        let (old, new) = (server(ONCE).await, server(TWICE).await);
        let (resolve, asked) = resolver(vec![Ok(vec![old.addr()]), Ok(vec![new.addr()])]);
        let servers = [&old, &new];
        let client = client_of("https://localhost", &servers, resolve, &axis, &Knobs::default());
        seen.outcome(&ask(&client, Ask::of(None)).await);
        old.quiet().await;
        // Until the pool has noticed, too.
        pause(300).await;
        seen.outcome(&ask(&client, Ask::of(None)).await);
        seen.outcome(&ask(&client, Ask::of(None)).await);
        seen.slots(&client);
        drop(client);
        new.quiet().await;
        seen.line(format_args!("lookups {}", asked.lock().unwrap().len()));
        seen.line(format_args!("the old server:\n{}", old.journal()));
        seen.line(format_args!("the new server:\n{}", new.journal()));
        same_on_every_stack("f07_address_changes_while_pool_is_warm", &axis, &seen);
    }
}
