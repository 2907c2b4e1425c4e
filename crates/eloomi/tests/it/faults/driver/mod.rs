//! Running a row of the table.

mod asked;
mod asking;
mod axis;
mod by_server;
mod by_simulator;
mod knobs;
mod outcome;
mod process;
mod table;
mod token_at_hand;
mod wiring;

use std::time::Duration;

use eloomi::{Clock as _, SystemClock};

pub(crate) use asked::{Ask, CANARIES, ask};
pub(crate) use asking::by_the_table_asking;
pub(crate) use axis::Axis;
pub(crate) use by_server::{Served, client};
pub(crate) use by_simulator::Simulated;
pub(crate) use knobs::Knobs;
pub(crate) use outcome::{Shown, same_on_every_stack, tells_nothing};
pub(crate) use process::{elsewhere, told};
pub(crate) use wiring::{Resolve, Wiring};

/// Asks nothing for so many milliseconds of real time.
pub(crate) async fn pause(milliseconds: u64) {
    if milliseconds > 0 {
        let pause = Duration::from_millis(milliseconds);
        SystemClock::new().sleep(pause).await;
    }
}

/// Runs all cases of a row and compares what is seen with the snapshot of its method.
pub(crate) async fn by_the_table(name: &'static str, axis: Axis) {
    let row = table::row(name);
    let mut seen = Shown::new();
    for case in &row.case {
        seen.case(case.name.as_deref());
        if let Some(script) = &case.server {
            let served = Served::start(script.clone(), &axis, &case.options).await;
            for index in 0..case.asks {
                if index > 0 {
                    pause(case.pause).await;
                }
                let outcome = ask(&served.client, case.ask(&axis)).await;
                seen.outcome(&outcome);
                seen.says(&outcome, case.says.as_deref());
            }
            served.shown(&mut seen).await;
        } else {
            let simulated = Simulated::start(&case.sim, &axis, &case.options).await;
            for index in 0..case.asks {
                if index > 0 {
                    pause(case.pause).await;
                }
                let ask = case.ask(&axis).of_somebody(&simulated.sim);
                let outcome = self::ask(&simulated.client, ask).await;
                seen.outcome(&outcome);
                seen.says(&outcome, case.says.as_deref());
            }
            simulated.shown(&mut seen);
        }
    }
    same_on_every_stack(name, &axis, &seen);
}
