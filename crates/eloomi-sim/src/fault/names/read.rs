//! What each name makes of its value and its arguments.

use http::header::{HeaderValue, LOCATION};
use serde_json::Value;

use super::Effect;
use crate::fault::action::{Action, Shift};
use crate::fault::arguments::Arguments;
use crate::fault::error::{FaultError, FaultErrorKind};
use crate::fault::headers::HeaderEdit;
use crate::fault::page;
use crate::fault::stock::{Stock, StockBody};

type Read = Result<Effect, FaultError>;

const STATUS: &str = "a number from 200 to 599";

#[expect(
    clippy::unnecessary_wraps,
    reason = "most names end with it, and each may fail before"
)]
fn alone(action: Action) -> Read {
    Ok((action, Vec::new()))
}

fn code(arguments: &Arguments<'_>) -> Result<u16, FaultError> {
    match arguments.parsed(STATUS)? {
        status @ 200..=599 => Ok(status),
        _ => Err(arguments.bad(STATUS)),
    }
}

pub(super) fn status(arguments: &mut Arguments<'_>) -> Read {
    let body = arguments.take_parsed("body", "json, html, problem or empty")?;
    alone(Action::Answer(Stock {
        status: code(arguments)?,
        body: body.unwrap_or(StockBody::Envelope),
    }))
}

pub(super) fn retry_after(arguments: &mut Arguments<'_>) -> Read {
    let stock = Stock {
        status: arguments.take_status()?.unwrap_or(429),
        body: StockBody::Envelope,
    };
    let header = HeaderEdit::read("retry-after", arguments.value())?;
    Ok((Action::Answer(stock), vec![header]))
}

pub(super) fn redirect(arguments: &mut Arguments<'_>) -> Read {
    let wanted = "an address, with 300: to 399: before it for another status than 302";
    let (status, to) = match arguments.value().split_once(':') {
        Some((code, to)) if code.bytes().all(|byte| byte.is_ascii_digit()) => {
            (code.parse().map_err(|_| arguments.bad(wanted))?, to)
        }
        _ => (302, arguments.value()),
    };
    let location = HeaderValue::try_from(to).map_err(|_| arguments.bad(wanted))?;
    if to.is_empty() || !(300..=399).contains(&status) {
        return Err(arguments.bad(wanted));
    }
    let stock = Stock {
        status,
        body: StockBody::Empty,
    };
    Ok((
        Action::Answer(stock),
        vec![HeaderEdit::Set(LOCATION, location)],
    ))
}

pub(super) fn empty_response(_: &mut Arguments<'_>) -> Read {
    alone(Action::Close)
}

pub(super) fn reset(_: &mut Arguments<'_>) -> Read {
    alone(Action::Reset)
}

pub(super) fn lost_answer(_: &mut Arguments<'_>) -> Read {
    alone(Action::LoseAnswer)
}

pub(super) fn latency(arguments: &mut Arguments<'_>) -> Read {
    alone(Action::Wait(arguments.milliseconds()?))
}

pub(super) fn envelope(arguments: &mut Arguments<'_>) -> Read {
    let message = arguments.take("message")?;
    alone(Action::Envelope {
        status: code(arguments)?,
        message: message.unwrap_or("It could not be done.").to_owned(),
    })
}

pub(super) fn header(arguments: &mut Arguments<'_>) -> Read {
    let header = HeaderEdit::read("header", arguments.value())?;
    Ok((Action::Headers, vec![header]))
}

pub(super) fn date_skew(arguments: &mut Arguments<'_>) -> Read {
    let header = HeaderEdit::read("date-skew", arguments.value())?;
    Ok((Action::Headers, vec![header]))
}

