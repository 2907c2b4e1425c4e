//! What eloomi-auth prints of grants, tokens and the places where they are kept.

use std::time::SystemTime;

use eloomi::{
    AccessToken, BaseUrl, ClientCredentials, CreateToken, FileTokenStore, Lifetime,
    MemoryTokenStore, RefreshToken, Repeat, Route, Scope, StaticHeader, StaticToken, StoreError,
    StoreErrorKind, StoreKey, StoreLock, StoredToken, Token, TokenStore as _,
    http::{HeaderName, Method},
};
use eloomi_auth::{Authorization, State, TokenEndpoint};

use super::{own::Own, printed::Printed};

static LOG_IN: Route = Route::new("logIn", Method::POST, "/oauth/token", Repeat::Idempotent);

pub(super) async fn tokens(printed: &mut Printed, own: &Own) {
    let credentials = ClientCredentials::new(own.word("client id"), own.word("client secret"));
    let word = |place| own.word(place);
    let (name, password) = (word("user name"), word("password"));
    printed.add(&CreateToken::password(credentials.clone(), name, password).keep_password());

    let state = || word("state").repeat(2);
    let sent = state();
    let state = State::new(sent.clone()).unwrap();
    printed.add(&state);
    let authorization = Authorization::new(&credentials, "https://example.com/back", state);
    printed.add(&authorization);
    printed.error(&authorization.code("another", word("code")).unwrap_err());
    let code = authorization.code(&sent, word("code")).unwrap();
    printed.add(&code);
    printed.add(&CreateToken::authorization_code(credentials.clone(), code));

    let refresh = || RefreshToken::new(word("refresh token")).unwrap();
    printed.add(&refresh());
    printed.add(&CreateToken::refresh(credentials, refresh()));
    let access = || AccessToken::new(word("token")).unwrap();
    printed.add(&StaticToken::new(access()));
    let header = HeaderName::from_static("x-api-key");
    printed.add(&StaticHeader::new(header, word("header")).unwrap());
    printed.add(&TokenEndpoint::new(&LOG_IN).json().scope_as_list().basic());
    printed.add(&Scope::new("users:get profile:get"));

    let base: BaseUrl = "https://api.example.com".parse().unwrap();
    let key = StoreKey::new(&base, "200", &Scope::new("*")).person(&word("person"));
    printed.add(&key);
    let token = Token::new(access(), Lifetime::SingleUse).refresh_token(refresh());
    let stored = StoredToken::new(token, SystemTime::UNIX_EPOCH);
    printed.add(&stored);
    let memory = MemoryTokenStore::new();
    memory.save(&key, &stored).await.unwrap();
    printed.add(&memory);
    let folder = tempfile::tempdir().unwrap();
    let files = FileTokenStore::new(folder.path().join("tokens"));
    files.save(&key, &stored).await.unwrap();
    printed.add(&files);
    printed.add(&StoreLock::none());
    printed.error(&StoreError::new(StoreErrorKind::NotPrivate));
}
