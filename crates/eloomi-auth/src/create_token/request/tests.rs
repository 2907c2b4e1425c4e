use eloomi_core::{Endpoint as _, Repeat};
use http::header::CONTENT_TYPE;

use super::*;
use crate::{
    AccessToken, Authorization, ClientCredentials, Grant as _, Lifetime, RefreshToken, State,
    Token, TokenEndpoint,
};

fn client() -> ClientCredentials {
    ClientCredentials::new("app", "sim-secret")
}

fn body(grant: &CreateToken) -> String {
    String::from_utf8(grant.request().unwrap().body().to_vec()).unwrap()
}

fn by_password() -> CreateToken {
    CreateToken::password(client(), "ada@example.com", "sim-pass word")
}

fn by_code() -> CreateToken {
    const STATE: &str = "sim-0123456789-0123456789";
    let state = State::new(STATE).unwrap();
    let authorization = Authorization::new(&client(), "https://app.example.com/back", state);
    CreateToken::authorization_code(client(), authorization.code(STATE, "sim-code").unwrap())
}

fn by_refresh_token() -> CreateToken {
    CreateToken::refresh(client(), RefreshToken::new("sim-refresh").unwrap())
}

fn access_token() -> AccessToken {
    AccessToken::new("sim-token").unwrap()
}

const TEXT: TokenEndpoint = TokenEndpoint::DEFAULT;
const LIST: TokenEndpoint = TokenEndpoint::DEFAULT.scope_as_list();

#[test]
fn each_grant_says_what_it_exchanges() {
    const CLIENT: &str = "&client_id=app&client_secret=sim-secret";
    assert_eq!(
        body(&by_password()),
        format!("grant_type=password&username=ada%40example.com&password=sim-pass%20word{CLIENT}")
    );
    assert_eq!(
        body(&by_code()),
        format!(
            "grant_type=authorization_code&code=sim-code\
             &redirect_uri=https%3A%2F%2Fapp.example.com%2Fback{CLIENT}"
        )
    );
    assert_eq!(
        body(&by_refresh_token()),
        format!("grant_type=refresh_token&refresh_token=sim-refresh{CLIENT}")
    );
}

#[test]
fn json_has_the_same_members() {
    let request = by_password().at(TEXT.json()).request().unwrap();
    assert_eq!(request.headers()[CONTENT_TYPE], "application/json");
    assert_eq!(
        request.body(),
        r#"{"client_id":"app","client_secret":"sim-secret","grant_type":"password","password":"sim-pass word","username":"ada@example.com"}"#
    );
}

#[test]
fn a_scope_is_written_as_the_endpoint_wants_it() {
    let ask = |scope: &str, endpoint| {
        let body = body(&CreateToken::new(client().scope(scope)).at(endpoint));
        let (_, scope) = body.split_once("scope").unwrap();
        scope.to_owned()
    };
    assert_eq!(ask("a:b c", TEXT), "=a%3Ab%20c");
    assert_eq!(ask("a:b c", LIST), "=a%3Ab&scope=c");
    assert_eq!(ask("a:b c", TEXT.json()), r#"":"a:b c"}"#);
    assert_eq!(ask("a:b c", LIST.json()), r#"":["a:b","c"]}"#);
    assert_eq!(ask("", LIST.json()), r#"":[]}"#);
}

#[test]
fn no_text_says_that_nothing_is_asked_for() {
    let nothing = CreateToken::new(client().scope(""));
    assert!(!body(&nothing).contains("scope"));
    assert!(!body(&nothing.at(TEXT.json())).contains("scope"));
}

#[test]
fn basic_encodes_id_and_secret_before_it_joins_them() {
    let client = ClientCredentials::new("a:b", "sim-c%d e");
    let request = CreateToken::new(client).at(TEXT.basic()).request().unwrap();
    let expected = format!("Basic {}", STANDARD.encode("a%3Ab:sim-c%25d%20e"));
    assert_eq!(request.headers()[AUTHORIZATION], expected.as_str());
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
    assert_eq!(request.body(), "grant_type=client_credentials");
}

#[test]
fn basic_may_leave_id_and_secret_as_they_are() {
    let endpoint = TEXT.basic_unencoded();
    let client = ClientCredentials::new("a b", "sim-c:d%");
    let request = CreateToken::new(client).at(endpoint).request().unwrap();
    let expected = format!("Basic {}", STANDARD.encode("a b:sim-c:d%"));
    assert_eq!(request.headers()[AUTHORIZATION], expected.as_str());
    let colon = CreateToken::new(ClientCredentials::new("a:b", "sim-c")).at(endpoint);
    assert_eq!(colon.request().unwrap_err().part(), "client id");
}

#[test]
fn only_a_code_is_never_sent_twice() {
    assert_eq!(by_code().repeat(), Repeat::Never);
    for grant in [
        by_password(),
        by_refresh_token(),
        CreateToken::new(client()),
    ] {
        assert_eq!(grant.repeat(), Repeat::Idempotent);
    }
}

#[test]
fn what_may_not_be_sent_again_is_forgotten() {
    for mut grant in [by_password(), by_code(), by_refresh_token()] {
        assert!(!grant.is_spent());
        grant.spend();
        assert!(grant.is_spent());
        assert_eq!(grant.request().unwrap_err().part(), "grant");
    }
    for mut grant in [CreateToken::new(client()), by_password().keep_password()] {
        grant.spend();
        assert!(!grant.is_spent());
    }
    assert!(by_code().keep_password().request().is_ok());
}

#[test]
fn a_renewal_asks_for_the_scope_that_is_held() {
    let held = |scope: Option<&str>| {
        let token = Token::new(access_token(), Lifetime::SingleUse);
        let mut token = token.refresh_token(RefreshToken::new("sim-refresh").unwrap());
        token.scope = scope.map(Scope::new);
        token
    };
    let grant = CreateToken::new(client().scope("a b")).at(LIST.json().basic());
    let renewed = |scope| body(&grant.renewal(&held(scope)).unwrap());
    assert_eq!(
        renewed(Some("a")),
        r#"{"grant_type":"refresh_token","refresh_token":"sim-refresh","scope":["a"]}"#
    );
    assert!(renewed(Some("")).ends_with(r#""scope":[]}"#));
    assert!(renewed(None).ends_with(r#""scope":["a","b"]}"#));
    let without = Token::new(access_token(), Lifetime::SingleUse);
    assert!(grant.renewal(&without).is_none());
}

#[test]
fn the_key_is_that_of_client_scope_and_person() {
    let base = "https://api.example.com".parse().unwrap();
    let key = |grant: &CreateToken| grant.key(&base).unwrap();
    assert!(key(&by_code()) == key(&CreateToken::logged_in(client())));
    assert!(key(&by_password()) != key(&by_code()));
    let other = CreateToken::logged_in(client()).person("ada@example.com");
    assert!(key(&by_password()) == key(&other));
    assert!(key(&by_code()) != key(&CreateToken::new(client().scope("a"))));
}

#[test]
fn no_grant_is_printed_but_its_kind_is() {
    for (grant, kind) in [
        (by_password(), "a password"),
        (by_code(), "an authorization code"),
        (by_refresh_token(), "a refresh token"),
        (CreateToken::new(client()), "client credentials"),
        (CreateToken::logged_in(client()), "nothing"),
    ] {
        let debug = format!("{grant:?}");
        assert!(debug.contains(kind), "{debug}");
        assert!(
            !debug.contains("sim-") && !debug.contains("ada@"),
            "{debug}"
        );
    }
}
