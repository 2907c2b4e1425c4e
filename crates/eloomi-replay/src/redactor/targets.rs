//! Paths and queries, by the routes of the operations.

use http::{Method, Uri};

use super::{members::Members, unknown::Unknowns, values::Values};
use crate::{
    ExchangeError, Pairs, Target, percent,
    redaction::{Kind, Operation, Rule, Segment},
};

/// What is written for a target.
///
/// The path goes by the route of its operation that fits, or by any that does. In a path that
/// none fits, words that some route has stay and everything else is replaced.
pub(super) fn target(
    values: &Values<'_>,
    operation: Option<&Operation>,
    method: &Method,
    uri: &Uri,
    place: &str,
    unknown: &mut Unknowns,
) -> Result<Target, ExchangeError> {
    let path = path(values, operation, method, uri.path(), place, unknown);
    let query = query(values, operation, uri.query(), place, unknown);
    let question = if query.is_empty() { "" } else { "?" };
    Target::parse(&format!("{path}{question}{query}"))
}

fn path(
    values: &Values<'_>,
    operation: Option<&Operation>,
    method: &Method,
    path: &str,
    place: &str,
    unknown: &mut Unknowns,
) -> String {
    let segments: Vec<_> = path
        .strip_prefix('/')
        .unwrap_or(path)
        .split('/')
        .map(percent::decoded)
        .collect();
    let own = operation.iter().flat_map(|it| &it.routes);
    let all = values.rules.operations.values().flat_map(|it| &it.routes);
    let known = own.chain(all).find(|it| it.fits(method, &segments));
    let place = format!("{place} path");
    let mut out = String::new();
    for (index, segment) in segments.iter().enumerate() {
        let rule = match known.map(|route| &route.segments[index]) {
            Some(Segment::Word(_)) => None,
            Some(Segment::Value(rule)) => Some(rule),
            None if segment.is_empty() || values.rules.is_word_of_a_route(segment) => None,
            None => {
                unknown.add(&place, "no route fits it");
                Some(&Rule::Pseudonym(Kind::Text))
            }
        };
        let written = match rule {
            None => segment.clone(),
            Some(rule) => {
                let written = values.text(Some(rule), segment, &place, unknown);
                written.unwrap_or_else(|| values.pseudonyms.of(&Kind::Text, segment))
            }
        };
        out.push('/');
        out.push_str(&percent::encoded(&written));
    }
    out
}

fn query(
    values: &Values<'_>,
    operation: Option<&Operation>,
    query: Option<&str>,
    place: &str,
    unknown: &mut Unknowns,
) -> String {
    // In the order in which they are written: ids are numbered as they appear.
    let pairs = Pairs::live(query.unwrap_or_default()).sorted();
    let rule = |name: &str| {
        let own = operation.and_then(|it| it.query.get(name));
        own.or_else(|| values.rules.query.get(name))
    };
    Members::pairs(values, &pairs, rule, &format!("{place} query"), unknown)
}
