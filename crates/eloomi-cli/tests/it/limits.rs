//! `eloomi limits`, and the budget that commands share.

use eloomi_sim::Simulator;
use serde_json::Value;

use crate::eloomi::Eloomi;

fn standing(call: Eloomi) -> Value {
    let ran = call.run();
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran}"))
}

#[test]
fn a_command_with_its_own_simulator_shares_with_nobody() {
    let standing = standing(Eloomi::new("--sim limits --format json"));
    assert_eq!(standing["shared"], "no: this command alone");
    assert_eq!(standing["limit"], 600);
    assert_eq!(standing["service_remaining"], 599);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn what_one_command_has_used_the_next_one_knows() {
    let sim = Simulator::start().await.unwrap();
    let used = || {
        let standing = standing(Eloomi::at(&sim, "limits --format json"));
        assert_eq!(standing["shared"], "file");
        standing["in_use"].as_u64().unwrap()
    };
    // The token's request and its own, each time.
    assert_eq!([used(), used()], [2, 4]);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_budget_that_cannot_be_shared_is_kept_in_part_and_told() {
    let sim = Simulator::start().await.unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    let no_directory = file.path().to_str().unwrap();
    let ran = Eloomi::at(&sim, "limits --format json")
        .env("XDG_STATE_HOME", no_directory)
        .run();
    let standing: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(standing["limit"], 150);
    assert!(ran.stderr.contains("it kept to 150 requests"), "{ran}");
}
