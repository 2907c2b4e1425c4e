use eloomi_sim::{Canned, Matcher, Simulator, behaviours};

use crate::client::{get, token};

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
