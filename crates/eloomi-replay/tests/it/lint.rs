//! Files that must not be committed.

use eloomi_replay::lint;

use crate::files::{ALL, DELETE, LIST, TOKEN};

fn findings(text: &str) -> Vec<String> {
    lint(text).iter().map(ToString::to_string).collect()
}

#[test]
fn the_committed_files_are_clean() {
    for text in ALL {
        assert_eq!(findings(text), [""; 0]);
    }
}

#[test]
fn what_is_not_canonical_is_found_though_it_can_be_read() {
    let not_canonical = "from here on this is not the canonical form, which printing gives";
    each_is_found_on_its_line(&[
        (
            LIST,
            "page=1&per_page=2",
            "per_page=2&page=1",
            not_canonical,
        ),
        (LIST, "clientid:", "Clientid:", not_canonical),
        (LIST, "      \"id\": 40", "      \"id\":  40", not_canonical),
        (DELETE, "204\n", "204\n\n", not_canonical),
        (TOKEN, "%2A", "%2a", not_canonical),
        (TOKEN, "%2A", "*", not_canonical),
        (
            DELETE,
            "  origin: documentation\n  confidence: inferred",
            "  confidence: inferred\n  origin: documentation",
            not_canonical,
        ),
        (
            DELETE,
            "delete somebody",
            "\"delete somebody\"",
            not_canonical,
        ),
    ]);
}

#[test]
fn other_headers_are_found() {
    each_is_found_on_its_line(&[
        (
            DELETE,
            "clientid:",
            "cookie: a=b\nclientid:",
            "cookie is not among the headers that are recorded",
        ),
        (
            TOKEN,
            "200\n",
            "200\nx-powered-by: PHP\n",
            "x-powered-by is not among the headers that are recorded",
        ),
        (
            LIST,
            "clientid: [client-id]",
            "clientid: [client-id]\nuser-agent: a/1 (b)",
            "user-agent is a product only: name/version",
        ),
    ]);
}

#[test]
fn secrets_and_unknown_placeholders_are_found() {
    each_is_found_on_its_line(&[
        (
            LIST,
            "Bearer [token]",
            "Bearer eyJ",
            "authorization is always Bearer [token]",
        ),
        (LIST, "[client-id]", "200", "clientid is always [client-id]"),
        (
            TOKEN,
            "[client-secret]",
            "sim-1",
            "client_secret is always [client-secret]",
        ),
        (
            TOKEN,
            "\"[token]\"",
            "\"eyJ\"",
            "access_token is always [token]",
        ),
        (
            LIST,
            "[remaining]",
            "[left]",
            "this placeholder is none of the closed set",
        ),
        (
            LIST,
            "Ada-0040",
            "[name]",
            "this placeholder is none of the closed set",
        ),
    ]);
}

#[test]
fn an_odd_front_matter_is_found() {
    each_is_found_on_its_line(&[
        (
            LIST,
            "origin: simulator\n  confidence: documented",
            "origin: live\n  confidence: documented\n  recorded_at: 2024-02-29",
            "",
        ),
        (
            LIST,
            "simulator",
            "live",
            "a live recording says on which day it was made: recorded_at",
        ),
        (
            LIST,
            "confidence: documented",
            "confidence: documented\n  recorded_at: 2026-11-28",
            "only a recording of the service has recorded_at",
        ),
        (
            DELETE,
            "origin: documentation",
            "origin: live",
            "a live recording says with which redaction rules",
        ),
        (
            DELETE,
            "deleteUser",
            "delete user",
            "an operation is one word of the API document",
        ),
        (
            LIST,
            "name-twice",
            "name twice",
            "a quirk is one word, with hyphens",
        ),
    ]);
}

#[test]
fn a_body_that_cannot_be_is_found() {
    each_is_found_on_its_line(&[
        (LIST, "\n200\n", "\n204\n", "this status has no body"),
        (
            TOKEN,
            "200\n",
            "200\ncontent-encoding: gzip\n",
            "an encoded body is stored as base64; a decoded one has no content-encoding",
        ),
    ]);
}

/// A file, what is replaced in it and by what, and the finding; none if that is empty.
fn each_is_found_on_its_line(cases: &[(&str, &str, &str, &str)]) {
    for &(text, from, to, wanted) in cases {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        let found = findings(&changed);
        if wanted.is_empty() {
            assert_eq!(found, [""; 0], "{to}");
        } else {
            // Line breaks in what was put in: the breach may be on any of its lines.
            let first = 1 + changed.split(to).next().unwrap().matches('\n').count();
            let lines = first..=first + to.matches('\n').count();
            let ends = format!(": {wanted}");
            let there = |found: &String| {
                lines
                    .clone()
                    .any(|line| *found == format!("line {line}{ends}"))
            };
            assert!(found.iter().any(there), "{to:?} {found:?}");
        }
    }
}

#[test]
fn large_files_and_long_lines_are_found() {
    let long = TOKEN.replace("[token]", &"a".repeat(4001));
    assert!(findings(&long)[0].ends_with("the line is longer than 4,000 characters"));
    let target = |length| DELETE.replace("/v3/users/", &format!("/{}/", "a".repeat(length)));
    assert_eq!(findings(&target(9_000)), [""; 0]);
    assert!(findings(&target(10_000))[0].ends_with("the target is longer than 10,000 characters"));
    let large = LIST.replace("Ada-0040", &"a\", \"x\": \"".repeat(30_000));
    assert_eq!(
        findings(&large)[0],
        "line 1: the file is larger than 256 KiB"
    );
}

#[test]
fn what_cannot_be_read_is_the_only_finding() {
    assert_eq!(
        findings("{}\n"),
        ["line 1: a file begins with a front matter: ---"]
    );
}
