//! Exchanges that tell one story, in order.

use std::fs;

use bytes::Bytes;
use eloomi_core::{Phase, Transport as _};
use eloomi_replay::{Miss, Replayer, Scenario, Values};
use http::Request;

pub(crate) const FOLDER: &str = "tests/scenarios/token-expires";

/// The recorded request at `place`, from 1, with invented values.
pub(crate) fn request(place: usize) -> Request<Bytes> {
    let scenario = Scenario::load(FOLDER).unwrap();
    let recorded = &scenario.files[place - 1].exchange.request;
    recorded.to_http("", &Values::invented()).unwrap()
}

async fn miss(replayer: &Replayer, request: Request<Bytes>) -> Miss {
    let error = replayer.send(request).await.err().unwrap();
    assert_eq!(error.phase(), Phase::NotSent);
    let source = std::error::Error::source(&error).unwrap();
    source.downcast_ref::<Miss>().unwrap().clone()
}

fn replayer(ordered: bool) -> Replayer {
    let mut scenario = Scenario::load(FOLDER).unwrap();
    scenario.ordered = ordered;
    Replayer::scenario(scenario)
}

#[tokio::test]
async fn in_order_all_are_answered() {
    let replayer = replayer(true);
    for (place, status) in [(1, 200), (2, 200), (3, 401), (4, 200), (5, 200)] {
        let response = replayer.send(request(place)).await.unwrap();
        assert_eq!(response.status(), status, "{place}");
    }
    replayer.finish().unwrap();
    assert_eq!(replayer.sent().len(), 5);
    assert_eq!(replayer.sent()[2].uri(), "/v3/users?page=2&per_page=1");
}

#[tokio::test]
async fn a_request_out_of_order_is_told_what_was_due() {
    let replayer = replayer(true);
    replayer.send(request(1)).await.unwrap();
    let early = miss(&replayer, request(3)).await;
    assert_eq!(early.due(), Some("02-list-users.exchange"));
    assert_eq!(early.nearest(), Some("03-list-users.exchange"));
    let late = miss(&replayer, request(1)).await;
    assert_eq!(
        [early, late].map(|miss| miss.to_string()),
        [
            "GET /v3/users?page=2&per_page=1 came out of order: 02-list-users.exchange was due, \
             and 03-list-users.exchange answers it",
            "POST /oauth/token came out of order: 02-list-users.exchange was due, \
             and 01-token.exchange answers it",
        ]
    );
    replayer.send(request(2)).await.unwrap();
    let unfinished = replayer.finish().unwrap_err();
    assert_eq!(unfinished.misses().len(), 2);
    assert_eq!(unfinished.unused().len(), 3);
}

#[tokio::test]
async fn a_request_that_nothing_answers_names_the_nearest_and_what_was_due() {
    let replayer = replayer(true);
    replayer.send(request(1)).await.unwrap();
    let mut odd = request(2);
    *odd.uri_mut() = "/v3/users?page=7&per_page=1".parse().unwrap();
    let mut html = request(2);
    let accept = "text/html".parse().unwrap();
    html.headers_mut().insert("accept", accept);
    let mut told = Vec::new();
    for request in [odd, html] {
        told.push(miss(&replayer, request).await.to_string());
    }
    assert_eq!(
        told,
        [
            "no recorded exchange answers GET /v3/users?page=7&per_page=1; \
             02-list-users.exchange was due; nearest recorded exchange: \
             02-list-users.exchange, which differs in\n  query page: recorded 1, sent 7",
            "no recorded exchange answers GET /v3/users?page=1&per_page=1; \
             02-list-users.exchange was due; nearest recorded exchange: \
             02-list-users.exchange, which differs in\n  \
             header accept: recorded application/json, sent another value",
        ]
    );
}

