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

#[test]
fn what_is_gone_is_told_on_stderr_alone() {
    insta::assert_snapshot!(Eloomi::new("--sim users delete 80002 --yes --format json").run());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_key_deletes_one_person() {
    let sim = Simulator::start().await.unwrap();
    let people = sim.people();
    for key in [
        people[3].id.to_string(),
        format!("employee:{}", people[4].employee_id.as_deref().unwrap()),
        format!("email:{}", people[5].email.as_deref().unwrap()),
    ] {
        let ran = Eloomi::at(&sim, "users delete --quiet --yes")
            .arg(&key)
            .run();
        assert_eq!((ran.code, &*ran.stderr), (Some(0), ""), "{key}: {ran}");
    }
    let left: Vec<_> = sim.people().iter().map(|someone| someone.id).collect();
    let gone = |index: usize| !left.contains(&people[index].id);
    assert_eq!(left.len(), people.len() - 3);
    assert!(gone(3) && gone(4) && gone(5));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_gone_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    Eloomi::at(&sim, "users delete 80002 --yes").run();
    let ran = Eloomi::at(&sim, "users delete 80002 --yes").run();
    assert_eq!(ran.code, Some(9), "{ran}");
}
