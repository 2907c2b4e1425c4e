//! No value survives, whatever it is and wherever it stands.

use std::io::Write as _;

use bytes::Bytes;
use eloomi_replay::{Exchange, Redacted, Redaction, Redactor};
use flate2::{Compression, write::GzEncoder};
use http::{HeaderName, HeaderValue, Request, Response};
use proptest::{collection::vec, option, prelude::*};

use super::{
    MINIMAL, about,
    again::{again, without_dates},
    rules,
};

/// What nobody writes by chance: letters and digits that no rule has, in any script.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{4}zq[A-Z]{4}[0-9]{4}",
        "[a-z]{4}zq@[a-z]{6}\\.example\\.com",
        "[1-9][0-9]{13}",
        "[ -~]{6}zq[ -~]{8}",
        "[æ-ÿА-я東町]{6}[ -~]{6}",
        "(19|20)[0-9]{2}-0[1-9]-[12][0-9] [01][0-9]:[1-5][1-9]:[1-5][1-9]",
        "\\+45 [1-9][0-9] [0-9]{2} [0-9]{2} [1-9][0-9]",
    ]
}

/// How a body is sent.
fn wrapped(text: &str, how: u8) -> (Vec<u8>, Option<&'static str>) {
    match how {
        0 => {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(text.as_bytes()).unwrap();
            (encoder.finish().unwrap(), Some("gzip"))
        }
        1 => (
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            None,
        ),
        2 => (text.as_bytes()[..text.len() / 2].to_vec(), Some("gzip")),
        3 => (text.as_bytes()[..text.len() / 2].to_vec(), None),
        _ => (text.as_bytes().to_vec(), None),
    }
}

/// Names that rules have.
const KNOWN: [&str; 27] = [
    "data",
    "id",
    "email",
    "first_name",
    "phone",
    "birthday",
    "title",
    "custom_attributes",
    "message",
    "extended_message",
    "status",
    "access_groups",
    "users",
    "client_id",
    "access_token",
    "client_secret",
    "gender",
    "level",
    "password",
    "prompts",
    "page",
    "user_permission",
    "course_ids",
    "leader_ids",
    "required",
    "score",
    "grant_type",
];

/// Names that rules have, and others.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![3 => proptest::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => value()]
}

fn in_json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out + "\""
}

/// Every byte percent-encoded.
fn percent(text: &str) -> String {
    text.bytes()
        .fold(String::new(), |out, byte| out + &format!("%{byte:02X}"))
}

/// A JSON value, and every value that it holds.
fn tree() -> impl Strategy<Value = (String, Vec<String>)> {
    let leaf = prop_oneof![
        4 => value().prop_map(|text| (in_json(&text), vec![text])),
        1 => "[1-9][0-9]{13}(\\.[1-9]{3})?".prop_map(|text| (text.clone(), vec![text])),
        1 => Just(("null".to_owned(), vec![])),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|all| {
                let (texts, values): (Vec<_>, Vec<_>) = all.into_iter().unzip();
                (format!("[{}]", texts.join(",")), values.concat())
            }),
            vec((name(), inner), 0..5).prop_map(|all| {
                let mut values = Vec::new();
                let mut members = Vec::new();
                for (name, (text, held)) in all {
                    members.push(format!("{}:{text}", in_json(&name)));
                    values.extend(held);
                    values.extend(own(&name));
                }
                (format!("{{{}}}", members.join(",")), values)
            }),
        ]
    })
}

/// A name that is a value itself.
fn own(name: &str) -> Option<String> {
    let known = |c: char| c.is_ascii_lowercase() || c == '_';
    (!name.chars().all(known)).then(|| name.to_owned())
}

