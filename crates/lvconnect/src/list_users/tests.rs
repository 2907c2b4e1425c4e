use eloomi_core::ErrorKind;
use http::{HeaderMap, StatusCode};

use super::*;

fn target(list: &ListUsers) -> String {
    list.request().unwrap().uri().to_string()
}

fn refused(list: &ListUsers) -> String {
    list.request().unwrap_err().part().to_owned()
}

/// What a stream asks after a page of so many, of so many pages.
fn next(list: &ListUsers, items: usize, pages: &str) -> Option<ListUsers> {
    let body = format!(r#"{{"results":[]{pages}}}"#);
    let rest = Reply::new(StatusCode::OK, HeaderMap::new(), body);
    list.end(&rest, Seen::new(1, items, false)).unwrap()
}

fn ids(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(|number| format!("{number:024x}"))
}

#[test]
fn empty_filters_are_left_out() {
    assert_eq!(target(&ListUsers::new().email("").search("")), "/users");
    let list = ListUsers::new().search("Élodie").limit(10).page(2);
    assert_eq!(target(&list), "/users?limit=10&page=2&search=%C3%89lodie");
}

#[test]
fn what_the_service_refuses_is_not_sent() {
    let long = "a".repeat(51);
    for (list, part) in [
        (ListUsers::new().limit(0), "limit"),
        (ListUsers::new().limit(101), "limit"),
        (ListUsers::new().page(0), "page"),
        (ListUsers::new().page(1 << 53), "page"),
        (ListUsers::new().email(long.as_str()), "email"),
        (ListUsers::new().search(long), "search"),
        (ListUsers::new().search("a\0"), "search"),
        (ListUsers::new().ids(["nope"]), "ids"),
        (ListUsers::new().ids([""; 0]), "ids"),
        (ListUsers::new().ids(ids(1)).search("tess"), "ids"),
        (
            ListUsers::new().ids(ids(1)).email("tess@example.com"),
            "ids",
        ),
        (ListUsers::new().ids(ids(101)), "ids"),
    ] {
        assert_eq!(refused(&list), part, "{list:?}");
    }
}

#[test]
fn an_address_of_fifty_letters_of_any_alphabet_may_be_asked_for() {
    let email = format!("{}@example.com", "é".repeat(38));
    assert!(ListUsers::new().email(email).request().is_ok());
}

#[test]
fn ids_are_sent_once_each_in_lower_case() {
    let list = ListUsers::new().ids(["AAAAAAAAAAAAAAAAAAAAAAAA", "aaaaaaaaaaaaaaaaaaaaaaaa"]);
    assert_eq!(target(&list), "/users?ids=aaaaaaaaaaaaaaaaaaaaaaaa");
    assert!(ListUsers::new().ids(ids(100)).request().is_ok());
}

#[test]
fn a_stream_asks_for_a_hundred_at_a_time_and_stops_at_the_last_page() {
    let first = ListUsers::new().for_stream();
    assert_eq!(target(&first), "/users?limit=100&page=1");
    let second = next(&first, 100, r#","pageCount":2"#).unwrap();
    assert_eq!(target(&second), "/users?limit=100&page=2");
    assert_eq!(next(&second, 100, r#","pageCount":2"#), None);
    assert_eq!(next(&first, 0, r#","pageCount":7"#), None, "an empty page");
    assert_eq!(next(&first, 0, r#","pageCount":0"#), None);
}

#[test]
fn without_a_count_of_pages_an_empty_one_is_the_end() {
    let first = ListUsers::new().for_stream();
    let second = next(&first, 1, "").unwrap();
    assert_eq!(target(&second), "/users?limit=100&page=2");
    assert_eq!(next(&second, 0, ""), None);
}

#[test]
fn a_stream_of_many_ids_asks_for_a_hundred_each_time_also_after_unknown_ones() {
    let first = ListUsers::new().ids(ids(250)).for_stream();
    let asked = |list: &ListUsers| target(list).matches("ids=").count();
    assert_eq!(asked(&first), 100);
    let second = next(&first, 0, r#","pageCount":0"#).unwrap();
    assert_eq!(asked(&second), 100);
    let third = next(&second, 100, r#","pageCount":1"#).unwrap();
    assert_eq!(asked(&third), 50);
    assert!(target(&third).contains(&format!("ids={:024x}", 200)));
    assert_eq!(next(&third, 50, r#","pageCount":1"#), None);
}

#[test]
fn the_pages_of_some_ids_come_before_the_next_ids() {
    let first = ListUsers::new().ids(ids(101)).limit(60).for_stream();
    let second = next(&first, 60, r#","pageCount":2"#).unwrap();
    assert!(target(&second).starts_with("/users?limit=60&page=2&ids=0000"));
    let third = next(&second, 40, r#","pageCount":2"#).unwrap();
    assert_eq!(
        target(&third),
        format!("/users?limit=60&page=1&ids={:024x}", 100)
    );
}

#[test]
fn an_answer_without_results_is_no_empty_page() {
    for body in ["{}", r#"{"pageCount":0}"#, r#"{"results":null}"#] {
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), body);
        let error = ListUsers::new().response(&reply).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[test]
fn debug_shows_nobody() {
    let list = ListUsers::new().email("tess@example.com").search("tess");
    assert!(!format!("{list:?}").contains("tess"));
}
