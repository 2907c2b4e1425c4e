//! Renewal with a refresh token, and what comes after it fails.

use std::{sync::Arc, time::Duration};

use eloomi_auth::{
    Authorization, Bearer, ClientCredentials, CreateToken, RefreshToken, State, TokenEndpoint,
};
use eloomi_core::{Error, ErrorKind, Refusal};

use crate::service::{READ_THING, SECRET, Service, Step};

const FIRST: &str =
    r#"{"access_token":"sim-1","expires_in":100,"refresh_token":"sim-r1","scope":["a"]}"#;
/// The same scope and the same refresh token, without a word.
const SECOND: &str = r#"{"access_token":"sim-2","expires_in":100}"#;
const THIRD: &str = r#"{"access_token":"sim-3","expires_in":100,"refresh_token":"sim-r3"}"#;
const INVALID_GRANT: &str =
    r#"{"statusCode":401,"error":"Unauthorized","message":"invalid_grant"}"#;

fn client() -> ClientCredentials {
    ClientCredentials::new("app", SECRET)
}

fn by_password() -> CreateToken {
    CreateToken::password(client().scope("a b"), "ada@example.com", "sim-password")
}

/// Asks again and again, each time after the last token has run out.
fn ask(service: &Service, grant: CreateToken, times: usize) -> Vec<Result<(), Error>> {
    let clock = Arc::new(service.clock.clone());
    let session = service.session_with(Bearer::new(grant, clock));
    let once = |_| {
        let done = service.run(session.send(READ_THING));
        service.clock.advance(Duration::from_secs(100));
        done.map(|_| ())
    };
    (0..times).map(once).collect()
}

/// What each token request was, without the client.
fn asked(service: &Service) -> Vec<String> {
    let body = |request: &http::Request<bytes::Bytes>| {
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        body.replace("&client_id=app", "")
            .replace("&client_secret=sim-mark-secret", "")
            .replace("grant_type=", "")
    };
    service.token_requests().iter().map(body).collect()
}

const LOG_IN: &str = "password&username=ada%40example.com&password=sim-password&scope=a%20b";

#[test]
fn a_token_is_renewed_with_its_refresh_token_and_for_its_own_scope() {
    let service = Service::new([FIRST, SECOND, THIRD].map(|body| Step::Answer(201, body)));
    assert!(ask(&service, by_password(), 3).iter().all(Result::is_ok));
    // The scope that was given is narrower than the one that was asked for; it stays so.
    let renewal = "refresh_token&refresh_token=sim-r1&scope=a";
    assert_eq!(asked(&service), [LOG_IN, renewal, renewal]);
    assert_eq!(service.tokens_used(), ["sim-1", "sim-2", "sim-3"]);
}

#[test]
fn a_refresh_token_that_is_rotated_takes_the_place_of_the_old_one() {
    let service = Service::new([FIRST, THIRD, THIRD].map(|body| Step::Answer(200, body)));
    assert!(ask(&service, by_password(), 3).iter().all(Result::is_ok));
    let asked = asked(&service);
    assert_eq!(asked[2], "refresh_token&refresh_token=sim-r3&scope=a");
}

#[test]
fn after_a_refresh_that_fails_the_grant_is_sent_again_where_it_may_be() {
    for (grant, first) in [
        (CreateToken::new(client()), "client_credentials"),
        (by_password().keep_password(), LOG_IN),
    ] {
        for (status, body) in [(401, INVALID_GRANT), (500, "<html>")] {
            let service = Service::new([Step::Answer(201, FIRST), Step::Answer(status, body)]);
            let asks = ask(&service, grant.clone(), 2);
            assert!(asks.iter().all(Result::is_ok), "{status} {asks:?}");
            let asked = asked(&service);
            assert_eq!(asked[0], first);
            assert_eq!(asked[1], "refresh_token&refresh_token=sim-r1&scope=a");
            assert_eq!(asked[2], first);
        }
    }
}

#[test]
fn after_a_refresh_that_is_refused_a_forgotten_password_is_asked_for() {
    let service = Service::new([Step::Answer(201, FIRST), Step::Answer(401, INVALID_GRANT)]);
    let asks = ask(&service, by_password(), 4);
    let error = asks[1].as_ref().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert!(
        error
            .to_string()
            .ends_with("the refresh token is refused: log in again"),
        "{error}"
    );
    // A refresh token that was refused once is not sent again.
    let later = asks[3].as_ref().unwrap_err();
    assert!(
        later.to_string().ends_with("nobody is logged in: log in"),
        "{later}"
    );
    assert_eq!(asked(&service).len(), 2);
}

