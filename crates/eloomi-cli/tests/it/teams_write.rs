//! `eloomi teams create` and `update`.

use eloomi_sim::{Matcher, Simulator};

use crate::eloomi::Eloomi;

/// The body that a call writes to a simulator that takes it.
async fn written(call: &str) -> String {
    let sim = Simulator::start().await.unwrap();
    let ran = Eloomi::at(&sim, call).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    sim.requests().pop().unwrap().body().unwrap().into()
}

#[test]
fn the_team_is_printed_as_by_get() {
    let call = "--sim teams create Starters --user-ids 80001,80002 --leader-ids 80001";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn courses_and_programs_are_sent_with_their_settings() {
    let body = written(
        "teams create Starters --course 9001:required:deadline=2026-12-31 --course 9002 \
         --program 90092:required:silent,90093",
    )
    .await;
    assert_eq!(
        body,
        concat!(
            r#"{"course_ids":{"9001":{"deadline":"2026-12-31","required":true},"9002":{}},"#,
            r#""name":"Starters","program_ids":{"90092":{"notify":false,"required":true},"90093":{}}}"#
        )
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn members_are_sent_by_whatever_names_them() {
    let sim = Simulator::start().await.unwrap();
    let someone = sim.people()[3].clone();
    let (email, employee_id) = (someone.email.unwrap(), someone.employee_id.unwrap());
    for (flag, value) in [
        ("--user-ids", someone.id.to_string()),
        ("--user-emails", email),
        ("--employee-ids", employee_id),
    ] {
        let call = Eloomi::at(&sim, "teams update 709 --format json").arg(flag);
        let ran = call.arg(&value).run();
        assert!(ran.stdout.contains(&format!("[{}]", someone.id)), "{ran}");
        Eloomi::at(&sim, "teams update 709 --clear user-ids").run();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cleared_map_is_an_empty_one() {
    let body = written("teams update 701 --clear course,program_ids,description").await;
    assert_eq!(
        body,
        r#"{"course_ids":{},"description":null,"program_ids":{}}"#
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn attributes_of_a_team_are_given_one_by_one() {
    let body = written("teams update 701 --custom-attribute cost_center=1200").await;
    assert_eq!(body, r#"{"custom_attributes":{"cost_center":"1200"}}"#);
}

#[test]
fn a_program_that_may_notify_people_is_told_of() {
    let said = |programs: &str| {
        let call = format!("teams update 701 --dry-run {programs}");
        Eloomi::new(&call).run().stderr.contains("may notify")
    };
    assert!(said("--program 90092"));
    assert!(said("--program 90092:silent,90093:required"));
    assert!(!said("--program 90092:silent,90093:silent:required"));
    assert!(!said("--clear program"));
    assert!(!said("--course 9001"));
}

#[test]
fn a_dry_run_of_a_team_masks_addresses_and_attributes() {
    let call = "teams update 701 --user-emails canary@example.com --custom-attribute a=canary \
        --leader-ids 40 --course 9001:required --clear description --dry-run";
    let ran = Eloomi::new(call).run();
    assert!(!ran.to_string().contains("canary"), "{ran}");
    insta::assert_snapshot!(ran);
    let asked = Eloomi::new(call).arg("--show-personal").run();
    assert_eq!(asked.stdout.matches("canary").count(), 2, "{asked}");
}

#[test]
fn a_dry_run_of_a_team_can_be_read_as_input() {
    let call = "teams update 701 --course 9001:required --program 90092:silent --clear user-ids \
        --dry-run --format json";
    let body = Eloomi::new(call).run().stdout;
    let again = Eloomi::new("teams update 701 --input - --dry-run --format json");
    assert_eq!(again.stdin(&body).run().stdout, body);
    assert!(body.contains("9001") && body.contains("90092"), "{body}");
}

#[test]
fn a_setting_that_nobody_knows_is_refused_by_name() {
    let input = Eloomi::new("teams update 701 --dry-run --input -");
    let ran = input
        .stdin(r#"{"course_ids":{"9001":{"requird":true}}}"#)
        .run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("`course_ids.requird`"), "{ran}");
}

#[test]
fn courses_are_set_or_changed_and_never_both() {
    let ran = Eloomi::new("teams update 701 --course 9001 --add-course-ids 9002").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("`add_course_ids`"), "{ran}");
}

#[test]
fn a_team_without_a_name_is_refused() {
    insta::assert_snapshot!(Eloomi::new("teams create --user-ids 40").run());
}

#[test]
fn nothing_to_change_of_a_team_is_refused() {
    let ran = Eloomi::new("teams update 701").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("such as --name"), "{ran}");
}

#[test]
fn no_mistake_about_a_team_quotes_what_was_typed() {
    for call in [
        "teams create Canary Canary",
        "teams create Canary --name Canary",
        "teams create Canary --course Canary",
        "teams create Canary --course 9001:Canary",
        "teams create Canary --course 9001:deadline=Canary",
        "teams create Canary --program 90092:Canary",
        "teams create Canary --user-ids Canary",
        "teams create Canary --custom-attribute Canary",
        "teams create Canary --clear custom-attribute",
        "teams add-programs 701 --program Canary",
        "teams add-programs 701 --program 90092:Canary",
        "teams add-programs 701 --program 90092 Canary@example.com",
    ] {
        let ran = Eloomi::new(call).run();
        assert_eq!(ran.code, Some(2), "{call}: {ran}");
        assert!(!ran.to_string().contains("anary"), "{call}: {ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_about_a_team_that_is_lost_says_how_to_look() {
    for (path, call, look) in [
        ("/v3/teams", "teams create Starters", "`eloomi teams list`"),
        (
            "/v3/teams/701",
            "teams update 701 --program 90092",
            "`eloomi teams get TEAM`",
        ),
    ] {
        let sim = Simulator::start().await.unwrap();
        sim.drop_next(Matcher::path(path));
        let ran = Eloomi::at(&sim, call).run();
        assert_eq!(ran.code, Some(1), "{ran}");
        assert!(ran.stderr.contains(look), "{ran}");
    }
}
