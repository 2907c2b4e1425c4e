//! `eloomi courses update-assignment`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

const PATH: &str = "/v3/courses/9001/participants/80009";

#[test]
fn the_participant_is_printed_as_it_now_is() {
    let call = "--sim courses update-assignment 9001 80009 --deadline 2027-01-31";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[test]
fn nothing_to_change_is_refused() {
    insta::assert_snapshot!(Eloomi::new("courses update-assignment 9001 80009").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_is_cleared_by_null_and_required_cannot_be() {
    let sim = Simulator::start().await.unwrap();
    let call = "courses update-assignment 9001 80009 --clear";
    let ran = Eloomi::at(&sim, call).arg("deadline").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests();
    let request = requests.last().unwrap();
    assert_eq!((&*request.method, &*request.path), ("PATCH", PATH));
    assert_eq!(request.body().unwrap(), r#"{"deadline":null}"#);
    let ran = Eloomi::at(&sim, call).arg("required").run();
    assert_eq!(ran.code, Some(2), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_does_not_take_the_course_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path(PATH), Canned::new(204));
    let call = "courses update-assignment 9001 80009 --required no";
    insta::assert_snapshot!(Eloomi::at(&sim, call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_nobody_understands_says_where_to_look() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path(PATH), Canned::json(200, "{}"));
    let call = "courses update-assignment 9001 80009 --required no";
    insta::assert_snapshot!(Eloomi::at(&sim, call).run().stderr);
}
