//! Sentinels in the texts and headers of every answer.

use axum::response::Response;
use http::header::{ETAG, HeaderName, SERVER, SET_COOKIE, VIA};
use http::{HeaderMap, HeaderValue};

use super::Mint;
use crate::answer::Told;
use crate::eloomi::routes::TOKEN_PATH;
use crate::json::Json;

/// Headers that a service, or what stands before it, may send; `{}` is the sentinel.
const HEADERS: [(HeaderName, &str, &str); 8] = [
    (
        SET_COOKIE,
        "session={}; Path=/; HttpOnly",
        "header set-cookie",
    ),
    (ETAG, "\"{}\"", "header etag"),
    (VIA, "1.1 {}", "header via"),
    (
        HeaderName::from_static("x-request-id"),
        "{}",
        "header x-request-id",
    ),
    (
        HeaderName::from_static("request-id"),
        "{}",
        "header request-id",
    ),
    (
        HeaderName::from_static("x-served-by"),
        "{}.example.com",
        "header x-served-by",
    ),
    (
        HeaderName::from_static("x-user"),
        "{}@example.com",
        "header x-user",
    ),
    // It still says that it is a simulator: `behaviours::SAYS_SIMULATOR`.
    (SERVER, "eloomi-sim ({})", "header server"),
];

/// What stands in answers beside the company.
pub(crate) struct Texts {
    envelope: [&'static str; 2],
    auth: [&'static str; 2],
    oauth: [&'static str; 3],
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Texts {
    pub(crate) fn new(mint: &mut Mint) -> Self {
        let header = |(name, form, place): (HeaderName, &str, &'static str)| {
            let text = form.replace("{}", mint.word(place));
            // Letters and a form of ASCII are a valid value.
            HeaderValue::try_from(text).ok().map(|value| (name, value))
        };
        let headers = HEADERS.into_iter().filter_map(header).collect();
        Self {
            envelope: [
                mint.word("Envelope.message"),
                mint.word("Envelope.extended_message"),
            ],
            auth: [mint.word("AuthError.error"), mint.word("AuthError.message")],
            oauth: [
                mint.word("OAuthError.message"),
                mint.word("OAuthError.error_description"),
                mint.word("OAuthError.hint"),
            ],
            headers,
        }
    }

    /// Adds the headers to an answer.
    pub(crate) fn add_headers(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
    }

    /// Puts sentinels for the texts of a body; a refusal also quotes what was asked.
    pub(crate) fn put_in(&self, response: &mut Response, path: &str, target: &str) {
        let (status, is_token) = (response.status(), path == TOKEN_PATH);
        let told = response.extensions_mut().get_mut::<Told>();
        let Some(Json::Object(members)) = told.and_then(|told| told.body.as_mut()) else {
            return;
        };
        let is_envelope = members.iter().any(|(name, _)| *name == "status_code");
        for (name, value) in members {
            let sentinel = match *name {
                "message" if is_envelope => self.envelope[0],
                "extended_message" => self.envelope[1],
                "message" if is_token => self.oauth[0],
                "error_description" => self.oauth[1],
                "hint" => self.oauth[2],
                // A code that is read: of a token's refusal only its texts are for people.
                "error" if !is_token => self.auth[0],
                "message" => self.auth[1],
                _ => continue,
            };
            *value = if status.is_success() {
                sentinel.into()
            } else {
                format!("{sentinel}: {target} is refused").into()
            };
        }
    }
}
