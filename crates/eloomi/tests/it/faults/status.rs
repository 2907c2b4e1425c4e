//! Faults that a status tells of, and of time: F70 to F84.

mod door;
pub(super) mod odd_clock;

use std::{sync::Arc, time::Duration};

use eloomi::{
    Budget, CallOptions, Client, ClientBuilder, ClientCredentials, Clock as _, Error,
    HyperTransport, Lane, ReqwestTransport, SystemClock, Transport,
};
use eloomi_sim::{FaultScript, FaultServer, Simulator};

use self::{door::Door, odd_clock::OddClock};
use super::driver::{
    Ask, Axis, Knobs, Served, Shown, Simulated, Wiring, ask, by_the_table_asking, client,
    same_on_every_stack,
};
use crate::ground::credentials;

by_the_table! {
    f72_redirect_loop(get);
    f77_rate_limit_headers_unusable(get);
    f79_conflict_and_other_refusals(get, post);
    f84_overloaded_and_slow(get, post);
}

by_hand! {
    f70_redirect_to_another_host(get, post) |axis| {
        let mut seen = Shown::new();
        let elsewhere = FaultServer::start(script(&[OK])).await.unwrap();
        let to = format!("http://127.0.0.1:{}/", elsewhere.port());
        for status in [302, 307] {
            seen.case(Some(&format!("{status} to another port")));
            let answer = format!(r#"{{ answer = {{ status = {status}, headers = ["location: {to}"] }} }}"#);
            let served = Served::start(script(&[&answer]), &axis, &Knobs::default()).await;
            seen.outcome(&ask(&served.client, Ask::of(axis.method.as_ref())).await);
            served.shown(&mut seen).await;
        }

        seen.case(Some("307 of the token request, whose form has the secret"));
        let fault = format!("redirect=307:{to}oauth/token@POST /oauth/token");
        let simulated = Simulated::start(&[fault], &axis, &Knobs::default()).await;
        let asked = Ask::of(axis.method.as_ref()).of_somebody(&simulated.sim);
        seen.outcome(&ask(&simulated.client, asked).await);
        simulated.shown(&mut seen);

        elsewhere.quiet().await;
        seen.line(format_args!("elsewhere: {}", elsewhere.journal()));
        seen.rename(&format!(":{}/", elsewhere.port()), ":PORT/");
        same_on_every_stack("f70_redirect_to_another_host", &axis, &seen);
    }

    f71_redirect_to_plain_http(get) |axis| {
        let mut seen = Shown::new();
        let door = Door::open().await;
        let to = format!("http://localhost:{}/", door.port());
        let answer = format!(r#"{{ answer = {{ status = 302, headers = ["location: {to}"] }} }}"#);
        let redirect = format!(r#"tls = "h1"
            connections = [["read", {answer}, "expect_eof"]]"#);
        let server = FaultServer::start(toml::from_str(&redirect).unwrap()).await.unwrap();
        let knobs = Knobs::default();
        let stack = Wiring::of(server.root_certificate_pem(), &knobs).transport(axis.stack);
        let base_url = format!("https://localhost:{}", door.port());
        let client = client(&base_url, stack, &knobs);
        tokio::select! {
            () = door.lead_to(server.addr()) => {}
            () = async {
                seen.outcome(&ask(&client, Ask::Get(4711)).await);
                Served { server, client }.shown(&mut seen).await;
            } => {}
        }
        seen.line(format_args!("without TLS: {} connections", door.plain()));
        seen.rename(&format!(":{}/", door.port()), ":PORT/");
        same_on_every_stack("f71_redirect_to_plain_http", &axis, &seen);
    }

    f73_too_many_requests_with_seconds(get, post) |axis| {
        let mut seen = Shown::new();
        let fault = "retry-after=1,times=1@/v3/**".to_owned();
        let Simulated { sim, client } = Simulated::start(&[fault], &axis, &Knobs::default()).await;
        let asked = Ask::of(axis.method.as_ref()).of_somebody(&sim);
        let (clock, somebody) = (SystemClock::new(), Ask::Get(0).of_somebody(&sim));
        let refused = ask(&client, asked);
        let other = async {
            // It comes when the other lane was told to wait, and was told nothing itself.
            while client.stats().limit.unwrap().refused == 0 {
                clock.sleep(Duration::from_millis(2)).await;
            }
            let came = clock.now();
            let in_bulk = client.with(CallOptions::new().lane(Lane::Bulk));
            (ask(&in_bulk, somebody).await, clock.now().since(came))
        };
        let (refused, (other, waited)) = tokio::join!(refused, other);
        assert!(waited > Duration::from_millis(900), "{waited:?}");
        seen.outcome(&refused);
        seen.line("and in another lane, after the pause too:");
        seen.outcome(&other);
        seen.slots(&client);
        let mut answers: Vec<_> = sim.requests().iter().filter_map(|it| it.status).collect();
        answers[2..].sort_unstable(); // the two go at the same time
        seen.line(format_args!("answers {answers:?}"));
        same_on_every_stack("f73_too_many_requests_with_seconds", &axis, &seen);
    }

    f74_too_many_requests_with_date(get) |axis| {
        with_waits("f74_too_many_requests_with_date", &axis).await;
    }

    f75_retry_after_unusable(get) |axis| {
        with_waits("f75_retry_after_unusable", &axis).await;
    }

    f76_unavailable_for_a_day(get) |axis| {
        with_waits("f76_unavailable_for_a_day", &axis).await;
    }

    f78_internal_server_error(get, post) |axis| {
        let mut seen = Shown::new();
        for fault in ["status=500,times=1@/v3/**", "status=500@/v3/**"] {
            seen.case(Some(fault));
            let simulated = Simulated::start(&[fault.to_owned()], &axis, &Knobs::default()).await;
            let asked = Ask::of(axis.method.as_ref()).of_somebody(&simulated.sim);
            seen.outcome(&ask(&simulated.client, asked).await);
            simulated.shown(&mut seen);
        }

        seen.case(Some("for ever, and there are four repetitions for all calls"));
        let fault = "status=500@/v3/**".to_owned();
        let mut simulated = Simulated::start(&[fault], &axis, &Knobs::default()).await;
        simulated.client = over(&simulated.sim, &axis).retry_quota(20).build().unwrap();
        for _ in 0..4 {
            let asked = Ask::of(axis.method.as_ref()).of_somebody(&simulated.sim);
            seen.outcome(&ask(&simulated.client, asked).await);
        }
        simulated.shown(&mut seen);
        same_on_every_stack("f78_internal_server_error", &axis, &seen);
    }

    f80_every_token_refused() |axis| {
        let mut seen = Shown::new();
        let fault = "refuse-tokens@/v3/**".to_owned();
        let simulated = Simulated::start(&[fault], &axis, &Knobs::default()).await;
        let asked = Ask::Get(0).of_somebody(&simulated.sim);
        seen.outcome(&ask(&simulated.client, asked).await);
        simulated.shown(&mut seen);
        let many = futures_util::future::join_all((0..20).map(|_| ask(&simulated.client, asked)));
        for outcome in many.await {
            assert!(outcome.unwrap_err().is_auth());
        }
        let tokens = simulated.sim.token_requests();
        seen.line(format_args!("twenty others, at once: {tokens} token requests, as before"));
        same_on_every_stack("f80_every_token_refused", &axis, &seen);
    }

    f81_refused_with_reasons(get, post) |axis| {
        by_the_table_asking("f81_refused_with_reasons", &axis, async |client, asked, seen| {
            let outcome = ask(client, asked).await;
            seen.outcome(&outcome);
            let words = outcome.as_ref().err().and_then(Error::server_message);
            seen.line(format_args!("  in its words: {words:?}"));
        })
        .await;
    }

    f82_wall_clock_wrong() |axis| {
        let mut seen = Shown::new();
        for (ahead, skew) in [(7200, -7200), (-7200, 7200)] {
            seen.case(Some(&format!("{ahead} s ahead, and the service {skew} s")));
            let sim = Simulator::builder()
                .seed(7)
                .token_lifetime(HOUR)
                .fault(format!("date-skew={skew}@*").parse().unwrap())
                .fault("latency=200,times=1,after=1@/v3/**".parse().unwrap())
                .start()
                .await
                .unwrap();
            let clock = OddClock::ahead(ahead);
            let client = over(&sim, &axis).clock(Arc::new(clock.clone())).build().unwrap();
            let asked = Ask::Get(0).of_somebody(&sim);
            seen.outcome(&ask(&client, asked).await);
            let jump = async {
                clock.sleep(Duration::from_millis(100)).await;
                clock.jump(-ahead);
            };
            let (outcome, ()) = tokio::join!(ask(&client, asked), jump);
            seen.outcome(&outcome);
            seen.outcome(&ask(&client, asked).await);
            Simulated { sim, client }.shown(&mut seen);
        }

        seen.case(Some("the token says that it ended in 1970"));
        // {"alg":"none"} and {"exp":1}
        let token = r#"{ json = '{"token_type":"Bearer","expires_in":3600,"access_token":"eyJhbGciOiJub25lIn0.eyJleHAiOjF9."}' }"#;
        let server = FaultServer::start(script(&[token, OK, OK])).await.unwrap();
        let stack = Wiring::default().transport(axis.stack);
        let client = set_up(Client::builder(ClientCredentials::new(200, "sim-canary"), stack))
            .base_url(server.base_url())
            .build()
            .unwrap();
        for _ in 0..2 {
            seen.outcome(&ask(&client, Ask::Get(4711)).await);
        }
        Served { server, client }.shown(&mut seen).await;
        same_on_every_stack("f82_wall_clock_wrong", &axis, &seen);
    }

    f83_suspended_for_hours() |axis| {
        let mut seen = Shown::new();
        let night = 8 * HOUR;
        for (name, counts) in [("a clock that goes on", true), ("a clock that stands still", false)] {
            for wakes_up_to in [Ask::Get(0), Ask::Create] {
                seen.case(Some(name));
                let sim = Simulator::builder().seed(7).token_lifetime(HOUR);
                let sim = sim.start().await.unwrap();
                let clock = OddClock::default();
                let client = over(&sim, &axis).clock(Arc::new(clock.clone())).build().unwrap();
                seen.outcome(&ask(&client, Ask::Get(0).of_somebody(&sim)).await);
                sim.advance(night);
                if counts {
                    clock.suspend(night);
                }
                seen.outcome(&ask(&client, wakes_up_to.of_somebody(&sim)).await);
                Simulated { sim, client }.shown(&mut seen);
            }
        }

        seen.case(Some("a connection that was idle for longer than it may be"));
        let server = FaultServer::start(script(&[OK])).await.unwrap();
        let limit = Duration::from_millis(100);
        let stack: Arc<dyn Transport> = if let Stack::Hyper = axis.stack {
            let builder = HyperTransport::builder().trust_nobody().idle_timeout(limit);
            Arc::new(builder.build().unwrap())
        } else {
            let builder = ReqwestTransport::builder().trust_nobody().idle_timeout(limit);
            Arc::new(builder.build().unwrap())
        };
        let client = client(&server.base_url(), stack, &Knobs::default());
        seen.outcome(&ask(&client, Ask::Get(4711)).await);
        SystemClock::new().sleep(4 * limit).await;
        seen.outcome(&ask(&client, Ask::Create).await);
        Served { server, client }.shown(&mut seen).await;
        same_on_every_stack("f83_suspended_for_hours", &axis, &seen);
    }
}

const HOUR: Duration = Duration::from_secs(3600);

/// A step that answers with a person.
const OK: &str = r#"{ json = '{"status_code":200,"data":{"id":4711}}' }"#;

/// A request for each answer, on one connection.
fn script(answers: &[&str]) -> FaultScript {
    let steps: Vec<_> = answers
        .iter()
        .map(|answer| format!(r#""read", {answer}"#))
        .collect();
    let script = format!(r#"connections = [[{}, "expect_eof"]]"#, steps.join(", "));
    toml::from_str(&script).unwrap()
}

/// A client of the simulator that is not built yet.
fn over(sim: &Simulator, axis: &Axis) -> ClientBuilder {
    let stack = Wiring::default().transport(axis.stack);
    set_up(Client::builder(credentials(sim), stack)).base_url(sim.base_url())
}

/// As rows have it by default.
fn set_up(builder: ClientBuilder) -> ClientBuilder {
    builder
        .user_agent("faults/1")
        .budget(Budget::new(600, Duration::from_secs(60)))
        .options(Knobs::default().options())
}

/// Runs a row of the table, and shows with each error how long to wait.
async fn with_waits(name: &'static str, axis: &Axis) {
    by_the_table_asking(name, axis, async |client, asked, seen| {
        let outcome = ask(client, asked).await;
        seen.outcome(&outcome);
        if let Err(error) = outcome {
            seen.line(match error.retry_after().map(|wait| wait.as_millis()) {
                None => "  nothing is said of a wait".to_owned(),
                // The shortest stop, and what is left of the window, with up to a second of jitter.
                Some(900..2_100) => "  try again in a second or two".to_owned(),
                Some(58_000..62_000) => "  try again in a minute".to_owned(),
                Some(wait) => format!("  try again in {} s", wait / 1000),
            });
        }
    })
    .await;
}
