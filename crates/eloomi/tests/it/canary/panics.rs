//! Panics while an item is held, in a process of their own, with everything that it prints.

use std::{env, process::Command};

use eloomi::{CallOptions, Client, GetUser, ListUsers, UpdateUser, UserKey};
use eloomi_sim::Simulator;
use futures_util::TryStreamExt as _;
use tokio::task::spawn_blocking;

use super::{REQUEST_IDS, canary, own::Own, search, search_but};
use crate::ground::{Stack, credentials, transport};

/// Set in the process that panics.
const VARIABLE: &str = "ELOOMI_CANARY_PANICS";

/// How often the other process panics.
const PANICS: usize = 6;

/// Runs this test again in a process that panics, and gives what it prints.
async fn printed_by(test: &str) -> String {
    let mut process = Command::new(env::current_exe().unwrap());
    process
        .args(["--exact", &format!("canary::panics::{test}"), "--nocapture"])
        .env(VARIABLE, "1")
        .env("RUST_BACKTRACE", "full");
    let output = spawn_blocking(move || process.output()).await.unwrap();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let also_said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{also_said}");
    format!("{said}{also_said}")
}

fn client(sim: &Simulator) -> Client {
    Client::builder(credentials(sim), transport(Stack::Hyper, None))
        .base_url(sim.base_url())
        .options(CallOptions::new().attempts(1))
        .unlimited()
        .build()
        .unwrap()
}

/// Waits for the end of a task, and prints how it ended, as a program may.
async fn ends(task: impl Future<Output = ()> + Send + 'static) {
    let end = tokio::spawn(task).await.unwrap_err();
    assert!(end.is_panic());
    eprintln!("{end} {end:?}");
}

/// Panics in as many ways as a program that holds people may.
async fn panics(sim: &Simulator, own: &Own) {
    let (client, id) = (client(sim), sim.people()[0].id);
    let people = client.stream(ListUsers::new().per_page(1));
    ends(async {
        let each = people.try_for_each(|person| async move {
            let _held = person;
            panic!("the words are the user's own")
        });
        each.await.unwrap();
    })
    .await;
    let one = client.send(GetUser::new(id)).await.unwrap();
    let mut other = one.clone();
    other.first_name = None;
    ends(async move { assert_eq!(one, other) }).await;
    let refused = client.send(GetUser::new(id)).await;
    ends(async move { drop(refused.unwrap_err()) }).await;
    let (asking, unknown) = (client.clone(), UserKey::email(own.word("path email")));
    ends(async move { drop(asking.send(GetUser::new(unknown)).await.unwrap()) }).await;
    let change = UpdateUser::new(id).first_name(own.word("User.first_name"));
    ends(async move { panic!("{change:?}") }).await;
    let stream = client.stream(ListUsers::new());
    ends(async move { panic!("{stream:?} {client:?}") }).await;
}

#[tokio::test]
async fn a_panic_holds_nothing_of_what_is_held() {
    let (sim, own) = (canary().await, Own::default());
    if env::var_os(VARIABLE).is_some() {
        panics(&sim, &own).await;
        return;
    }
    let printed = printed_by("a_panic_holds_nothing_of_what_is_held").await;
    let times = printed.matches("panicked at").count();
    assert_eq!(times, PANICS, "{printed}");
    // What the other process has sent is the same there.
    own.word("path email");
    own.word("User.first_name");
    let search = search_but(REQUEST_IDS, &sim, &own);
    search.finds_nothing_in("what was printed", &printed);
}

/// The control: what a program says itself is found.
#[tokio::test]
async fn a_panic_that_quotes_a_person_is_found() {
    let (sim, own) = (canary().await, Own::default());
    if env::var_os(VARIABLE).is_some() {
        let (client, id) = (client(&sim), sim.people()[0].id);
        let one = client.send(GetUser::new(id)).await.unwrap();
        let title = one.title.unwrap();
        ends(async move { panic!("{}", title.as_str()) }).await;
        return;
    }
    let printed = printed_by("a_panic_that_quotes_a_person_is_found").await;
    let search = search(&sim, &own);
    let found = search.found(printed.as_bytes());
    assert_eq!(found.len(), 1, "{printed}");
}
