//! What is sent again, what is not, and what an error says of it.

use std::{sync::Arc, time::Duration};

use eloomi_auth::{AccessToken, ClientCredentials, MemoryTokenStore, StaticToken};
use eloomi_core::{CallOptions, Endpoint, Error, ErrorKind, Phase};
use eloomi_replay::{NeverAnswers, Scripted, Step};
use futures_util::{FutureExt as _, StreamExt as _};
use lvconnect::{
    City, Client, CreateUser, DeleteUser, GetMe, GetUser, ListUsers, Login, Reason, Refusal, Role,
    UpdateUser,
};

const TESS: &str = "6b01f5f81ccdf37440d510e2";
const PERSON: &str = r#"{"id":"6b01f5f81ccdf37440d510e2"}"#;

fn token() -> Step {
    Step::json(
        201,
        r#"{"access_token":"sim-token","token_type":"bearer","expires_in":172800,"scope":["users:get"]}"#,
    )
}

/// A refusal in the form of the service.
fn refusal(status: u16, message: &str) -> Step {
    let body = format!(r#"{{"statusCode":{status},"error":"-","message":"{message}"}}"#);
    Step::json(status, body)
}

fn starter() -> CreateUser {
    CreateUser::new(
        "Tess",
        "Techie",
        "tess@example.com",
        [Role::Tech],
        City::Lyon,
    )
}

/// What comes of a request after the token, and how many requests left, the token's not counted.
async fn sent<E: Endpoint>(request: E, steps: Vec<Step>) -> (Result<E::Output, Error>, usize) {
    let steps = std::iter::once(token()).chain(steps);
    let script = Arc::new(Scripted::new(steps));
    let login = ClientCredentials::new("app-full", "sim-secret");
    let short = Duration::from_millis(1);
    let client = Client::builder("https://staff.example.com", login, Arc::clone(&script))
        .options(CallOptions::new().backoff(short, short))
        .build()
        .unwrap();
    let result = client.send(request).await;
    let sent = script.sent();
    let is_token = |path: &str| path == "/oauth/token";
    let others = sent.iter().filter(|it| !is_token(it.uri().path()));
    (result, others.count())
}

async fn reason<E: Endpoint<Output: std::fmt::Debug>>(request: E, step: Step) -> (Reason, String) {
    let (result, times) = sent(request, vec![step]).await;
    assert_eq!(times, 1);
    let error = result.unwrap_err();
    (Refusal::of(&error).unwrap().reason(), error.to_string())
}

#[tokio::test]
async fn a_failure_in_the_services_own_words_is_final_and_that_of_a_proxy_is_not() {
    let failed = refusal(500, "An internal server error occurred");
    let (result, times) = sent(GetUser::new(TESS), vec![failed, Step::json(200, PERSON)]).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), times), (ErrorKind::Service, 1));
    assert!(!error.is_retryable());

    for status in [500, 502, 503] {
        let proxy = Step::status(status).body("<html>");
        let (result, times) = sent(GetUser::new(TESS), vec![proxy, Step::json(200, PERSON)]).await;
        assert!(result.is_ok());
        assert_eq!(times, 2, "{status}");
    }
}

#[tokio::test]
async fn an_expired_token_is_renewed_once_and_the_person_of_a_good_one_is_not() {
    for message in ["token_expired", "invalid_token"] {
        let steps = vec![refusal(401, message), token(), Step::json(200, PERSON)];
        let (result, times) = sent(GetUser::new(TESS), steps).await;
        assert!(result.is_ok());
        assert_eq!(times, 2, "{message}");
    }
    for (message, expected) in [
        ("user_disabled", Reason::UserDisabled),
        ("Missing authentication", Reason::MissingToken),
    ] {
        let (reason, text) = reason(GetUser::new(TESS), refusal(401, message)).await;
        assert_eq!(reason, expected);
        assert!(!reason.may_a_fresh_token_help(), "{text}");
    }
}

#[tokio::test]
async fn a_403_says_which_scope_and_which_role_the_call_needs() {
    let scope = || refusal(403, "out_of_scope");
    let rights = || refusal(403, "insufficient_rights");
    for (told, needed) in [
        (reason(ListUsers::new(), scope()).await, "users:get"),
        (reason(GetUser::new(TESS), scope()).await, "users:get"),
        (
            reason(GetUser::new(TESS), refusal(403, "Insufficient rights")).await,
            "users:get",
        ),
        (reason(GetMe::new(), scope()).await, "profile:get"),
        (reason(starter(), scope()).await, "users:create"),
        (reason(starter(), rights()).await, "hr, talent or board"),
        (reason(UpdateUser::new(TESS), scope()).await, "users:modify"),
        (
            reason(UpdateUser::new(TESS), rights()).await,
            "hr, talent or board",
        ),
        (reason(DeleteUser::new(TESS), scope()).await, "users:delete"),
        (
            reason(DeleteUser::new(TESS), rights()).await,
            "hr, talent or board",
        ),
    ] {
        assert!(told.1.contains(needed), "{}", told.1);
    }
}

