//! From a live exchange to what may be written of it.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response};

use super::{
    body,
    headers::headers,
    pseudonyms::Pseudonyms,
    secrets::Secrets,
    targets,
    unknown::{Unknowns, shown},
    values::{Place, Values},
};
use crate::{
    Exchange, ExchangeError, FrontMatter, Pairs, RecordedHeaders, RecordedRequest,
    RecordedResponse, Redaction, RequestBody, ResponseBody, Target, UnknownPath, percent,
};

/// Writes exchanges by rules, in memory, with one pseudonym for each value of a recording.
///
/// Nothing is read from a request or response but what a rule names, and nothing is written but
/// what the rule makes of it: a number, a word of a list, a text that is known, a pseudonym, a
/// moved date or a placeholder. A value is known by an HMAC under the recording's key, so the
/// same person is the same everywhere in a recording: in bodies, paths and queries. The key, and
/// the memory of what was given out, are gone with the value.
///
/// One is one recording: use the same for all its exchanges, in their order, because ids are
/// numbered as they appear. It may be shared between threads.
///
/// What already has the form of a pseudonym stays what it is, whatever the key:
/// `person-004012@example.invalid`, `Ada-0040` with a name of the rules, `+45 00 12 34 56`,
/// `text-004012`, `code-004012` for an id. A scenario whose own inputs look like that asks, when it
/// is replayed, for what was recorded. Ids that are numbers are always counted anew.
///
/// **Redacted is not anonymous.** How many people there are, who leads whom and what happened
/// when, give or take the months, can still be seen. What was recorded of real people is not to
/// be published.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use eloomi_replay::{Confidence, FrontMatter, Origin, Redaction, Redactor};
/// use http::{Request, Response};
///
/// let rules = Redaction::parse(r#"
///     version = 1
///     invented = { names = ["Ada"], phones = ["4500"], domains = ["example.invalid"] }
///     [models.User]
///     id = "pseudonym:id:user"
///     email = "pseudonym:email"
///     [operations.getUser]
///     routes = ["GET /v3/users/{pseudonym:id:user}"]
///     reply = "model:User"
/// "#)?;
/// let redactor = Redactor::throwaway(rules);
///
/// let about = FrontMatter::new("get a user", "getUser", Origin::Live, Confidence::Observed);
/// let request = Request::get("/v3/users/80001").body(Bytes::new())?;
/// let response = Response::new(Bytes::from(r#"{"id": 80001, "shoe_size": 38, "email": "a@b.c"}"#));
/// let redacted = redactor.exchange(&about, &request, &response);
///
/// let text = redacted.exchange.to_string();
/// assert!(text.contains("GET /v3/users/1\n") && text.contains("\"id\": 1,"));
/// assert!(!text.contains("38") && !text.contains("a@b.c"));
/// assert_eq!(redacted.unknown[0].place(), "response body $.shoe_size");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Redactor {
    rules: Redaction,
    pseudonyms: Pseudonyms,
}

/// What may be written of an exchange.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Redacted {
    /// The exchange.
    pub exchange: Exchange,
    /// Where something was that no rule names, each place once: what was there is not in the
    /// exchange. Empty if the rules know all of it.
    pub unknown: Vec<UnknownPath>,
}

impl Redactor {
    /// Same seed, same pseudonyms: for recordings of a simulator, so that recording twice gives
    /// the same bytes. Whoever has the seed can try out values, so it hides nobody real.
    pub fn seeded(rules: Redaction, seed: u64) -> Self {
        let pseudonyms = Pseudonyms::seeded(seed, &rules.invented.names);
        Self { rules, pseudonyms }
    }

    /// A random key that is thrown away with the value: for a live tenant. Pseudonyms of two
    /// recordings have nothing to do with each other.
    ///
    /// # Panics
    ///
    /// If the operating system has no random bytes.
    pub fn throwaway(rules: Redaction) -> Self {
        let pseudonyms = Pseudonyms::throwaway(&rules.invented.names);
        Self { rules, pseudonyms }
    }

    /// For a recording in which everybody is invented: ids that are numbers, and dates, stay what
    /// they are, so that a story can name them beforehand and be told again. Everything else is
    /// written as ever.
    #[must_use]
    pub fn of_invented_people(mut self) -> Self {
        self.pseudonyms.are_people_invented = true;
        self
    }

    /// The rules.
    pub fn rules(&self) -> &Redaction {
        &self.rules
    }

