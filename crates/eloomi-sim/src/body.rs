//! Bodies of answers as they go out: plain, compressed, or cut short.

use std::io::{Error, ErrorKind, Write as _};
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::{StreamExt as _, stream};
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, VARY};
use http::{HeaderMap, HeaderValue, Method};

/// Whether a client takes gzip. Weights other than zero are not compared.
pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(ACCEPT_ENCODING).iter();
    let mut codings = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    codings.any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("gzip"))
            && !parts.any(|part| part == "q=0")
    })
}

/// Fills in the body, `behaviours::GZIP` if asked, and not at all for HEAD.
pub(crate) fn fill(response: &mut Response, text: String, gzip: bool, method: &Method) {
    let mut bytes = Bytes::from(text);
    if gzip && let Ok(smaller) = compress(&bytes) {
        bytes = smaller;
        let headers = response.headers_mut();
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
        .headers_mut()
        .insert(CONTENT_LENGTH, bytes.len().into());
    if method != Method::HEAD {
        *response.body_mut() = Body::from(bytes);
    }
}

fn compress(bytes: &[u8]) -> std::io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.into())
}

/// A body that comes as these pieces, each after a pause, and breaks at its end if so told.
pub(crate) fn in_pieces(pieces: Vec<Bytes>, pause: Duration, breaks: bool) -> Body {
    let broken = || Error::new(ErrorKind::ConnectionReset, "a test cut this body short");
    let end = breaks.then(|| Err(broken()));
    let parts = pieces.into_iter().map(Ok).chain(end);
    let paced = move |part| async move {
        crate::clock::wait(pause).await;
        part
    };
    Body::from_stream(stream::iter(parts).then(paced))
}
