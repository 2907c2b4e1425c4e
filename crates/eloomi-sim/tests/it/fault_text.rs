//! Faults as text.

use eloomi_sim::{Fault, FaultErrorKind, fault_names};
use proptest::prelude::*;

fn error(text: &str) -> FaultErrorKind {
    text.parse::<Fault>().unwrap_err().kind().clone()
}

#[test]
fn a_text_without_a_match_is_no_fault() {
    for text in ["", "status=503", "latency", "status=503,times=2"] {
        assert_eq!(error(text), FaultErrorKind::NoMatch, "{text}");
    }
}

#[test]
fn an_unknown_name_is_told_with_all_that_there_are() {
    let error = "statsu=503@*".parse::<Fault>().unwrap_err();
    assert_eq!(error.kind(), &FaultErrorKind::UnknownName);
    for name in fault_names() {
        assert!(error.to_string().contains(name.name), "{error}");
    }
}

#[test]
fn an_unknown_argument_is_told_with_those_that_there_are() {
    let error = "latency=5,tiems=1@*".parse::<Fault>().unwrap_err();
    assert_eq!(error.kind(), &FaultErrorKind::UnknownArgument("latency"));
    assert!(error.to_string().contains("latency=MS"), "{error}");
}

#[test]
fn headers_of_an_answer_that_never_comes_are_refused() {
    for text in ["lost-answer,header=A:b@*", "EMPTY_RESPONSE,retry-after=1@*"] {
        assert!(
            matches!(error(text), FaultErrorKind::UnknownArgument(_)),
            "{text}"
        );
    }
}

#[test]
fn a_value_is_there_if_and_only_if_the_name_has_one() {
    assert_eq!(error("status@*"), FaultErrorKind::MissingValue("status"));
    assert_eq!(
        error("rate-limit-headers@*"),
        FaultErrorKind::MissingValue("rate-limit-headers")
    );
    assert_eq!(
        error("lost-answer=1@*"),
        FaultErrorKind::UnexpectedValue("lost-answer")
    );
}

#[test]
fn a_value_that_means_nothing_is_refused() {
    for text in [
        "status=99@*",
        "status=101@*",
        "status=600@*",
        "status=500,body=xml@*",
        "status=500,times=0@*",
        "status=500,times@*",
        "status=500,after=-1@*",
        "status=500,header=Name@*",
        "status=500,header=a b:c@*",
        "status=500,date-skew=9999999999@*",
        "redirect=@*",
        "redirect=200:http://127.0.0.1/@*",
        "retry-after=imf-fixdate:soon@*",
        "retry-after=\"a\\nb\"@*",
        "latency=1s@*",
        "latency=86400001@*",
        "items-shift=move@*",
        "short-page=2@*",
        "short-page=0:1@*",
        "empty-page=0@*",
        "caps-page-size=0@*",
        "access-token=x,repeat=1000001@*",
    ] {
        assert!(
            matches!(error(text), FaultErrorKind::BadValue(..)),
            "{text}"
        );
    }
}

#[test]
fn an_argument_counts_once() {
    assert_eq!(
        error("status=500,times=1,times=2@*"),
        FaultErrorKind::Twice("times")
    );
}

#[test]
fn quotation_marks_must_close() {
    for text in [
        "retry-after=\"1@*",
        "retry-after=\"1\"2@*",
        "token-answer={\"a\":@*",
    ] {
        assert_eq!(error(text), FaultErrorKind::Quoting, "{text}");
    }
}

#[test]
fn a_match_that_fits_nothing_is_refused() {
    assert_eq!(error("status=500@get /v3/users"), FaultErrorKind::Method);
    assert_eq!(error("status=500@v3/users"), FaultErrorKind::Path);
    assert_eq!(error("status=500@"), FaultErrorKind::Path);
}

#[test]
fn an_error_quotes_nothing_of_the_text() {
    for text in [
        "canary=1@*",
        "status=canary@*",
        "status=500,canary=1@*",
        "status=500@canary",
    ] {
        let error = text.parse::<Fault>().unwrap_err();
        assert!(!error.to_string().contains("canary"), "{error}");
    }
}

/// Texts that are nearly faults: few are refused at once.
fn nearly() -> impl Strategy<Value = String> {
    let examples: Vec<_> = fault_names().iter().map(|name| name.example).collect();
    let value = prop_oneof![
        "[ -~]{0,8}",
        any::<String>().prop_map(|text| serde_json::Value::from(text).to_string()),
    ];
    let argument = prop_oneof![
        Just("times"),
        Just("after"),
        Just("header"),
        Just("retry-after"),
        Just("message"),
        Just("hint"),
    ];
    (
        prop::sample::select(examples),
        prop::collection::vec((argument, value), 0..3),
    )
        .prop_map(|(example, arguments)| {
            let (head, scope) = example.split_once('@').unwrap();
            let written = arguments
                .iter()
                .map(|(name, value)| format!(",{name}={value}"));
            format!("{head}{}@{scope}", written.collect::<String>())
        })
}

fn reads_back(text: &str) -> Result<(), TestCaseError> {
    if let Ok(fault) = text.parse::<Fault>() {
        let written = fault.to_string();
        prop_assert_eq!(written.parse::<Fault>().ok(), Some(fault), "{}", written);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_a_fault_that_reads_back_or_an_error(text in any::<String>()) {
        reads_back(&text)?;
    }

    #[test]
    fn what_is_nearly_a_fault_reads_back_too(text in nearly()) {
        reads_back(&text)?;
    }

    #[test]
    fn a_value_in_quotation_marks_may_hold_anything(value in any::<String>()) {
        let quoted = serde_json::Value::from(value);
        let text = format!("oauth-error={quoted}@/oauth/token");
        let fault: Fault = text.parse().unwrap();
        prop_assert_eq!(fault.to_string().parse::<Fault>().unwrap(), fault);
    }
}
