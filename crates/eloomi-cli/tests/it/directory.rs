//! A server that answers as the staff directory does, in words that a test gives it.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::Eloomi;

/// The id of [`TESS_WHOLE`].
pub(crate) const TESS: &str = "6b01f5f81ccdf37440d510e2";

/// A person with something in every field that the directory has.
pub(crate) const TESS_WHOLE: &str = r#"{
    "id": "6b01f5f81ccdf37440d510e2", "firstName": "Tess", "lastName": "TECHIE",
    "email": "tess.mask@example.com", "roles": ["tech", "lead"], "tags": ["mask-tag"],
    "city": "Lyon", "job": "architect", "phone": "+33 6 39 98 00 00",
    "description": "mask-description", "birthDate": "1985-03-02T00:00:00.000Z",
    "hiredAt": "2020-01-06T00:00:00.000Z", "leftAt": null, "registrationNumber": "R-17",
    "address": {"street": "2, rue Mask", "zipCode": "69001", "city": "Lyon"},
    "githubHandle": "mask-github", "trelloHandle": "mask-trello",
    "profilePictureUrl": "https://example.com/mask.png", "shoeSize": "mask-38",
    "createdAt": "2020-01-02T10:00:00.000Z"}"#;

/// A person with what everybody has.
pub(crate) const HUGO: &str = r#"{
    "id": "6b01f5f81ccdf37440d510e3", "firstName": "Hugo", "lastName": "HR",
    "email": "hugo@example.com", "roles": ["hr"], "tags": [], "city": "Paris",
    "leftAt": "2026-03-31T00:00:00.000Z", "profilePictureUrl": "https://example.com/h.png",
    "createdAt": "2021-01-02T10:00:00.000Z"}"#;

/// The server.
pub(crate) struct Directory(pub(crate) Simulator);

impl Directory {
    pub(crate) async fn start() -> Self {
        Self(Simulator::start().await.unwrap())
    }

    /// What comes next from this path.
    pub(crate) fn answers(&self, path: &str, status: u16, body: &str) {
        let canned = Canned::json(status, body.to_owned());
        self.0.answer_next(Matcher::path(path), canned);
    }

    /// The next list.
    pub(crate) fn lists(&self, people: &[&str]) {
        let people = people.join(",");
        let page = format!(r#"{{"results":[{people}],"pageCount":1,"page":1,"limit":100}}"#);
        self.answers("/users", 200, &page);
    }

    /// The next list that is asked for with this in its query.
    pub(crate) fn lists_only(&self, name: &str, value: &str) {
        let nobody = r#"{"results":[],"pageCount":0,"page":1,"limit":100}"#;
        let matcher = Matcher::path("/users").query(name, value);
        self.0.answer_next(matcher, Canned::json(200, nobody));
    }

    /// A call of the command that asks it, with a token for the asking.
    pub(crate) fn call(&self, arguments: &str) -> Eloomi {
        let token = r#"{"access_token":"sim-token","token_type":"bearer","expires_in":172800,
            "scope":["users:get"]}"#;
        self.answers("/oauth/token", 201, token);
        Eloomi::new(arguments)
            .env("LVCONNECT_BASE_URL", &self.0.base_url())
            .env("LVCONNECT_CLIENT_ID", "app-reader")
            .env("LVCONNECT_CLIENT_SECRET", "sim-secret")
    }

    /// What was asked, but for tokens: `GET /users`.
    pub(crate) fn asked(&self) -> Vec<String> {
        let requests = self.0.requests().into_iter();
        requests
            .filter(|request| request.path != "/oauth/token")
            .map(|request| format!("{} {}", request.method, request.path))
            .collect()
    }
}
