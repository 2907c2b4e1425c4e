//! Lists as streams, over recorded pages and invented ones.

use std::sync::Arc;

use eloomi_auth::ClientCredentials;
use eloomi_core::Error;
use eloomi_replay::{Scripted, Step};
use lvconnect::{Client, ListUsers};

fn page(people: std::ops::Range<u32>, page_count: u32) -> Step {
    let people = people.map(|number| format!(r#"{{"id":"{number:024x}"}}"#));
    let people: Vec<_> = people.collect();
    let people = people.join(",");
    Step::json(
        200,
        format!(r#"{{"results":[{people}],"pageCount":{page_count},"page":1,"limit":100}}"#),
    )
}

/// The last digits of those that come, and the targets that are asked, without the token's.
async fn streamed(list: ListUsers, pages: Vec<Step>) -> (Result<Vec<String>, Error>, Vec<String>) {
    let token = r#"{"access_token":"sim-token","expires_in":172800}"#;
    let steps = std::iter::once(Step::json(201, token)).chain(pages);
    let script = Arc::new(Scripted::new(steps));
    let login = ClientCredentials::new("app-reader", "sim-secret");
    let client = Client::builder("https://staff.example.com", login, Arc::clone(&script));
    let mut people = client.build().unwrap().stream(list);
    let mut came = Ok(Vec::new());
    while let Some(person) = people.next().await {
        match (person, &mut came) {
            (Ok(person), Ok(came)) => came.push(person.id.as_str()[20..].to_owned()),
            (Err(error), _) => came = Err(error),
            (Ok(_), Err(_)) => panic!("somebody came after the end"),
        }
    }
    let sent = script.sent();
    let targets = sent.iter().skip(1).map(|request| request.uri().to_string());
    let base = "https://staff.example.com";
    let targets = targets.map(|target| target.strip_prefix(base).unwrap().to_owned());
    (came, targets.collect())
}

#[tokio::test]
async fn who_moves_to_a_later_page_comes_once_and_the_last_page_is_the_end() {
    let pages = vec![page(0..2, 3), page(1..3, 3), page(3..4, 3)];
    let (came, asked) = streamed(ListUsers::new(), pages).await;
    assert_eq!(came.unwrap(), ["0000", "0001", "0002", "0003"]);
    let pages = ["page=1", "page=2", "page=3"].map(|page| format!("/users?limit=100&{page}"));
    assert_eq!(asked, pages);
}

#[tokio::test]
async fn a_list_that_shrinks_meanwhile_ends_at_an_empty_page() {
    let (came, asked) = streamed(ListUsers::new(), vec![page(0..2, 9), page(0..0, 1)]).await;
    assert_eq!((came.unwrap().len(), asked.len()), (2, 2));
}

#[tokio::test]
async fn three_hundred_ids_are_three_requests() {
    let ids = (0..300).map(|number| format!("{number:024x}"));
    let pages = vec![page(0..100, 1), page(0..0, 0), page(200..299, 1)];
    let (came, asked) = streamed(ListUsers::new().ids(ids), pages).await;
    assert_eq!((came.unwrap().len(), asked.len()), (199, 3));
    for target in asked {
        assert_eq!(target.matches("ids=").count(), 100);
        assert!(target.len() < 3_200, "it fits into every head");
    }
}

#[tokio::test]
async fn an_id_that_is_none_ends_the_stream_before_anything_is_sent() {
    let (came, asked) = streamed(ListUsers::new().ids(["nope"]), Vec::new()).await;
    assert_eq!(came.unwrap_err().kind(), eloomi_core::ErrorKind::Request);
    assert_eq!(asked.len(), 0);
}

#[tokio::test]
async fn a_page_of_html_is_no_end_of_a_list() {
    let html = Step::status(200)
        .header("content-type", "text/html; charset=utf-8")
        .body("<!doctype html>");
    let (came, _) = streamed(ListUsers::new(), vec![html]).await;
    assert!(came.unwrap_err().to_string().contains("HTML"));
}
