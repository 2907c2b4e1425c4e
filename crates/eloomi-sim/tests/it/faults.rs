//! That each fault does what its name says.

mod answers;
mod connections;
mod counted;
mod pages;
mod tokens;

use eloomi_sim::Simulator;

use crate::client::{Answer, authorized, form, request, send, token};

/// A simulator with one fault, and a token that was handed out before it came.
async fn with(fault: &str) -> (Simulator, String) {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    sim.fault(fault.parse().unwrap());
    (sim, token)
}

/// The answers to these paths, one after another.
async fn ask(sim: &Simulator, token: &str, paths: &[&str]) -> Vec<Answer> {
    let mut answers = Vec::new();
    for path in paths {
        answers.push(send(sim, authorized(path, token)).await);
    }
    answers
}

fn statuses(answers: &[Answer]) -> Vec<u16> {
    answers.iter().map(|answer| answer.status).collect()
}

/// The answer of the token endpoint, refused or not.
async fn token_answer(sim: &Simulator) -> Answer {
    let asked = request("POST", "/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form(sim, "client_credentials", "*").into());
    send(sim, asked.unwrap()).await
}

const NEWCOMER: &str = r#"{"first_name":"Ada","email":"ada.lost@example.com"}"#;

const PAGES: [&str; 4] = [
    "/v3/users?per_page=20&page=1",
    "/v3/users?per_page=20&page=2",
    "/v3/users?per_page=20&page=3",
    "/v3/users?per_page=20&page=4",
];
