//! Which operation a request is, and what a recording says of it.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use eloomi_core::Route;
use http::{Method, Request, Response};

use crate::{Confidence, FrontMatter, Origin, Redaction, redaction::Segment};

/// Refines what is said of an exchange.
type Describe = Arc<dyn Fn(&mut FrontMatter, &Request<Bytes>, &Response<Bytes>) + Send + Sync>;

/// The operations of a service, by method and path, and what a recording says of each exchange:
/// where it comes from and how far it can be trusted.
///
/// A request tells its operation by its method and path alone, so a recording proxy knows it as
/// well as a transport does. A literal segment goes before a parameter: `/v3/users/export` is
/// never `/v3/users/{id}`.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Repeat, Route};
/// use eloomi_replay::{Confidence, Operations, Origin};
/// use http::Method;
///
/// static GET_USER: Route = Route::new("getUser", Method::GET, "/v3/users/{id}", Repeat::Safe);
///
/// let operations = Operations::new(Origin::Simulator, Confidence::Inferred)
///     .route(&GET_USER) // of a request: `ListUsers::new().route()`
///     .named("createToken", Method::POST, "/oauth/token")
///     .file_word("createToken", "token")
///     .describe(|front, _request, response| {
///         front.description = format!("{}: {}", front.operation, response.status().as_u16());
///     });
/// assert_eq!(operations.operation(&Method::GET, "/v3/users/40"), Some("getUser"));
/// assert_eq!(operations.operation(&Method::GET, "/v3/units/40"), None);
/// ```
#[derive(Clone)]
pub struct Operations {
    origin: Origin,
    confidence: Confidence,
    known: Vec<Known>,
    words: Vec<(String, String)>,
    describe: Option<Describe>,
}

#[derive(Clone)]
struct Known {
    operation: String,
    method: Method,
    template: Vec<String>,
}

impl Operations {
    /// None yet; every exchange comes from there and is known that well, unless
    /// [`describe`](Self::describe) says otherwise.
    pub fn new(origin: Origin, confidence: Confidence) -> Self {
        Self {
            origin,
            confidence,
            known: Vec::new(),
            words: Vec::new(),
            describe: None,
        }
    }

    /// Adds the operation of a request type. A template that begins with `/…` fits no path: add
    /// the path that was chosen with [`named`](Self::named).
    #[must_use]
    pub fn route(self, route: &Route) -> Self {
        self.named(route.operation(), route.method().clone(), route.template())
    }

    /// Adds an operation by its name, method and path template, such as `/v3/users/{id}`.
    #[must_use]
    pub fn named(mut self, operation: &str, method: Method, template: &str) -> Self {
        self.known.push(Known {
            operation: operation.to_owned(),
            method,
            template: template.split('/').map(str::to_owned).collect(),
        });
        self
    }

    /// Adds all operations that the rules of a redaction name.
    #[must_use]
    pub fn of_rules(mut self, rules: &Redaction) -> Self {
        for (operation, known) in &rules.operations {
            for route in &known.routes {
                let segments = route.segments.iter().map(|segment| match segment {
                    Segment::Word(word) => format!("/{word}"),
                    Segment::Value(rule) => format!("/{{{rule}}}"),
                });
                let template: String = segments.collect();
                self = self.named(operation, route.method.clone(), &template);
            }
        }
        self
    }

    /// Says what the files of an operation are called, after their number. Without it
    /// `listUsers` gives `02-list-users.exchange`.
    #[must_use]
    pub fn file_word(mut self, operation: &str, word: &str) -> Self {
        self.words.push((operation.to_owned(), word.to_owned()));
        self
    }

    /// Refines what is said of each exchange; without it the description is
    /// `listUsers answers 200`. It sees the exchange as it came, with everything that will be
    /// redacted, and what it writes is not redacted: copy nothing.
    #[must_use]
    pub fn describe(
        mut self,
        describe: impl Fn(&mut FrontMatter, &Request<Bytes>, &Response<Bytes>) + Send + Sync + 'static,
    ) -> Self {
        self.describe = Some(Arc::new(describe));
        self
    }

