//! `eloomi units delete`.

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_no_unit_is_deleted_unasked() {
    let sim = Simulator::start().await.unwrap();
    insta::assert_snapshot!(Eloomi::at(&sim, "units delete 4004").run());
    assert_eq!(sim.requests().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_key_deletes_one_unit() {
    let sim = Simulator::start().await.unwrap();
    for (key, id) in [("4012", 4012), ("code:DEP107", 4007)] {
        let ran = Eloomi::at(&sim, &format!("units delete {key} --yes --quiet")).run();
        assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "", ""));
        assert!(sim.unit(id).is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_that_is_gone_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    Eloomi::at(&sim, "units delete 4012 --yes").run();
    let ran = Eloomi::at(&sim, "units delete 4012 --yes").run();
    assert_eq!(ran.code, Some(9), "{ran}");
    assert!(ran.stderr.contains("try: `eloomi units list`"), "{ran}");
}

#[test]
fn a_dry_run_deletes_no_unit() {
    let ran = Eloomi::new("units delete code:MAR02 --dry-run").run();
    assert_eq!(
        ran.stderr,
        "dry run, nothing is sent: DELETE /v3/units-code/{code}\n"
    );
}