/// A value where rules expect one: a member that some model has, in the data of an answer or not.
fn member() -> impl Strategy<Value = (String, Vec<String>)> {
    let known = proptest::sample::select(&KNOWN[..]);
    (known, tree(), any::<bool>()).prop_map(|(name, (text, values), is_data)| {
        let member = format!("{{\"{name}\":{text}}}");
        if is_data {
            (format!("{{\"data\":[{member}]}}"), values)
        } else {
            (member, values)
        }
    })
}

fn pairs() -> impl Strategy<Value = (String, Vec<String>)> {
    vec((name(), value()), 0..4).prop_map(|all| {
        let pairs = all
            .iter()
            .map(|(name, value)| format!("{}={}", percent(name), percent(value)));
        let pairs: Vec<_> = pairs.collect();
        let names = all.iter().filter_map(|(name, _)| own(name));
        let values = names
            .chain(all.iter().map(|(_, value)| value.clone()))
            .collect();
        (pairs.join("&"), values)
    })
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = proptest::sample::select(
        &[
            "authorization",
            "clientid",
            "accept",
            "content-type",
            "location",
            "www-authenticate",
            "retry-after",
            "x-request-id",
            "x-ratelimit-remaining",
            "x-ratelimit-limit",
            "set-cookie",
            "idempotency-key",
            "date",
            "host",
            "user-agent",
        ][..],
    );
    let ascii = "[a-z]{4}zq[!-~]{8}";
    let own = "x-[a-z]{4}zq[a-z]{6}";
    let name = prop_oneof![4 => names.prop_map(str::to_owned), 1 => own];
    vec(
        (
            name,
            prop_oneof![
                ascii.prop_map(String::from),
                "Bearer [a-z]{4}zq[A-Za-z0-9._-]{8}"
            ],
        ),
        0..6,
    )
}

#[derive(Debug)]
struct Raw {
    request: Request<Bytes>,
    response: Response<Bytes>,
    operation: &'static str,
    values: Vec<String>,
}

fn raw() -> impl Strategy<Value = Raw> {
    let operation = proptest::sample::select(
        &[
            "getUser",
            "listUsers",
            "createUser",
            "updateTeam",
            "createUnit",
            "createToken",
            "ghost",
            "listCourseParticipants",
            "getUserByEmail",
        ][..],
    );
    let path = vec(
        prop_oneof![
            Just("v3".to_owned()),
            Just("users".to_owned()),
            Just("users-email".to_owned()),
            value()
        ],
        1..4,
    );
    let sent = prop_oneof![
        tree().prop_map(|it| (it, "application/json")),
        member().prop_map(|it| (it, "application/json")),
        pairs().prop_map(|it| (it, "application/x-www-form-urlencoded"))
    ];
    let came = prop_oneof![2 => tree(), 4 => member(), 1 => value().prop_map(|text| (text.clone(), vec![text]))];
    let came = (came, 0_u8..12);
    (
        operation,
        path,
        pairs(),
        headers(),
        sent,
        headers(),
        came,
        option::of("X[A-Z]{9}"),
        200_u16..600,
    )
        .prop_map(
            |(
                operation,
                path,
                query,
                sent_headers,
                (sent, media_type),
                came_headers,
                (came, how),
                method,
                status,
            )| {
                let mut values = [query.1, sent.1, came.1].concat();
                let (came, coding) = wrapped(&came.0, how);
                let encoded: Vec<_> = path.iter().map(|segment| percent(segment)).collect();
                values.extend(
                    path.iter()
                        .filter_map(|it| own(it))
                        .filter(|it| it != "v3" && it != "users-email"),
                );
                let mut request = Request::new(Bytes::from(sent.0));
                *request.uri_mut() = format!("/{}?{}", encoded.join("/"), query.0)
                    .parse()
                    .unwrap();
                if let Some(method) = method {
                    *request.method_mut() = method.parse().unwrap();
                    values.push(method);
                }
                let mut response = Response::new(Bytes::from(came));
                *response.status_mut() = status.try_into().unwrap();
                if let Some(coding) = coding {
                    let coding = HeaderValue::from_static(coding);
                    response.headers_mut().insert("content-encoding", coding);
                }
                for (headers, all) in [
                    (request.headers_mut(), sent_headers),
                    (response.headers_mut(), came_headers),
                ] {
                    for (name, value) in all {
                        headers.append(
                            name.parse::<HeaderName>().unwrap(),
                            HeaderValue::from_str(&value).unwrap(),
                        );
                        values.push(value.trim_start_matches("Bearer ").to_owned());
                        values.extend(
                            Some(name).filter(|name| name.starts_with("x-") && name.contains("zq")),
                        );
                    }
                }
                request
                    .headers_mut()
                    .insert("content-type", HeaderValue::from_static(media_type));
                Raw {
                    request,
                    response,
                    operation,
                    values,
                }
            },
        )
}

