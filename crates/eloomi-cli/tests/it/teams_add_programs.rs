//! `eloomi teams add-programs`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

#[test]
fn that_the_work_is_queued_is_told_on_stderr_alone() {
    let call = "--sim teams add-programs 701 --program 90092 --program 90093:silent --format json";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_are_sent_in_the_words_of_this_call() {
    let sim = Simulator::start().await.unwrap();
    let call = "teams add-programs 701 --program 90092:required:silent,90093 --quiet";
    let ran = Eloomi::at(&sim, call).run();
    assert_eq!((ran.code, &*ran.stderr), (Some(0), ""));
    let request = sim.requests().pop().unwrap();
    assert_eq!(request.path, "/v3/teams/701/programs");
    assert_eq!(
        request.body(),
        Some(concat!(
            r#"{"programs":[{"program_id":90092,"is_required":true,"notify_users":false},"#,
            r#"{"program_id":90093}]}"#
        ))
    );
}

#[test]
fn silent_programs_are_not_told_of() {
    let call = |programs: &str| {
        let call = format!("teams add-programs 701 --dry-run --program {programs}");
        Eloomi::new(&call).run().stderr.contains("may notify")
    };
    assert!(call("90092"));
    assert!(call("90092:silent,90093"));
    assert!(!call("90092:silent,90093:required:silent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_queues_nothing() {
    let sim = Simulator::start().await.unwrap();
    let call = "teams add-programs 701 --program 90092:silent --dry-run";
    let ran = Eloomi::at(&sim, call).run();
    let body = r#"{"programs":[{"program_id":90092,"notify_users":false}]}"#;
    assert_eq!((ran.code, ran.stdout), (Some(0), format!("{body}\n")));
    let told = "dry run, nothing is sent: POST /v3/teams/{id}/programs\n";
    assert_eq!(ran.stderr, told);
    assert_eq!(sim.requests().len(), 0);
}

#[test]
fn no_program_and_one_twice_are_refused() {
    for programs in [
        "",
        "--program 90092,90092:silent",
        "--program 90092 --program 90092",
    ] {
        let ran = Eloomi::new(&format!("teams add-programs 701 {programs}")).run();
        assert_eq!(ran.code, Some(2), "{ran}");
    }
}

#[test]
fn programs_of_a_team_that_is_not_there_are_refused() {
    let ran = Eloomi::new("--sim teams add-programs 1 --program 90092").run();
    assert_eq!(ran.code, Some(1), "{ran}");
    assert!(!ran.stderr.contains("queued"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_about_programs_that_is_lost_says_where_to_look() {
    let programs = || Matcher::path("/v3/teams/701/programs");
    let call = "teams add-programs 701 --program 90092:silent";
    let sim = Simulator::start().await.unwrap();
    sim.drop_next(programs());
    insta::assert_snapshot!(Eloomi::at(&sim, call).run());
    sim.answer_next(programs(), Canned::new(429));
    let refused = Eloomi::at(&sim, &format!("{call} --attempts 1")).run();
    assert_eq!(refused.code, Some(7), "{refused}");
    assert!(!refused.stderr.contains("look in eloomi"), "{refused}");
}
