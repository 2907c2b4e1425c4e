//! The same for several machines that share a budget through a file, whatever befalls them.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use proptest::{prelude::*, test_runner::TestRunner};

use super::{
    LONG, MINUTE,
    clients::{Client, Mishap},
    milliseconds,
    network::{Network, run},
    oracle,
    servers::Kind,
    steady, trip,
};
use crate::limit::{
    Budget,
    machine::Machine,
    shared::{HandSet, SlotFile},
    slots::Cooling,
};

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
        let mut file = SlotFile::by_clock(&directory.join("budget"), budget, host);
        // Each has used the file once. Whoever comes anew when the whole directory is gone cannot
        // know that there ever was one, and begins with free slots.
        use_once(&mut file, budget);
        Machine::sharing(budget, file, parts)
    };
    let machines = (0..count).map(machine).collect();
    Client::machines(budget, machines, clock, mishap)
}

fn use_once(file: &mut SlotFile, budget: Budget) {
    let cooling = Cooling {
        window: budget.window,
        margin: budget.margin,
        linger: budget.linger,
    };
    let claim = file.take(1, cooling, budget.window).unwrap();
    file.give_back(claim, cooling);
}

#[test]
fn processes_that_share_use_ninety_nine_percent_and_do_not_take_each_other_for_strangers() {
    for kind in [Kind::Rolling, Kind::Anchored] {
        let directory = tempfile::tempdir().unwrap();
        let budget = Budget::new(60, MINUTE);
        let mut client = sharing(budget, 3, directory.path(), None);
        let seen = run(&mut client, kind, &super::network(32, LONG), steady(40, 60));
        assert_eq!(seen.refused, 0, "{kind:?}: {seen:?}");
        assert_eq!(oracle::fullest(&seen.arrivals, MINUTE), 60, "{kind:?}");
        assert!(
            seen.arrivals.len() >= 1_200 * 99 / 100,
            "{kind:?}: {seen:?}"
        );
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
                others: None,
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
