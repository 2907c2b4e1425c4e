//! `eloomi sim serve`.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    process::Child,
};

use crate::eloomi::Eloomi;

/// A simulator that does not outlive its test.
struct Served {
    child: Child,
    lines: Vec<String>,
}

impl Served {
    fn start(arguments: &str) -> Self {
        let mut child = Eloomi::new(&format!("sim serve {arguments}")).start();
        let stdout = BufReader::new(child.stdout.as_mut().unwrap());
        let lines = stdout.lines().take(3).map(Result::unwrap).collect();
        Self { child, lines }
    }

    fn setting(&self, name: &str) -> &str {
        let lines = self.lines.iter();
        let mut values = lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        values.next().unwrap()
    }

    /// The command as a shell that has read the settings would call it.
    fn eloomi(&self, arguments: &str) -> Eloomi {
        let names = [
            "ELOOMI_BASE_URL",
            "ELOOMI_CLIENT_ID",
            "ELOOMI_CLIENT_SECRET",
        ];
        let call = Eloomi::new(arguments);
        names
            .into_iter()
            .fold(call, |call, name| call.env(name, self.setting(name)))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn three_settings_for_a_shell_are_printed() {
    let served = Served::start("");
    assert!(served.lines[0].starts_with("ELOOMI_BASE_URL=http://127.0.0.1:"));
    assert_eq!(served.lines[1], "ELOOMI_CLIENT_ID=200");
    assert!(served.lines[2].starts_with("ELOOMI_CLIENT_SECRET=sim-"));
}

#[test]
fn what_one_command_writes_of_units_and_teams_another_finds() {
    let served = Served::start("");
    let call = "units create Inbound --code MAR02 --parent-code DEP104 --user-ids 80001";
    assert_eq!(served.eloomi(call).run().code, Some(0));
    let tree = served.eloomi("units tree code:DEP104").run();
    assert!(
        tree.stdout.contains("  4013  Inbound  MAR02  1 member\n"),
        "{tree}"
    );
    let call = "teams create Starters --user-ids 80001,80002 --course 9001:required";
    assert_eq!(served.eloomi(call).run().code, Some(0));
    let team = served.eloomi("teams get 710").run();
    assert!(team.stdout.contains("80001, 80002"), "{team}");
}

#[test]
fn the_settings_lead_another_command_to_it() {
    let served = Served::start("--people 3 --seed 5");
    let ran = served.eloomi("users list --format ndjson").run();
    assert_eq!(ran.stdout.lines().count(), 3, "{ran}");
}

#[test]
fn its_limit_is_that_of_the_command_line() {
    let served = Served::start("--limit 2 --window 60s");
    // The token takes none, and no command knows of the others.
    let codes = [(); 3].map(|()| served.eloomi("users get 80001 --attempts 1").run().code);
    assert_eq!(codes, [Some(0), Some(0), Some(7)]);
}

#[cfg(unix)]
fn ends_well_at(signal: &str) {
    let mut served = Served::start("");
    crate::eloomi::signal(&served.child, signal);
    assert_eq!(served.child.wait().unwrap().code(), Some(0));
    let mut rest = String::new();
    served
        .child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut rest)
        .unwrap();
    assert_eq!(rest, "", "three lines and no more");
}

#[cfg(unix)]
#[test]
fn it_ends_at_sigterm() {
    ends_well_at("TERM");
}

#[cfg(unix)]
#[test]
fn it_ends_at_ctrl_c() {
    ends_well_at("INT");
}

#[test]
fn what_it_is_stands_on_stderr() {
    let mut served = Served::start("--people 7 --seed 3");
    served.child.kill().unwrap();
    let mut text = String::new();
    served
        .child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    insta::assert_snapshot!(text);
}

#[test]
fn an_address_that_others_can_reach_is_refused() {
    insta::assert_snapshot!(Eloomi::new("sim serve --addr 0.0.0.0:0").run());
}

#[test]
fn the_staff_directory_prints_the_same_three_settings() {
    let served = Served::start("--service lvconnect --people 3");
    assert!(served.lines[0].starts_with("ELOOMI_BASE_URL=http://127.0.0.1:"));
    assert_eq!(served.lines[1], "ELOOMI_CLIENT_ID=sim-directory");
    assert!(served.lines[2].starts_with("ELOOMI_CLIENT_SECRET=sim-"));
}

#[test]
fn a_seed_file_brings_its_own_client() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/lvconnect/seed.json"
    );
    let served = Served::start(&format!("--service lvconnect --seed-file {file}"));
    assert_eq!(served.setting("ELOOMI_CLIENT_ID"), "app-full");
    assert_eq!(served.setting("ELOOMI_CLIENT_SECRET"), "secret-full");
}

