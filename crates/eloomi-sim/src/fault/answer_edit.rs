//! Faults that change what the routes have answered, before it is bytes.

use axum::response::Response;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use serde_json::Value;

use super::action::Action;
use super::armed::Asked;
use crate::answer::Told;
use crate::eloomi::envelope;
use crate::json::Json;

/// Ids that nobody else has.
const FIRST_INVENTED: u64 = 9_000_000;

/// Page size when the request names none, and the most that is invented for one page.
const DEFAULT_SIZE: u64 = 25;
const LARGEST_SIZE: u64 = 10_000;

/// Whether there was something to change; whoever changes nothing here has nothing to lose.
pub(super) fn edit(action: &Action, response: &mut Response, asked: &Asked) -> bool {
    let status = response.status();
    let Some(mut told) = response.extensions_mut().remove::<Told>() else {
        return true;
    };
    let done = match action {
        Action::FillPage => status.is_success() && fill(&mut told.body, asked),
        Action::CutPage { count, .. } => cut(told.body.as_mut(), *count, asked),
        Action::TokenMember(name, value) => set_member(&mut told.body, name, value.clone()),
        Action::Envelope { status, message } => {
            put_into_envelope(&mut told.body, *status, message.clone());
            true
        }
        _ => true,
    };
    if done && matches!(action, Action::FillPage | Action::Envelope { .. }) {
        *response.status_mut() = StatusCode::OK;
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
    }
    response.extensions_mut().insert(told);
    done
}

/// Things with nothing but an id stand for those that the page lacks.
fn fill(body: &mut Option<Json>, asked: &Asked) -> bool {
    let body = body.get_or_insert_with(|| {
        let mut members = envelope::head(StatusCode::OK, Json::Null, Json::Null);
        members.push((asked.lists.items, Json::List(Vec::new())));
        Json::Object(members)
    });
    let Some(data) = data(body, asked) else {
        return false;
    };
    let size = asked.size.unwrap_or(DEFAULT_SIZE).min(LARGEST_SIZE);
    let there = data.len() as u64;
    let first = asked
        .page
        .saturating_sub(1)
        .saturating_mul(size)
        .saturating_add(FIRST_INVENTED);
    for place in there..size {
        let id = first.saturating_add(place);
        data.push(Json::Object(vec![("id", id.into())]));
    }
    there < size
}

fn cut(body: Option<&mut Json>, count: usize, asked: &Asked) -> bool {
    let Some(data) = body.and_then(|body| data(body, asked)) else {
        return false;
    };
    let is_longer = data.len() > count;
    data.truncate(count);
    is_longer
}

/// Only of an answer that hands a token out.
fn set_member(body: &mut Option<Json>, name: &'static str, value: Option<Value>) -> bool {
    let Some(Json::Object(members)) = body else {
        return false;
    };
    if !members.iter().any(|(own, _)| *own == "access_token") {
        return false;
    }
    match value {
        Some(value) => put(members, name, Json::Given(value)),
        None => members.retain(|(own, _)| *own != name),
    }
    true
}

/// What was answered stays, but for what the envelope says of it.
fn put_into_envelope(body: &mut Option<Json>, status: u16, message: String) {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let said = envelope::head(status, message.into(), Json::Null);
    match body {
        Some(Json::Object(members)) => {
            for (name, value) in said
                .into_iter()
                .filter(|(name, _)| *name != "extended_message")
            {
                put(members, name, value);
            }
        }
        body => *body = Some(Json::Object(said)),
    }
}

fn put(members: &mut Vec<(&'static str, Json)>, name: &'static str, value: Json) {
    match members.iter_mut().find(|(own, _)| *own == name) {
        Some((_, own)) => *own = value,
        None => members.push((name, value)),
    }
}

fn data<'b>(body: &'b mut Json, asked: &Asked) -> Option<&'b mut Vec<Json>> {
    let Json::Object(members) = body else {
        return None;
    };
    members.iter_mut().find_map(|(name, value)| match value {
        Json::List(items) if *name == asked.lists.items => Some(items),
        _ => None,
    })
}