#[test]
fn a_service_that_cannot_be_reached_costs_nobody_his_login() {
    let mut steps = vec![Step::Answer(201, FIRST)];
    steps.extend((0..3).map(|_| Step::Fail));
    steps.push(Step::Answer(201, SECOND));
    let service = Service::new(steps);
    let asks = ask(&service, by_password(), 3);
    assert_eq!(asks[1].as_ref().unwrap_err().kind(), ErrorKind::Transport);
    assert!(asks[2].is_ok());
}

#[test]
fn a_service_that_fails_costs_nobody_his_login() {
    let service = Service::new([
        Step::Answer(201, FIRST),
        Step::Answer(500, "{}"),
        Step::Answer(201, SECOND),
    ]);
    let asks = ask(&service, by_password(), 3);
    assert_eq!(asks[1].as_ref().unwrap_err().kind(), ErrorKind::Service);
    assert!(asks[2].is_ok());
}

#[test]
fn a_code_is_sent_once_and_what_it_brought_is_renewed() {
    const STATE: &str = "sim-0123456789-0123456789";
    let state = State::new(STATE).unwrap();
    let authorization = Authorization::new(&client(), "https://app.example.com/", state);
    let code = authorization.code(STATE, "sim-code").unwrap();
    let grant = CreateToken::authorization_code(client(), code);
    let service = Service::new([Step::Answer(200, FIRST), Step::Answer(200, THIRD)]);
    assert!(ask(&service, grant.clone(), 2).iter().all(Result::is_ok));
    assert!(asked(&service)[0].starts_with("authorization_code&code=sim-code"));
    assert!(asked(&service)[1].starts_with("refresh_token&refresh_token=sim-r1"));
    // Whether one whose answer was lost was used, nobody knows.
    let service = Service::new([Step::Fail]);
    let asks = ask(&service, grant, 2);
    assert_eq!(asks[0].as_ref().unwrap_err().kind(), ErrorKind::Ambiguous);
    assert_eq!(
        asks[1].as_ref().unwrap_err().kind(),
        ErrorKind::Unauthorized
    );
    assert_eq!(asked(&service).len(), 1);
}

#[test]
fn a_password_that_is_wrong_is_sent_once() {
    let service = Service::new([Step::Answer(401, INVALID_GRANT)]);
    let asks = ask(&service, by_password(), 3);
    assert!(
        asks[0]
            .as_ref()
            .unwrap_err()
            .to_string()
            .contains("invalid_grant")
    );
    assert_eq!(
        asks[2].as_ref().unwrap_err().kind(),
        ErrorKind::Unauthorized
    );
    assert_eq!(asked(&service).len(), 1);
}

#[test]
fn a_refresh_token_from_elsewhere_is_a_grant() {
    let service = Service::new([Step::Answer(201, SECOND), Step::Answer(201, SECOND)]);
    let grant = CreateToken::refresh(client().scope("a"), RefreshToken::new("sim-r0").unwrap());
    assert!(ask(&service, grant, 1)[0].is_ok());
    assert_eq!(
        asked(&service),
        ["refresh_token&refresh_token=sim-r0&scope=a"]
    );
}

#[test]
fn a_refused_token_is_renewed_with_its_refresh_token() {
    let service = Service::new([Step::Answer(201, FIRST), Step::Answer(201, SECOND)]);
    service.revoke("sim-1");
    assert!(ask(&service, by_password(), 1)[0].is_ok());
    assert_eq!(
        asked(&service)[1],
        "refresh_token&refresh_token=sim-r1&scope=a"
    );
}

#[test]
fn a_services_own_word_makes_a_401_final() {
    let service = Service::default();
    service.accept_none(&["Odd reason"]);
    let clock = Arc::new(service.clock.clone());
    let bearer = Bearer::new(CreateToken::new(client()), clock).judge(|reply| {
        let odd = reply.headers.get("www-authenticate")?;
        (odd == "Odd reason").then_some(Refusal::Final)
    });
    let session = service.session_with(bearer);
    let refused = || service.run(session.send(READ_THING)).unwrap_err();
    assert_eq!(refused().kind(), ErrorKind::Unauthorized);
    assert_eq!(service.resource_requests().len(), 1, "it is not repeated");
    refused();
    assert_eq!(service.token_requests().len(), 1, "the token stays");
}

#[test]
fn the_client_may_be_in_the_header_of_each_request() {
    let service = Service::new([Step::Answer(201, FIRST), Step::Answer(201, SECOND)]);
    let grant = by_password().at(TokenEndpoint::DEFAULT.basic());
    assert!(ask(&service, grant, 2).iter().all(Result::is_ok));
    for request in service.token_requests() {
        assert!(request.headers().contains_key("authorization"));
        assert!(!request.body().windows(6).any(|part| part == b"client"));
    }
}