/// Every way in which a value might be written.
fn forms(value: &str) -> Vec<String> {
    let escaped = in_json(value).trim_matches('"').to_owned();
    let utf_16 = value.encode_utf16();
    let utf_16 = utf_16.fold(String::new(), |out, unit| out + &format!("\\u{unit:04x}"));
    let hex = percent(value).replace('%', "").to_ascii_lowercase();
    let sparing = value.bytes().fold(String::new(), |out, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            out + &char::from(byte).to_string()
        }
        _ => out + &format!("%{byte:02X}"),
    });
    vec![
        value.to_owned(),
        percent(value),
        sparing,
        escaped,
        utf_16,
        hex,
    ]
}

fn survivors(redacted: &Redacted, values: &[String]) -> Vec<String> {
    let text = redacted.exchange.to_string();
    let body = String::from_utf8_lossy(redacted.exchange.response.body.as_bytes()).into_owned();
    // Text that is not base64 cannot hide a value: what is written as base64 is looked at decoded.
    assert_ne!(redacted.exchange.response.body.kind(), "base64");
    let found = values.iter().filter(|value| value.chars().count() > 5);
    let found = found.filter(|value| {
        forms(value)
            .iter()
            .any(|it| text.contains(it) || body.contains(it))
    });
    found.cloned().collect()
}

fn holds(redactor: &Redactor, raw: &Raw) -> Result<(), TestCaseError> {
    let redacted = redactor.exchange(&about(raw.operation), &raw.request, &raw.response);
    let text = redacted.exchange.to_string();
    prop_assert_eq!(survivors(&redacted, &raw.values), [""; 0], "{}", text);
    // Places tell names of members and headers, and no value.
    let places = redacted
        .unknown
        .iter()
        .map(ToString::to_string)
        .collect::<String>();
    let is_name = |value: &str| value.starts_with("x-");
    let mut told = raw
        .values
        .iter()
        .filter(|value| value.len() > 5 && !is_name(value));
    prop_assert_eq!(
        told.find(|value| places.contains(*value)),
        None,
        "{}",
        places
    );
    prop_assert_eq!(Exchange::parse(&text), Ok(redacted.exchange), "{}", text);
    Ok(())
}

proptest! {
    #[test]
    fn under_the_rules_of_the_repository(all in vec(raw(), 1..4)) {
        let redactor = Redactor::throwaway(rules());
        for raw in &all {
            holds(&redactor, raw)?;
        }
    }

    #[test]
    fn where_no_rule_names_anything(raw in raw()) {
        let redactor = Redactor::throwaway(Redaction::parse(MINIMAL).unwrap());
        holds(&redactor, &raw)?;
    }

    #[test]
    fn when_redacted_twice_all_but_dates_is_as_it_was(all in vec(raw(), 1..4)) {
        let (first, second) = (Redactor::seeded(rules(), 1), Redactor::seeded(rules(), 1));
        for raw in &all {
            let once = first.exchange(&about(raw.operation), &raw.request, &raw.response).exchange;
            let twice = again(&second, &once).exchange;
            prop_assert_eq!(without_dates(&twice), without_dates(&once));
        }
    }
}
