//! Headers: those that rules name, of the closed list that a file may hold.

use http::{HeaderMap, Method, Uri};

use super::{
    targets,
    unknown::{Unknowns, shown},
    values::{Place, Values},
};
use crate::{Placeholder, RecordedHeaders, redaction::Rule};

/// What is written of the headers. `content-encoding` is not: a body is stored decoded.
/// `content-type` goes with the body, which adds it.
pub(super) fn headers(
    values: &Values<'_>,
    side: Place,
    headers: &HeaderMap,
    unknown: &mut Unknowns,
) -> RecordedHeaders {
    let (place, rules) = match side {
        Place::Request => ("request header", &values.rules.request_headers),
        _ => ("response header", &values.rules.response_headers),
    };
    let mut out = RecordedHeaders::new();
    // In the order in which they are written: ids are numbered as they appear.
    let mut sorted: Vec<_> = headers.iter().collect();
    sorted.sort_by_key(|(name, _)| name.as_str());
    for (name, value) in sorted {
        let name = name.as_str();
        if name == "content-encoding"
            || name == "content-type"
            || values.rules.ignored_headers.iter().any(|it| it == name)
        {
            continue;
        }
        let place = format!("{place} {}", shown(name));
        let Some(rule) = rules.get(name) else {
            unknown.add(place, "no rule names it");
            continue;
        };
        let Ok(text) = value.to_str() else {
            unknown.add(place, "no plain text");
            continue;
        };
        let written = one(values, name, rule, text, &place, unknown);
        if let Some(written) = written
            && out.append(name, &written).is_err()
        {
            unknown.add(place, "what its rule writes fits no header");
        }
    }
    out
}

fn one(
    values: &Values<'_>,
    name: &str,
    rule: &Rule,
    text: &str,
    place: &str,
    unknown: &mut Unknowns,
) -> Option<String> {
    match rule {
        Rule::Placeholder(placeholder) if name == "authorization" => {
            let scheme = text.split(' ').next().unwrap_or_default();
            if scheme.eq_ignore_ascii_case("bearer") {
                return Some(format!("Bearer {placeholder}"));
            }
            unknown.add(place, "another scheme than Bearer");
            None
        }
        // RFC 9110 §10.2.3: seconds, or a date.
        Rule::Placeholder(Placeholder::Reset) if text.contains(' ') => {
            Some(Placeholder::Now.text().to_owned())
        }
        Rule::Target => {
            // A host would tell whose service it is; what is at the path is what matters.
            let uri: Option<Uri> = text.parse().ok();
            let target = uri.and_then(|uri| {
                targets::target(values, None, &Method::GET, &uri, place, unknown).ok()
            });
            if target.is_none() {
                unknown.add(place, "no target");
            }
            target.map(|target| target.to_string())
        }
        // What does not fit must not be there, even replaced: a client reads headers.
        Rule::Words(_) | Rule::Text | Rule::Keep => {
            let mut odd = Unknowns::default();
            let written = values.text(Some(rule), text, place, &mut odd);
            let odd = odd.into_paths();
            for it in &odd {
                unknown.add(it.place(), it.why());
            }
            written.filter(|_| odd.is_empty())
        }
        _ => values.text(Some(rule), text, place, unknown),
    }
}
