//! Against recorded answers: for what a program asks for, byte by byte.
//!
//! `one-leaver` was recorded through eloomi-replay's `RecordingProxy`; `cargo test -p leavers` writes
//! nothing, `RECORD=1 cargo test -p leavers` records it anew, against the simulator.

use std::{env, error::Error, path::Path};

use eloomi::{Activation, Client, ClientCredentials, CreateUser, HyperTransport};
use eloomi_replay::{
    Confidence, Operations, Origin, Recorder, RecordingProxy, Redaction, Redactor, ReplayServer,
    Replayer, Scenario,
};
use eloomi_sim::Simulator;
use leavers::deactivate_leavers;

const TODAY: &str = "2023-12-01";

#[tokio::test]
async fn the_program_asks_as_it_did_when_it_was_recorded() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/one-leaver");
    if env::var_os("RECORD").is_some() {
        record(&folder).await?;
    }
    let server = ReplayServer::start(Replayer::scenario(Scenario::load(folder)?)).await?;
    let credentials = ClientCredentials::new("200", "sim-invented");
    let client = Client::builder(credentials, HyperTransport::new()?);
    let client = client.base_url(server.base_url()).build()?;

    assert_eq!(deactivate_leavers(&client, TODAY).await?, [80001.into()]);

    // Every recorded exchange was asked for, in this order, and nothing else was.
    server.finish()?;
    Ok(())
}

/// Lets the program work on the simulator, and writes down what passes, redacted.
async fn record(folder: &Path) -> Result<(), Box<dyn Error>> {
    let sim = Simulator::builder().people(0).clock_stands_still();
    let sim = sim.start().await?;
    let credentials = ClientCredentials::new(sim.client_id(), sim.client_secret());
    let setting_up = Client::builder(credentials.clone(), HyperTransport::new()?);
    let setting_up = setting_up.base_url(sim.base_url()).build()?;
    for last_day in ["2023-11-30 17:00:00", "2023-12-31 17:00:00"] {
        let hire = CreateUser::new(format!("{}@example.com", &last_day[..10]))
            .activate(Activation::Instant)
            .end_of_employment_at(last_day);
        setting_up.send(hire).await?;
    }
    // What may be written, and as what: an allow list, which this project shares with eloomi's own.
    let rules = Redaction::load(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/REDACTION.toml"
    ))?;
    let operations = Operations::new(Origin::Simulator, Confidence::Inferred).of_rules(&rules);
    let redactor = Redactor::seeded(rules, 1).of_invented_people();
    let recorder = Recorder::new(HyperTransport::new()?, redactor, operations);
    let proxy = RecordingProxy::start(recorder, sim.base_url()).await?;
    let client = Client::builder(credentials, HyperTransport::new()?);
    let client = client.base_url(proxy.base_url()).build()?;
    deactivate_leavers(&client, TODAY).await?;
    let recording = proxy.recording();
    assert!(recording.not_recorded().is_empty() && recording.unknown().next().is_none());
    recording
        .scenario("one of two people has left", true)
        .write_to(folder)?;
    Ok(())
}
