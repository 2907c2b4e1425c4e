//! Proxies of the environment, which only a process of its own can have: F15 and F16.

use std::{env, process::Command};

use eloomi_sim::FaultServer;

use crate::faults::driver::{
    Ask, Axis, Knobs, Shown, Wiring, ask, client, elsewhere, same_on_every_stack, told,
};

const SERVED: &str =
    r#"connections = [["read", { json = '{"status_code":200,"data":{"id":4711}}' }, "read"]]"#;

async fn server(script: &str) -> FaultServer {
    FaultServer::start(toml::from_str(script).unwrap())
        .await
        .unwrap()
}

/// In the process with the proxy: asks, and shows what comes of it.
async fn asks(base_url: &str, axis: &Axis, proxy_from_env: bool) {
    let knobs = Knobs {
        connect_timeout: told("CONNECT_TIMEOUT").map(|time| time.parse().unwrap()),
        ..Knobs::default()
    };
    let wiring = Wiring {
        proxy_from_env,
        ..Wiring::of(told("ROOTS").as_deref(), &knobs)
    };
    let client = client(base_url, wiring.transport(axis.stack), &knobs);
    let mut seen = Shown::new();
    let outcome = ask(&client, Ask::of(None)).await;
    seen.outcome(&outcome);
    seen.says(&outcome, told("SAYS").as_deref());
    seen.slots(&client);
    seen.hand_over();
}

/// A process in whose environment this proxy stands everywhere, but for the `exempt` host.
fn behind(proxy: &FaultServer, exempt: &str) -> Command {
    let mut process = Command::new(env::current_exe().unwrap());
    let url = format!("http://sim-name:sim-word@{}", proxy.addr());
    for variable in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        process.env(variable, &url);
        process.env(variable.to_lowercase(), &url);
    }
    process.env("NO_PROXY", exempt).env("no_proxy", exempt);
    // Set where a `HTTP_PROXY` could be a header of a CGI's client.
    process.env_remove("REQUEST_METHOD");
    process
}

by_hand! {
    f15_proxy_refuses() |axis| {
        if let Some(base_url) = told("BASE_URL") {
            return asks(&base_url, &axis, true).await;
        }
        let mut seen = Shown::new();
        for (case, script, says) in [
            (
                "it wants other credentials",
                r#"connections = [["read", { answer = { status = 407, headers = ["proxy-authenticate: Basic"] } }, "expect_eof"]]"#,
                "proxy authorization required",
            ),
            (
                "it refuses the tunnel",
                r#"connections = [["read", { answer = { status = 502 } }, "expect_eof"]]"#,
                "tunnel error: unsuccessful",
            ),
            (
                "it is slow",
                r#"connections = [["read", "timeout"]]"#,
                "TimedOut",
            ),
        ] {
            seen.case(Some(case));
            let proxy = server(script).await;
            let told = [
                ("BASE_URL", "https://people.example.com"),
                ("CONNECT_TIMEOUT", "400"),
                ("SAYS", says),
            ];
            let shown = elsewhere(module_path!(), &axis, &told, behind(&proxy, "")).await;
            proxy.quiet().await;
            seen.line(format_args!("{shown}\nthe proxy:\n{}", proxy.journal()));
        }
        seen.case(Some("the host is excepted"));
        let proxy = server(SERVED).await;
        let server = server(&format!("tls = \"h1\"\n{SERVED}")).await;
        let told = [
            ("BASE_URL", &*server.base_url()),
            ("ROOTS", server.root_certificate_pem().unwrap()),
        ];
        let shown = elsewhere(module_path!(), &axis, &told, behind(&proxy, "localhost")).await;
        server.quiet().await;
        seen.line(format_args!(
            "{shown}\nthe proxy:\n{}the host:\n{}",
            proxy.journal(),
            server.journal()
        ));
        same_on_every_stack("f15_proxy_refuses", &axis, &seen);
    }

    f16_proxy_in_the_environment() |axis| {
        if let Some(base_url) = told("BASE_URL") {
            return asks(&base_url, &axis, false).await;
        }
        let mut seen = Shown::new();
        let with_tls = format!("tls = \"h1\"\n{SERVED}");
        for (case, script) in [("https", with_tls.as_str()), ("http", SERVED)] {
            seen.case(Some(case));
            let (proxy, server) = (server(SERVED).await, server(script).await);
            let base_url = server.base_url();
            let mut told = vec![("BASE_URL", &*base_url)];
            told.extend(server.root_certificate_pem().map(|roots| ("ROOTS", roots)));
            let shown = elsewhere(module_path!(), &axis, &told, behind(&proxy, "")).await;
            server.quiet().await;
            seen.line(format_args!(
                "{shown}\nthe proxy:\n{}the host:\n{}",
                proxy.journal(),
                server.journal()
            ));
        }
        same_on_every_stack("f16_proxy_in_the_environment", &axis, &seen);
    }
}
