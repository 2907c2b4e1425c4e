//! Whether an answer is the recorded one.
//!
//! Everything must be equal but what no two runs share: tokens, ids of people who are created on the
//! way (they are put in place before), dates of the day, and the mark in the dashboard's page; nor
//! the end of a hash in the address of a picture, which was not kept.

use serde_json::Value;

use super::exchange::Exchange;
use crate::client::Answer;

/// How they differ; empty if they are the same.
pub(super) fn differences(recorded: &Exchange, body: &str, answer: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    if recorded.status != answer.status {
        found.push(format!("status {} is {}", recorded.status, answer.status));
    }
    for name in ["content-type", "www-authenticate"] {
        let (told, own) = (recorded.told.get(name), answer.headers.get(name));
        if told != own {
            found.push(format!("header {name} {told:?} is {own:?}"));
        }
    }
    let read = |text: &str| serde_json::from_str::<Value>(text).ok();
    match (read(body), read(answer.text())) {
        (Some(told), Some(own)) => compare("", &told, &own, &mut found),
        (None, None) if without_mark(body) == without_mark(answer.text()) => {}
        _ => found.push(format!("body {body} is {}", answer.text())),
    }
    found
}

fn compare(path: &str, told: &Value, own: &Value, found: &mut Vec<String>) {
    match (told, own) {
        (Value::Object(told), Value::Object(own)) => {
            for (name, value) in told {
                let path = format!("{path}.{name}");
                match own.get(name) {
                    Some(own) => compare(&path, value, own, found),
                    None => found.push(format!("{path} is missing")),
                }
            }
            let more = own.keys().filter(|name| !told.contains_key(*name));
            found.extend(more.map(|name| format!("{path}.{name} is there, too")));
        }
        (Value::Array(told), Value::Array(own)) if told.len() == own.len() => {
            for (index, (told, own)) in told.iter().zip(own).enumerate() {
                compare(&format!("{path}[{index}]"), told, own, found);
            }
        }
        (Value::String(told), Value::String(own)) if differs_by_run(told, own) => {}
        _ if told == own => {}
        _ => found.push(format!("{path} {told} is {own}")),
    }
}

/// Tokens are masked where they were recorded, and dates of the day are of the year of recording.
fn differs_by_run(told: &str, own: &str) -> bool {
    let is_instant = |text: &str| text.len() == 24 && text.ends_with('Z');
    let is_date = told.starts_with("2026-") && is_instant(told) && is_instant(own);
    let is_token = told == "[token]" && own.len() == 36;
    is_token || is_date || is_same_picture(told, own)
}

/// Of a picture's address, only the begin of the hash was kept.
fn is_same_picture(told: &str, own: &str) -> bool {
    let begin = told
        .strip_suffix("?s=200")
        .filter(|told| told.contains("/avatar/"));
    begin.is_some_and(|begin| own.starts_with(begin) && own.ends_with("?s=200"))
}

fn without_mark(text: &str) -> &str {
    text.split_once("content=\"")
        .map_or(text, |(before, _)| before)
}
