use eloomi_sim::{Escapes, PastEnd, PerPageDefault, PersonState, Simulator, Spelling};
use serde_json::Value;

use crate::client::{authorized, get, send, token};

fn ids_in(sim: &Simulator, state: PersonState) -> Vec<u64> {
    let people = sim.people().into_iter().filter(|one| one.state == state);
    people.map(|one| one.id).collect()
}

#[tokio::test]
async fn without_per_page_everybody_comes() {
    let sim = Simulator::builder().people(130).start().await.unwrap();
    assert_eq!(get(&sim, "/v3/users").await.ids().len(), 130);
}

#[tokio::test]
async fn without_per_page_twenty_five_come_if_so_set() {
    let builder = Simulator::builder().per_page_default(PerPageDefault::TwentyFive);
    let sim = builder.start().await.unwrap();
    assert_eq!(get(&sim, "/v3/users").await.ids().len(), 25);
}

#[tokio::test]
async fn pages_put_together_are_everybody() {
    let sim = Simulator::start().await.unwrap();
    let mut ids = Vec::new();
    for page in 1..=9 {
        let path = format!("/v3/users?mode=all&per_page=7&page={page}");
        ids.extend(get(&sim, &path).await.ids());
    }
    let everybody: Vec<_> = sim.people().iter().map(|one| one.id).collect();
    assert_eq!(ids, everybody);
}

#[tokio::test]
async fn a_silent_cap_makes_pages_shorter() {
    let sim = Simulator::builder()
        .max_per_page(Some(10))
        .start()
        .await
        .unwrap();
    assert_eq!(get(&sim, "/v3/users?per_page=50").await.ids().len(), 10);
}

#[tokio::test]
async fn past_the_end_is_an_empty_list() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/users?per_page=50&page=3").await;
    assert_eq!((answer.status, answer.ids()), (200, vec![]));
}

#[tokio::test]
async fn past_the_end_is_204_if_so_set() {
    let sim = Simulator::start().await.unwrap();
    sim.past_end(PastEnd::NoContent);
    let answer = get(&sim, "/v3/users?per_page=50&page=3").await;
    assert_eq!((answer.status, answer.text()), (204, ""));
}

#[tokio::test]
async fn pages_repeat_if_so_set() {
    let sim = Simulator::start().await.unwrap();
    sim.repeat_pages(true);
    let first = get(&sim, "/v3/users?per_page=5&page=1").await.ids();
    assert_eq!(get(&sim, "/v3/users?per_page=5&page=2").await.ids(), first);
}

#[tokio::test]
async fn a_page_that_is_no_number_is_the_first() {
    let sim = Simulator::start().await.unwrap();
    let first = get(&sim, "/v3/users?per_page=5&page=1").await.ids();
    for page in ["0", "-1", "x", ""] {
        let path = format!("/v3/users?per_page=5&page={page}");
        assert_eq!(get(&sim, &path).await.ids(), first, "page={page}");
    }
}

#[tokio::test]
async fn a_page_beyond_all_numbers_is_past_the_end() {
    let sim = Simulator::start().await.unwrap();
    let path = format!("/v3/users?per_page={0}&page={0}", usize::MAX);
    assert_eq!(get(&sim, &path).await.ids(), Vec::<u64>::new());
}

#[tokio::test]
async fn a_bad_per_page_is_400() {
    let sim = Simulator::start().await.unwrap();
    for size in ["0", "-1", "x", "7.5"] {
        let path = format!("/v3/users?per_page={size}");
        assert_eq!(get(&sim, &path).await.status, 400, "per_page={size}");
    }
}

#[tokio::test]
async fn modes_sort_by_state() {
    let sim = Simulator::start().await.unwrap();
    let modes = [
        ("pending", PersonState::Pending),
        ("active", PersonState::Active),
        ("inactive", PersonState::Inactive),
        ("suspended", PersonState::Suspended),
    ];
    for (mode, state) in modes {
        let ids = get(&sim, &format!("/v3/users?mode={mode}")).await.ids();
        assert_eq!(ids, ids_in(&sim, state), "{mode}");
    }
}

#[tokio::test]
async fn an_unknown_mode_is_400_in_the_envelope() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/users?mode=sleeping").await;
    let begin = r#"{"status":"Bad Request","status_code":400,"message":""#;
    assert!(answer.text().starts_with(begin), "{}", answer.text());
}

#[tokio::test]
async fn the_employee_id_filter_finds_one() {
    let sim = Simulator::start().await.unwrap();
    let people = sim.people();
    let one = people
        .iter()
        .find(|one| one.employee_id.as_deref() == Some("EX 009"));
    let ids = get(&sim, "/v3/users?employee_id=EX+009").await.ids();
    assert_eq!(ids, [one.unwrap().id]);
}

#[tokio::test]
async fn the_envelope_keeps_the_documented_order() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/users?per_page=1").await;
    let begin = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"Showing the users.","data":[{"id":"#;
    assert!(answer.text().starts_with(begin), "{}", answer.text());
}

/// The keys of the first person.
async fn keys(sim: &Simulator) -> Vec<String> {
    let json: Value = get(sim, "/v3/users?per_page=1").await.json();
    json["data"][0]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect()
}

#[tokio::test]
async fn the_other_spelling_renames_three_fields() {
    let sim = Simulator::start().await.unwrap();
    let before = keys(&sim).await;
    sim.employment_spelling(Spelling::Reference);
    let after = keys(&sim).await;
    let new: Vec<_> = after.iter().filter(|key| !before.contains(key)).collect();
    assert_eq!(new, ["end_of_employment", "mobile", "start_of_employment"]);
}

#[tokio::test]
async fn php_escapes_say_the_same() {
    let sim = Simulator::start().await.unwrap();
    let plain = get(&sim, "/v3/users").await.json();
    sim.switch(|switches| switches.escapes = Escapes::Php);
    let escaped = get(&sim, "/v3/users").await;
    assert_eq!((escaped.text().is_ascii(), escaped.json()), (true, plain));
}

#[tokio::test]
async fn gzip_comes_only_to_those_who_accept_it() {
    let sim = Simulator::builder()
        .switch(|switches| switches.gzip = true)
        .start()
        .await
        .unwrap();
    let token = token(&sim).await;
    let mut accepting = authorized("/v3/users", &token);
    accepting
        .headers_mut()
        .insert("accept-encoding", "br, gzip".parse().unwrap());
    let packed = send(&sim, accepting).await;
    let plain = send(&sim, authorized("/v3/users", &token)).await;
    let codings = (
        packed.header("content-encoding"),
        plain.header("content-encoding"),
    );
    assert_eq!(codings, (Some("gzip"), None));
}

#[tokio::test]
async fn a_slash_at_the_end_is_ignored() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(get(&sim, "/v3/users/?per_page=3").await.ids().len(), 3);
}

#[tokio::test]
async fn head_is_answered_without_a_body() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    let mut head = authorized("/v3/users", &token);
    *head.method_mut() = hyper::Method::HEAD;
    let answer = send(&sim, head).await;
    assert_eq!((answer.status, answer.body.len()), (200, 0));
}
