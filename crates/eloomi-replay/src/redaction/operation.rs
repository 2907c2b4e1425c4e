//! What is known of an operation: where it goes, and what its bodies are.

use std::collections::BTreeMap;

use http::Method;

use super::Rule;

/// The rules of one operation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Operation {
    pub(crate) routes: Vec<Route>,
    pub(crate) query: BTreeMap<String, Rule>,
    pub(crate) body: Option<Rule>,
    pub(crate) reply: Option<Rule>,
    pub(crate) data: Option<Rule>,
}

/// A method and a path whose parameters are rules: `GET /v3/users/{pseudonym:id:user}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) segments: Vec<Segment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    Word(String),
    Value(Rule),
}

impl Route {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no route: write METHOD /path/{{rule}}");
        let (method, path) = text.split_once(" /").ok_or_else(wrong)?;
        let method = method.parse().map_err(|_| wrong())?;
        let segments = path.split('/').map(|segment| {
            let inner = segment
                .strip_prefix('{')
                .and_then(|it| it.strip_suffix('}'));
            match inner {
                Some(rule) => Rule::read(rule).map(Segment::Value),
                None => Ok(Segment::Word(segment.to_owned())),
            }
        });
        Ok(Self {
            method,
            segments: segments.collect::<Result<_, _>>()?,
        })
    }

    /// Whether decoded segments are those of this route.
    pub(crate) fn fits(&self, method: &Method, segments: &[String]) -> bool {
        let same = |(known, came): (&Segment, &String)| match known {
            Segment::Word(word) => word == came,
            Segment::Value(_) => true,
        };
        self.method == method
            && self.segments.len() == segments.len()
            && self.segments.iter().zip(segments).all(same)
    }
}