    /// The operation of a request.
    pub fn operation(&self, method: &Method, path: &str) -> Option<&str> {
        let path: Vec<_> = path.split('/').collect();
        let fitting = self.known.iter().filter(|known| {
            known.method == method
                && known.template.len() == path.len()
                && std::iter::zip(&known.template, &path).all(|(segment, live)| {
                    segment == live || is_parameter(segment) && !live.is_empty()
                })
        });
        // The first of those that are literal for longest.
        let parameters = |known: &&Known| -> Vec<bool> {
            known
                .template
                .iter()
                .map(|segment| is_parameter(segment))
                .collect()
        };
        fitting
            .min_by_key(parameters)
            .map(|known| known.operation.as_str())
    }

    /// What is said of an exchange of `operation`.
    pub(crate) fn front(
        &self,
        operation: &str,
        request: &Request<Bytes>,
        response: &Response<Bytes>,
    ) -> FrontMatter {
        let status = response.status().as_u16();
        let description = format!("{operation} answers {status}");
        let mut front = FrontMatter::new(description, operation, self.origin, self.confidence);
        if response.version() == http::Version::HTTP_2 {
            front.http = Some(crate::HttpVersion::Http2);
        }
        if let Some(describe) = &self.describe {
            describe(&mut front, request, response);
        }
        front
    }

    /// What stands in the name of a file, between its number and its ending.
    pub(crate) fn word(&self, operation: &str) -> String {
        let chosen = self.words.iter().rfind(|(name, _)| name == operation);
        kebab(chosen.map_or(operation, |(_, word)| word))
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{') && segment.ends_with('}')
}

/// `listUsers` as `list-users`: letters and digits in lower case, all else a hyphen.
fn kebab(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let is_new = !c.is_ascii_alphanumeric() || c.is_ascii_uppercase();
        if is_new && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        }
    }
    let word = out.trim_end_matches('-');
    if word.is_empty() {
        "exchange".to_owned()
    } else {
        word.to_owned()
    }
}

impl fmt::Debug for Operations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.known.iter().map(|known| &known.operation);
        f.debug_list().entries(names).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operations() -> Operations {
        Operations::new(Origin::Simulator, Confidence::Inferred)
            .named("getUser", Method::GET, "/v3/users/{id}")
            .named("exportUsers", Method::GET, "/v3/users/export")
            .named("getAny", Method::GET, "/v3/{group}/{id}")
            .named("listUsers", Method::GET, "/v3/users")
    }

    #[test]
    fn a_literal_segment_goes_before_a_parameter() {
        let operations = operations();
        let of = |path| operations.operation(&Method::GET, path);
        assert_eq!(of("/v3/users/export"), Some("exportUsers"));
        assert_eq!(of("/v3/users/40"), Some("getUser"));
        assert_eq!(of("/v3/units/40"), Some("getAny"));
        assert_eq!(of("/v3/users"), Some("listUsers"));
        assert_eq!(of("/v3/users/"), None);
        assert_eq!(of("/v3/users/40/teams"), None);
        assert_eq!(operations.operation(&Method::POST, "/v3/users"), None);
    }

    #[test]
    fn the_operations_of_the_rules_are_known_by_their_routes() {
        let rules = Redaction::parse(
            r#"
            version = 1
            invented = { names = ["Ada"], phones = ["4500"], domains = ["example.invalid"] }
            [operations.getUser]
            routes = ["GET /v3/users/{pseudonym:id:user}"]
            "#,
        );
        let operations = Operations::new(Origin::Simulator, Confidence::Inferred);
        let operations = operations.of_rules(&rules.unwrap());
        let of = |path| operations.operation(&Method::GET, path);
        assert_eq!(of("/v3/users/40"), Some("getUser"));
        assert_eq!(of("/v3/users"), None);
    }

    #[test]
    fn half_a_parameter_is_a_literal_segment() {
        let operations = Operations::new(Origin::Simulator, Confidence::Inferred).named(
            "half",
            Method::GET,
            "/{id/40}",
        );
        assert_eq!(operations.operation(&Method::GET, "/a/b"), None);
        assert_eq!(operations.operation(&Method::GET, "/{id/40}"), Some("half"));
        assert_eq!(format!("{operations:?}"), "[\"half\"]");
    }

    #[test]
    fn a_file_is_called_after_its_operation() {
        let operations = operations().file_word("createToken", "token");
        let words = ["listUsers", "createToken", "a  b/../c", "…"].map(|it| operations.word(it));
        assert_eq!(words, ["list-users", "token", "a-b-c", "exchange"]);
    }
}
