//! The rate limit in real time, over real sockets: `cargo xtask soak --minutes 3`.
//!
//! Callers who never stop ask a simulator that keeps the limit in its own way, over round trips
//! of 20 to 200 ms. At the end the simulator's journal, and not the client, tells how much of the
//! budget was used, how many were refused, and what the fullest window held.

mod caller;
mod plan;
mod verdict;

use std::{process::ExitCode, time::Duration};

use eloomi_sim::Simulator;

use plan::Plan;
use verdict::Verdict;

type Failed = Box<dyn std::error::Error>;

/// Somebody to ask for.
const PEOPLE: usize = 5;

#[tokio::main]
async fn main() -> Result<ExitCode, Failed> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|first| first == caller::ROLE).is_some() {
        caller::run(arguments).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let plan = Plan::read(arguments)?;
    println!("soak: {plan}");
    let round_trip = Duration::from_millis(20)..=Duration::from_millis(200);
    let simulator = Simulator::builder()
        .people(PEOPLE)
        .latency(round_trip)
        .switch(|switches| switches.window_kind = plan.window)
        .start()
        .await?;
    caller::start(&simulator, &plan).await?;
    let verdict = Verdict::of(&simulator.requests(), &plan);
    println!("{verdict}");
    simulator.shutdown().await;
    Ok(if verdict.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
