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
