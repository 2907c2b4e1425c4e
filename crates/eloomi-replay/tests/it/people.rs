//! What tells of somebody is found, in whatever it is wrapped.

use std::io::Write as _;

use eloomi_replay::{Redaction, lint_people};
use flate2::{Compression, write::GzEncoder};

use crate::{
    files::LIST,
    redactor::{MINIMAL, rules},
};

const ADDRESS: &str = "an e-mail address outside the reserved domains";
const PHONE: &str = "a telephone number outside the ranges that nobody has";
const NAME: &str = "a name of a person that is not among the invented ones";

fn found(text: &str) -> Vec<String> {
    let all = lint_people(text, &rules());
    all.iter()
        .map(|finding| finding.what().to_owned())
        .collect()
}

/// Each text has the one finding.
fn each_is(what: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [what], "{text}");
    }
}

fn none_in(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn addresses_are_of_the_reserved_domains() {
    each_is(
        ADDRESS,
        &[
            "write to ada.example@acme.dk, please",
            "\"email\": \"Ada@Sub.Acme.COM\"",
            "ada@notexample.com",
            "ada@example.com.acme.dk",
            "søren@møller.dk",
            "<ada+hr@acme.co.uk>.",
        ],
    );
    none_in(&[
        "ada@example.com, mia+hr@hr.example.org",
        "x@y.invalid",
        "1@POST",
        "a@b.c",
        "@acme.dk",
    ]);
}

#[test]
fn telephone_numbers_are_of_the_ranges_that_nobody_has() {
    each_is(
        PHONE,
        &[
            "call +45 20 12 34 56",
            "+4520123456",
            "(+49 151 23456789)",
            "20 12 34 56",
            "212-867-5309",
            "\"phone\": \"20123456\"",
            "\"mobile\": 20123456",
            "mobile_phone=20123456&page=1",
        ],
    );
    none_in(&[
        "call +45 00 12 34 56 or 555-0101 or +44 7700 900123",
        "\"phone\": \"555-0101\"",
        "\"phone\": null",
        "2019-02-08 12:13:35",
        "600 600 60",
    ]);
}

#[test]
fn names_in_fields_of_names_are_of_the_lists() {
    each_is(
        NAME,
        &[
            "\"first_name\": \"Wolfgang\"",
            "first_name: Wolfgang",
            "last_name = \"Ada Mozart\"",
            "first_name=Wolfgang&last_name=Example",
            "{\\\"first_name\\\":\\\"Wolfgang\\\"}",
            "first_name: Some(\"Wolfgang\")",
        ],
    );
    none_in(&[
        "\"first_name\": \"Ada-0040\"",
        "\"last_name\": \"Example\", \"first_name\": \"\"",
        "\"first_name\": null",
        "\"my_first_name\": \"Wolfgang\"",
        "the first_name is text",
    ]);
}

#[test]
fn numbers_of_persons_and_accounts_are_told_by_their_checks() {
    each_is(
        "a number like a Danish CPR number",
        &["born 010190-1234", "0707614285"],
    );
    each_is(
        "a number like an American social security number",
        &["078-05-1120"],
    );
    each_is("a number like a Dutch BSN", &["bsn 111222333"]);
    each_is(
        "a number like an IBAN",
        &["DK5000400440116243", "to GB82 WEST 1234 5698 7654 32 today"],
    );
    each_is(
        "a number like that of a payment card",
        &["4111111111111111", "4111 1111 1111 1111"],
    );
    none_in(&[
        "321390-1234",
        "0707614286",
        "111222334",
        "DK5000400440116244",
        "4111111111111112",
        "1617178559",
    ]);
}

#[test]
fn tokens_and_secrets_are_found_by_their_looks() {
    each_is("a JSON Web Token", &["token eyJhbGciOiJub25l"]);
    each_is("a bearer token", &["Authorization: Bearer 12a3b4c5d6"]);
    each_is(
        "a value of a field that holds secrets",
        &[
            "client_secret=Zk3vQ9pL&x=1",
            "\"password\": \"hunter2hunter2\"",
            "CLIENT_SECRET: 'Zk3vQ9pL'",
        ],
    );
    each_is("a long value in hex", &["d41d8cd98f00b204e9800998ecf8427e"]);
    each_is(
        "a long value in base64",
        &["AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEf"],
    );
    none_in(&[
        "authorization: Bearer [token]",
        "client_secret=sim-a1b2c3d4",
        "client_secret=[client-secret]",
        "Bearer error=\"invalid_token1\"",
        "a client_secret is secret",
        "snake_case_names_of_tests_are_long_and_have_no_capital_1",
    ]);
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (index, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = char::from(DIGITS[(bits >> shift & 63) as usize]);
            out.push(if index <= group.len() { digit } else { '=' });
        }
    }
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What no rule about length takes for a secret itself.
fn finds_an_address(text: &str) {
    let wanted = format!("{ADDRESS}, once it is decoded");
    assert!(found(text).contains(&wanted), "{text} {:?}", found(text));
}

#[test]
fn what_is_wrapped_is_found_too() {
    let plain = "ada@acme.dk";
    let utf_16: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xfe, 0xff]
        .into_iter()
        .chain(plain.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let hex: String = plain
        .bytes()
        .fold(String::new(), |out, byte| out + &format!("{byte:02x}"));
    finds_an_address("GET /v3/users-email/ada%40acme.dk");
    finds_an_address("\"email\": \"\\u0061da\\u0040acme.dk\"");
    finds_an_address(&base64(plain.as_bytes()));
    finds_an_address(&format!("x={}", base64(plain.as_bytes()).replace('=', "")));
    finds_an_address(&base64(&utf_16));
    finds_an_address(&base64(&marked));
    finds_an_address(&base64(&gzip(plain.as_bytes())));
    finds_an_address(&hex);
    // One in the other.
    finds_an_address(&base64(&gzip(base64(b"ada%40acme.dk").as_bytes())));
}

#[test]
fn a_body_that_is_stored_in_lines_of_base64_is_one_body() {
    let body = format!("{} ada@acme.dk {}", "x".repeat(70), "y".repeat(70));
    for bytes in [body.clone().into_bytes(), gzip(body.as_bytes())] {
        let all = base64(&bytes);
        let lines: Vec<_> = all
            .as_bytes()
            .chunks(76)
            .map(|line| std::str::from_utf8(line).unwrap())
            .collect();
        finds_an_address(&format!("200\n\n{}\n", lines.join("\n")));
    }
    // Cut short, it says something up to there.
    let cut = gzip(body.as_bytes());
    finds_an_address(&base64(&cut[..cut.len() - 6]));
}

#[test]
fn a_line_of_base64_that_is_text_is_no_secret_and_one_that_is_none_is() {
    let page = base64(b"<html><body><h1>Service Unavailable 1</h1></body></html>");
    none_in(&[&page]);
    let key: Vec<u8> = (0..48).map(|byte| byte * 5).collect();
    each_is("a long value in base64", &[&base64(&key).replace('/', "a")]);
}

#[test]
fn what_is_planted_in_an_exchange_is_found_on_its_line() {
    let planted = [
        ("Ada-0040", "Wolfgang", NAME),
        ("user-0040@example.invalid", "ada@acme.dk", ADDRESS),
    ];
    assert_eq!(found(LIST), [""; 0]);
    for (from, to, what) in planted {
        assert!(LIST.contains(from), "{from}");
        let text = LIST.replacen(from, to, 1);
        let line = 1 + text.split(to).next().unwrap().matches('\n').count();
        let all = lint_people(&text, &rules());
        assert_eq!(all[0].to_string(), format!("line {line}: {what}"));
    }
}

#[test]
fn a_finding_quotes_nothing() {
    let text = "ada@acme.dk +45 20 12 34 56 \"first_name\": \"Wolfgang\" password=hunter2hunter2";
    let told = found(text).concat();
    for value in ["acme", "20", "Wolfgang", "hunter"] {
        assert!(!told.contains(value), "{told}");
    }
}

#[test]
fn what_was_recorded_live_is_told_unless_the_rules_allow_it() {
    let live = LIST.replace(
        "origin: simulator",
        "origin: live\n  recorded_at: 2026-11-28",
    );
    assert_ne!(live, LIST);
    let with = |allowed| {
        let text = format!("{MINIMAL}allow_live = {allowed}\n");
        let found = lint_people(&live, &Redaction::parse(&text).unwrap());
        let told = found.iter().filter(|it| it.what().contains("allow_live"));
        told.count()
    };
    assert_eq!((with(false), with(true)), (1, 0));
}
