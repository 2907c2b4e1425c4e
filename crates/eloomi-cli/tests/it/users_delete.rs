//! `eloomi users delete`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

#[tokio::test(flavor = "multi_thread")]
async fn nobody_with_this_key_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    let deletion = Matcher::path("/v3/users/80002").method("DELETE");
    sim.answer_next(deletion, Canned::new(204));
    insta::assert_snapshot!(Eloomi::at(&sim, "users delete 80002 --yes").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_gone_is_told_on_stderr_alone() {
    let sim = Simulator::start().await.unwrap();
    let deletion = Matcher::path("/v3/users/80002").method("DELETE");
    let deleted = r#"{"status":"OK","status_code":200,"message":"","data":null}"#;
    sim.answer_next(deletion, Canned::json(200, deleted));
    insta::assert_snapshot!(Eloomi::at(&sim, "users delete 80002 --yes --format json").run());
}
