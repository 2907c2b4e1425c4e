use eloomi_sim::{Canned, Matcher, Simulator, behaviours};

use crate::client::{call, get, request, token, try_send, within, write, write_as};

#[tokio::test]
async fn requests_are_noted_in_their_order() {
    let sim = Simulator::start().await.unwrap();
    get(&sim, "/v3/users?per_page=1").await;
    let paths: Vec<_> = sim.requests().into_iter().map(|one| one.path).collect();
    assert_eq!(paths, ["/oauth/token", "/v3/users"]);
}

#[tokio::test]
async fn a_note_tells_route_query_and_status() {
    let sim = Simulator::start().await.unwrap();
    get(&sim, "/v3/users/1?x=y").await;
    let note = &sim.requests()[1];
    let told = (note.template.as_deref(), note.query.as_str(), note.status);
    assert_eq!(told, (Some("/v3/users/{id}"), "x=y", Some(204)));
}

#[tokio::test]
async fn a_note_names_a_behaviour_of_the_table() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::path("/v3/users/1"), Canned::new(500));
    for path in ["/v3/users", "/v3/users/1", "/v3/users/2", "/nothing"] {
        get(&sim, path).await;
    }
    for note in sim.requests() {
        let id = note.behaviour.unwrap();
        assert!(behaviours().iter().any(|row| row.id == id), "{id}");
    }
}

#[tokio::test]
async fn a_note_tells_which_headers_were_there() {
    let sim = Simulator::start().await.unwrap();
    get(&sim, "/v3/users").await;
    let notes = sim.requests();
    let seen = |index: usize| {
        (
            notes[index].headers.authorization,
            notes[index].headers.client_id,
        )
    };
    assert_eq!((seen(0), seen(1)), ((false, false), (true, true)));
}

#[tokio::test]
async fn no_note_holds_a_secret_or_a_token() {
    let sim = Simulator::start().await.unwrap();
    let path = format!("/oauth/token?client_secret={}", sim.client_secret());
    get(&sim, &path).await;
    let token = token(&sim).await;
    let notes = format!("{:?}", sim.requests());
    let told = notes.contains(sim.client_secret()) || notes.contains(&token);
    assert!(!told, "{notes}");
}

#[tokio::test]
async fn the_handle_shows_no_secret() {
    let sim = Simulator::start().await.unwrap();
    let shown = format!("{sim:?}");
    assert!(!shown.contains(sim.client_secret()), "{shown}");
}

/// The body of the second request; the first one is for the token.
fn body(sim: &Simulator) -> Option<String> {
    sim.requests()[1].body().map(str::to_owned)
}

#[tokio::test]
async fn a_note_holds_the_body_as_it_came() {
    let sim = Simulator::start().await.unwrap();
    let json = r#"{ "title": null, "level": 5 }"#;
    write(&sim, "PATCH", "/v3/users/80001", json).await;
    assert_eq!(body(&sim).as_deref(), Some(json));
}

#[tokio::test]
async fn a_note_holds_the_body_of_a_request_with_a_scripted_answer() {
    let sim = Simulator::start().await.unwrap();
    sim.answer_next(Matcher::any().method("PATCH"), Canned::new(503));
    write(&sim, "PATCH", "/v3/users/80001", "{}").await;
    assert_eq!(body(&sim).as_deref(), Some("{}"));
}

#[tokio::test]
async fn a_note_holds_the_body_of_a_broken_connection() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    sim.drop_next(Matcher::any().method("PATCH"));
    let request = request("PATCH", "/v3/users/80001")
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json")
        .body("{}".into())
        .unwrap();
    assert!(within(try_send(&sim, request)).await.is_err());
    assert_eq!(body(&sim).as_deref(), Some("{}"));
}

#[tokio::test]
async fn a_note_of_a_form_holds_it() {
    let sim = Simulator::start().await.unwrap();
    let form = "application/x-www-form-urlencoded";
    write_as(&sim, form, "PATCH", "/v3/users/80001", "title=a+b").await;
    assert_eq!(body(&sim).as_deref(), Some("title=a+b"));
}

#[tokio::test]
async fn a_note_without_a_body_holds_none() {
    let sim = Simulator::start().await.unwrap();
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert_eq!(body(&sim), None);
}

#[tokio::test]
async fn no_note_holds_a_password() {
    let sim = Simulator::start().await.unwrap();
    let json = r#"{"password":"hush","title":"x"}"#;
    write(&sim, "PATCH", "/v3/users/80001", json).await;
    let masked = r#"{"password":"***","title":"x"}"#;
    assert_eq!(body(&sim).as_deref(), Some(masked));
}

#[tokio::test]
async fn no_note_of_a_token_request_holds_a_body() {
    let sim = Simulator::start().await.unwrap();
    token(&sim).await;
    assert_eq!(sim.requests()[0].body(), None);
}

#[tokio::test]
async fn a_printed_note_does_not_print_the_body() {
    let sim = Simulator::start().await.unwrap();
    write(&sim, "PATCH", "/v3/users/80001", r#"{"title":"Quarryman"}"#).await;
    assert!(!format!("{:?}", sim.requests()).contains("Quarryman"));
}

#[tokio::test]
async fn the_file_of_arrivals_has_a_line_for_each_request_and_nothing_of_it() {
    let path = std::env::temp_dir().join(format!("eloomi-sim-{}.journal", std::process::id()));
    let sim = Simulator::builder().journal(&path).start().await.unwrap();
    for _ in 0..3 {
        get(&sim, "/v3/users-email/jane@example.com").await;
    }
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let seconds: Vec<f64> = text.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(seconds.len() as u64, sim.token_requests() + 3);
    assert!(seconds.is_sorted());
}

#[tokio::test]
async fn a_file_of_arrivals_that_cannot_be_made_is_an_error_at_the_start() {
    let nowhere = std::env::temp_dir().join("eloomi-sim-nowhere/journal");
    let error = Simulator::builder()
        .journal(nowhere)
        .start()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), eloomi_sim::StartErrorKind::Journal);
}