#[tokio::test]
async fn what_is_too_large_and_of_a_wrong_type_has_a_reason() {
    let (large, _) = reason(starter(), refusal(413, "Payload content length greater")).await;
    let (media_type, _) = reason(starter(), refusal(415, "Unsupported Media Type")).await;
    assert_eq!(
        (large, media_type),
        (Reason::BodyTooLarge, Reason::MediaType)
    );
}

#[tokio::test]
async fn an_empty_400_of_a_proxy_that_says_more_is_not_taken_for_a_large_head() {
    let (bare, _) = reason(ListUsers::new(), Step::status(400)).await;
    assert_eq!(bare, Reason::HeadTooLarge);
    let proxy = Step::status(400).header("content-type", "text/html");
    assert_eq!(reason(ListUsers::new(), proxy).await.0, Reason::Other);
}

#[tokio::test]
async fn a_creation_whose_answer_is_lost_is_not_repeated_and_says_how_to_check() {
    let (result, times) = sent(starter(), vec![Step::fails(Phase::MaybeSent)]).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), times), (ErrorKind::Ambiguous, 1));
    assert!(error.how_to_check().unwrap().contains("e-mail address"));

    let steps = vec![Step::fails(Phase::MaybeSent), Step::json(200, PERSON)];
    let (result, times) = sent(UpdateUser::new(TESS).job("data"), steps).await;
    assert!(result.is_ok());
    assert_eq!(times, 2, "a change is the same twice");
}

#[tokio::test]
async fn a_removal_that_had_to_be_repeated_has_done_it_if_nobody_is_there() {
    let steps = vec![Step::fails(Phase::MaybeSent), refusal(404, "Not Found")];
    let (result, times) = sent(DeleteUser::new(TESS), steps).await;
    assert!(result.is_ok());
    assert_eq!(times, 2);
}

#[tokio::test]
async fn an_error_tells_nobody_of_what_was_sent() {
    let body = r#"{"statusCode":400,"error":"Bad Request","message":"\"jane@example.com\" is not allowed",
        "validation":{"source":"payload","keys":["jane&#x40;example.com","firstName"]}}"#;
    let (result, _) = sent(starter(), vec![Step::json(400, body)]).await;
    let error = result.unwrap_err();
    let refusal = Refusal::of(&error).unwrap();
    assert_eq!(refusal.fields(), ["jane@example.com", "firstName"]);
    for text in [
        format!("{error} {error:?}"),
        format!("{refusal} {refusal:?}"),
    ] {
        assert!(
            text.contains("`firstName`") && !text.contains("jane"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn no_more_than_forty_requests_are_under_way() {
    let transport = Arc::new(NeverAnswers::new());
    let token = AccessToken::new("sim-token").unwrap();
    let login = Login::authorizer(StaticToken::new(token));
    let client = Client::builder("https://staff.example.com", login, Arc::clone(&transport));
    let client = client
        .build()
        .unwrap()
        .with(CallOptions::new().concurrency(50));
    let mut all = client.send_all((0..50).map(|_| GetMe::new()));
    assert!(all.next().now_or_never().is_none());
    let stats = client.stats().limit.unwrap();
    assert_eq!((stats.under_way, stats.waiting), (40, 10));
    assert_eq!(transport.sent().len(), 40);
}

#[tokio::test]
async fn a_token_in_a_store_is_good_for_the_next_client() {
    let store = Arc::new(MemoryTokenStore::new());
    let script = Arc::new(Scripted::new([
        token(),
        Step::json(200, PERSON),
        Step::json(200, PERSON),
    ]));
    for _ in 0..2 {
        let login = ClientCredentials::new("app-full", "sim-secret").scope("users:get");
        let client = Client::builder("https://staff.example.com", login, Arc::clone(&script))
            .token_store(Arc::clone(&store) as _)
            .build()
            .unwrap();
        client.send(GetUser::new(TESS)).await.unwrap();
    }
    assert_eq!(script.sent().len(), 3);
}
