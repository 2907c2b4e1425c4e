//! Faults of tokens: F100 to F112.

mod panics_once;
mod stage;

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
    time::Duration,
};

use eloomi::{CallOptions, Error};
use eloomi_sim::{Canned, Matcher, Tls, TokenRefusal};
use futures_util::{
    FutureExt as _,
    future::{join, join_all, select},
};

use tokio::{runtime, sync::oneshot, task::JoinHandle};

use self::{
    panics_once::PanicsOnce,
    stage::{Stage, TOKEN, a_moment, people},
};
use super::driver::{Ask, Axis, Knobs, Shown, Simulated, Wiring, ask, same_on_every_stack};

by_the_table! {
    f100_token_expires_in_flight(get, post);
    f108_odd_token();
    f109_challenge_tells_why();
}

by_hand! {
    f101_thundering_herd() |axis| {
        let mut seen = Shown::new();
        // One connection serves all of them, so that the herd meets the token and not the system.
        let builder = people().limit(0).tls(Tls::H1AndH2).token_lifetime(HOUR);
        let stage = Stage::start(builder, &axis, Knobs::default()).await;
        seen.case(Some("no token"));
        stage.all_ask(1_000, &mut seen).await;
        seen.case(Some("an expired one"));
        stage.leap(3_600);
        stage.all_ask(1_000, &mut seen).await;
        stage.shown(&mut seen);
        same_on_every_stack("f101_thundering_herd", &axis, &seen);
    }

    f102_leader_dropped() |axis| {
        let mut seen = Shown::new();
        for (name, answered, waits) in [
            ("while the server is busy with the token", false, true),
            ("when the token has come, and nobody has looked", true, true),
            ("and nobody else waits", true, false),
        ] {
            seen.case(Some(name));
            let stage = Stage::start(people(), &axis, Knobs::default()).await;
            let held = stage.sim.hold_next(Matcher::path(TOKEN));
            let mut leader = Box::pin(stage.ask());
            select(&mut leader, pin!(stage.requests_reach(1))).await;
            let mut waiter = Box::pin(stage.ask());
            if waits {
                assert!(!polled(&mut waiter, 1).await, "there is no token yet");
            }
            if answered {
                held.release();
                a_moment().await;
                drop(leader);
            } else {
                drop(leader);
                held.release();
            }
            seen.outcome(&waiter.await);
            stage.shown(&mut seen);
        }
        seen.case(Some("after each of its polls"));
        let dropped = dropped_after_each_poll(&axis).await;
        assert!(dropped > 3, "it is over after {dropped} polls");
        seen.line("all others are served, with one token request each time");
        same_on_every_stack("f102_leader_dropped", &axis, &seen);
    }

    f103_leader_panics() |axis| {
        let mut seen = Shown::new();
        seen.case(Some("a panic"));
        let sim = people().start().await.unwrap();
        let stack = Wiring::default().transport(axis.stack);
        let stage = Stage::over(sim, PanicsOnce::over(stack), Knobs::default());
        stage.all_ask(20, &mut seen).await;
        seen.case(Some("a second later"));
        stage.leap(1);
        stage.all_ask(20, &mut seen).await;
        stage.shown(&mut seen);

        seen.case(Some("the runtime ends"));
        let stage = Stage::start(people(), &axis, Knobs::default()).await;
        let held = stage.sim.hold_next(Matcher::path(TOKEN));
        let leader = OnAnotherRuntime::begin(&stage);
        stage.requests_reach(1).await;
        let mut waiter = Box::pin(stage.ask());
        assert!(!polled(&mut waiter, 1).await, "there is no token yet");
        leader.end().await;
        held.release();
        seen.outcome(&waiter.await);
        seen.case(Some("a second later"));
        stage.leap(1);
        stage.asks(&mut seen).await;
        same_on_every_stack("f103_leader_panics", &axis, &seen);
    }

    f104_token_endpoint_flaps() |axis| {
        let mut seen = Shown::new();
        // What the client is built with is for token requests; its calls have more time.
        let hasty = Knobs { attempts: Some(1), attempt_timeout: Some(1_000), ..Knobs::default() };
        let patient = CallOptions::new().attempt_timeout(Duration::from_secs(10));
        let life = Duration::from_secs(1_000);
        let mut stage = Stage::start(people().token_lifetime(life), &axis, hasty).await;
        stage.client = stage.client.with(patient);
        stage.asks(&mut seen).await;
        for (name, seconds, fault) in [
            ("it fails, 95 s before the end", 905, Some("status=500,times=1@POST /oauth/token")),
            ("seven seconds later", 7, None),
            ("it hangs", 4, Some("latency=4000,times=1@POST /oauth/token")),
            ("seven seconds later", 7, None),
            ("it answers", 4, None),
            ("after the end of the first token", 80, None),
        ] {
            seen.case(Some(name));
            stage.leap(seconds);
            if let Some(fault) = fault {
                stage.sim.fault(fault.parse().unwrap());
            }
            stage.all_ask(20, &mut seen).await;
        }
        stage.shown(&mut seen);

        seen.case(Some("without a good token"));
        let fault = "status=500,times=1@POST /oauth/token".parse().unwrap();
        let stage = Stage::start(people().fault(fault), &axis, Knobs::default()).await;
        stage.all_ask(20, &mut seen).await;
        stage.all_ask(20, &mut seen).await;
        seen.case(Some("a second later"));
        stage.leap(1);
        stage.all_ask(20, &mut seen).await;
        stage.shown(&mut seen);
        same_on_every_stack("f104_token_endpoint_flaps", &axis, &seen);
    }

    f105_client_refused() |axis| {
        let mut seen = Shown::new();
        for (name, refusal) in [("400", TokenRefusal::BadRequest), ("401", TokenRefusal::Unauthorized)] {
            seen.case(Some(name));
            let builder = people().switch(|switches| switches.token_refusal = refusal);
            let stage = Stage::start(builder, &axis, Knobs::default()).await;
            let fault = "oauth-error=invalid_client,message=canary";
            let status = if name == "400" { 400 } else { 401 };
            stage.sim.fault(format!("{fault},status={status},times=2@POST {TOKEN}").parse().unwrap());
            stage.all_ask(20, &mut seen).await;
            for (name, seconds) in [("25 seconds later", 25), ("after half a minute", 6), ("again", 31)] {
                seen.case(Some(name));
                stage.leap(seconds);
                stage.all_ask(20, &mut seen).await;
            }
            stage.shown(&mut seen);
        }
        same_on_every_stack("f105_client_refused", &axis, &seen);
    }

    f106_token_refused_otherwise() |axis| {
        let mut seen = Shown::new();
        for code in [
            "invalid_request",
            "invalid_grant",
            "invalid_scope,hint=Check the canary",
            "unauthorized_client",
            "unsupported_grant_type",
            "canary_of_no_list",
        ] {
            seen.case(Some(code));
            let fault = format!("oauth-error={code},message=The canary may not@POST {TOKEN}");
            let simulated = Simulated::start(&[fault], &axis, &Knobs::default()).await;
            let asked = Ask::Get(0).of_somebody(&simulated.sim);
            let outcome = ask(&simulated.client, asked).await;
            seen.outcome(&outcome);
            let words = outcome.as_ref().err().and_then(Error::server_message);
            seen.line(format_args!("  in its words: {words:?}"));
            simulated.shown(&mut seen);
        }
        same_on_every_stack("f106_token_refused_otherwise", &axis, &seen);
    }

    f107_odd_token_lifetime() |axis| {
        let mut seen = Shown::new();
        // Renewed four minutes ahead of the end, or in the last tenth if that is shorter.
        let (hour, year) = ([3_300, 120], [31_535_700, 120]);
        for (lifetime, leaps) in [
            ("absent", hour),
            ("0", [0, 0]),
            ("-1", [0, 0]),
            ("31535999", year),
            ("1e12", year),
            ("99999999999999999999", year),
            (r#""\"60\"""#, [50, 5]),
            ("soon", hour),
        ] {
            seen.case(Some(lifetime));
            let fault = format!("expires-in={lifetime}@POST {TOKEN}").parse().unwrap();
            let stage = Stage::start(people().token_lifetime(CENTURY).fault(fault), &axis, Knobs::default()).await;
            stage.asks(&mut seen).await;
            for seconds in leaps {
                seen.line(format_args!("{seconds} s later:"));
                stage.leap(seconds);
                stage.asks(&mut seen).await;
            }
            stage.shown(&mut seen);
        }
        same_on_every_stack("f107_odd_token_lifetime", &axis, &seen);
    }

    f110_replica_does_not_know_the_token() |axis| {
        let mut seen = Shown::new();
        for (name, fault) in [
            ("one request long", "replica-lag=60000,times=1@/v3/**"),
            ("for longer", "replica-lag=60000@/v3/**"),
        ] {
            seen.case(Some(name));
            let faults = [fault.to_owned()];
            let simulated = Simulated::start(&faults, &axis, &Knobs::default()).await;
            let asked = Ask::Get(0).of_somebody(&simulated.sim);
            seen.outcome(&ask(&simulated.client, asked).await);
            simulated.shown(&mut seen);
            let arrived = |number: usize| simulated.sim.requests()[number].arrived;
            let pause = arrived(3) - arrived(2);
            assert!(pause >= Duration::from_millis(200), "the token gets around in {pause:?}");
        }
        same_on_every_stack("f110_replica_does_not_know_the_token", &axis, &seen);
    }

    f111_token_answer_broken() |axis| {
        let mut seen = Shown::new();
        let page = "<html><body>Log in, canary!</body></html>";
        let page = Canned::new(200).header("content-type", "text/html").body(page);
        let cut = r#"{"token_type":"Bearer","access_token":"sim-canary"}"#;
        let cut = Canned::json(200, cut).cut_after(30);
        for (name, answers) in [
            ("an HTML page", vec![page]),
            ("cut short once", vec![cut.clone()]),
            ("cut short each time", vec![cut; 3]),
        ] {
            seen.case(Some(name));
            let stage = Stage::start(people(), &axis, Knobs::default()).await;
            for answer in answers {
                stage.sim.answer_next(Matcher::path(TOKEN), answer);
            }
            stage.asks(&mut seen).await;
            stage.asks(&mut seen).await;
            seen.line("a second later:");
            stage.leap(1);
            stage.asks(&mut seen).await;
            stage.shown(&mut seen);
        }
        same_on_every_stack("f111_token_answer_broken", &axis, &seen);
    }

    f112_revoked_with_many_in_flight() |axis| {
        let mut seen = Shown::new();
        let stage = Stage::start(people(), &axis, Knobs::default()).await;
        stage.asks(&mut seen).await;
        let late = stage.sim.hold_next(Matcher::any().method("GET"));
        stage.sim.fault("expire-in-flight,times=1@/v3/**".parse().unwrap());
        let many = join_all((0..50).map(|_| stage.ask()));
        let all_but_one = async {
            // The first token and its request, fifty that are refused, a token, and 49 again.
            stage.requests_reach(2 + 50 + 1 + 49).await;
            // Past the half second in which any refusal of the new token is forgiven (F110): that
            // this one is of the old token is what saves the new one.
            stage.leap(1);
            late.release();
        };
        for outcome in join(many, all_but_one).await.0 {
            assert_eq!(outcome.unwrap(), "the person");
        }
        seen.line("fifty at once, the refusal of one of them late: all succeed");
        stage.asks(&mut seen).await;
        stage.shown(&mut seen);
        same_on_every_stack("f112_revoked_with_many_in_flight", &axis, &seen);
    }
}

const HOUR: Duration = Duration::from_secs(3_600);

/// As the simulator keeps the tokens whose lifetime it tells wrongly.
const CENTURY: Duration = Duration::from_secs(3_155_760_000);

/// Drops the leader after its first poll, its second and so on, until it is over by itself; each
/// time one who waited and one who comes later are served by the one token request. How many polls
/// that were.
async fn dropped_after_each_poll(axis: &Axis) -> usize {
    let sim = people().limit(0).start().await.unwrap();
    let asked = Ask::Get(0).of_somebody(&sim);
    for polls in 1.. {
        let client = Simulated::beside(&sim, axis, &Knobs::default());
        let before = sim.token_requests();
        let mut leader = Box::pin(ask(&client, asked));
        let mut waiter = Box::pin(ask(&client, asked));
        let is_over = join(polled(&mut leader, polls), polled(&mut waiter, 1))
            .await
            .0;
        drop(leader);
        assert_eq!(waiter.await.unwrap(), "the person", "{polls} polls");
        assert_eq!(ask(&client, asked).await.unwrap(), "the person");
        assert_eq!(sim.token_requests() - before, 1, "{polls} polls");
        assert_eq!(client.stats().limit.unwrap().under_way, 0);
        if is_over {
            return polls;
        }
    }
    unreachable!("it would have been polled for ever")
}

/// Polls so many times, whenever it is woken; whether it is over.
async fn polled<F: Future + Unpin>(future: &mut F, times: usize) -> bool {
    let mut left = times;
    poll_fn(|context| {
        left -= 1;
        match future.poll_unpin(context) {
            Poll::Ready(_) => Poll::Ready(true),
            Poll::Pending if left == 0 => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// A call on another thread, whose runtime ends before the call does.
struct OnAnotherRuntime {
    end: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl OnAnotherRuntime {
    fn begin(stage: &Stage) -> Self {
        let (client, asked) = (stage.client.clone(), Ask::Get(0).of_somebody(&stage.sim));
        let (end, ended) = oneshot::channel();
        let thread = tokio::task::spawn_blocking(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build();
            runtime
                .unwrap()
                .block_on(select(Box::pin(ask(&client, asked)), ended));
        });
        Self { end, thread }
    }

    async fn end(self) {
        self.end.send(()).unwrap();
        self.thread.await.unwrap();
    }
}
