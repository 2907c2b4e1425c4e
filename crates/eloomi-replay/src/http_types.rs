//! Exchanges as the types of `http`, placeholders filled.

use bytes::Bytes;
use eloomi_core::Body;
use http::{Request, Response, header::CONTENT_LENGTH};

use crate::{
    RecordedHeaders, RecordedRequest, RecordedResponse, RequestBody, Values, percent,
    values::in_json,
};

impl RecordedRequest {
    /// The request as it would be sent to `base`: `https://api.example.invalid`, or a
    /// simulator's base URL, without a slash at its end. An empty `base` leaves the target
    /// in origin form.
    ///
    /// # Errors
    ///
    /// [`http::Error`] if `base` is no URL, or a value fits no header.
    ///
    /// # Examples
    ///
    /// ```
    /// use eloomi_replay::{Pairs, Placeholder, RecordedHeaders, RecordedRequest, RequestBody, Target, Values};
    /// use http::Method;
    ///
    /// let mut headers = RecordedHeaders::new();
    /// headers.append("content-type", "application/x-www-form-urlencoded")?;
    /// let form = Pairs::parse("client_id=[client-id]")?;
    /// let target = Target::parse("/oauth/token")?;
    /// let recorded = RecordedRequest::new(Method::POST, target, headers, RequestBody::Form(form))?;
    ///
    /// let values = Values::invented().with(Placeholder::ClientId, "2 0");
    /// let request = recorded.to_http("http://127.0.0.1:8080", &values)?;
    /// assert_eq!(request.uri(), "http://127.0.0.1:8080/oauth/token");
    /// assert_eq!(request.body(), "client_id=2%200");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_http(&self, base: &str, values: &Values) -> Result<Request<Bytes>, http::Error> {
        let encoded = |value: &str| percent::encoded(value);
        let target = values.fill(&self.target().to_string(), encoded);
        let body = match self.body() {
            RequestBody::None => Bytes::new(),
            RequestBody::Json(json) => values.fill(json.as_str(), in_json).into(),
            RequestBody::Form(form) => values.fill(&form.to_string(), encoded).into(),
            RequestBody::Text(text) => Bytes::from(text.clone()),
        };
        let mut request = Request::builder()
            .method(self.method())
            .uri(format!("{base}{target}"));
        for (name, value) in filled(self.headers(), values) {
            request = request.header(name, value);
        }
        request.body(body)
    }
}

impl RecordedResponse {
    /// The body, placeholders filled; JSON as it is printed.
    pub fn bytes(&self, values: &Values) -> Bytes {
        let bytes = self.body.as_bytes();
        match (self.body.kind(), std::str::from_utf8(bytes)) {
            ("json", Ok(text)) => values.fill(text, in_json).into(),
            ("text", Ok(text)) => values.fill(text, str::to_owned).into(),
            _ => Bytes::copy_from_slice(bytes),
        }
    }

    /// The response as a transport brings it: `content-length` is computed where there is a
    /// body.
    ///
    /// # Errors
    ///
    /// [`http::Error`] if a value fits no header.
    pub fn to_http(&self, values: &Values) -> Result<Response<Body>, http::Error> {
        let bytes = self.bytes(values);
        let mut response = Response::builder().status(self.status);
        for (name, value) in filled(&self.headers, values) {
            response = response.header(name, value);
        }
        if !bytes.is_empty() {
            response = response.header(CONTENT_LENGTH, bytes.len());
        }
        response.body(bytes.into())
    }
}

fn filled<'h>(
    headers: &'h RecordedHeaders,
    values: &'h Values,
) -> impl Iterator<Item = (&'h http::HeaderName, String)> {
    headers
        .iter()
        .map(|(name, value)| (name, values.fill(value, str::to_owned)))
}
