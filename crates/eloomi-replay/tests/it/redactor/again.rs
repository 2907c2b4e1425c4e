//! What was redacted is redacted again.

use bytes::Bytes;
use eloomi_replay::{Exchange, Placeholder, Redacted, Redactor, Values};
use http::Response;

/// Redacts what is written itself, placeholders and all.
pub(super) fn again(redactor: &Redactor, exchange: &Exchange) -> Redacted {
    let request = exchange.request.to_http("", &with_placeholders()).unwrap();
    let mut response = Response::new(Bytes::copy_from_slice(exchange.response.body.as_bytes()));
    *response.status_mut() = exchange.response.status;
    for (name, value) in exchange.response.headers.iter() {
        response.headers_mut().append(name, value.parse().unwrap());
    }
    redactor.exchange(&exchange.front, &request, &response)
}

fn with_placeholders() -> Values {
    let all = Placeholder::ALL.into_iter();
    all.fold(Values::invented(), |values, it| values.with(it, it.text()))
}

/// The text with every date, and every number that may be one, as if it were the same.
pub(super) fn without_dates(exchange: &Exchange) -> String {
    let is_date = |word: &str| {
        let dashes = word.as_bytes().get(4) == Some(&b'-') && word.as_bytes().get(7) == Some(&b'-');
        let digits = word.len() > 8 && word.bytes().all(|it| it.is_ascii_digit());
        digits || (dashes && word.bytes().filter(u8::is_ascii_digit).count() >= 8)
    };
    let text = exchange.to_string();
    let parts = text.split_inclusive(['"', ' ', ',', '\n', '&', '=', '/']);
    let parts = parts.map(|part| {
        let word = part.trim_end_matches(['"', ' ', ',', '\n', '&', '=', '/']);
        if is_date(word) { "a date" } else { part }
    });
    parts.collect()
}
