//! `cargo xtask sim verify`: whether the simulator, the replayer and a service answer the same
//! requests alike.
//!
//! The tests of the facade ask. A test says in its name whom: `the_simulator_answers_as_recorded`,
//! `the_replayer_…`, `the_target_…`. The target is the service of `ELOOMI_TARGET`; without it, a
//! simulator stands in, and nothing is asked but processes of this machine.

mod parties;

use std::path::Path;
use std::process::Command;

use crate::arguments::{Arguments, wrong_usage};
use crate::cargo::{facade_tests, line, quoted};
use crate::fixtures::record;
use crate::outcome::Outcome;
use crate::service::{Service, Surroundings};
use crate::stopwatch::Stopwatch;
use crate::{snapshots, watch, workspace};
use parties::Parties;

/// Tells the tests which service to ask besides.
pub(crate) const TARGET: &str = "ELOOMI_TARGET";

/// Reads the command line and verifies.
pub(super) fn run(given: &[String]) -> Outcome {
    // No permission is asked for: what comes is compared and not kept.
    let surroundings = Surroundings::of_this_process("");
    let target = match target(given, &surroundings) {
        Ok(target) => target,
        Err(complaint) => return wrong_usage("sim", &complaint),
    };
    if let Some(service) = target.iter().find(|service| !service.is_loopback) {
        println!("{}", notice(service));
    }
    let stopwatch = Stopwatch::start();
    let mut command = tests(&workspace::root(), target.as_ref());
    let mut parties = Parties::new(target.is_some());
    let end = watch::lines(&mut command, |line| parties.note(line));
    let success = match end {
        Ok(success) => success,
        Err(error) => {
            eprintln!("error: {error}");
            false
        }
    };
    println!("\n{parties}");
    if success && parties.all_agree() {
        println!("verify: all agree, {stopwatch}");
        return Outcome::Success;
    }
    eprintln!("verify: failed, {stopwatch}");
    if !success && parties.none_was_asked() {
        // It did not come to any test.
        eprintln!("  {}", line(&command));
    }
    let option = target.map(|service| format!(" --target {}", quoted(&service.url)));
    let option = option.unwrap_or_default();
    eprintln!("  again: cargo xtask sim verify{option}");
    Outcome::Failure
}

/// The service to ask, if it may be asked.
fn target(given: &[String], surroundings: &Surroundings) -> Result<Option<Service>, String> {
    let mut arguments = Arguments::new(given);
    let url = arguments.value("--target")?;
    arguments.nothing_more()?;
    let service = url.map(|url| Service::parse(&url)).transpose()?;
    let beyond = service.iter().find(|service| !service.is_loopback);
    if let Some(Service { url, .. }) = beyond.filter(|_| surroundings.unattended) {
        return Err(format!(
            "{url} is for people to ask, and CI is set: nothing beyond loopback is asked there"
        ));
    }
    if service.is_some() {
        surroundings.credentials()?;
    }
    Ok(service)
}

fn notice(service: &Service) -> String {
    let url = &service.url;
    format!(
        "\
Asking {url}, too, as ELOOMI_CLIENT_ID.
  It is only read: lists, and the first of each. What comes is compared in shape, and neither shown
  nor kept."
    )
}

/// The tests that ask, and whom.
fn tests(root: &Path, target: Option<&Service>) -> Command {
    let mut command = facade_tests(root, "conformance::");
    match target {
        Some(service) => command.env(TARGET, &service.url),
        None => command.env_remove(TARGET),
    };
    // All of the list, and nothing written.
    command.env_remove(snapshots::FILTER);
    for name in record::VARIABLES {
        command.env_remove(name);
    }
    command.env("RUST_BACKTRACE", "0");
    command
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{TARGET, target, tests};
    use crate::service::{CLIENT_ID, CLIENT_SECRET, Service, Surroundings};

    fn asked(line: &str, unattended: bool, credentials: &[&str]) -> Result<bool, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let credentials = credentials.iter();
        let surroundings = Surroundings {
            unattended,
            variables: credentials
                .map(|&name| (name.to_owned(), String::new()))
                .collect(),
        };
        target(&words, &surroundings).map(|service| service.is_some())
    }

    const SERVICE: &str = "--target https://api.eloomi.com";
    const BOTH: [&str; 2] = [CLIENT_ID, CLIENT_SECRET];

    #[test]
    fn loopback_may_be_asked_anywhere() {
        assert_eq!(asked("", true, &[]), Ok(false));
        let line = "--target http://127.0.0.1:8080";
        assert_eq!(asked(line, true, &BOTH), Ok(true));
        assert!(asked(line, true, &[]).unwrap_err().starts_with(CLIENT_ID));
    }

    #[test]
    fn a_service_beyond_is_for_people_with_credentials() {
        assert_eq!(asked(SERVICE, false, &BOTH), Ok(true));
        let refused = asked(SERVICE, true, &BOTH).unwrap_err();
        assert!(refused.contains("CI is set"), "{refused}");
        let refused = asked(SERVICE, false, &BOTH[1..]).unwrap_err();
        assert!(refused.starts_with(CLIENT_ID), "{refused}");
        let refused = asked(SERVICE, false, &BOTH[..1]).unwrap_err();
        assert!(refused.starts_with(CLIENT_SECRET), "{refused}");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for line in ["users", "--target", "--target api.eloomi.com", "--live"] {
            assert!(asked(line, false, &BOTH).is_err(), "{line}");
        }
    }

    #[test]
    fn a_target_that_was_set_before_is_not_asked() {
        let value = |service: Option<&Service>| {
            let command = tests(Path::new("."), service);
            let mut set = command.get_envs();
            set.find_map(|(name, value)| (name == TARGET).then(|| value.map(ToOwned::to_owned)))
        };
        assert_eq!(value(None), Some(None));
        let service = Service::parse("http://127.0.0.1:1").unwrap();
        assert_eq!(
            value(Some(&service)),
            Some(Some("http://127.0.0.1:1".into()))
        );
    }
}