#[tokio::test]
async fn once_all_have_answered_nothing_is_due() {
    let replayer = replayer(true);
    for place in 1..=5 {
        replayer.send(request(place)).await.unwrap();
    }
    let miss = miss(&replayer, request(5)).await;
    assert_eq!(miss.due(), None);
    assert_eq!(
        miss.to_string(),
        "GET /v3/users?page=2&per_page=1 came out of order: nothing was due any more, \
         and 03-list-users.exchange answers it"
    );
}

#[tokio::test]
async fn the_one_before_answers_again_if_it_repeats() {
    let mut scenario = Scenario::load(FOLDER).unwrap();
    scenario.files[1].exchange.front.repeat = eloomi_replay::Repeats::Last;
    let replayer = Replayer::scenario(scenario);
    for place in [1, 2, 2, 3] {
        replayer.send(request(place)).await.unwrap();
    }
    let miss = miss(&replayer, request(2)).await;
    assert_eq!(miss.due(), Some("04-token.exchange"));
}

#[tokio::test]
async fn without_an_order_only_requests_that_are_alike_are_answered_in_theirs() {
    let replayer = replayer(false);
    for (place, status) in [(3, 401), (5, 200), (2, 200), (1, 200), (4, 200)] {
        let response = replayer.send(request(place)).await.unwrap();
        assert_eq!(response.status(), status, "{place}");
    }
    replayer.finish().unwrap();
}

#[test]
fn files_are_taken_by_their_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(format!("{FOLDER}/01-token.exchange")).unwrap();
    for name in ["9-b.exchange", "10-a.exchange", "1-c.exchange"] {
        fs::write(folder.path().join(name), &text).unwrap();
    }
    let settings = folder.path().join("scenario.toml");
    fs::write(&settings, "description = \"three\"\n").unwrap();
    let scenario = Scenario::load(folder.path()).unwrap();
    assert!(!scenario.ordered);
    let names: Vec<_> = scenario.files.iter().map(|file| &file.name).collect();
    assert_eq!(names, ["1-c.exchange", "9-b.exchange", "10-a.exchange"]);
}

#[test]
fn a_folder_that_is_no_scenario_is_refused_with_the_file() {
    let text = fs::read_to_string(format!("{FOLDER}/01-token.exchange")).unwrap();
    let settings = "description = \"one\"\n";
    let cases = [
        (["01-a.exchange", "1-b.exchange"], settings, "1-b.exchange"),
        (["01-a.exchange", "b.exchange"], settings, "b.exchange"),
        (
            ["01-a.exchange", "02-b.exchange"],
            "ordered = 1\n",
            "scenario.toml",
        ),
    ];
    for (names, settings, wrong) in cases {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            fs::write(folder.path().join(name), &text).unwrap();
        }
        fs::write(folder.path().join("scenario.toml"), settings).unwrap();
        let error = Scenario::load(folder.path()).unwrap_err();
        assert_eq!(error.file(), wrong);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("01-a.exchange"), &text).unwrap();
    let error = Scenario::load(folder.path()).unwrap_err();
    assert_eq!(error.file(), "scenario.toml");
}

#[test]
fn a_canonical_scenario_is_printed_as_it_was() {
    let scenario = Scenario::load(FOLDER).unwrap();
    let mut printed = vec![("scenario.toml", scenario.settings())];
    let files = scenario.files.iter();
    printed.extend(files.map(|file| (file.name.as_str(), file.exchange.to_string())));
    for (name, text) in printed {
        assert_eq!(
            text,
            fs::read_to_string(format!("{FOLDER}/{name}")).unwrap()
        );
    }
}

#[test]
fn the_review_of_snapshots_changes_no_file_of_a_scenario() {
    let folder = tempfile::tempdir().unwrap();
    for file in Scenario::load(FOLDER).unwrap().files {
        let path = folder.path().join(&file.name);
        fs::write(&path, file.exchange.to_string()).unwrap();
        let snapshot = insta::Snapshot::from_file(&path).unwrap();
        snapshot.save(&path).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, file.exchange.to_string());
        assert_eq!(eloomi_replay::lint(&text), []);
    }
}
