//! Whether a live request is the recorded one.

use bytes::Bytes;
use http::{HeaderMap, Request};

use crate::{
    Difference, Pairs, RecordedRequest, RequestBody, Target, headers::media_type,
    json_compare::Sides, percent::decoded, template::fits,
};

const SIDES: Sides = Sides { live: "sent" };

impl RecordedRequest {
    /// Where `request` is not the one that was recorded; empty if it is.
    ///
    /// Compared are method, path, query (in any order of names), body (JSON by value, a
    /// form in any order; a `client_secret` agrees with every other), media type, and
    /// whether there are `authorization` and `clientid`. Only if all of these agree, also
    /// the other recorded headers: they must be there and fit; of `user-agent` only the
    /// product's name. Host and further headers do not matter. A placeholder agrees with
    /// every value of its type.
    pub fn differences(&self, request: &Request<Bytes>) -> Vec<Difference> {
        let mut found = self.key_differences(request);
        if found.is_empty() {
            self.header_differences(request.headers(), &mut found);
        }
        found
    }

    /// What chooses an exchange.
    pub(crate) fn key_differences(&self, request: &Request<Bytes>) -> Vec<Difference> {
        let mut found = Vec::new();
        let live = Target::live(request.uri());
        let mut word = |place: &str, recorded: &str, sent: &str| {
            if recorded != sent {
                let what = format!("recorded {recorded}, sent {sent}");
                found.push(Difference::new(place, what));
            }
        };
        word("method", self.method().as_str(), request.method().as_str());
        word("path", self.target().path(), live.path());
        pairs("query", self.target().query(), live.query(), &mut found);
        self.presence(request.headers(), &mut found);
        self.body_differences(request, &mut found);
        found
    }

    fn presence(&self, headers: &HeaderMap, out: &mut Vec<Difference>) {
        for name in ["authorization", "clientid"] {
            match (self.headers().get(name), headers.contains_key(name)) {
                (Some(_), false) => out.push(absent(name)),
                (None, true) => out.push(Difference::new(
                    format!("header {name}"),
                    "sent, not recorded",
                )),
                _ => {}
            }
        }
    }

    fn body_differences(&self, request: &Request<Bytes>, out: &mut Vec<Difference>) {
        let sent = sent_media_type(request.headers());
        let recorded = self.headers().media_type();
        if recorded != sent {
            let word = |media_type: Option<String>| media_type.unwrap_or("nothing".to_owned());
            let what = format!("recorded {}, sent {}", word(recorded), word(sent));
            out.push(Difference::new("header content-type", what));
            return;
        }
        let text = String::from_utf8_lossy(request.body());
        match self.body() {
            RequestBody::None if text.is_empty() => {}
            RequestBody::None => out.push(Difference::new("body", "sent, not recorded")),
            _ if text.is_empty() => out.push(Difference::new("body", "recorded, not sent")),
            RequestBody::Json(json) => out.extend(SIDES.json(json.as_str(), &text)),
            RequestBody::Text(recorded) if *recorded == text => {}
            RequestBody::Text(_) => out.push(Difference::new("body", "sent another text")),
            RequestBody::Form(form) => {
                let live = Pairs::live(&text).sorted();
                pairs("form", &form.clone().sorted(), &live, out);
            }
        }
    }

    /// The recorded headers that chose nothing.
    fn header_differences(&self, live: &HeaderMap, out: &mut Vec<Difference>) {
        for (name, recorded) in self.headers().iter() {
            if name == "content-type" {
                continue;
            }
            let mut values = live
                .get_all(name)
                .iter()
                .filter_map(|value| value.to_str().ok());
            let product = |text: &str| text.split('/').next().unwrap_or_default().to_owned();
            let agrees = |sent: &str| match name.as_str() {
                "user-agent" => product(recorded) == product(sent),
                _ => fits(recorded, sent),
            };
            if !live.contains_key(name) {
                out.push(absent(name.as_str()));
            } else if !values.any(agrees) {
                let what = format!("recorded {recorded}, sent another value");
                out.push(Difference::new(format!("header {name}"), what));
            }
        }
    }
}

fn absent(name: &str) -> Difference {
    Difference::new(format!("header {name}"), "recorded, not sent")
}

fn sent_media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get("content-type")?;
    Some(media_type(value.to_str().unwrap_or("unreadable")))
}

/// Compares sorted pairs, name by name.
fn pairs(kind: &str, recorded: &Pairs, sent: &Pairs, out: &mut Vec<Difference>) {
    let mut names: Vec<_> = recorded.iter().chain(sent.iter()).map(|it| it.0).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let (recorded, sent) = (values(recorded, name), values(sent, name));
        // Forms carry passwords and tokens, under any name.
        let secret = kind == "form";
        let same = recorded.len() == sent.len()
            && std::iter::zip(&recorded, &sent)
                .all(|(recorded, sent)| name == "client_secret" || same(*recorded, *sent));
        if same {
            continue;
        }
        let shown = |values: &[Option<&str>]| {
            let all: Vec<_> = values.iter().map(|it| it.unwrap_or("no value")).collect();
            decoded(&all.join(" and "))
        };
        let what = match (&recorded[..], &sent[..]) {
            ([], _) if secret => "sent, not recorded".to_owned(),
            ([], sent) => format!("sent {}, not recorded", shown(sent)),
            (recorded, []) => format!("recorded {}, not sent", shown(recorded)),
            (recorded, _) if secret => format!("recorded {}, sent another", shown(recorded)),
            (recorded, sent) => format!("recorded {}, sent {}", shown(recorded), shown(sent)),
        };
        out.push(Difference::new(format!("{kind} {}", decoded(name)), what));
    }
}

fn values<'p>(pairs: &'p Pairs, name: &str) -> Vec<Option<&'p str>> {
    let named = pairs.iter().filter(|(other, _)| *other == name);
    named.map(|(_, value)| value).collect()
}

fn same(recorded: Option<&str>, sent: Option<&str>) -> bool {
    match (recorded, sent) {
        (Some(recorded), Some(sent)) => recorded == sent || fits_encoded(recorded, sent),
        (recorded, sent) => recorded == sent,
    }
}

/// The literal parts of `recorded` are encoded as `sent` is: compare what both stand for.
fn fits_encoded(recorded: &str, sent: &str) -> bool {
    crate::Placeholder::find(recorded).is_some() && fits(&decoded(recorded), &decoded(sent))
}
