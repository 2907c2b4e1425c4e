use proptest::prelude::*;

use super::*;

/// `scheme name=value name=value`, for each challenge.
#[track_caller]
fn assert_reads(field: &str, expected: &[&str]) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let read: Vec<String> = challenges(field.as_bytes())
        .into_iter()
        .map(|challenge| {
            let mut words = vec![text(challenge.scheme)];
            let parameters = challenge.parameters.into_iter();
            words.extend(parameters.map(|(name, value)| format!("{}={}", text(name), text(value))));
            words.join(" ")
        })
        .collect();
    assert_eq!(read, expected, "{field}");
}

fn is_insufficient_scope(field: &str) -> bool {
    challenges(field.as_bytes())
        .iter()
        .any(Challenge::is_insufficient_scope)
}

#[test]
fn a_value_is_a_token_or_a_quoted_string() {
    assert_reads(
        r#"Bearer realm="x", error=insufficient_scope,scope="a b""#,
        &["Bearer realm=x error=insufficient_scope scope=a b"],
    );
}

#[test]
fn blanks_may_stand_around_the_equals_sign() {
    assert_reads("Bearer error\t = \"x\" , a= b", &["Bearer error=x a=b"]);
}

#[test]
fn a_quoted_string_hides_commas_and_quotes_and_equals_signs() {
    assert_reads(
        r#"Bearer realm="a, error=x \"b\" \\", c=d"#,
        &[r#"Bearer realm=a, error=x "b" \ c=d"#],
    );
}

#[test]
fn a_field_may_hold_several_challenges() {
    assert_reads(
        r#"Basic realm="x", Bearer error="y", Negotiate, Digest a=b, c=d"#,
        &[
            "Basic realm=x",
            "Bearer error=y",
            "Negotiate",
            "Digest a=b c=d",
        ],
    );
}

#[test]
fn a_token68_is_no_parameter() {
    assert_reads(
        "Negotiate YI/I+-._~==, Bearer a=b",
        &["Negotiate", "Bearer a=b"],
    );
    assert_reads("Negotiate YII= , Bearer a=b", &["Negotiate", "Bearer a=b"]);
}

#[test]
fn empty_elements_are_passed_over() {
    assert_reads(" ,, Bearer ,, a=b, ,", &["Bearer a=b"]);
    assert_reads("", &[]);
    assert_reads(" , \t", &[]);
}

#[test]
fn parameters_without_a_comma_between_them_are_read() {
    assert_reads(r#"Bearer a="b" c=d"#, &["Bearer a=b c=d"]);
}

#[test]
fn parameters_without_a_scheme_belong_to_nobody() {
    assert_reads("error=insufficient_scope, Bearer", &["Bearer"]);
}

#[test]
fn what_is_no_scheme_ends_the_challenge_before_it() {
    assert_reads("Bearer a=b, x/y, c=d", &["Bearer a=b", " c=d"]);
    assert_reads("\"Bearer\" a=b, c=d", &[" c=d"]);
}

#[test]
fn a_value_with_something_behind_it_is_no_value() {
    assert_reads(r#"Bearer a=b/c, d="e"f, g=h"#, &["Bearer g=h"]);
    assert_reads(r#"Bearer a=/"x, y=z", g=h"#, &["Bearer g=h"]);
}

#[test]
fn what_is_passed_over_ends_at_no_comma_within_quotes() {
    assert_reads(r#"Bearer a=/"x, y=z, w", g=h"#, &["Bearer g=h"]);
    assert!(!is_insufficient_scope(
        r#"Bearer a=/"x, error=insufficient_scope, y""#
    ));
}

#[test]
fn a_quoted_string_without_an_end_is_no_value() {
    for field in [
        r#"Bearer a=b, c="d"#,
        r#"Bearer a=b, c="d\"#,
        r#"Bearer a=b, /"c"#,
    ] {
        assert_eq!(
            challenges(field.as_bytes())[0].parameters.len(),
            1,
            "{field}"
        );
    }
}

#[test]
fn scheme_and_name_are_read_in_any_case() {
    assert!(is_insufficient_scope("bEARER ERRoR=insufficient_scope"));
    assert!(is_insufficient_scope(
        r#"Basic realm="x", Bearer error="insufficient_scope""#
    ));
}

#[test]
fn only_a_bearer_challenge_with_this_very_error_counts() {
    for field in [
        "Bearer",
        "Bearer error=invalid_token",
        "Bearer error=INSUFFICIENT_SCOPE",
        "Bearer error=insufficient_scope_2",
        "Bearer error_description=insufficient_scope",
        r#"Bearer realm="error=insufficient_scope""#,
        "Basic error=insufficient_scope",
        "Bearer a=b, Basic error=insufficient_scope",
        "BearerX error=insufficient_scope",
    ] {
        assert!(!is_insufficient_scope(field), "{field}");
    }
}

fn token() -> impl Strategy<Value = String> {
    "[A-Za-z!#$%&'*+.^_`|~-]{1,8}"
}

/// A quoted string for any text.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(field in prop::collection::vec(any::<u8>(), 0..200)) {
        challenges(&field);
    }

    #[test]
    fn any_signs_of_the_grammar_are_read_without_a_panic(field in "[Be=,/ \t\"\\\\]{0,60}") {
        challenges(field.as_bytes());
    }

    #[test]
    fn what_is_written_by_the_grammar_is_read_back(
        wanted in prop::collection::vec(
            (token(), prop::collection::vec((token(), "[ -~]{0,12}"), 0..4)),
            0..4,
        ),
    ) {
        let field: Vec<String> = wanted
            .iter()
            .map(|(scheme, parameters)| {
                let written = parameters.iter().map(|(name, value)| {
                    format!("{name}={}", quoted(value))
                });
                format!("{scheme} {}", written.collect::<Vec<_>>().join(", "))
            })
            .collect();
        let read = challenges(field.join(", ").as_bytes());
        let bytes = |text: &str| text.as_bytes().to_vec();
        let wanted: Vec<_> = wanted
            .iter()
            .map(|(scheme, parameters)| Challenge {
                scheme: bytes(scheme),
                parameters: parameters
                    .iter()
                    .map(|(name, value)| (bytes(name), bytes(value)))
                    .collect(),
            })
            .collect();
        prop_assert_eq!(read, wanted);
    }
}
