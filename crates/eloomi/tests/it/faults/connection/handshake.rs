//! Servers that speak no TLS that we speak, or none: F11 and F12.

use eloomi_sim::FaultServer;

use crate::faults::driver::{Ask, Axis, Knobs, Shown, Wiring, ask, client, same_on_every_stack};

/// The alert `protocol_version` in a record of TLS 1.1 (RFC 4346 §7.2).
const ALERT: &str = r#"connections = [[{ hex = "15 0302 0002 02 46" }, "expect_eof"]]"#;

/// The `ServerHello` of TLS 1.1 with a cipher that TLS 1.2 has, too (RFC 4346 §7.4.1.3).
const SERVER_HELLO: &str = r#"connections = [[
    { hex = "16 0302 002a 02 000026 0302 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f 00 c013 00" },
    "expect_eof",
]]"#;

const PLAIN: &str = r#"connections = [[{ answer = { status = 400 } }, "expect_eof"]]"#;
const SECURE: &str = r#"
    tls = "h1"
    connections = [["read", { json = '{"status_code":200,"data":{"id":4711}}' }]]
"#;

/// Asks a server as if it spoke `scheme`, which it does not.
async fn misled(scheme: &str, script: &str, says: &str, axis: &Axis, seen: &mut Shown) {
    let server = FaultServer::start(toml::from_str(script).unwrap())
        .await
        .unwrap();
    let knobs = Knobs::default();
    let wiring = Wiring::of(server.root_certificate_pem(), &knobs);
    let base_url = format!("{scheme}://{}", server.addr());
    let client = client(&base_url, wiring.transport(axis.stack), &knobs);
    let outcome = ask(&client, Ask::of(None)).await;
    seen.outcome(&outcome);
    seen.says(&outcome, Some(says));
    seen.slots(&client);
    drop(client);
    server.quiet().await;
    seen.line(server.journal());
}

by_hand! {
    f11_tls_version_too_old() |axis| {
        let mut seen = Shown::new();
        seen.case(Some("the server refuses our versions"));
        misled("https", ALERT, "ProtocolVersion", &axis, &mut seen).await;
        seen.case(Some("the server goes on in TLS 1.1"));
        misled("https", SERVER_HELLO, "peer is incompatible", &axis, &mut seen).await;
        same_on_every_stack("f11_tls_version_too_old", &axis, &seen);
    }

    f12_plain_http_on_the_tls_port() |axis| {
        let mut seen = Shown::new();
        seen.case(Some("we speak TLS, the server plain HTTP"));
        misled("https", PLAIN, "is not TLS", &axis, &mut seen).await;
        seen.case(Some("we speak plain HTTP, the server TLS"));
        misled("http", SECURE, "is not HTTP", &axis, &mut seen).await;
        same_on_every_stack("f12_plain_http_on_the_tls_port", &axis, &seen);
    }
}
