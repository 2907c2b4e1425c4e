//! `eloomi open GROUP delete`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

#[test]
fn what_is_gone_is_told_on_stderr_alone() {
    insta::assert_snapshot!(Eloomi::new("--sim open goals delete 6401 --yes").run());
}

#[test]
fn without_somebody_to_ask_nothing_is_deleted() {
    insta::assert_snapshot!(Eloomi::new("open goals delete 6401").run());
}

#[test]
fn a_dry_run_tells_the_path() {
    let ran = Eloomi::new("open goals delete 7 --at /v3/objectives --dry-run").run();
    assert_eq!(ran.code, Some(0));
    let told = "dry run, nothing is sent: DELETE /v3/objectives/7\n";
    assert_eq!(ran.stderr, told);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_gone_is_not_found_and_so_is_a_wrong_path() {
    let sim = Simulator::start().await.unwrap();
    let delete = || Eloomi::at(&sim, "open goals delete 6401 --yes --quiet").run();
    assert_eq!(delete().code, Some(0));
    let gone = delete();
    assert_eq!(gone.code, Some(9));
    assert!(!gone.stderr.contains("--at"), "{gone}");
    sim.answer_next(Matcher::path("/v3/goals/6401"), Canned::new(404));
    let lost = delete();
    assert_eq!(lost.code, Some(9));
    assert!(lost.stderr.contains("--at"), "{lost}");
}
