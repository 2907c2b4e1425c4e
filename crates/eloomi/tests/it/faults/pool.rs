//! Faults of connections that are kept: F90 to F97.

mod descriptors;
mod writes;

use eloomi::http::Method;
use eloomi_sim::FaultScript;

use super::driver::{Ask, Knobs, Served, Shown, ask, same_on_every_stack};

by_the_table! {
    f90_idle_connection_closed(get, post);
    f92_reset_after_second_request(get, post);
    f96_half_open_connection(get, post);
    f97_second_answer_to_one_request(get);
}

/// Every connection serves one request and is closed: at once, or a moment later, when the next
/// request has been written already.
fn closing() -> FaultScript {
    let json = r#"{ json = '{"status_code":200,"data":{"id":4711}}' }"#;
    let two = format!(r#"["read", {json}, "fin"], ["read", {json}, {{ sleep = 10 }}, "fin"]"#);
    let connections = vec![two; 15].join(", ");
    toml::from_str(&format!("connections = [{connections}]")).unwrap()
}

by_hand! {
    f91_closed_while_reused(get, post) |axis| {
        let served = Served::start(closing(), &axis, &Knobs::default()).await;
        let mut seen = Shown::new();
        // Who is faster is chance, each time. What must hold either way is shown.
        let (asked, mut succeeded) = (20, 0);
        for _ in 0..asked {
            match ask(&served.client, Ask::of(axis.method.as_ref())).await {
                Ok(_) => succeeded += 1,
                Err(error) => assert!(error.is_ambiguous(), "{error:?}"),
            }
        }
        served.server.quiet().await;
        let journal = served.server.journal();
        assert_eq!(journal.requests(), succeeded, "{journal}");
        if axis.method == Some(Method::POST) {
            assert_eq!(journal.posts(), succeeded);
            assert!(succeeded < asked, "no request met the end of a connection");
            seen.line("some are ambiguous, the others succeed; the server answered as many");
        } else {
            assert_eq!(succeeded, asked);
            seen.line("each succeeds; the server answered as many");
        }
        same_on_every_stack("f91_closed_while_reused", &axis, &seen);
    }
}
