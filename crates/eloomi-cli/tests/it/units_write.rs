//! `eloomi units create` and `update`: what is sent, and what is said of what comes back.

use eloomi_sim::{Canned, CreatedUnit, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

/// The body of the last write.
fn written(sim: &Simulator) -> String {
    let mut requests = sim.requests().into_iter().rev();
    let write = requests.find(|request| ["POST", "PATCH"].contains(&&*request.method));
    write.unwrap().body().unwrap().into()
}

async fn ran(call: &str) -> (Ran, Simulator) {
    let sim = Simulator::start().await.unwrap();
    (Eloomi::at(&sim, call).run(), sim)
}

/// A simulator that answers a creation as the documented sample does: with nobody.
async fn empty_at_first() -> Simulator {
    let sim = Simulator::start().await.unwrap();
    sim.switch(|switches| switches.created_unit = CreatedUnit::WithoutPeople);
    sim
}

#[test]
fn the_unit_is_printed_as_by_get() {
    let call = "--sim units create Inbound --code MAR02 --parent-id 4004 --user-ids 80001";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_given_of_a_unit_is_sent() {
    let (_, sim) = ran("units create Sales --parent-code DEP101 --leader-ids 80001,80002").await;
    assert_eq!(
        written(&sim),
        r#"{"leader_ids":[80001,80002],"name":"Sales","parent_code":"DEP101"}"#
    );
    let (ran, sim) = ran("units update code:DEP105 --clear parent-id,leader-ids --name Nord").await;
    assert_eq!(ran.code, Some(0), "{ran}");
    assert_eq!(
        written(&sim),
        r#"{"leader_ids":[],"name":"Nord","parent_id":null}"#
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_may_have_to_be_unique() {
    for column in ["code", "name"] {
        let (_, sim) = ran(&format!("units create Sales --code S1 --unique {column}")).await;
        let request = sim.requests().pop().unwrap();
        assert_eq!(request.query, format!("unique={column}"));
    }
    let (clash, _) = ran("units create Other --code DEP104 --unique code").await;
    assert_eq!(clash.code, Some(1), "{clash}");
    let (other, _) = ran("units create Other --unique colour").await;
    assert_eq!(other.code, Some(2), "{other}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_answer_does_not_show_is_named_and_is_no_failure() {
    let (ran, _) = ran(
        "units create Sales --user-ids 80001,99998,99999 --leader-email canary@example.com \
         --parent-code DEP101",
    )
    .await;
    assert!(!ran.to_string().contains("canary"), "{ran}");
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_there_when_it_is_read_again_is_not_missing() {
    let sim = empty_at_first().await;
    let call = "units create Sales --user-ids 80001";
    let unsure = Eloomi::at(&sim, call).run();
    assert!(unsure.stderr.contains("user_ids 80001; it may"), "{unsure}");
    let sure = Eloomi::at(&sim, call).arg("--read-back").run();
    assert_eq!(sure.code, Some(0), "{sure}");
    assert!(sure.stdout.contains("80001"), "{sure}");
    assert!(!sure.stderr.contains("user_ids"), "{sure}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_when_it_is_read_again_is_an_exit_code_of_its_own() {
    let (ran, _) = ran("units update 4004 --add-user-ids 80003,99999 --read-back").await;
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_to_be_emptied_and_is_not_is_named_without_a_value() {
    let sim = Simulator::start().await.unwrap();
    let unit = r#"{"status_code":200,"data":{"id":4004,"leaders":[80048],"code":"S1"}}"#;
    let change = Matcher::path("/v3/units/4004").method("PATCH");
    sim.answer_next(change, Canned::json(200, unit));
    let call = "units update 4004 --clear leader-ids --code S2";
    let ran = Eloomi::at(&sim, call).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(
        ran.stderr
            .contains("code S2; leader_ids (to be empty); it may"),
        "{ran}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn quiet_leaves_the_error_about_what_is_missing() {
    let (ran, _) = ran("units create A --user-ids 99999 --format json --read-back -q").await;
    assert_eq!(ran.code, Some(5), "{ran}");
    assert_eq!(
        ran.stderr,
        "error: the unit was written, but not all of it was applied: user_ids 99999\n"
    );
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_that_cannot_be_read_again_is_printed_as_it_was_answered() {
    let sim = Simulator::start().await.unwrap();
    let reading = Matcher::path("/v3/units/4004").method("GET");
    sim.answer_next(reading, Canned::new(503));
    let ran = Eloomi::at(&sim, "units update 4004 --code S1 --read-back --attempts 1").run();
    assert_eq!(ran.code, Some(1), "{ran}");
    assert!(ran.stdout.contains("S1"), "{ran}");
    assert!(ran.stderr.contains("the unit was written"), "{ran}");
}

#[test]
fn without_a_name_a_unit_is_refused() {
    insta::assert_snapshot!(Eloomi::new("units create --code MAR02").run());
}

#[test]
fn fields_of_an_update_alone_are_none_of_a_creation() {
    let ran = Eloomi::new("units create Sales --add-user-ids 40").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    let input = Eloomi::new("units create Sales --input - --dry-run");
    let ran = input.stdin(r#"{"remove_user_ids":[40]}"#).run();
    assert!(
        ran.stderr.contains("no field that this command writes"),
        "{ran}"
    );
}

#[test]
fn a_dry_run_of_a_unit_masks_addresses_and_shows_ids() {
    let call = "units update 354 --user-emails canary@example.com --leader-ids 40 \
        --clear parent-id --dry-run";
    let ran = Eloomi::new(call).run();
    assert!(!ran.to_string().contains("canary"), "{ran}");
    insta::assert_snapshot!(ran);
    let asked = Eloomi::new(call).arg("--show-personal").run();
    assert!(asked.stdout.contains("canary@example.com"), "{asked}");
}

#[test]
fn a_dry_run_of_a_unit_can_be_read_as_input() {
    let call = "units update 354 --code MAR02 --add-user-ids 40 --dry-run --format json";
    let body = Eloomi::new(call).run().stdout;
    assert_eq!(body, "{\"add_user_ids\":[40],\"code\":\"MAR02\"}\n");
    let again = Eloomi::new("units update 354 --input - --dry-run --format json");
    assert_eq!(again.stdin(&body).run().stdout, body);
}

#[test]
fn fields_of_a_unit_that_contradict_each_other_are_refused() {
    let ran = Eloomi::new("units update 354 --user-ids 40 --add-user-ids 41").run();
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.stderr.contains("`add_user_ids`"), "{ran}");
}

#[test]
fn no_mistake_about_a_unit_quotes_what_was_typed() {
    for call in [
        "units create Canary Canary",
        "units create Canary --name Canary",
        "units create Canary --parent-id Canary",
        "units create Canary --user-ids Canary",
        "units create Canary --unique Canary",
        "units create Canary --clear Canary",
        "units create Canary --clear name",
        "units create Canary --input Canary.json",
        "units update 354 --parent-id=-Canary",
    ] {
        let ran = Eloomi::new(call).run();
        assert_eq!(ran.code, Some(2), "{call}: {ran}");
        assert!(!ran.to_string().contains("anary"), "{call}: {ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_about_a_unit_that_is_lost_says_how_to_look() {
    for (path, call, look) in [
        (
            "/v3/units",
            "units create Sales",
            "try: look for the unit before",
        ),
        (
            "/v3/units/4004",
            "units update 4004 --add-user-ids 80003",
            "`eloomi units get UNIT`",
        ),
    ] {
        let sim = Simulator::start().await.unwrap();
        sim.drop_next(Matcher::path(path));
        let ran = Eloomi::at(&sim, call).run();
        assert_eq!(ran.code, Some(1), "{ran}");
        assert!(ran.stderr.contains(look), "{ran}");
    }
}