    /// What may be written of an exchange, and the places of what may not.
    ///
    /// `about` is written as it is, but for `redaction`, which becomes the version of the rules;
    /// its `operation` chooses the rules for path, query and bodies. Bodies are stored without
    /// gzip; one that cannot be read, or that no rule knows, becomes a sentence that says so.
    /// Costs a few copies of the bodies; reads no file and writes none.
    ///
    /// What comes out can be printed and read back, and redacted again with the same seed: then
    /// only dates change, which move once more.
    pub fn exchange(
        &self,
        about: &FrontMatter,
        request: &Request<Bytes>,
        response: &Response<Bytes>,
    ) -> Redacted {
        let mut front = about.clone();
        front.redaction = Some(self.rules.version());
        let sent = body::decoded(request.headers(), request.body());
        let came = body::decoded(response.headers(), response.body());
        let secrets = self.secrets(request, sent.as_ref(), response, came.as_ref());
        let values = Values {
            rules: &self.rules,
            pseudonyms: &self.pseudonyms,
            secrets: &secrets,
        };
        let operation = self.rules.operations.get(&about.operation);
        let mut unknown = Unknowns::default();
        if operation.is_none() {
            let name = shown(&about.operation);
            unknown.add(format!("operation {name}"), "no rule names it");
        }

        let uri = request.uri();
        let target = targets::target(
            &values,
            operation,
            request.method(),
            uri,
            "request",
            &mut unknown,
        );
        let target = target.unwrap_or_else(|_| nowhere());
        let mut sent_headers = headers(&values, Place::Request, request.headers(), &mut unknown);
        let (sent, media_type) =
            body::request(&values, operation, request.headers(), sent, &mut unknown);
        add_type(&mut sent_headers, media_type);
        let written = RecordedRequest::new(method(request), target, sent_headers, sent);
        let written = written.unwrap_or_else(|_| nothing_of(request));

        let head = (response.status(), response.headers());
        let mut answer = RecordedResponse::new(response.status());
        answer.headers = headers(&values, Place::Response, response.headers(), &mut unknown);
        let (came, media_type) = body::response(&values, operation, head, came, &mut unknown);
        answer.body = came;
        add_type(&mut answer.headers, media_type.as_deref());

        let mut exchange = Exchange::new(front, written, answer);
        if secrets.are_in(&exchange.to_string()) {
            // No rule writes what came in, so this is a secret that looks like a word of ours.
            "not written".clone_into(&mut exchange.front.description);
            unknown.add("exchange", "a secret that a rule would write");
            exchange.request = nothing_of(request);
            exchange.response.headers = RecordedHeaders::new();
            exchange.response.body = ResponseBody::none();
        }
        Redacted {
            exchange,
            unknown: unknown.into_paths(),
        }
    }

    /// Everything that placeholders stand for in this exchange.
    fn secrets(
        &self,
        request: &Request<Bytes>,
        sent: Option<&Bytes>,
        response: &Response<Bytes>,
        came: Option<&Bytes>,
    ) -> Secrets {
        let mut secrets = Secrets::default();
        let mut of_headers = |place: Place, headers: &HeaderMap| {
            for (name, value) in headers {
                if let Ok(value) = value.to_str() {
                    secrets.note(&self.rules, place, name.as_str(), value);
                }
            }
        };
        of_headers(Place::Request, request.headers());
        of_headers(Place::Response, response.headers());
        for (name, value) in Pairs::live(request.uri().query().unwrap_or_default()).iter() {
            let value = percent::decoded(value.unwrap_or_default());
            secrets.note(&self.rules, Place::Field, &percent::decoded(name), &value);
        }
        body::look_for_secrets(&mut secrets, &self.rules, sent);
        body::look_for_secrets(&mut secrets, &self.rules, came);
        secrets
    }
}

impl fmt::Debug for Redactor {
    /// Says which rules, and nothing of the key or of what was given out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let version = &self.rules.version();
        f.debug_struct("Redactor")
            .field("version", version)
            .finish_non_exhaustive()
    }
}

fn add_type(headers: &mut RecordedHeaders, media_type: Option<&str>) {
    if let Some(media_type) = media_type {
        // One of a list of words, and a charset.
        let added: Result<(), ExchangeError> = headers.append("content-type", media_type);
        debug_assert!(added.is_ok(), "a media type fits a header");
    }
}

fn nowhere() -> Target {
    Target::parse("/").expect("a slash is a target")
}

/// A method of the standard; any other may be anything.
fn method(request: &Request<Bytes>) -> Method {
    let method = request.method();
    let known = [
        Method::DELETE,
        Method::GET,
        Method::HEAD,
        Method::OPTIONS,
        Method::PATCH,
        Method::POST,
        Method::PUT,
    ];
    if known.contains(method) {
        return method.clone();
    }
    Method::from_bytes(b"UNKNOWN").expect("a word is a method")
}

/// The method, and nothing else of a request.
fn nothing_of(request: &Request<Bytes>) -> RecordedRequest {
    let headers = RecordedHeaders::new();
    RecordedRequest::new(method(request), nowhere(), headers, RequestBody::None)
        .expect("no body needs no type")
}
