//! Judging an answer: status first, then envelope, then value.

use eloomi_core::{ErrorKind, Reply, ResponseError};
use eloomi_model::{AuthError, Envelope};
use eloomi_wire::{RawJson, Text, decode};
use http::StatusCode;
use serde::de::DeserializeOwned;

/// eloomi's own texts that name nobody and so may be printed: of a 401 (documented) and of a 429
/// (inferred, as the framework behind it says it). All others may hold an e-mail address
/// (documented for a duplicate) or a server's internals.
const PRINTABLE: &[&str] = &["Unauthenticated.", "Too Many Attempts."];

/// The one thing asked for.
///
/// A 204 is [`ErrorKind::NotFound`]: that is how eloomi answers a key it does not know
/// (documented; a JSON body is documented with it, which HTTP forbids).
pub(crate) fn one<T: DeserializeOwned>(reply: &Reply) -> Result<T, ResponseError> {
    if reply.status == StatusCode::NO_CONTENT {
        return Err(ResponseError::new(ErrorKind::NotFound));
    }
    value(&data(reply)?)
}

/// A page of a list. A 204 is a page without items (inferred: what a page past the end
/// answers is not documented).
pub(crate) fn page<T: DeserializeOwned>(reply: &Reply) -> Result<Vec<T>, ResponseError> {
    if reply.status == StatusCode::NO_CONTENT {
        return Ok(Vec::new());
    }
    value(&data(reply)?)
}

/// One item of a list.
pub(crate) fn item<T: DeserializeOwned>(json: &[u8]) -> Result<T, ResponseError> {
    decode(json).map_err(unexpected)
}

/// The end of a page whose items were taken out: there must have been a list.
pub(crate) fn end_of_page(rest: &Reply) -> Result<(), ResponseError> {
    page::<RawJson>(rest).map(drop)
}

/// A success that has nothing to give.
pub(crate) fn done(reply: &Reply) -> Result<(), ResponseError> {
    if reply.status == StatusCode::NO_CONTENT {
        return Err(ResponseError::new(ErrorKind::NotFound));
    }
    success(reply).map(drop)
}

/// The same for a delete: a 204 to one that had to be repeated says that the earlier attempt
/// has done it.
pub(crate) fn gone(reply: &Reply) -> Result<(), ResponseError> {
    match done(reply) {
        Err(error) if error.kind() == ErrorKind::NotFound && reply.repeated => Ok(()),
        result => result,
    }
}

/// The `data` of a success. Required: an answer that was cut short where nobody notices
/// must not pass for an empty list.
fn data(reply: &Reply) -> Result<RawJson, ResponseError> {
    let data = success(reply)?.data.filter(|data| !data.is_null());
    data.ok_or_else(|| ResponseError::new(ErrorKind::Decode).detail("there is no `data` in it"))
}

/// The envelope of a success.
fn success(reply: &Reply) -> Result<Envelope, ResponseError> {
    if let Some(refusal) = ResponseError::of_status(reply.status) {
        return Err(explained(contradicted(refusal, reply), &reply.body));
    }
    let envelope: Envelope =
        decode(&reply.body).map_err(|error| match reply.instead_of_an_object() {
            Some(what) => unexpected(error).detail(what),
            None => unexpected(error),
        })?;
    if let Some(twice) = twice(&envelope) {
        return Err(ResponseError::new(ErrorKind::Decode).detail(twice));
    }
    // HTTP 200 with a failure inside is a failure.
    let inner = match envelope.status_code {
        None => None,
        Some(code) => {
            let code = u16::try_from(code).ok();
            let code = code.and_then(|code| StatusCode::from_u16(code).ok());
            Some(code.ok_or_else(|| {
                ResponseError::new(ErrorKind::Decode).detail("its `status_code` is no status code")
            })?)
        }
    };
    let refusal = inner.and_then(|inner| {
        ResponseError::of_status(inner).map(|refusal| refusal.status_inside(inner))
    });
    match refusal {
        Some(refusal) => Err(explained(refusal, &reply.body)),
        None => Ok(envelope),
    }
}

/// Says which member that decides is there twice: the envelope keeps the second beside the first,
/// and whichever is taken, somebody might be taken for somebody else.
fn twice(envelope: &Envelope) -> Option<&'static str> {
    let again = |name| envelope.extra.get(name).is_some();
    if again("data") {
        Some("`data` is there twice")
    } else if envelope.status_code.is_some() && again("status_code") {
        Some("`status_code` is there twice")
    } else {
        None
    }
}

/// Adds the status inside where it is another one: the head decides, and the error keeps both.
fn contradicted(refusal: ResponseError, reply: &Reply) -> ResponseError {
    let inside = decode::<Envelope>(&reply.body)
        .ok()
        .and_then(|envelope| StatusCode::from_u16(envelope.status_code?.try_into().ok()?).ok())
        .filter(|inside| *inside != reply.status);
    match inside {
        Some(inside) => refusal.status_inside(inside),
        None => refusal,
    }
}

/// Adds what the body says of a refusal, if it says anything: an envelope, or the `error` that
/// stands alone (documented for 401).
fn explained(refusal: ResponseError, body: &[u8]) -> ResponseError {
    let texts: [Option<Text>; 2] = match decode::<AuthError>(body) {
        Ok(AuthError {
            error: Some(error), ..
        }) => [Some(error), None],
        _ => match decode::<Envelope>(body) {
            // The cause stands in the second, the first is general (documented).
            Ok(envelope) => [envelope.extended_message, envelope.message],
            Err(_) => [None, None],
        },
    };
    let Some(text) = texts.into_iter().flatten().find(|text| !text.is_empty()) else {
        return refusal;
    };
    match PRINTABLE.iter().find(|known| **known == text) {
        Some(known) => refusal.detail(*known),
        None => refusal,
    }
    .server_message(text)
}

fn value<T: DeserializeOwned>(data: &RawJson) -> Result<T, ResponseError> {
    data.to().map_err(unexpected)
}

fn unexpected(error: eloomi_wire::DecodeError) -> ResponseError {
    ResponseError::new(ErrorKind::Decode).source(error)
}

#[cfg(test)]
mod tests {
    use eloomi_model::User;
    use http::HeaderMap;

    use super::*;

    fn refused(status: u16, body: &'static str) -> String {
        let status = StatusCode::from_u16(status).unwrap();
        let reply = Reply::new(status, HeaderMap::new(), body);
        one::<User>(&reply).unwrap_err().to_string()
    }

    #[test]
    fn an_envelope_that_says_twice_what_decides_is_not_understood() {
        let body = r#"{"status_code":200,"data":{"id":1},"data":{"id":2}}"#;
        let expected = "the answer is not understood: `data` is there twice";
        assert_eq!(refused(200, body), expected);
        let body = r#"{"status_code":200,"data":{"id":1},"status_code":400}"#;
        let expected = "the answer is not understood: `status_code` is there twice";
        assert_eq!(refused(200, body), expected);
    }

    #[test]
    fn a_refusal_stands_whatever_the_status_inside_is() {
        let body = r#"{"status_code":200,"data":{"id":1}}"#;
        assert_eq!(refused(400, body), "the service refused the request");
    }
}
