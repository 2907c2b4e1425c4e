//! `eloomi users update`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

#[test]
fn nothing_to_change_is_refused() {
    insta::assert_snapshot!(Eloomi::new("users update 40").run());
}

#[test]
fn an_empty_input_is_nothing_to_change() {
    let ran = Eloomi::new("users update 40 --input -").stdin("{}").run();
    assert_eq!(ran.code, Some(2), "{ran}");
}

#[test]
fn the_person_is_printed_as_by_get() {
    let call = "--sim users update employee:E0009 --level 5 --clear mobile-phone,team-ids";
    insta::assert_snapshot!(Eloomi::new(call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_key_has_a_path_of_its_own() {
    let sim = Simulator::start().await.unwrap();
    let someone = sim.people()[3].clone();
    let employee_id = someone.employee_id.unwrap();
    for key in [
        someone.id.to_string(),
        format!("employee:{employee_id}"),
        format!("email:{}", someone.email.unwrap()),
    ] {
        let call = Eloomi::at(&sim, "users update --title Architect").arg(&key);
        let ran = call.run();
        assert_eq!(ran.code, Some(0), "{key}: {ran}");
    }
    let requests = sim.requests().into_iter();
    let paths = requests.filter(|request| request.method == "PATCH");
    assert_eq!(
        paths
            .map(|request| request.template.unwrap())
            .collect::<Vec<_>>(),
        [
            "/v3/users/{id}",
            "/v3/users-employee_id/{employee_id}",
            "/v3/users-email/{email}"
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_cleared_by_an_empty_one_and_a_value_by_null() {
    let sim = Simulator::start().await.unwrap();
    let call = "users update 80009 --clear team-ids --clear phone --format ndjson";
    let ran = Eloomi::at(&sim, call).run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests();
    let body = requests.last().unwrap().body().unwrap();
    assert_eq!(body, r#"{"phone":null,"team_ids":[]}"#);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_employment_can_end() {
    let sim = Simulator::start().await.unwrap();
    let call = "users update 80009 --end-of-employment-at 2026-12-31";
    assert_eq!(Eloomi::at(&sim, call).run().code, Some(0));
    let person = sim.person(80009).unwrap();
    assert!(person.contains("2026-12-31 00:00:00"), "{person}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_with_this_key_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    let change = Matcher::path("/v3/users-email/nobody%40example.com").method("PATCH");
    sim.answer_next(change, Canned::new(204));
    let call = "users update email:nobody@example.com --title Architect";
    insta::assert_snapshot!(Eloomi::at(&sim, call).run());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_lost_says_how_to_look() {
    let sim = Simulator::start().await.unwrap();
    sim.drop_next(Matcher::path("/v3/users/80002").method("PATCH"));
    let call = "users update 80002 --activate standard";
    insta::assert_snapshot!(Eloomi::at(&sim, call).run());
}
