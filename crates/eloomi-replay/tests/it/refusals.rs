//! What is refused, with its line.

use std::fmt::Write as _;

use eloomi_replay::Exchange;

use crate::files::{DELETE, GZIP, LIST, TOKEN};

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let cases = [
        (DELETE, "---\ndesc", "\ndesc"),
        (DELETE, "\n---\n=== ", "\n=== "),
        (DELETE, "description: delete somebody\n", ""),
        (DELETE, "description: delete", "description: 'delete'"),
        (DELETE, "description: delete", "description: delete: "),
        (DELETE, "delete somebody", "1.1"),
        (DELETE, "delete somebody", "7"),
        (DELETE, "delete somebody", "\"a\" b"),
        (DELETE, "delete somebody", "\"\\x\""),
        (DELETE, "description: delete somebody", "description:"),
        (DELETE, "description:", "# why\ndescription:"),
        (DELETE, "info:", "expression: a\ninfo:"),
        (DELETE, "format: 1", "format: 2"),
        (DELETE, "format: 1", "format: 01"),
        (DELETE, "format: 1", "format: one"),
        (DELETE, "  format: 1\n", ""),
        (DELETE, "  format: 1\n", "  format: 1\n  format: 1\n"),
        (DELETE, "  format: 1\n", "   format: 1\n"),
        (DELETE, "  format: 1\n", "    format: 1\n"),
        (DELETE, "  format: 1\n", "\tformat: 1\n"),
        (DELETE, "  format: 1\n", "  format: 1\n\n"),
        (DELETE, "  wire:\n    body: none", "  wire: {body: none}"),
        (DELETE, "  wire:\n    body: none", "  wire: none"),
        (DELETE, "body: none", "body: gzip"),
        (DELETE, "  repeat: last", "      repeat: last"),
        (DELETE, "body: none", "body: none\n    chunked: \"yes\""),
        (DELETE, "repeat: last", "repeat: always"),
        (DELETE, "repeat: last", "quirks: odd"),
        (DELETE, "repeat: last", "recorded: odd"),
        (DELETE, "origin: documentation", "origin: hearsay"),
        (LIST, "    - name-twice", "    name: twice"),
        (LIST, "\"1.1\"", "\"1.0\""),
        (DELETE, "=== request", "=== question"),
        (DELETE, "DELETE /v3", "DELETE/v3"),
        (DELETE, "DELETE /v3", "DEL[ETE /v3"),
        (DELETE, "/v3/users/40", "https://host/v3"),
        (DELETE, "/v3/users/40", "/v3/users/40#a"),
        (DELETE, "/v3/users/40", "/v3/users/40 HTTP/1.1"),
        (DELETE, "clientid: ", "clientid "),
        (DELETE, "clientid: ", "client id: "),
        (DELETE, "clientid: ", "clientid: æ"),
        (DELETE, "=== response", "=== answer"),
        (DELETE, "\n204", "\n2"),
        (DELETE, "\n204", "\n204 No Content"),
        (DELETE, "\n204\n", "\n204\n\nbody\n"),
        (DELETE, "\n204\n", "\n204"),
        (DELETE, "\n204\n", "\r\n204\n"),
        (LIST, "\"id\": 40,", "\"id\": 040,"),
        (
            LIST,
            "clientid: [client-id]\n",
            "clientid: [client-id]\n\n{}\n",
        ),
        (TOKEN, "application/x-www-form-urlencoded", "text/plain"),
        (TOKEN, "&scope=%2A", "\nscope=%2A"),
        (GZIP, "H4sI", "H4s"),
        (GZIP, "H4sIAAAAAAAA\n", ""),
    ];
    let mut all = String::new();
    for (text, from, to) in cases {
        assert!(text.contains(from), "{from}");
        let error = Exchange::parse(&text.replacen(from, to, 1)).unwrap_err();
        writeln!(all, "{from:?} -> {to:?}\n    {error}").unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn what_is_clear_is_read_as_if_it_were_canonical() {
    let canonical = Exchange::parse(LIST).unwrap();
    let loose = LIST
        .replace(
            "mode=active&page=1&per_page=2",
            "per_page=2&mode=%61ctive&page=1",
        )
        .replace(
            "accept: application/json\nauthorization: Bearer [token]",
            "Authorization:Bearer [token]\nAccept:  application/json",
        )
        .replace("\n      ", "\n")
        .replace(": 40", " :40");
    let front = LIST.split("=== request").next().unwrap();
    let rest = loose.split("=== request").nth(1).unwrap();
    let loose = format!("{front}=== request{rest}");
    assert_ne!(loose, LIST);
    assert_eq!(Exchange::parse(&loose).unwrap(), canonical);
}
