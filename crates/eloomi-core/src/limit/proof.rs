//! Proof by trial: the limiter, and some that are known to be wrong, against two kinds of
//! server, over networks of every kind. The judge shares no code with either.

mod clients;
mod network;
mod oracle;
mod servers;

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::Duration,
};

use proptest::{prelude::*, test_runner::TestRunner};

use super::{
    Budget,
    machine::Machine,
    shared::{HandSet, SlotFile},
};
use clients::{AtSend, Client, Gcra, Mishap};
use network::{Network, Trip, run};
use servers::Kind;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);

fn milliseconds(number: u64) -> Duration {
    Duration::from_millis(number)
}

/// eloomi's budget.
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
                &network(32, HOUR),
                trips,
            );
            let what = format!("{kind:?}, {shortest} to {longest} ms: {seen:?}");
            assert_eq!(seen.refused, 0, "{what}");
            assert_eq!(oracle::fullest(&seen.arrivals, MINUTE), 600, "{what}");
            assert!(seen.arrivals.len() >= 36_000 * 99 / 100, "{what}");
        }
    }
}

/// So many machines on one host, with a file that they share.
fn sharing(
    budget: Budget,
    count: usize,
    directory: &Path,
    mishap: Option<(usize, Mishap)>,
) -> Client {
    let clock = HandSet::new();
    let parts = u32::try_from(count).unwrap();
    let machine = |_| {
        let host = Box::new(clock.clone());
        let file = SlotFile::by_clock(&directory.join("budget"), budget, host);
        Machine::sharing(budget, file, parts)
    };
    let machines = (0..count).map(machine).collect();
    Client::machines(budget, machines, clock, mishap)
}

#[test]
fn processes_that_share_use_ninety_nine_percent_and_do_not_take_each_other_for_strangers() {
    for kind in [Kind::Rolling, Kind::Anchored] {
        let directory = tempfile::tempdir().unwrap();
        let budget = Budget::new(60, MINUTE);
        let mut client = sharing(budget, 3, directory.path(), None);
        let seen = run(&mut client, kind, &network(32, HOUR), steady(40, 60));
        assert_eq!(seen.refused, 0, "{kind:?}: {seen:?}");
        assert_eq!(oracle::fullest(&seen.arrivals, MINUTE), 60, "{kind:?}");
        assert!(
            seen.arrivals.len() >= 3_600 * 99 / 100,
            "{kind:?}: {seen:?}"
        );
    }
}

#[test]
fn the_usual_bucket_lets_nearly_twice_the_budget_through() {
    let mut bucket = Client::other(Gcra::new(milliseconds(100), 600));
    let seen = run(
        &mut bucket,
        Kind::Rolling,
        &network(32, HOUR),
        steady(10, 50),
    );
    assert_eq!(oracle::fullest(&seen.arrivals, MINUTE), 1199);
    assert!(seen.refused >= 599, "{seen:?}");
}

#[test]
fn a_slot_freed_a_window_after_its_departure_is_not_enough() {
    for kind in [Kind::Rolling, Kind::Anchored] {
        let mut at_send = Client::other(AtSend::new(600, MINUTE));
        let seen = run(&mut at_send, kind, &network(32, HOUR), steady(10, 50));
        assert!(seen.refused > 0, "{kind:?}: {seen:?}");
        assert!(oracle::fullest(&seen.arrivals, MINUTE) > 600, "{kind:?}");
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
        let network = Network { workers, time: window * 6, seed };
        let mut client = Client::machine(budget);
        let trips = |chance: u64| trips[usize::try_from(chance >> 32).unwrap() % trips.len()].clone();
        let seen = run(&mut client, kind, &network, trips);
        prop_assert_eq!(seen.refused, 0, "{:?}", seen);
        prop_assert!(oracle::fullest(&seen.arrivals, window) <= requests as usize, "{:?}", seen);
    }
}

/// Whatever can befall processes and their files in a directory.
fn mishap(directory: PathBuf) -> impl Strategy<Value = Mishap> {
    let of_files: [fn(&Path); 5] = [
        |directory| fs::write(directory.join("budget.v1"), "damage").unwrap(),
        |directory| fs::remove_file(directory.join("budget.v1")).unwrap(),
        |directory| fs::remove_file(directory.join("budget.lock")).unwrap(),
        |directory| fs::remove_dir_all(directory).unwrap(),
        |directory| {
            let path = directory.join("budget.lock");
            let mut permissions = fs::metadata(&path).unwrap().permissions();
            permissions.set_readonly(true);
            fs::set_permissions(path, permissions).unwrap();
        },
    ];
    prop_oneof![
        5 => prop::sample::select(of_files.to_vec())
            .prop_map(move |befalls| Mishap::OfFiles(befalls, directory.clone())),
        2 => (0usize..2).prop_map(Mishap::Death),
    ]
}

#[test]
#[cfg(target_os = "linux")]
fn no_window_ever_holds_more_than_the_budget_of_processes_that_share_it() {
    let directory = tempfile::tempdir().unwrap();
    let inner = directory.path().join("inner");
    // Fewer cases, because every step opens a file.
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 400,
        ..ProptestConfig::default()
    });
    let cases = (
        (2u32..4, 0u32..9, 600u64..20_000, 0u64..300, 1u32..12),
        (1usize..16, any::<u64>(), any::<bool>()),
        prop::collection::vec(trip(), 1..12),
        prop::option::of((2usize..60, mishap(inner.clone()))),
    );
    let tried = runner.run(
        &cases,
        |((processes, more, window, margin, burst), (workers, seed, rolls), trips, mishap)| {
            let kind = if rolls { Kind::Rolling } else { Kind::Anchored };
            let window = milliseconds(window);
            // Each process can have its part.
            let requests = processes + more;
            let budget = Budget::new(requests, window);
            let budget = budget.margin(milliseconds(margin)).burst(burst);
            let network = Network {
                workers,
                time: window * 6 + MINUTE,
                seed,
            };
            fs::remove_dir_all(&inner).or_else(|error| match error.kind() {
                ErrorKind::NotFound => Ok(()),
                _ => Err(error),
            })?;
            let mut client = sharing(budget, processes as usize, &inner, mishap);
            let trips = |chance: u64| {
                let which = usize::try_from(chance >> 32).unwrap() % trips.len();
                trips[which].clone()
            };
            let seen = run(&mut client, kind, &network, trips);
            prop_assert_eq!(seen.refused, 0, "{:?}", seen);
            prop_assert!(oracle::fullest(&seen.arrivals, window) <= requests as usize);
            Ok(())
        },
    );
    tried.unwrap();
}
