//! `eloomi access-groups list`.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

#[test]
fn a_table_tells_what_each_group_permits() {
    insta::assert_snapshot!(Eloomi::new("--sim access-groups list").run());
}

#[test]
fn an_export_holds_permissions_as_a_list() {
    let ran = Eloomi::new("--sim access-groups list --max 2 --format csv").run();
    insta::assert_snapshot!(ran.stdout);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_path_is_asked_if_one_is_named() {
    let sim = Simulator::start().await.unwrap();
    for page in [r#"{"data":[{"id":31,"name":"HR"}]}"#, r#"{"data":[]}"#] {
        sim.answer_next(Matcher::path("/v3/groups"), Canned::json(200, page));
    }
    let ran = Eloomi::at(&sim, "access-groups list --at /v3/groups --max 9").run();
    assert_eq!(ran.code, Some(0), "{ran}");
    let requests = sim.requests();
    let mut asked = requests.iter().filter(|asked| asked.path == "/v3/groups");
    assert_eq!(asked.next().unwrap().query, "page=1&per_page=9");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_guess_is_not_found_and_names_the_flag() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/access-groups"), Canned::new(404));
    insta::assert_snapshot!(Eloomi::at(&sim, "access-groups list").run());
}

#[test]
fn what_is_no_path_is_refused_before_anything_is_asked() {
    let call = "access-groups list --at https://canary.invalid/v3/groups";
    insta::assert_snapshot!(Eloomi::new(call).run());
}
