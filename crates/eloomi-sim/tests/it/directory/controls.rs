//! What tests tell a directory, which is what they tell the other service.

use eloomi_sim::{Canned, Directory, Matcher, behaviours};

use super::calls::{call, message, somebody, write, writer};

async fn started() -> (Directory, String) {
    let directory = Directory::start().await.unwrap();
    let token = writer(&directory).await;
    (directory, token)
}

#[tokio::test]
async fn the_journal_tells_the_route_and_the_behaviour() {
    let (directory, token) = started().await;
    let id = somebody(&directory, "tech")["id"]
        .as_str()
        .unwrap()
        .to_owned();
    call(&directory, &token, "GET", &format!("/users/{id}?x=1")).await;
    let requests = directory.requests();
    let templates: Vec<_> = requests.iter().map(|one| one.template.as_deref()).collect();
    assert_eq!(templates, [Some("/oauth/token"), Some("/users/{user}")]);
    let shown: Vec<_> = requests.iter().map(|one| one.behaviour.unwrap()).collect();
    assert_eq!(shown, ["staff-token-issued", "staff-shown"]);
    assert_eq!(directory.token_requests(), 1);
    assert!(
        shown
            .iter()
            .all(|id| behaviours().iter().any(|row| row.id == *id))
    );
}

#[tokio::test]
async fn the_journal_keeps_bodies_of_people_and_none_of_token_requests() {
    let (directory, token) = started().await;
    let body = super::calls::newcomer("nina@example.com");
    write(&directory, &token, "POST", "/users", &body).await;
    let requests = directory.requests();
    assert_eq!(requests[0].body(), None);
    assert_eq!(requests[1].body(), Some(&*body.to_string()));
}

#[tokio::test]
async fn a_token_in_a_query_is_not_kept() {
    let (directory, token) = started().await;
    let path = format!("/users/me?access_token={token}");
    call(&directory, &token, "GET", &path).await;
    let recorded = directory.requests().pop().unwrap();
    assert!(!format!("{recorded:?}").contains(&token));
}

#[tokio::test]
async fn an_answer_can_be_written_beforehand() {
    let (directory, token) = started().await;
    directory.answer_next(Matcher::path("/users"), Canned::new(503));
    let answers = [
        call(&directory, &token, "GET", "/users").await.status,
        call(&directory, &token, "GET", "/users").await.status,
    ];
    assert_eq!(answers, [503, 200]);
}

#[tokio::test]
async fn faults_of_pages_know_how_this_service_spells_them() {
    let (directory, token) = started().await;
    for fault in [
        "short-page=1:3,times=1@/users",
        "caps-page-size=5,after=1,times=1@/users",
    ] {
        directory.fault(fault.parse().unwrap());
    }
    let mut lengths = Vec::new();
    for _ in 0..3 {
        let page = call(&directory, &token, "GET", "/users").await.json();
        lengths.push(page["results"].as_array().unwrap().len());
    }
    assert_eq!(lengths, [3, 5, 20]);
    assert!(directory.unmet_faults().is_empty());
}

#[tokio::test]
async fn a_token_that_is_expired_by_a_fault_has_expired() {
    let (directory, token) = started().await;
    directory.fault("expire-in-flight,times=1@/users".parse().unwrap());
    let answer = call(&directory, &token, "GET", "/users").await;
    assert_eq!((answer.status, &*message(&answer)), (401, "token_expired"));
}

#[tokio::test]
async fn revoked_tokens_are_unknown() {
    let (directory, token) = started().await;
    directory.revoke_tokens();
    let answer = call(&directory, &token, "GET", "/users").await;
    assert_eq!((answer.status, &*message(&answer)), (401, "invalid_token"));
}

#[tokio::test]
async fn the_same_seed_is_the_same_directory() {
    let still = || Directory::builder().seed(7).people(9).clock_stands_still();
    let (one, other) = (
        still().start().await.unwrap(),
        still().start().await.unwrap(),
    );
    assert_eq!(one.people(), other.people());
    assert_eq!(one.client_secret(), other.client_secret());
}
