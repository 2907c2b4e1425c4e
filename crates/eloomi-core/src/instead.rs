//! What came in place of a JSON object.

use http::header::CONTENT_TYPE;

use crate::Reply;

impl Reply {
    /// Says what kind of thing a body is that is no JSON object, in words that may be printed: they
    /// quote nothing of it. `None` where it begins as one, or as nothing known.
    ///
    /// ```
    /// use eloomi_core::Reply;
    /// use http::{HeaderMap, StatusCode};
    ///
    /// let reply = Reply::new(StatusCode::OK, HeaderMap::new(), "<html>");
    /// assert!(reply.instead_of_an_object().is_some_and(|what| what.contains("HTML")));
    /// ```
    pub fn instead_of_an_object(&self) -> Option<&'static str> {
        let body = self.body.trim_ascii_start();
        Some(match body.first() {
            None => "nothing came instead of JSON",
            Some(b'{') => return None,
            // A captive portal, or a gateway that means well.
            Some(b'<') => HTML,
            Some(_) if self.is_html() => HTML,
            Some(b'[') => "a list came instead of an envelope",
            Some(b'"') => "a text came instead of an envelope",
            // All that is left, perhaps, where only the end of the connection ends it (fault F42).
            Some(b'-' | b'0'..=b'9') => {
                "a number came instead of an envelope; it may have been cut short"
            }
            Some(_) if body == b"null" => "null came instead of an envelope",
            Some(_) => return None,
        })
    }

    /// Whether the answer says that it is HTML.
    pub fn is_html(&self) -> bool {
        let content_type = self.headers.get(CONTENT_TYPE);
        content_type
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.to_ascii_lowercase().starts_with("text/html"))
    }
}

const HTML: &str =
    "an HTML page came instead of JSON; is something else answering at this address?";

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn of(body: &'static str) -> Option<&'static str> {
        Reply::new(StatusCode::OK, HeaderMap::new(), body).instead_of_an_object()
    }

    #[test]
    fn what_is_no_envelope_is_told_by_its_kind() {
        let kinds = ["", " \n", "null", "[]", r#""OK""#, "-1", "<html>"].map(of);
        let first_words = kinds.map(|kind| kind.unwrap().split(" came").next().unwrap());
        assert_eq!(
            first_words,
            [
                "nothing",
                "nothing",
                "null",
                "a list",
                "a text",
                "a number",
                "an HTML page"
            ]
        );
    }

    #[test]
    fn of_what_begins_as_an_envelope_or_as_nothing_known_nothing_is_told() {
        for body in ["{", "{}", "truth", "nul"] {
            assert_eq!(of(body), None, "{body}");
        }
    }
}
