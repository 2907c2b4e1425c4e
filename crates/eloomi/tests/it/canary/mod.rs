//! The canary: a company of which every value is a sentinel, and places in which none may be
//! found: recordings, logs, panics, `Debug`, errors and snapshots. Each test that finds nothing has
//! a control beside it, in which something is found.
//!
//! Alone: `cargo test -p eloomi --all-features --test it canary`.

mod company;
mod everything;
mod logs;
mod own;
mod panics;
mod printed;
mod public_types;
mod recorded;
mod search;
mod snapshots;
mod tokens;

use eloomi_sim::Simulator;

use own::Own;
use search::Search;

/// The simulator of the canary.
async fn canary() -> Simulator {
    Simulator::builder().canary().start().await.unwrap()
}

/// Ids of requests, which errors print so that somebody can ask the service about one. They are
/// in no log and in no recording.
const REQUEST_IDS: &[&str] = &["header request-id", "header x-request-id"];

/// Looks for everything that the canary answers, and for everything that a test has sent.
fn search(sim: &Simulator, own: &Own) -> Search {
    search_but(&[], sim, own)
}

/// The same, but for what stands in these places.
fn search_but(places: &[&str], sim: &Simulator, own: &Own) -> Search {
    let theirs = sim.sentinels().iter();
    let theirs = theirs.map(|one| (one.text.clone(), one.place.to_owned()));
    let all = theirs.chain(own.made());
    Search::new(all.filter(|(_, place)| !places.contains(&place.as_str())))
}
