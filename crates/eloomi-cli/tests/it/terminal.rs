//! A service that tries to drive the terminal.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

const HOSTILE: &str = r#"{"status_code":200,"data":[{"id":1,
    "first_name":"\u001b[2J\u001b]0;owned\u0007","last_name":"\u009b31m\u202eevil\u2066",
    "title":"two\nlines\ttab\u007f","employee_id":"\r\b","email":"\u001b@example.com"}]}"#;
const NOBODY: &str = r#"{"status_code":200,"data":[]}"#;

async fn list(format: &str) -> Ran {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/users"), Canned::json(200, HOSTILE));
    sim.answer_next(Matcher::path("/v3/users"), Canned::json(200, NOBODY));
    Eloomi::at(
        &sim,
        &format!("users list --show-personal --format {format}"),
    )
    .run()
}

fn is_obeyed(character: char) -> bool {
    character != '\n' && character.is_control() || ('\u{202a}'..='\u{2069}').contains(&character)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_escapes_what_a_terminal_would_obey() {
    let ran = list("table").await;
    assert!(
        !ran.stdout.contains(is_obeyed),
        "{}",
        ran.stdout.escape_debug()
    );
    insta::assert_snapshot!(ran);
}

#[tokio::test(flavor = "multi_thread")]
async fn ndjson_escapes_what_a_terminal_would_obey() {
    let ran = list("ndjson").await;
    assert!(
        !ran.stdout.contains(is_obeyed),
        "{}",
        ran.stdout.escape_debug()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn escaped_json_is_the_same_value() {
    let ran = list("json").await;
    let people: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(people[0]["last_name"], "\u{9b}31m\u{202e}evil\u{2066}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_the_service_are_escaped() {
    let sim = Simulator::start().await.unwrap();
    let words = r#"{"status_code":400,"message":"\u001b[2J\nerror: forged"}"#;
    sim.answer_next(Matcher::path("/v3/users/1"), Canned::json(400, words));
    let ran = Eloomi::at(&sim, "users get 1 --show-personal").run();
    assert!(
        ran.stderr.contains(r"\u{1b}[2J\nerror: forged"),
        "{}",
        ran.stderr.escape_debug()
    );
}

#[test]
fn a_pipe_gets_no_colours() {
    let ran = Eloomi::new("--sim users list --max 1")
        .env("TERM", "xterm")
        .run();
    assert!(!ran.to_string().contains('\u{1b}'));
}
