//! Each story, recorded through the proxy: against the simulator it must give the exchanges that
//! are committed, byte by byte, whichever stack it is told over. Against a service that somebody names it is only written down.

use std::{env, fmt::Write as _, path::PathBuf};

use eloomi::{ClientCredentials, HyperTransport};
use eloomi_replay::{
    Confidence, Operations, Origin, Recorder, Recording, RecordingProxy, Redaction, Redactor,
    Scenario,
};
use eloomi_sim::{Simulator, behaviours};
use jiff::Timestamp;

use super::{
    folder::{each, folder},
    mode::{Differences, Mode},
    stage,
    story::Story,
    teller::Teller,
};
use crate::ground::{self, Stack};

/// Where a story is recorded that is not told to the simulator.
const UPSTREAM: &str = "ELOOMI_RECORD_UPSTREAM";

/// What the pseudonyms follow from.
const SEED: u64 = 7;

#[tokio::test]
async fn as_they_are_committed() {
    match env::var(UPSTREAM) {
        Ok(upstream) => each(async |story| live(story, &upstream).await).await,
        Err(_) => each(simulated).await,
    }
}

async fn simulated(story: &Story) -> Result<(), String> {
    let scenario = on_the_simulator(story, Stack::Hyper).await?;
    for stack in [Stack::Reqwest, Stack::Tower] {
        if on_the_simulator(story, stack).await? != scenario {
            return Err(format!("{stack:?} records something else than hyper"));
        }
    }
    let differences = Differences::apply(Mode::of_environment(), &scenario, &folder(), story.name);
    differences.report()
}

async fn on_the_simulator(story: &Story, stack: Stack) -> Result<Scenario, String> {
    let sim = stage::set(story).await;
    let before = sim.requests().len();
    let redactor = Redactor::seeded(rules(), SEED).of_invented_people();
    let credentials = ground::credentials(&sim);
    let proxy = proxy(redactor, Origin::Simulator, &sim.base_url()).await;
    let mut teller = Teller::new(story, stack, proxy.base_url(), credentials);
    teller.sim = Some(sim);
    (story.tell)(&teller).await;
    let sim = teller.sim.as_ref().unwrap();
    let unmet = sim.unmet_faults();
    if !unmet.is_empty() {
        let told = teller.text();
        return Err(format!("these faults met no request: {unmet:?}\n{told}"));
    }
    let mut scenario = whole(&proxy.recording())?.scenario(story.description, true);
    say_how_well_it_is_known(&mut scenario, sim, before);
    Ok(scenario)
}

/// Everything that passed, if all of it could be written.
fn whole(recording: &Recording) -> Result<&Recording, String> {
    let mut wrong = String::new();
    for lost in recording.not_recorded() {
        let _ = writeln!(wrong, "not recorded: {lost}");
    }
    for (file, unknown) in recording.unknown() {
        let _ = writeln!(
            wrong,
            "fixtures/REDACTION.toml has no rule for {file}: {unknown}"
        );
    }
    if wrong.is_empty() {
        Ok(recording)
    } else {
        Err(wrong)
    }
}

/// The simulator says of each answer how far it is known of the service.
fn say_how_well_it_is_known(scenario: &mut Scenario, sim: &Simulator, before: usize) {
    let requests = sim.requests().into_iter().skip(before);
    for (file, request) in scenario.files.iter_mut().zip(requests) {
        let row = behaviours()
            .iter()
            .find(|row| Some(row.id) == request.behaviour);
        file.exchange.front.confidence = match row.map(|row| row.confidence) {
            Some(eloomi_sim::Confidence::Documented) => Confidence::Documented,
            Some(eloomi_sim::Confidence::Observed) => Confidence::Observed,
            _ => Confidence::Inferred,
        };
    }
}

/// Told to a real service: only what it may be told, by a key that is thrown away, into a folder
/// that git does not see.
async fn live(story: &Story, upstream: &str) -> Result<(), String> {
    if !story.is_for_anybody {
        println!("{}: left out, it writes or needs the simulator", story.name);
        return Ok(());
    }
    let set = |name| env::var(name).map_err(|_| format!("{name} is not set"));
    let credentials =
        ClientCredentials::new(set("ELOOMI_CLIENT_ID")?, set("ELOOMI_CLIENT_SECRET")?);
    let proxy = proxy(Redactor::throwaway(rules()), Origin::Live, upstream).await;
    let teller = Teller::new(story, Stack::Hyper, proxy.base_url(), credentials);
    (story.tell)(&teller).await;
    let recording = proxy.recording();
    for (file, unknown) in recording.unknown() {
        println!(
            "{}: left out, no rule names it: {file}: {unknown}",
            story.name
        );
    }
    let scenario = recording.scenario(story.description, true);
    let written = scenario.write_to(fixtures().join("live").join(story.name));
    let written = written.map_err(|error| error.to_string())?;
    println!("{}: wrote {} files", story.name, written.changed().len());
    let lost = recording.not_recorded().iter();
    let lost: Vec<_> = lost.map(|lost| format!("not recorded: {lost}")).collect();
    if lost.is_empty() {
        Ok(())
    } else {
        Err(lost.join("\n"))
    }
}

async fn proxy(redactor: Redactor, origin: Origin, upstream: &str) -> RecordingProxy {
    let operations = Operations::new(origin, Confidence::Observed).of_rules(redactor.rules());
    let today = (origin == Origin::Live).then(|| Timestamp::now().to_string()[..10].to_owned());
    let operations = operations.describe(move |front, _, _| front.recorded_at.clone_from(&today));
    let transport = HyperTransport::builder().build().unwrap();
    let recorder = Recorder::new(transport, redactor, operations);
    RecordingProxy::start(recorder, upstream).await.unwrap()
}

fn rules() -> Redaction {
    Redaction::load(fixtures().join("REDACTION.toml")).unwrap()
}

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}
