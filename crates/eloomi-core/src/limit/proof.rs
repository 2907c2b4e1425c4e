//! Proof by trial: the limiter, and some that are known to be wrong, against two kinds of
//! server, over networks of every kind. The judge shares no code with either.

mod clients;
mod network;
mod oracle;
mod servers;
#[cfg(target_os = "linux")]
mod sharing;
mod waiters;

use std::time::Duration;

use proptest::prelude::*;

use super::Budget;
use clients::{AtSend, Client, Gcra};
use network::{Network, Trip, run};
use servers::Kind;

const MINUTE: Duration = Duration::from_secs(60);
/// Long enough for a dozen windows beyond the start.
const LONG: Duration = Duration::from_secs(1200);

fn milliseconds(number: u64) -> Duration {
    Duration::from_millis(number)
}

/// 600 in any minute.
fn budget() -> Budget {
    Budget::new(600, MINUTE)
}

/// Round trips from `shortest` to `longest`, half of each on the way there on average.
fn steady(shortest: u64, longest: u64) -> impl FnMut(u64) -> Trip {
    move |chance| {
        let round = shortest + chance % (longest - shortest + 1);
        let up = (chance >> 32) % (round + 1);
        Trip::Answered(milliseconds(up), milliseconds(round - up))
    }
}

fn network(workers: usize, time: Duration) -> Network {
    Network {
        workers,
        time,
        seed: 7,
        others: None,
    }
}

#[test]
fn ninety_nine_percent_of_the_budget_is_used_and_nothing_is_refused() {
    for kind in [Kind::Rolling, Kind::Anchored] {
        for (shortest, longest) in [(40, 60), (100, 200), (200, 400)] {
            let trips = steady(shortest, longest);
            let seen = run(
                &mut Client::machine(budget()),
                kind,
                &network(32, LONG),
                trips,
            );
            let what = format!("{kind:?}, {shortest} to {longest} ms: {seen:?}");
            assert_eq!(seen.refused, 0, "{what}");
            assert_eq!(oracle::fullest(&seen.arrivals, MINUTE), 600, "{what}");
            assert!(seen.arrivals.len() >= 12_000 * 99 / 100, "{what}");
            // The first window, too, is used but for the burst that is held back.
            let first = seen.arrivals.iter().filter(|at| at.0 < MINUTE).count();
            assert!(first >= 594, "{first} in the first minute, {what}");
        }
    }
}

#[test]
fn the_usual_bucket_lets_nearly_twice_the_budget_through() {
    let mut bucket = Client::other(Gcra::new(milliseconds(100), 600));
    let seen = run(
        &mut bucket,
        Kind::Rolling,
        &network(32, LONG),
        steady(10, 50),
    );
    assert_eq!(oracle::fullest(&seen.arrivals, MINUTE), 1199);
    assert!(seen.refused >= 599, "{seen:?}");
}

#[test]
fn a_slot_freed_a_window_after_its_departure_is_not_enough() {
    for kind in [Kind::Rolling, Kind::Anchored] {
        let mut at_send = Client::other(AtSend::new(600, MINUTE));
        let seen = run(&mut at_send, kind, &network(32, LONG), steady(10, 50));
        assert!(seen.refused > 0, "{kind:?}: {seen:?}");
        assert!(oracle::fullest(&seen.arrivals, MINUTE) > 600, "{kind:?}");
    }
}

#[test]
fn beside_somebody_else_nothing_of_ours_is_refused_and_most_of_the_rest_is_used() {
    for kind in [Kind::Rolling, Kind::Anchored] {
        let shared = Network {
            others: Some(Duration::from_secs(1)),
            ..network(32, LONG)
        };
        let mut client = Client::machine(budget().burst(20));
        let seen = run(&mut client, kind, &shared, steady(40, 400));
        let what = format!("{kind:?}: {seen:?}");
        assert_eq!(seen.refused, 0, "{what}");
        assert!(seen.arrivals.len() >= 10_800 * 90 / 100, "{what}");
    }
}

/// Whatever a network can do to a request.
fn trip() -> impl Strategy<Value = Trip> {
    let time = |most: u64| (0..=most).prop_map(milliseconds);
    prop_oneof![
        6 => (time(80), time(80)).prop_map(|(up, down)| Trip::Answered(up, down)),
        1 => (time(3_000), time(3_000)).prop_map(|(up, down)| Trip::Answered(up, down)),
        1 => Just(Trip::NotSent),
        1 => (time(2_000), prop::option::of(time(6_000)))
            .prop_map(|(given_up, arrives)| Trip::Lost { given_up, arrives }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn no_window_ever_holds_more_than_the_budget(
        requests in 1u32..12,
        window in prop_oneof![Just(600u64), 1_000u64..20_000],
        margin in 0u64..300,
        burst in 1u32..12,
        workers in 1usize..16,
        seed in any::<u64>(),
        kind in prop_oneof![Just(Kind::Rolling), Just(Kind::Anchored)],
        trips in prop::collection::vec(trip(), 1..12),
    ) {
        let window = milliseconds(window);
        let budget = Budget::new(requests, window).margin(milliseconds(margin)).burst(burst);
        let network = Network { workers, time: window * 6, seed, others: None };
        let mut client = Client::machine(budget);
        let trips = |chance: u64| trips[usize::try_from(chance >> 32).unwrap() % trips.len()].clone();
        let seen = run(&mut client, kind, &network, trips);
        prop_assert_eq!(seen.refused, 0, "{:?}", seen);
        prop_assert!(oracle::fullest(&seen.arrivals, window) <= requests as usize, "{:?}", seen);
    }
}
