//! Lists, item by item and page by page.

use eloomi_core::{Body, CallOptions, Error, ErrorKind, Items, Phase};
use futures_util::{FutureExt as _, StreamExt as _};

use crate::{
    script::{Script, Step, answer, answer_with, broken, gzip, pieces},
    things::{AlikeThings, Things},
};

/// A session's stream over pages with status 200.
fn stream<B: Into<Body>>(pages: impl IntoIterator<Item = B>) -> (Script, Items<Things>) {
    of_steps(pages.into_iter().map(|page| answer(200, page)))
}

fn of_steps(steps: impl IntoIterator<Item = Step>) -> (Script, Items<Things>) {
    let script = Script::new(steps);
    let items = script.session().stream(Things::default());
    (script, items)
}

/// Everything a stream gives: the items before its end, and the error if that was its end.
async fn drain(items: &mut Items<Things>) -> (Vec<String>, Option<Error>) {
    let mut found = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => found.push(item),
            Err(error) => return (found, Some(error)),
        }
    }
    (found, None)
}

fn asked(script: &Script) -> Vec<String> {
    let query = |request: http::Request<bytes::Bytes>| request.uri().query().unwrap().to_owned();
    script.sent().into_iter().map(query).collect()
}

#[tokio::test]
async fn pages_follow_each_other_until_an_empty_one() {
    let (script, items) = stream([
        r#"{"data":[{"id":1},{"id":2}]}"#,
        r#"{"data":[{"id":3}]}"#,
        r#"{"data":[]}"#,
    ]);
    let found = items.collect().await.unwrap();
    assert_eq!(found, [r#"{"id":1}"#, r#"{"id":2}"#, r#"{"id":3}"#]);
    assert_eq!(asked(&script), ["page=1", "page=2", "page=3"]);
}

#[tokio::test]
async fn every_success_has_its_items_split() {
    let (_, items) = of_steps([answer(203, r#"{"data":[{"id":1}]}"#), answer(204, "")]);
    assert_eq!(items.collect().await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_answer_without_content_ends_the_list() {
    let (script, items) = of_steps([answer(200, r#"{"data":[{"id":1}]}"#), answer(204, "")]);
    assert_eq!(items.collect().await.unwrap().len(), 1);
    assert_eq!(script.sent().len(), 2);
}

#[tokio::test]
async fn the_list_itself_may_say_that_it_is_over() {
    let (script, items) = stream([r#"{"data":[{"id":1}],"last":true}"#]);
    assert_eq!(items.collect().await.unwrap().len(), 1);
    assert_eq!(script.sent().len(), 1);
}

#[tokio::test]
async fn an_item_that_moved_to_the_next_page_is_given_once() {
    let (_, items) = stream([
        r#"{"data":[{"id":1},{"id":2}]}"#,
        r#"{"data":[{"id":2},{"id":3}]}"#,
        r#"{"data":[]}"#,
    ]);
    let found = items.collect().await.unwrap();
    assert_eq!(found, [r#"{"id":1}"#, r#"{"id":2}"#, r#"{"id":3}"#]);
}

#[tokio::test]
async fn an_item_that_stands_twice_on_a_page_is_given_once() {
    let (_, items) = stream([r#"{"data":[{"id":1},{"id":1}],"last":true}"#]);
    assert_eq!(items.collect().await.unwrap(), [r#"{"id":1}"#]);
}

#[tokio::test]
async fn items_that_may_be_alike_are_given_each_and_on_a_later_page_not_again() {
    let script = Script::new([
        answer(200, r#"{"data":[{"id":1},{"id":1},{"id":2}]}"#),
        answer(200, r#"{"data":[{"id":1},{"id":3},{"id":3}],"last":true}"#),
    ]);
    let items = script.session().stream(AlikeThings::default());
    let expected = [1, 1, 2, 3, 3].map(|id| format!(r#"{{"id":{id}}}"#));
    assert_eq!(items.collect().await.unwrap(), expected);
}

#[tokio::test]
async fn a_page_of_alike_items_that_came_before_is_reported_as_repeated() {
    let page = r#"{"data":[{"id":1},{"id":1}]}"#;
    let script = Script::new([answer(200, page), answer(200, page)]);
    let items = script.session().stream(AlikeThings::default());
    let error = items.collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PageRepeated);
}

#[tokio::test]
async fn items_without_identity_are_given_as_they_come() {
    let (_, items) = stream([r#"{"data":[7,"a",null,true,-1.5e3,7,[1],"]"],"last":true}"#]);
    let found = items.collect().await.unwrap();
    assert_eq!(
        found,
        ["7", "\"a\"", "null", "true", "-1.5e3", "7", "[1]", "\"]\""]
    );
}

#[tokio::test]
async fn a_page_that_came_before_is_reported_as_repeated() {
    let list = Things::default();
    let seen = list.seen.clone();
    let page = r#"{"data":[{"id":1},{"id":2}]}"#;
    let script = Script::new([answer(200, page), answer(200, page)]);
    let (found, error) = drain(&mut script.session().stream(list)).await;
    assert_eq!(found.len(), 2, "the second page brought nothing new");
    assert_eq!(error.unwrap().kind(), ErrorKind::PageRepeated);
    let seen: Vec<_> = seen
        .lock()
        .unwrap()
        .iter()
        .map(|seen| (seen.page, seen.items, seen.repeated))
        .collect();
    assert_eq!(seen, [(1, 2, false), (2, 2, true)]);
}

#[tokio::test]
async fn the_same_items_in_another_order_are_a_repeated_page_too() {
    let list = Things::default();
    let seen = list.seen.clone();
    let script = Script::new([
        answer(200, r#"{"data":[{"id":1},{"id":2}]}"#),
        answer(200, r#"{"data":[{"id":2},{"id":1}]}"#),
        answer(204, ""),
    ]);
    let ended = script.session().stream(list).collect().await;
    assert_eq!(ended.unwrap_err().kind(), ErrorKind::PageRepeated);
    let seen: Vec<_> = seen
        .lock()
        .unwrap()
        .iter()
        .map(|seen| seen.repeated)
        .collect();
    assert_eq!(seen, [false, true]);
}

#[tokio::test]
async fn an_error_ends_the_stream_and_comes_once() {
    let (script, mut items) = of_steps([
        answer(200, r#"{"data":[{"id":1}]}"#),
        Step::Fail(Phase::MaybeSent),
    ]);
    let (found, error) = drain(&mut items).await;
    assert_eq!(
        (found.len(), error.unwrap().kind()),
        (1, ErrorKind::Transport)
    );
    assert!(items.next().await.is_none());
    assert!(items.next().await.is_none());
    assert_eq!(script.sent().len(), 2);
}

#[tokio::test]
async fn an_item_that_is_not_understood_ends_the_stream() {
    let (_, mut items) = stream([r#"{"data":[{"id":1},"bad",{"id":2}]}"#]);
    let (found, error) = drain(&mut items).await;
    assert_eq!((found.len(), error.unwrap().kind()), (1, ErrorKind::Decode));
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn collect_gives_nothing_rather_than_a_part() {
    let (_, items) = of_steps([answer(200, r#"{"data":[{"id":1}]}"#), answer(500, "")]);
    assert_eq!(
        items.collect().await.unwrap_err().kind(),
        ErrorKind::Service
    );
}

#[tokio::test]
async fn nothing_is_asked_before_the_first_item_is_waited_for() {
    let (script, mut items) = stream([r#"{"data":[]}"#]);
    assert!(script.sent().is_empty());
    assert!(items.next().await.is_none());
    assert_eq!(script.sent().len(), 1);
}

#[tokio::test]
async fn the_next_page_is_asked_for_only_when_it_is_wanted() {
    let (script, mut items) = stream([r#"{"data":[{"id":1}]}"#]);
    items.next().await.unwrap().unwrap();
    assert_eq!(script.sent().len(), 1);
}

#[test]
fn dropping_a_stream_stops_it() {
    let (sender, body) = pieces();
    let (script, mut items) = stream([body]);
    sender.send(Ok(r#"{"data":[{"id":1},"#.into())).unwrap();
    assert!(items.next().now_or_never().unwrap().is_some());
    assert!(items.next().now_or_never().is_none());
    drop(items);
    assert!(
        sender.send(Ok("{}".into())).is_err(),
        "the body is still held"
    );
    assert_eq!(script.sent().len(), 1);
}

#[test]
fn an_item_is_given_before_the_page_is_complete() {
    let (sender, body) = pieces();
    let (_, mut items) = stream([body]);
    sender.send(Ok(r#"{"data":[{"id":1},{"i"#.into())).unwrap();
    assert_eq!(
        items.next().now_or_never().unwrap().unwrap().unwrap(),
        r#"{"id":1}"#
    );
    assert!(items.next().now_or_never().is_none());
    sender.send(Ok(r#"d":2}"#.into())).unwrap();
    assert_eq!(
        items.next().now_or_never().unwrap().unwrap().unwrap(),
        r#"{"id":2}"#
    );
}

#[test]
fn a_wait_that_is_given_up_loses_no_item() {
    let (sender, body) = pieces();
    let (_, mut items) = stream([body]);
    assert!(items.next().now_or_never().is_none());
    sender.send(Ok(r#"{"data":[{"id":1},"#.into())).unwrap();
    assert!(items.next().now_or_never().unwrap().is_some());
}

#[tokio::test]
async fn a_body_that_ends_inside_the_list_is_a_lost_answer() {
    for body in [
        r#"{"data":["#,
        r#"{"data":[{"id":1}"#,
        r#"{"data":[{"id":1},"#,
        r#"{"data":[{"id":1},{"id"#,
    ] {
        let (_, mut items) = stream([body]);
        let (_, error) = drain(&mut items).await;
        let error = error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Transport, "{body}");
        assert!(error.is_retryable());
    }
}

#[tokio::test]
async fn a_body_that_breaks_gives_what_came_and_then_the_error() {
    let (_, mut items) = stream([broken(r#"{"data":[{"id":1},{"id":2"#)]);
    let (found, error) = drain(&mut items).await;
    assert_eq!(
        (found.len(), error.unwrap().kind()),
        (1, ErrorKind::Transport)
    );
}

#[tokio::test]
async fn a_refusal_is_judged_by_the_list_with_its_whole_body() {
    let list = Things::default();
    let seen = list.seen.clone();
    let script = Script::new([answer(403, r#"{"data":[{"id":1}]}"#)]);
    let error = script.session().stream(list).collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert_eq!(error.operation(), "listThings");
    assert_eq!(
        seen.lock().unwrap()[0].items,
        0,
        "items of a refusal are none"
    );
}

#[tokio::test]
async fn a_success_without_the_list_is_judged_by_the_list() {
    let (_, mut items) = stream(["<html>"]);
    let (_, error) = drain(&mut items).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn an_envelope_that_is_cut_behind_its_list_is_a_lost_answer() {
    let headers = [("content-type", "application/json")];
    let cut = r#"{"data":[{"id":1}]"#;
    let (_, mut items) = of_steps([answer_with(200, &headers, cut)]);
    let (found, error) = drain(&mut items).await;
    assert_eq!(found, [r#"{"id":1}"#]);
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable());
}

#[tokio::test]
async fn blanks_without_number_between_the_items_are_no_list() {
    let body = gzip(format!(r#"{{"data":[{{"id":1}}{}"#, " ".repeat(8 << 20)).as_bytes());
    let headers = [("content-encoding", "gzip")];
    let (_, mut items) = of_steps([answer_with(200, &headers, body)]);
    let (found, error) = drain(&mut items).await;
    assert_eq!(found, [r#"{"id":1}"#]);
    assert_eq!(error.unwrap().kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn a_list_arrives_gzipped() {
    let body = gzip(br#"{"data":[{"id":1},{"id":2}],"last":true}"#);
    let (_, items) = of_steps([answer_with(200, &[("content-encoding", "gzip")], body)]);
    assert_eq!(items.collect().await.unwrap().len(), 2);
}

fn capped(page: &'static str) -> Items<Things> {
    let options = CallOptions::new()
        .max_item(40)
        .max_body(1)
        .max_error_body(1);
    let script = Script::new([answer(200, page)]);
    script.session().with(options).stream(Things::default())
}

#[tokio::test]
async fn the_cap_of_a_stream_is_for_each_item() {
    let page = r#"{"data":[{"id":1,"a":"0123456789"},{"id":2,"a":"0123456789"}],"last":true}"#;
    assert_eq!(capped(page).collect().await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_item_over_the_cap_ends_the_stream() {
    let page = r#"{"data":[{"id":1},{"id":2,"a":"0123456789012345678901234567890"}]}"#;
    let (found, error) = drain(&mut capped(page)).await;
    assert_eq!(
        (found.len(), error.unwrap().kind()),
        (1, ErrorKind::TooLarge)
    );
}

#[tokio::test]
async fn an_item_and_an_envelope_that_nest_too_deep_end_the_stream() {
    for page in [
        r#"{"data":[{"id":1},{"id":2,"a":[[1]]}]}"#,
        r#"{"data":[{"id":1}],"message":[[1]]}"#,
    ] {
        let options = CallOptions::new().max_depth(2);
        let script = Script::new([answer(200, page)]);
        let mut items = script.session().with(options).stream(Things::default());
        let (found, error) = drain(&mut items).await;
        let kind = error.unwrap().kind();
        assert_eq!((found.len(), kind), (1, ErrorKind::Decode), "{page}");
    }
}

#[tokio::test]
async fn an_envelope_over_the_cap_ends_the_stream() {
    let page = r#"{"data":[{"id":1}],"message":"0123456789012345678901234567890"}"#;
    let (found, error) = drain(&mut capped(page)).await;
    assert_eq!(
        (found.len(), error.unwrap().kind()),
        (1, ErrorKind::TooLarge)
    );
}

#[tokio::test]
async fn a_list_is_a_stream_like_any_other() {
    let (_, items) = stream([r#"{"data":[1,2,3],"last":true}"#]);
    assert_eq!(items.map(Result::unwrap).count().await, 3);
}

#[tokio::test]
async fn a_list_that_is_new_for_ever_ends_with_an_error() {
    let pages = (1..9).map(|id| answer(200, format!(r#"{{"data":[{{"id":{id}}}]}}"#)));
    let script = Script::new(pages);
    let short = script.session().with(CallOptions::new().max_pages(3));
    let mut items = short.stream(Things::default());
    let (found, error) = drain(&mut items).await;
    assert_eq!(found.len(), 3);
    assert_eq!(error.unwrap().kind(), ErrorKind::TooLarge);
    assert_eq!(script.sent().len(), 3);
}

#[tokio::test]
async fn a_list_that_is_resumed_at_its_cap_gives_nothing_twice() {
    for page in [r#"{"data":[{"id":1}]}"#, r#"{"data":["no identity"]}"#] {
        let script = Script::new([answer(200, page), answer(200, page)]);
        let short = script.session().with(CallOptions::new().max_pages(1));
        let mut items = short.stream(Things::default());
        let (found, _) = drain(&mut items).await;
        assert_eq!(found.len(), 1);
        items.resume();
        let (found, error) = drain(&mut items).await;
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(error.unwrap().kind(), ErrorKind::TooLarge);
    }
}

#[tokio::test]
async fn a_list_may_have_as_many_pages_as_allowed() {
    let script = Script::new([
        answer(200, r#"{"data":[{"id":1}]}"#),
        answer(200, r#"{"data":[]}"#),
    ]);
    let short = script.session().with(CallOptions::new().max_pages(2));
    assert_eq!(
        short
            .stream(Things::default())
            .collect()
            .await
            .unwrap()
            .len(),
        1
    );
}
