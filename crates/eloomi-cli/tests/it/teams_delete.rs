//! `eloomi teams delete`.

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_no_team_is_deleted_unasked() {
    let sim = Simulator::start().await.unwrap();
    insta::assert_snapshot!(Eloomi::at(&sim, "teams delete 701").run());
    assert_eq!(sim.requests().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_is_deleted_once() {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, "teams delete 701 --yes --quiet").run();
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "", ""));
    assert!(sim.team(701).is_none());
    let ran = Eloomi::at(&sim, "teams delete 701 --yes").run();
    assert_eq!(ran.code, Some(9), "{ran}");
}

#[test]
fn a_dry_run_deletes_no_team() {
    let ran = Eloomi::new("teams delete 701 --dry-run").run();
    assert_eq!(
        ran.stderr,
        "dry run, nothing is sent: DELETE /v3/teams/{id}\n"
    );
}
