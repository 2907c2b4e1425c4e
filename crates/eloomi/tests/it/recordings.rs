//! A conversation with the simulator, recorded from each stack and replayed to each.

use std::sync::Arc;

use eloomi::{
    CallOptions, Client, ClientCredentials, Endpoint as _, GetUser, ListUsers, Transport,
};
use eloomi_replay::{
    Confidence, Operations, Origin, Recorder, Recording, RecordingProxy, Redaction, Redactor,
    ReplayServer, Replayer,
};
use eloomi_sim::Simulator;
use futures_util::TryStreamExt as _;
use http::Method;

use crate::{
    ground::{Stack, credentials, transport},
    seen,
};

const STACKS: [Stack; 3] = [Stack::Hyper, Stack::Reqwest, Stack::Tower];

fn client(transport: Arc<dyn Transport>, base_url: &str, who: ClientCredentials) -> Client {
    Client::builder(who, transport)
        .base_url(base_url)
        .options(CallOptions::new().attempts(1))
        .unlimited()
        .build()
        .unwrap()
}

/// What a client learns: a list of two pages, and the last of them once more. An id that it asks
/// for is one that it was told, because a recording has ids of its own.
async fn conversation(client: &Client) -> String {
    let list = ListUsers::new().per_page(2);
    let people: Vec<_> = client.stream(list).try_collect().await.unwrap();
    let once_more = client.send(GetUser::new(people[2].id)).await.unwrap();
    let learnt: Vec<_> = people.iter().chain([&once_more]).map(seen::model).collect();
    learnt.join("\n")
}

fn recorder(upstream: Arc<dyn Transport>) -> Recorder {
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/REDACTION.toml");
    let operations = Operations::new(Origin::Simulator, Confidence::Inferred)
        .route(ListUsers::new().route())
        .route(GetUser::new(1).route())
        .named("createToken", Method::POST, "/oauth/token")
        .file_word("createToken", "token");
    Recorder::new(
        upstream,
        Redactor::seeded(Redaction::load(rules).unwrap(), 1),
        operations,
    )
}

async fn simulator() -> Simulator {
    Simulator::builder().people(3).start().await.unwrap()
}

/// Recorded behind a port, to which the client goes over `stack`.
async fn recorded_from(stack: Stack) -> Recording {
    let sim = simulator().await;
    let recorder = recorder(transport(Stack::Hyper, None));
    let proxy = RecordingProxy::start(recorder, sim.base_url())
        .await
        .unwrap();
    let client = client(transport(stack, None), proxy.base_url(), credentials(&sim));
    conversation(&client).await;
    proxy.recording()
}

fn text(recording: &Recording) -> String {
    let files = recording.files().iter();
    let texts = files.map(|file| format!("{}\n{}", file.name, file.exchange));
    texts.collect()
}

#[tokio::test]
async fn each_stack_is_recorded_alike_and_so_is_a_client_in_memory() {
    let sim = simulator().await;
    let recorder = Arc::new(recorder(transport(Stack::Hyper, None)));
    let client = client(recorder.clone(), &sim.base_url(), credentials(&sim));
    conversation(&client).await;
    let expected = recorder.recording();
    assert_eq!(expected.not_recorded(), []);
    let names: Vec<_> = expected
        .files()
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "01-token.exchange",
            "02-list-users.exchange",
            "03-list-users.exchange",
            "04-list-users.exchange",
            "05-get-user.exchange",
        ]
    );
    for stack in STACKS {
        assert_eq!(text(&recorded_from(stack).await), text(&expected));
    }
}

#[tokio::test]
async fn a_recording_is_replayed_alike_to_each_stack_and_in_memory() {
    let scenario = recorded_from(Stack::Hyper)
        .await
        .scenario("a list of two pages", true);
    let invented = || ClientCredentials::new("200", "sim-invented");
    let replayer = Arc::new(Replayer::scenario(scenario.clone()));
    let in_memory = client(replayer.clone(), "https://api.example.invalid", invented());
    let expected = conversation(&in_memory).await;
    replayer.finish().unwrap();
    for stack in STACKS {
        let server = ReplayServer::start(Replayer::scenario(scenario.clone()))
            .await
            .unwrap();
        let client = client(transport(stack, None), server.base_url(), invented());
        assert_eq!(conversation(&client).await, expected);
        server.finish().unwrap();
    }
}
