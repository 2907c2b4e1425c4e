//! Writes whose answer is lost or late: F93 and F94.

use eloomi::http::Method;
use eloomi_sim::Simulator;

use crate::faults::driver::{Ask, Axis, Knobs, Shown, Simulated, ask, pause, same_on_every_stack};

/// How many people have the address that a create gives.
fn created(sim: &Simulator) -> usize {
    let people = sim.people();
    let is_it = |email: &String| email == "canary@example.com";
    people
        .iter()
        .filter(|someone| someone.email.as_ref().is_some_and(is_it))
        .count()
}

/// Asks what the method stands for, waits until all has ended there too, and shows it.
async fn asked(fault: &str, knobs: Knobs, rest: u64, axis: &Axis) -> (Shown, Simulated) {
    let mut seen = Shown::new();
    let simulated = Simulated::start(&[fault.to_owned()], axis, &knobs).await;
    let ask = Ask::of(axis.method.as_ref()).of_somebody(&simulated.sim);
    seen.outcome(&self::ask(&simulated.client, ask).await);
    pause(rest).await;
    simulated.shown(&mut seen);
    (seen, simulated)
}

by_hand! {
    f93_created_and_answer_lost(post) |axis| {
        let fault = "lost-answer,times=1@POST /v3/users";
        let (mut seen, simulated) = asked(fault, Knobs::default(), 0, &axis).await;
        seen.line(format_args!("people created {}", created(&simulated.sim)));
        same_on_every_stack("f93_created_and_answer_lost", &axis, &seen);
    }

    f94_first_attempt_arrives_late(patch, post) |axis| {
        let fault = match axis.method {
            Some(Method::POST) => "latency=900,times=1@POST /v3/users",
            _ => "latency=900,times=1@PATCH /v3/users/*",
        };
        let knobs = Knobs { attempt_timeout: Some(400), ..Knobs::default() };
        let (mut seen, simulated) = asked(fault, knobs, 800, &axis).await;
        let sim = &simulated.sim;
        seen.line(format_args!("people created {}", created(sim)));
        let person = sim.person(sim.people()[0].id).unwrap();
        let is_changed = person.contains(r#""first_name":"Canary""#);
        seen.line(format_args!("the first person is changed: {is_changed}"));
        same_on_every_stack("f94_first_attempt_arrives_late", &axis, &seen);
    }
}