pub(super) fn rate_limit_headers(arguments: &mut Arguments<'_>) -> Read {
    let mut headers = Vec::new();
    for name in ["limit", "remaining", "reset"] {
        if let Some(value) = arguments.take(name)? {
            headers.push(HeaderEdit::rate_limit(name, value)?);
        }
    }
    if headers.is_empty() {
        return Err(FaultErrorKind::MissingValue("rate-limit-headers").into());
    }
    Ok((Action::Headers, headers))
}

pub(super) fn refuse_tokens(_: &mut Arguments<'_>) -> Read {
    alone(Action::HideToken)
}

pub(super) fn www_authenticate(arguments: &mut Arguments<'_>) -> Read {
    let header = HeaderEdit::read("www-authenticate", arguments.value())?;
    Ok((Action::HideToken, vec![header]))
}

pub(super) fn expire_in_flight(_: &mut Arguments<'_>) -> Read {
    alone(Action::ExpireToken)
}

pub(super) fn replica_lag(arguments: &mut Arguments<'_>) -> Read {
    alone(Action::HideYoungToken(arguments.milliseconds()?))
}

pub(super) fn token_answer(arguments: &mut Arguments<'_>) -> Read {
    alone(Action::Answer(Stock {
        status: arguments.take_status()?.unwrap_or(200),
        body: StockBody::Json(arguments.value().to_owned()),
    }))
}

/// As `behaviours::TOKEN_WRONG_CLIENT` and its kind are written.
pub(super) fn oauth_error(arguments: &mut Arguments<'_>) -> Read {
    let mut members = vec![
        ("error", arguments.value()),
        (
            "message",
            arguments
                .take("message")?
                .unwrap_or("A fault was asked for."),
        ),
    ];
    members.extend(arguments.take("hint")?.map(|hint| ("hint", hint)));
    let members: Vec<_> = members
        .into_iter()
        .map(|(name, value)| format!("\"{name}\":{}", Value::from(value)))
        .collect();
    alone(Action::Answer(Stock {
        status: arguments.take_status()?.unwrap_or(400),
        body: StockBody::Json(format!("{{{}}}", members.join(","))),
    }))
}

/// A number or whatever else JSON knows, and text otherwise.
pub(super) fn expires_in(arguments: &mut Arguments<'_>) -> Read {
    let value = match arguments.value() {
        "absent" => None,
        text => Some(serde_json::from_str(text).unwrap_or_else(|_| text.into())),
    };
    alone(Action::TokenMember("expires_in", value))
}

pub(super) fn token_type(arguments: &mut Arguments<'_>) -> Read {
    alone(Action::TokenMember("token_type", text(arguments.value())))
}

pub(super) fn access_token(arguments: &mut Arguments<'_>) -> Read {
    let wanted = "a number, one million at most";
    let repeat = arguments.take_parsed("repeat", wanted)?.unwrap_or(1);
    if repeat > 1_000_000 {
        return Err(FaultErrorKind::BadValue("repeat", wanted).into());
    }
    let value = text(&arguments.value().repeat(repeat));
    alone(Action::TokenMember("access_token", value))
}

fn text(value: &str) -> Option<Value> {
    (value != "absent").then(|| value.into())
}

pub(super) fn page_never_ends(_: &mut Arguments<'_>) -> Read {
    alone(Action::FillPage)
}

pub(super) fn page_repeats(_: &mut Arguments<'_>) -> Read {
    alone(Action::RepeatPage)
}

pub(super) fn items_shift(arguments: &mut Arguments<'_>) -> Read {
    alone(Action::Shift(match arguments.value() {
        "delete" => Shift::Delete,
        "insert" => Shift::Insert,
        _ => return Err(arguments.bad("delete or insert")),
    }))
}

pub(super) fn short_page(arguments: &mut Arguments<'_>) -> Read {
    alone(page::cut(arguments)?)
}

pub(super) fn empty_page(arguments: &mut Arguments<'_>) -> Read {
    alone(page::empty(arguments)?)
}

pub(super) fn caps_page_size(arguments: &mut Arguments<'_>) -> Read {
    alone(page::cap(arguments)?)
}
