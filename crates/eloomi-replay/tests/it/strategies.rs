//! Exchanges of every kind.

use eloomi_replay::{
    Confidence, Exchange, FrontMatter, HttpVersion, Json, Origin, Pairs, RecordedHeaders,
    RecordedRequest, RecordedResponse, Repeats, RequestBody, ResponseBody, Target,
};
use http::{Method, StatusCode};
use proptest::{collection::vec, option, prelude::*};

/// Words, punctuation that YAML minds, and whatever else.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,20}",
        "[-:#{}\\[\\],&*!|>'\"%@`~ .0-9a-z\\\\]{0,12}",
        Just("null".to_owned()),
        Just("1e3".to_owned()),
        any::<String>(),
    ]
}

fn front() -> impl Strategy<Value = FrontMatter> {
    (
        option::of(text()),
        text(),
        text(),
        prop_oneof![
            Just(Origin::Documentation),
            Just(Origin::Simulator),
            Just(Origin::Live)
        ],
        prop_oneof![
            Just(Confidence::Documented),
            Just(Confidence::Observed),
            Just(Confidence::Inferred)
        ],
        option::of(text()),
        option::of(any::<u32>()),
        option::of(prop_oneof![
            Just(HttpVersion::Http1),
            Just(HttpVersion::Http2)
        ]),
        any::<bool>(),
        vec(text(), 0..3),
    )
        .prop_map(
            |(
                source,
                description,
                operation,
                origin,
                confidence,
                recorded_at,
                redaction,
                http,
                last,
                quirks,
            )| {
                let mut front = FrontMatter::new(description, operation, origin, confidence);
                front.source = source;
                front.recorded_at = recorded_at;
                front.redaction = redaction;
                front.http = http;
                front.repeat = if last { Repeats::Last } else { Repeats::Once };
                front.quirks = quirks;
                front
            },
        )
}

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?",
        "\"([^\"\\\\\\x00-\\x1f\\r]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}|\\[token\\])*\"",
    ];
    let any = leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|all| format!("[{}]", all.join(","))),
            vec(("[a-c]", inner), 0..4).prop_map(|all| {
                let all: Vec<_> = all.iter().map(|(k, v)| format!("\"{k}\" : {v}")).collect();
                format!("{{{}}}", all.join(" , "))
            }),
        ]
    });
    any.prop_map(|text| Json::parse(&text).unwrap())
}

fn pairs() -> impl Strategy<Value = String> {
    vec("[a-c]{1,3}(=([a-zæ%+*]{0,4}|\\[client-id\\]))?", 0..4).prop_map(|all| all.join("&"))
}

fn headers() -> impl Strategy<Value = RecordedHeaders> {
    vec(
        ("[a-cA-C]{1,3}(-[a-c])?", "([!-~]([ -~]{0,6}[!-~])?)?"),
        0..4,
    )
    .prop_map(|all| {
        let mut headers = RecordedHeaders::new();
        for (name, value) in all {
            headers.append(&name, &value).unwrap();
        }
        headers
    })
}

fn request() -> impl Strategy<Value = RecordedRequest> {
    let body = prop_oneof![
        Just(RequestBody::None),
        json().prop_map(RequestBody::Json),
        pairs()
            .prop_filter("an empty form is none", |form| !form.is_empty())
            .prop_map(|form| RequestBody::Form(Pairs::parse(&form).unwrap())),
        "[a-z<{\\[]{1,9}".prop_map(RequestBody::Text),
    ];
    let method = prop_oneof![Just(Method::GET), Just(Method::POST), Just(Method::DELETE)];
    let path = "(/[a-z@+:æ]{0,4}){1,3}";
    (method, path, pairs(), headers(), body).prop_map(|(method, path, query, mut headers, body)| {
        let target = Target::parse(&format!("{path}?{query}")).unwrap();
        match body {
            RequestBody::Json(_) => headers.append("content-type", "application/json; a=b"),
            RequestBody::Form(_) => {
                headers.append("content-type", "application/x-www-form-urlencoded")
            }
            _ => Ok(()),
        }
        .unwrap();
        RecordedRequest::new(method, target, headers, body).unwrap()
    })
}

fn response() -> impl Strategy<Value = RecordedResponse> {
    let body = prop_oneof![
        Just(ResponseBody::none()),
        json().prop_map(|json| ResponseBody::json(json.as_str()).unwrap()),
        any::<Vec<u8>>().prop_map(ResponseBody::exact),
        "([a-z=\\- ]{0,9}\n){0,4}".prop_map(ResponseBody::exact),
    ];
    (100_u16..1000, headers(), body).prop_map(|(status, headers, body)| {
        let mut response = RecordedResponse::new(StatusCode::from_u16(status).unwrap());
        response.headers = headers;
        response.body = body;
        response
    })
}

pub(crate) fn exchange() -> impl Strategy<Value = Exchange> {
    (front(), request(), response())
        .prop_map(|(front, request, response)| Exchange::new(front, request, response))
}
