//! Neither the secret nor the token is ever printed.

use std::{error::Error as _, fmt::Debug};

use eloomi_auth::{AccessToken, ClientCredentials, CreateToken, Lifetime, Token};

use crate::service::{READ_THING, SECRET, Service, Step};

#[track_caller]
fn assert_silent(value: &dyn Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains("sim-"), "{text}");
    }
}

#[test]
fn credentials_and_tokens_are_not_printed() {
    let credentials = ClientCredentials::new(200, SECRET).scope("sim-scope");
    assert_silent(&credentials);
    assert_silent(&CreateToken::new(credentials));
    let token = AccessToken::new("sim-token-1").unwrap();
    assert_silent(&token);
    assert_silent(&Token::new(token, Lifetime::SingleUse));
}

#[tokio::test]
async fn whoever_holds_a_token_does_not_print_it() {
    let service = Service::default();
    let session = service.session();
    session.send(READ_THING).await.unwrap();
    assert_silent(&session);
    assert_silent(&service.bearer());
    assert_silent(&service.resource_requests()[0].headers());
}

#[test]
fn no_failure_to_get_a_token_prints_what_was_sent_or_answered() {
    for (status, body) in [
        (200, r#"{"access_token":"sim token with blanks"}"#),
        (
            200,
            r#"{"access_token":"sim-token","token_type":"sim-type"}"#,
        ),
        (200, r#"{"access_token":["sim-token"]}"#),
        (200, r#"{"access_token":"sim-token"#),
        (200, "<html>sim-page"),
        (
            400,
            r#"{"error":"invalid_client","message":"sim-message","hint":"sim-hint"}"#,
        ),
        (400, r#"{"error":"sim-code"}"#),
        (500, "sim-page"),
    ] {
        // As often as the pipeline may ask.
        let service = Service::new((0..3).map(|_| Step::Answer(status, body)));
        let error = service.run(service.session().send(READ_THING)).unwrap_err();
        assert_silent(&error.to_string());
        assert_silent(&error);
        let mut source = error.source();
        while let Some(cause) = source {
            assert_silent(&cause.to_string());
            assert_silent(&cause);
            source = cause.source();
        }
    }
}
