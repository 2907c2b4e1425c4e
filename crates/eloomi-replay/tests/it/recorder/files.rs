//! What stands in a folder after a recording.

use std::fs;

use eloomi_replay::{Exchange, Scenario, Scripted, Step};
use proptest::prelude::*;

use super::{SECRET, ask, get, names, recorded_story, recorder};
use crate::strategies::exchange;

#[tokio::test]
async fn recording_twice_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("a/story");
    let recording = recorded_story().await;
    let written = recording
        .scenario("the story", true)
        .write_to(&folder)
        .unwrap();
    assert_eq!(written.changed().len(), 6);
    assert_eq!(written.changed()[0], "scenario.toml");
    let again = recorded_story()
        .await
        .scenario("the story", true)
        .write_to(&folder)
        .unwrap();
    assert_eq!((again.changed(), again.stale()), (&[][..], &[][..]));
    let scenario = Scenario::load(&folder).unwrap();
    assert_eq!(scenario, recording.scenario("the story", true));
}

#[tokio::test]
async fn a_folder_holds_nothing_but_what_was_redacted() {
    let folder = tempfile::tempdir().unwrap();
    let recording = recorded_story().await;
    recording.write_to(folder.path()).unwrap();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains(SECRET), "{text}");
        found.push(path.file_name().unwrap().to_string_lossy().into_owned());
    }
    found.sort_unstable();
    assert_eq!(found, names(&recording));
}

#[tokio::test]
async fn what_differs_waits_for_its_review_beside_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("01-get-user.exchange");
    let record = async |status| {
        let recorder = recorder(Scripted::new([Step::status(status)]));
        ask(&recorder, get("/v3/users/40")).await;
        recorder.recording()
    };
    record(204).await.write_to(folder.path()).unwrap();
    let before = fs::read_to_string(&path).unwrap();
    let same = record(204).await.write_for_review(folder.path()).unwrap();
    assert_eq!(same.changed(), [""; 0]);
    let other = record(404).await.write_for_review(folder.path()).unwrap();
    assert_eq!(other.changed(), ["01-get-user.exchange"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    let waiting = fs::read_to_string(path.with_extension("exchange.new")).unwrap();
    assert_eq!(Exchange::parse(&waiting).unwrap().response.status, 404);
}

#[tokio::test]
async fn what_is_left_of_another_recording_is_told_and_left() {
    let folder = tempfile::tempdir().unwrap();
    recorded_story().await.write_to(folder.path()).unwrap();
    let recorder = recorder(Scripted::new([Step::status(204)]));
    ask(&recorder, get("/v3/users/40")).await;
    let written = recorder.recording().write_to(folder.path()).unwrap();
    assert_eq!(written.changed(), ["01-get-user.exchange"]);
    assert_eq!(written.stale().len(), 5);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 6);
}

#[tokio::test]
async fn a_folder_that_cannot_be_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    fs::write(&file, "").unwrap();
    let error = recorded_story().await.write_to(&file).unwrap_err();
    assert!(error.to_string().contains("a-file"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_may_be_read_by_whoever_may_read_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    recorded_story().await.write_to(folder.path()).unwrap();
    let plain = folder.path().join("plain");
    fs::write(&plain, "").unwrap();
    let mode = |path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(folder.path().join("01-token.exchange")), mode(plain));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn a_scenario_that_was_written_is_loaded_as_it_was(
        description: String,
        ordered: bool,
        exchanges in proptest::collection::vec(exchange(), 1..4),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let files = exchanges.into_iter().enumerate();
        let files = files.map(|(index, exchange)| {
            eloomi_replay::ExchangeFile::new(format!("{:02}-a.exchange", index + 1), exchange)
        });
        let scenario = Scenario::new(description, ordered, files.collect());
        scenario.write_to(folder.path()).unwrap();
        prop_assert_eq!(Scenario::load(folder.path()).unwrap(), scenario);
    }
}