#[test]
fn what_the_other_service_has_is_refused() {
    for (call, text) in [
        ("--seed-file x.json", "--service lvconnect"),
        ("--service lvconnect --limit 3", "no rate limit"),
        (
            "--service lvconnect --seed-file x --people 3",
            "its own people",
        ),
    ] {
        let ran = Eloomi::new(&format!("sim serve {call}")).run();
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.stderr.contains(text), "{ran}");
    }
}

#[test]
fn a_seed_file_that_is_none_is_refused() {
    let call = "sim serve --service lvconnect --seed-file";
    let none = Eloomi::new(&format!("{call} no-such-file.json")).run();
    assert_eq!(none.code, Some(1), "{none}");
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let other = Eloomi::new(&format!("{call} {other}")).run();
    assert_eq!(other.code, Some(2), "{other}");
}

#[test]
fn an_address_in_use_is_told() {
    let served = Served::start("");
    let addr = served
        .setting("ELOOMI_BASE_URL")
        .trim_start_matches("http://");
    let ran = Eloomi::new(&format!("sim serve --addr {addr}")).run();
    assert_eq!(ran.code, Some(1), "{ran}");
}

#[test]
fn a_window_that_is_no_time_is_refused() {
    insta::assert_snapshot!(Eloomi::new("sim serve --window soon").run());
}

#[test]
fn a_simulator_for_the_simulator_is_refused() {
    insta::assert_snapshot!(Eloomi::new("--sim sim serve").run());
}

#[test]
fn faults_of_the_command_line_meet_the_requests_that_fit() {
    let served = Served::start(
        "--fault status=500@/v3/users/80001 --fault envelope=400,message=no@/v3/users/80002",
    );
    let codes = ["80001", "80002", "80003"].map(|id| {
        let call = format!("users get {id}");
        served.eloomi(&call).run().code
    });
    assert_ne!(codes[0], Some(0));
    assert_ne!(codes[1], Some(0));
    assert_eq!(codes[2], Some(0));
}

#[test]
fn a_fault_that_there_is_not_is_refused_with_those_that_there_are() {
    insta::assert_snapshot!(Eloomi::new("sim serve --fault statsu=503@*").run());
}

#[test]
fn a_fault_whose_value_means_nothing_is_refused() {
    insta::assert_snapshot!(Eloomi::new("sim serve --fault status=99@*").run());
}

#[test]
fn help_names_every_fault_by_an_example() {
    let help = Eloomi::new("sim serve --help").run().stdout;
    for name in eloomi_sim::fault_names() {
        assert!(help.contains(name.example), "{}: {help}", name.name);
    }
}

/// What a simulator has said by its end on stderr.
#[cfg(unix)]
fn said_until_its_end(mut served: Served) -> String {
    crate::eloomi::signal(&served.child, "TERM");
    served.child.wait().unwrap();
    let mut text = String::new();
    let stderr = served.child.stderr.take();
    stderr.unwrap().read_to_string(&mut text).unwrap();
    text
}

#[cfg(unix)]
#[test]
fn a_fault_that_met_nothing_is_told_at_the_end() {
    let served = Served::start("--fault status=503@/v3/users/*");
    let text = said_until_its_end(served);
    let told = "too few requests met the fault status=503@/v3/users/*";
    assert!(text.contains(told), "{text}");
}

#[cfg(unix)]
#[test]
fn a_fault_that_met_its_requests_is_not_told_of() {
    let served = Served::start("--fault latency=1,times=1@*");
    served.eloomi("users get 80001").run();
    let text = said_until_its_end(served);
    assert!(!text.contains("met the fault"), "{text}");
}
