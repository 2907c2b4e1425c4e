//! One budget for real processes, over real sockets, in real time: a minute's limit in a shorter
//! window. Whatever is done to the processes and to their file, no window holds more than the
//! limit, and requests go on arriving.

mod sender;
mod service;

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use tempfile::TempDir;

use sender::Sender;
use service::Service;

const REQUESTS: usize = 60;
const WINDOW: Duration = Duration::from_millis(600);

/// Four processes that send as much as they may, and the service that they send to.
struct Trial {
    directory: TempDir,
    service: Service,
    senders: Vec<Sender>,
}

impl Trial {
    /// The processes share their budget in a directory within the trial's own.
    fn begin(inner: &str) -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self::begin_in(directory, inner)
    }

    fn begin_in(directory: TempDir, inner: &str) -> Self {
        let service = Service::start();
        let place = directory.path().join(inner);
        let sender = |number| Sender::start(number, service.address(), &place);
        let senders = (0..4).map(sender).collect();
        Self {
            directory,
            service,
            senders,
        }
    }

    /// Waits until so many windows' worth of requests have arrived from now on.
    fn go_on_for(&mut self, windows: usize) {
        self.service.await_arrivals(windows * REQUESTS);
    }

    /// The file with this ending.
    fn file(&self, ending: &str) -> PathBuf {
        let files = fs::read_dir(self.directory.path()).unwrap();
        let mut paths = files.map(|file| file.unwrap().path());
        let is_it = |path: &PathBuf| path.extension().is_some_and(|found| found == ending);
        paths.find(is_it).unwrap()
    }

    /// No window held more than the limit.
    fn end(mut self) {
        self.senders.clear();
        let arrivals = self.service.arrivals();
        let mut first = 0;
        for (last, arrival) in arrivals.iter().enumerate() {
            while arrival.since(arrivals[first]) >= WINDOW {
                first += 1;
            }
            let window = &arrivals[first..=last];
            assert!(window.len() <= REQUESTS, "{window:?}");
        }
    }
}

#[test]
fn four_processes_together_keep_to_one_budget() {
    let mut trial = Trial::begin("");
    trial.go_on_for(3);
    trial.end();
}

#[test]
fn a_process_that_is_killed_takes_its_requests_under_way_with_it() {
    let mut trial = Trial::begin("");
    trial.go_on_for(1);
    for number in [2, 0] {
        // Its answer is held back for a moment, so it is under way.
        trial.service.await_arrival_from(number);
        trial.senders[number].kill();
        trial.go_on_for(2);
    }
    trial.end();
}

#[test]
fn a_file_that_is_damaged_meanwhile_lets_nobody_exceed_the_limit() {
    let mut trial = Trial::begin("");
    trial.go_on_for(1);
    fs::write(trial.file("v1"), [b'x'; 64 + REQUESTS * 32]).unwrap();
    trial.go_on_for(2);
    trial.end();
}

#[test]
fn a_file_that_is_deleted_meanwhile_lets_nobody_exceed_the_limit() {
    let mut trial = Trial::begin("");
    trial.go_on_for(1);
    fs::remove_file(trial.file("v1")).unwrap();
    trial.go_on_for(2);
    trial.end();
}

#[test]
fn a_file_that_cannot_be_opened_any_more_leaves_each_process_its_part() {
    let mut trial = Trial::begin("");
    trial.go_on_for(1);
    fs::set_permissions(trial.file("v1"), Permissions::from_mode(0o000)).unwrap();
    trial.go_on_for(2);
    trial.end();
}

/// A superuser may write to it all the same; then the budget is shared.
#[test]
fn a_directory_that_cannot_be_written_to_lets_nobody_exceed_the_limit() {
    let directory = tempfile::tempdir().unwrap();
    fs::set_permissions(directory.path(), Permissions::from_mode(0o500)).unwrap();
    let mut trial = Trial::begin_in(directory, "");
    trial.go_on_for(2);
    trial.end();
}

#[test]
fn a_directory_that_is_none_leaves_each_process_its_part() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("file"), "").unwrap();
    let mut trial = Trial::begin_in(directory, "file");
    trial.go_on_for(2);
    trial.end();
}

/// Which process this one is, and what for, if it is one of those below.
fn order() -> Option<(usize, String, PathBuf)> {
    let text = std::env::var(sender::ORDER).ok()?;
    let mut parts = text.splitn(3, ' ');
    let number = parts.next()?.parse().ok()?;
    let address = parts.next()?.to_owned();
    Some((number, address, Path::new(parts.next()?).to_owned()))
}

/// No test of its own: what the others start as their processes.
#[test]
fn a_process_of_a_trial_sends_until_it_is_killed() {
    if let Some((number, address, directory)) = order() {
        sender::send(number, &address, &directory);
    }
}
